import { AssessmentPage } from "../../../../../features/assessment/assessment-page.tsx";
import { enterPlacePage } from "../../../../../features/place/kit.ts";
import { placeTitle } from "../../../../../features/place/page-title.ts";
import { EarlierAnswersSection } from "../../../../../features/upgrade/earlier-answers-section.tsx";

interface Props {
  readonly params: Promise<{ placeId: string }>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "assessment");

export default async function Page({ params }: Props) {
  const { api, head, placeId } = await enterPlacePage(params);
  const [assessment, earlier] = await Promise.all([api.assessment.state({ placeId }), api.upgrade.earlierAnswers({ placeId })]);
  return (
    <AssessmentPage head={head} assessment={assessment}>
      <EarlierAnswersSection answers={earlier.answers} />
    </AssessmentPage>
  );
}
