import { notFound, redirect } from "next/navigation";
import { enterPlacePage } from "../../../../../../features/place/kit.ts";
import { placeTitle } from "../../../../../../features/place/page-title.ts";
import { placePaths } from "../../../../../../features/place/place-paths.ts";
import { ActionPage } from "../../../../../../features/plan/action-page.tsx";

interface Props {
  readonly params: Promise<{ placeId: string; actionId: string }>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "plan", "action.title");

export default async function Page({ params }: Props) {
  const { api, head, placeId, may } = await enterPlacePage(params);
  const { actionId } = await params;
  if (!may("plan.edit")) redirect(placePaths(placeId).plan);
  const plan = await api.plan.get({ placeId });
  // A removed action can be put back from the plan, but not changed.
  if (plan.removed.some(({ id }) => id === actionId)) redirect(`${placePaths(placeId).plan}#borttagna`);
  const action = plan.actions.find(({ id }) => id === actionId);
  if (action === undefined) notFound();
  return <ActionPage head={head} action={action} />;
}
