import { enterPlacePage } from "../../../../../features/place/kit.ts";
import { placeTitle } from "../../../../../features/place/page-title.ts";
import { PlanPage } from "../../../../../features/plan/plan-page.tsx";

interface Props {
  readonly params: Promise<{ placeId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "plan");

export default async function Page({ params, searchParams }: Props) {
  const [{ api, head, placeId }, { borttagen }] = await Promise.all([enterPlacePage(params), searchParams]);
  return (
    <PlanPage head={head} plan={await api.plan.get({ placeId })} justRemovedId={typeof borttagen === "string" ? borttagen : undefined} />
  );
}
