import "../../../../../features/draft/draft.css";
import "../../../../../features/draft/editor.css";
import type { Metadata } from "next";
import { enterContentPage } from "../../../../../features/content/content-kit.ts";
import { EffectsPage } from "../../../../../features/draft/effects-page.tsx";
import { found, say } from "../../../../../features/place/kit.ts";

interface Props {
  readonly params: Promise<{ draftId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("editorMore"))("grid.title") };
}

export default async function Page({ params }: Props) {
  const { api } = await enterContentPage();
  const { draftId } = await params;
  return <EffectsPage view={await found(api.draft.get({ draftId }))} />;
}
