import { enterPlacePage } from "../../../../../features/place/kit.ts";
import { placeTitle } from "../../../../../features/place/page-title.ts";
import { ProfilePage } from "../../../../../features/profile/profile-page.tsx";

interface Props {
  readonly params: Promise<{ placeId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = ({ params }: Props) => placeTitle(params, "profile");

export default async function Page({ params, searchParams }: Props) {
  const [{ api, head, placeId }, { visa, ratta, uppgift }] = await Promise.all([enterPlacePage(params), searchParams]);
  const profile = await api.profile.get({ placeId });
  return (
    <ProfilePage
      head={head}
      profile={profile}
      query={{
        onlyOpen: visa === "obesvarade",
        correcting: typeof ratta === "string" ? ratta : null,
        sought: typeof uppgift === "string" ? uppgift : null,
      }}
    />
  );
}
