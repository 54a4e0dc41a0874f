import { redirect } from "next/navigation";
import { isDimensionDone } from "../../../../../../features/assessment/dimension.ts";
import { enterAnswering } from "../../../../../../features/assessment/enter-answering.tsx";
import { placeTitle } from "../../../../../../features/place/page-title.ts";
import { placePaths } from "../../../../../../features/place/place-paths.ts";

interface Props {
  readonly params: Promise<{ placeId: string }>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "assessment");

/** Leads to the first dimension that is not done, or to the summary. */
export default async function Page({ params }: Props) {
  const answering = await enterAnswering(params, (placeId) => placePaths(placeId).answer);
  if (answering.stop !== null) return answering.stop;
  const { answers, placeId } = answering;
  const paths = placePaths(placeId);
  const next = answers.closed ? answers.dimensions[0] : answers.dimensions.find((dimension) => !isDimensionDone(dimension));
  redirect(next === undefined ? paths.answerSummary : paths.answerStep(next.id));
}
