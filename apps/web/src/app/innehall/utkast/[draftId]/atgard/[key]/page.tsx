import "../../../../../../features/draft/editor.css";
import type { DraftMeasureItem } from "@hp/contracts";
import type { Metadata } from "next";
import { enterContentPage } from "../../../../../../features/content/content-kit.ts";
import { MeasurePage } from "../../../../../../features/draft/measure-page.tsx";
import { found } from "../../../../../../features/place/kit.ts";

interface Props {
  readonly params: Promise<{ draftId: string; key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key };
}

export default async function Page({ params }: Props) {
  const { api } = await enterContentPage();
  const { draftId, key } = await params;
  const view = await found(api.draft.get({ draftId }));
  const item = await found(api.draft.item({ draftId, kind: "measure", key }));
  const { instrument } = await api.draft.instrument({ draftId });
  const published = view.measures.filter(({ change }) => change !== "added").map((row) => row.key);
  return <MeasurePage view={view} item={item} document={item.document as DraftMeasureItem} instrument={instrument} takenIds={published} />;
}
