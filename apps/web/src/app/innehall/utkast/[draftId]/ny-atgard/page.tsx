import "../../../../../features/draft/editor.css";
import type { Metadata } from "next";
import { enterContentPage } from "../../../../../features/content/content-kit.ts";
import { MeasurePage } from "../../../../../features/draft/measure-page.tsx";
import { newMeasure } from "../../../../../features/draft/new-measure.ts";
import { found, say } from "../../../../../features/place/kit.ts";

interface Props {
  readonly params: Promise<{ draftId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("editor"))("measure.newTitle") };
}

export default async function Page({ params }: Props) {
  const { api } = await enterContentPage();
  const { draftId } = await params;
  const view = await found(api.draft.get({ draftId }));
  const { instrument } = await api.draft.instrument({ draftId });
  const document = newMeasure(instrument, new Date());
  return <MeasurePage view={view} item={null} document={document} instrument={instrument} takenIds={view.measures.map((row) => row.key)} />;
}
