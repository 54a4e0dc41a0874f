import type { MembersView, PlaceHead } from "@hp/contracts";
import { DataTable, PartyName } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import type { Say } from "../place/kit.ts";
import { placePaths } from "../place/place-paths.ts";

interface Props {
  readonly head: PlaceHead;
  readonly members: MembersView;
  readonly t: Say;
}

/** Everyone in the place, by organisation. The coordinator can take people out. */
export function MembersTable({ head, members, t }: Props) {
  const mayRemove = head.me.actions.includes("members.manage");
  const order = { municipality: 0, company: 1, coordinator: 2 } as const;
  const organisations = [...members.organisations].sort((a, b) => order[a.kind] - order[b.kind]);
  const rows = organisations.flatMap((organisation) =>
    members.members
      .filter(({ organisationId }) => organisationId === organisation.id)
      .map((member) => ({
        key: member.userId,
        cells: [
          <>
            {member.name ?? t("people.unnamed")}
            {member.isMe ? <span className="muted"> {t("people.me")}</span> : null}
            {member.email === null ? null : <span className="sub">{member.email}</span>}
          </>,
          organisation.party === null ? (
            organisation.name
          ) : (
            <PartyName party={organisation.party} wrap>
              {organisation.name}
            </PartyName>
          ),
          t(`role.${member.role}`),
          member.roleGroup === null ? <span className="muted">{member.role === "coordinator" || member.role === "viewer" ? "–" : t("people.noGroup")}</span> : t(`group.${member.roleGroup}`),
          ...(mayRemove
            ? [
                member.isMe ? null : (
                  <CallForm
                    call="member.remove"
                    hidden={{ placeId: head.place.id, userId: member.userId }}
                    back={placePaths(head.place.id).people}
                    variant="quiet"
                    submit={t("people.remove", { name: member.name ?? t("people.unnamed") })}
                    busy={t("people.removing")}
                    done={t("people.removed", { name: member.name ?? t("people.unnamed") })}
                    focusId="personer-h"
                  />
                ),
              ]
            : []),
        ],
      })),
  );
  return (
    <DataTable
      caption={t("people.title")}
      hideCaption
      cards
      columns={[
        { key: "name", label: t("people.name") },
        { key: "organisation", label: t("people.organisation"), cardLabel: false },
        { key: "role", label: t("people.role") },
        { key: "group", label: t("people.group") },
        ...(mayRemove ? [{ key: "remove", label: t("people.change"), hideLabel: true, cardLabel: false as const }] : []),
      ]}
      rows={rows}
    />
  );
}
