import type { MembersView, PlaceHead } from "@hp/contracts";
import { DataTable, Disclosure, PartyName } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import type { Say } from "../place/kit.ts";
import { placePaths } from "../place/place-paths.ts";

type Member = MembersView["members"][number];
type Organisation = MembersView["organisations"][number];
interface Kit {
  readonly head: PlaceHead;
  readonly t: Say;
}

function Name({ member, t }: { readonly member: Member; readonly t: Say }) {
  return (
    <>
      {member.name ?? t("people.unnamed")}
      {member.isMe ? <span className="muted"> {t("people.me")}</span> : null}
      {member.email === null ? null : <span className="sub">{member.email}</span>}
    </>
  );
}

function OrganisationName({ organisation }: { readonly organisation: Organisation }) {
  return organisation.party === null ? (
    organisation.name
  ) : (
    <PartyName party={organisation.party} wrap>
      {organisation.name}
    </PartyName>
  );
}

function RoleGroup({ member, t }: { readonly member: Member; readonly t: Say }) {
  if (member.roleGroup !== null) return t(`group.${member.roleGroup}`);
  const answers = member.role === "municipality_editor" || member.role === "company_editor";
  return <span className="muted">{answers ? t("people.noGroup") : "–"}</span>;
}

function Remove({ member, kit }: { readonly member: Member; readonly kit: Kit }) {
  const { head, t } = kit;
  const name = member.name ?? t("people.unnamed");
  return (
    <Disclosure
      summary={
        <>
          {t("people.remove")} <span className="vh">{name}</span>
        </>
      }
    >
      <p className="small">{t("people.removeText", { name })}</p>
      <CallForm
        call="member.remove"
        hidden={{ placeId: head.place.id, userId: member.userId }}
        back={placePaths(head.place.id).people}
        submit={t("people.removeNow", { name })}
        busy={t("people.removing")}
        done={t("people.removed", { name })}
        focusId="personer-h"
      />
    </Disclosure>
  );
}

const order = { municipality: 0, company: 1, coordinator: 2 } as const;

/** Everyone in the place, by organisation. The coordinator can take people out. */
export function MembersTable({ members, ...kit }: Kit & { readonly members: MembersView }) {
  const { head, t } = kit;
  const mayRemove = head.me.actions.includes("members.manage");
  const organisations = [...members.organisations].sort((a, b) => order[a.kind] - order[b.kind]);
  const cells = (member: Member, organisation: Organisation) => [
    <Name key="name" member={member} t={t} />,
    <OrganisationName key="organisation" organisation={organisation} />,
    t(`role.${member.role}`),
    <RoleGroup key="group" member={member} t={t} />,
    ...(mayRemove ? [member.isMe ? null : <Remove key="remove" member={member} kit={kit} />] : []),
  ];
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
      rows={organisations.flatMap((organisation) =>
        members.members
          .filter(({ organisationId }) => organisationId === organisation.id)
          .map((member) => ({ key: member.userId, cells: cells(member, organisation) })),
      )}
    />
  );
}
