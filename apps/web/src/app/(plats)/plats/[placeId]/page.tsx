import { enterPlacePage } from "../../../../features/place/kit.ts";
import { placeTitle } from "../../../../features/place/page-title.ts";
import { PlaceOverviewPage } from "../../../../features/place/place-overview-page.tsx";

interface Props {
  readonly params: Promise<{ placeId: string }>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, null);

export default async function Page({ params }: Props) {
  const { api, placeId } = await enterPlacePage(params);
  const [overview, scores] = await Promise.all([api.place.overview({ placeId }), api.score.view({ placeId })]);
  return <PlaceOverviewPage overview={overview} scores={scores} />;
}
