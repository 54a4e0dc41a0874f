import { enterPlacePage, found } from "../../../../../../features/place/kit.ts";
import { placeTitle } from "../../../../../../features/place/page-title.ts";
import { PackagePage } from "../../../../../../features/proposal/package-page.tsx";

interface Props {
  readonly params: Promise<{ placeId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "package");

export default async function Page({ params, searchParams }: Props) {
  const [{ api, head, placeId }, { forslag }] = await Promise.all([enterPlacePage(params), searchParams]);
  const proposalId = typeof forslag === "string" ? forslag : null;
  return <PackagePage head={head} view={await found(api.proposal.view({ placeId, proposalId }))} />;
}
