import type { MembersView, PlaceHead } from "@hp/contracts";
import { DataTable, Status } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import type { Say } from "../place/kit.ts";
import { placePaths } from "../place/place-paths.ts";
import type { ReaderFormat } from "../place/reader-format.ts";

interface Props {
  readonly head: PlaceHead;
  readonly members: MembersView;
  readonly t: Say;
  readonly format: ReaderFormat;
}

/** Invitations that nobody has answered yet, as far as the reader may see them. */
export function InvitationsTable({ head, members, t, format }: Props) {
  if (members.invitations.length === 0) return <p>{t("invitations.none")}</p>;
  const names = new Map(members.organisations.map(({ id, name }) => [id as string, name]));
  return (
    <DataTable
      caption={t("invitations.title")}
      hideCaption
      cards
      columns={[
        { key: "email", label: t("invitations.email") },
        { key: "organisation", label: t("people.organisation"), cardLabel: false },
        { key: "role", label: t("people.role") },
        { key: "state", label: t("invitations.state"), cardLabel: false },
        { key: "revoke", label: t("people.change"), hideLabel: true, cardLabel: false },
      ]}
      rows={members.invitations.map((invitation) => ({
        key: invitation.id,
        cells: [
          invitation.email,
          names.get(invitation.organisationId) ?? "",
          t(`role.${invitation.role}`),
          <Status key="state" tone="wait">
            {t(`invitations.${invitation.state}`, {
              sent: format.shortDay(invitation.createdAt),
              until: format.shortDay(invitation.expiresAt),
            })}
          </Status>,
          <CallForm
            key="revoke"
            call="member.revokeInvitation"
            hidden={{ placeId: head.place.id, invitationId: invitation.id }}
            back={placePaths(head.place.id).people}
            variant="quiet"
            submit={t("invitations.revoke", { email: invitation.email })}
            busy={t("invitations.revoking")}
            done={t("invitations.revoked", { email: invitation.email })}
            focusId="inbjudningar-h"
          />,
        ],
      }))}
    />
  );
}
