import type { Metadata } from "next";
import { enterContentPage } from "../../../features/content/content-kit.ts";
import { UsagePage } from "../../../features/content/usage-page.tsx";
import { say } from "../../../features/place/kit.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("content"))("usage.title") };
}

export default async function Page() {
  const { api } = await enterContentPage();
  return <UsagePage usage={await api.catalogue.usage()} />;
}
