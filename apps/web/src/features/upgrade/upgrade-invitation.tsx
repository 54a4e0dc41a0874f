import { Note } from "@hp/ui";
import { say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";

/** For the coordinator: there is newer content than what the place has. Nothing happens until it is looked at. */
export async function UpgradeInvitation({ placeId }: { readonly placeId: string }) {
  const t = await say("upgrade");
  return (
    <Note title={t("invite.text")}>
      <p>
        <PageLink href={placePaths(placeId).upgrade}>{t("invite.link")}</PageLink>
      </p>
    </Note>
  );
}
