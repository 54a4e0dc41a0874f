import { enterPlacePage } from "../../../../../features/place/kit.ts";
import { placeTitle } from "../../../../../features/place/page-title.ts";
import { UpgradePage } from "../../../../../features/upgrade/upgrade-page.tsx";

interface Props {
  readonly params: Promise<{ placeId: string }>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "upgrade");

export default async function Page({ params }: Props) {
  const { api, head, placeId, may } = await enterPlacePage(params);
  const { upgrades, digest } = await api.upgrade.list({ placeId });
  const preview = may("content.upgrade") ? await api.upgrade.preview({ placeId }) : null;
  return <UpgradePage head={head} preview={preview} upgrades={upgrades} digest={digest} />;
}
