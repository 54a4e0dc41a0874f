import { enterPlacePage } from "../../../../../features/place/kit.ts";
import { placeTitle } from "../../../../../features/place/page-title.ts";
import { AdvicePage } from "../../../../../features/recommendation/advice-page.tsx";
import { readWhyNotQuery } from "../../../../../features/recommendation/why-not-section.tsx";

interface Props {
  readonly params: Promise<{ placeId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "recommendation");

export default async function Page({ params, searchParams }: Props) {
  const [{ api, head, placeId }, query] = await Promise.all([enterPlacePage(params), searchParams]);
  return <AdvicePage head={head} advice={await api.recommendation.latest({ placeId })} query={readWhyNotQuery(query)} />;
}
