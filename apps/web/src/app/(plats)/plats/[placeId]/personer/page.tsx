import { MembersPage } from "../../../../../features/member/members-page.tsx";
import { enterPlacePage } from "../../../../../features/place/kit.ts";
import { placeTitle } from "../../../../../features/place/page-title.ts";

interface Props {
  readonly params: Promise<{ placeId: string }>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "member");

export default async function Page({ params }: Props) {
  const { api, head, placeId } = await enterPlacePage(params);
  return <MembersPage head={head} members={await api.member.list({ placeId })} />;
}
