import type { Metadata } from "next";
import { enterContentPage } from "../../features/content/content-kit.ts";
import { ContentOverviewPage } from "../../features/content/overview-page.tsx";
import { say } from "../../features/place/kit.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("content"))("title") };
}

export default async function Page() {
  const { api } = await enterContentPage();
  const [{ drafts }, { versions }] = await Promise.all([api.draft.list(), api.catalogue.versions()]);
  return <ContentOverviewPage drafts={drafts} versions={versions} />;
}
