import { enterPlacePage } from "../../../../features/place/kit.ts";
import { placeTitle } from "../../../../features/place/page-title.ts";
import { PlaceOverviewPage } from "../../../../features/place/place-overview-page.tsx";
import { UpgradeInvitation } from "../../../../features/upgrade/upgrade-invitation.tsx";

interface Props {
  readonly params: Promise<{ placeId: string }>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, null);

export default async function Page({ params }: Props) {
  const { api, placeId, may } = await enterPlacePage(params);
  const [overview, scores, { isNewest }] = await Promise.all([
    api.place.overview({ placeId }),
    api.score.view({ placeId }),
    api.upgrade.list({ placeId }),
  ]);
  return (
    <PlaceOverviewPage overview={overview} scores={scores}>
      {isNewest || !may("content.upgrade") ? null : <UpgradeInvitation placeId={placeId} />}
    </PlaceOverviewPage>
  );
}
