import { randomUUID } from "node:crypto";
import type { MembersView, PlaceHead } from "@hp/contracts";
import { mayInvite } from "@hp/domain/access";
import { Section } from "@hp/ui";
import { readerLocale, type Say, say } from "../place/kit.ts";
import { PlacePage } from "../place/place-page.tsx";
import { placePaths } from "../place/place-paths.ts";
import { readerFormat } from "../place/reader-format.ts";
import { InvitationsTable } from "./invitations-table.tsx";
import { InviteForm, type InviteOrganisation } from "./invite-form.tsx";
import { MembersTable } from "./members-table.tsx";
import { RoleGroupForm } from "./role-group-form.tsx";
import { groupsByKind } from "./role-groups.ts";

/** Who is in the place and who is invited; inviting, withdrawing, removing, and one's own role group. */
export async function MembersPage({ head, members }: { readonly head: PlaceHead; readonly members: MembersView }) {
  const t = await say("member");
  const format = readerFormat(await readerLocale());
  const may = (action: string) => head.me.actions.includes(action);
  const back = placePaths(head.place.id).people;
  const organisations = invitable(head, members, t);
  const companies = members.organisations.filter(({ kind }) => kind === "company");
  return (
    <PlacePage head={head} title={t("title")}>
      <Section id="personer" title={t("people.title")} side={<p>{t("people.side")}</p>}>
        <MembersTable head={head} members={members} t={t} />
      </Section>
      {may("members.invite") ? (
        <Section id="inbjudningar" title={t("invitations.title")} side={<p>{t("invitations.side")}</p>}>
          <InvitationsTable head={head} members={members} t={t} format={format} />
        </Section>
      ) : null}
      {may("members.invite") && organisations.length > 0 ? (
        <Section
          id="bjud-in"
          title={t("invite.title")}
          side={
            <>
              <p>{t("invite.side")}</p>
              {companies.length > 0 && head.me.role === "coordinator" ? <p>{t("invite.several")}</p> : null}
            </>
          }
        >
          <InviteForm
            placeId={head.place.id}
            back={back}
            idempotencyKey={randomUUID()}
            organisations={organisations}
            roleGroups={groupsByKind(
              t,
              organisations.map(({ kind }) => kind),
            )}
            words={{
              email: t("invite.email"),
              emailHint: t("invite.emailHint"),
              organisation: t("invite.organisation"),
              choose: t("invite.choose"),
              name: t("invite.name"),
              nameHint: t("invite.nameHint"),
              may: t("invite.may"),
              mayEdit: t("invite.mayEdit"),
              mayEditHint: t("invite.mayEditHint"),
              mayView: t("invite.mayView"),
              mayViewHint: t("invite.mayViewHint"),
              roleGroup: t("invite.roleGroup"),
              roleGroupHint: t("invite.roleGroupHint"),
              roleGroupNone: t("invite.roleGroupNone"),
              submit: t("invite.submit"),
              busy: t("invite.busy"),
              done: t("invite.done"),
              errorTitle: t("errorTitle"),
            }}
          />
        </Section>
      ) : null}
      {head.me.party !== null && may("assessment.answer") ? (
        <Section id="min-rollgrupp" title={t("roleGroup.title")} side={<p>{t("roleGroup.side")}</p>}>
          <RoleGroupForm head={head} back={`${back}#min-rollgrupp`} t={t} />
        </Section>
      ) : null}
    </PlacePage>
  );
}

/** Organisations that the reader may invite to: those in the place, and for the coordinator new ones too. */
function invitable(head: PlaceHead, members: MembersView, t: Say): InviteOrganisation[] {
  const { me } = head;
  const role = { municipality: "municipality_editor", company: "company_editor", coordinator: "viewer" } as const;
  const existing = members.organisations
    .filter(({ id, kind }) => mayInvite(me, { organisationId: id, role: role[kind] }))
    .map(({ id, kind, name }) => ({ value: `${id}:${kind}`, kind, name, label: name }));
  if (me.role !== "coordinator") return existing;
  const hasMunicipality = members.organisations.some(({ kind }) => kind === "municipality");
  const fresh = (kind: "municipality" | "company") => ({ value: `new:${kind}`, kind, name: null, label: t(`invite.new.${kind}`) });
  return [...existing, ...(hasMunicipality ? [] : [fresh("municipality")]), fresh("company")];
}
