import type { Metadata } from "next";
import { enterContentPage } from "../../../../../features/content/content-kit.ts";
import { FilePage } from "../../../../../features/draft/file-page.tsx";
import { found, say } from "../../../../../features/place/kit.ts";

interface Props {
  readonly params: Promise<{ draftId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("draft"))("file.title") };
}

export default async function Page({ params }: Props) {
  const { api } = await enterContentPage();
  const { draftId } = await params;
  const { draft } = await found(api.draft.get({ draftId }));
  return <FilePage draft={draft} />;
}
