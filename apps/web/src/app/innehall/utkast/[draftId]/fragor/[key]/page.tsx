import "../../../../../../features/draft/draft.css";
import "../../../../../../features/draft/editor.css";
import type { Metadata } from "next";
import { enterContentPage } from "../../../../../../features/content/content-kit.ts";
import { DimensionPage } from "../../../../../../features/draft/dimension-page.tsx";
import { found, say } from "../../../../../../features/place/kit.ts";

interface Props {
  readonly params: Promise<{ draftId: string; key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await say("draft"))("nav.questions")}: ${(await params).key}` };
}

export default async function Page({ params }: Props) {
  const { api } = await enterContentPage();
  const { draftId, key } = await params;
  const view = await found(api.draft.get({ draftId }));
  const item = await found(api.draft.item({ draftId, kind: "dimension", key }));
  const { instrument } = await api.draft.instrument({ draftId });
  return <DimensionPage view={view} item={item} instrument={instrument} />;
}
