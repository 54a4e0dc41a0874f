import { enterPlacePage } from "../../../../../features/place/kit.ts";
import { placeTitle } from "../../../../../features/place/page-title.ts";
import { SituationPage } from "../../../../../features/score/situation-page.tsx";

interface Props {
  readonly params: Promise<{ placeId: string }>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "score");

export default async function Page({ params }: Props) {
  const { api, head, placeId } = await enterPlacePage(params);
  return <SituationPage head={head} scores={await api.score.view({ placeId })} />;
}
