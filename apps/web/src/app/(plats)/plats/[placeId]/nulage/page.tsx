import { enterPlacePage } from "../../../../../features/place/kit.ts";
import { placeTitle } from "../../../../../features/place/page-title.ts";
import { SituationPage } from "../../../../../features/score/situation-page.tsx";

interface Props {
  readonly params: Promise<{ placeId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "score");

export default async function Page({ params, searchParams }: Props) {
  const [{ api, head, placeId }, { omrade }] = await Promise.all([enterPlacePage(params), searchParams]);
  return <SituationPage head={head} scores={await api.score.view({ placeId })} opened={typeof omrade === "string" ? omrade : null} />;
}
