import type { Metadata } from "next";
import { enterContentPage } from "../../../../../features/content/content-kit.ts";
import { QuestionsPage } from "../../../../../features/draft/questions-page.tsx";
import { found, say } from "../../../../../features/place/kit.ts";

interface Props {
  readonly params: Promise<{ draftId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("draft"))("nav.questions") };
}

export default async function Page({ params }: Props) {
  const { api } = await enterContentPage();
  const { draftId } = await params;
  return <QuestionsPage view={await found(api.draft.get({ draftId }))} />;
}
