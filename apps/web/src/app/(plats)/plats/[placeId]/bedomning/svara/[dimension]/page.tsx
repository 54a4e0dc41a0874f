import { notFound } from "next/navigation";
import { AnswerPage } from "../../../../../../../features/assessment/answer-page.tsx";
import { AnswerSummary } from "../../../../../../../features/assessment/answer-summary.tsx";
import { enterAnswering } from "../../../../../../../features/assessment/enter-answering.tsx";
import { placeTitle } from "../../../../../../../features/place/page-title.ts";
import { placePaths, summaryStep } from "../../../../../../../features/place/place-paths.ts";

interface Props {
  readonly params: Promise<{ placeId: string; dimension: string }>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "assessment");

export default async function Page({ params }: Props) {
  const { dimension: step } = await params;
  const answering = await enterAnswering(params, (placeId) => placePaths(placeId).answerStep(step));
  if (answering.stop !== null) return answering.stop;
  const { head, answers, mine, minutes } = answering;
  if (step === summaryStep) return <AnswerSummary head={head} answers={answers} mine={mine} />;
  const dimension = answers.dimensions.find(({ id }) => id === step);
  if (dimension === undefined) notFound();
  return <AnswerPage head={head} answers={answers} dimension={dimension} minutes={minutes} />;
}
