import { AssessmentPage } from "../../../../../features/assessment/assessment-page.tsx";
import { enterPlacePage } from "../../../../../features/place/kit.ts";
import { placeTitle } from "../../../../../features/place/page-title.ts";

interface Props {
  readonly params: Promise<{ placeId: string }>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "assessment");

export default async function Page({ params }: Props) {
  const { api, head, placeId } = await enterPlacePage(params);
  return <AssessmentPage head={head} assessment={await api.assessment.state({ placeId })} />;
}
