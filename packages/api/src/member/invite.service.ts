import { randomBytes } from "node:crypto";
import type { MemberInvite } from "@hp/contracts";
import { changePlace, type inviteWrites, membersOf, placeRow } from "@hp/db";
import { mayInvite, type PlaceScope, roleFitsOrganisation, roleGroupsOf } from "@hp/domain/access";
import { secretHash } from "../digest.ts";
import { AppError, invalidField } from "../errors.ts";
import type { Kit } from "../services.ts";
import { invitationMail } from "./invitation-mail.ts";
import { type InvitationView, toInvitationView } from "./invitation-view.ts";

/** How long a mailed invitation can be answered. */
const invitationDays = 14;
/** Open invitations that a place can have at a time: enough for every party's people, too few to send mail in bulk. */
const openInvitationsMax = 60;

type Writes = ReturnType<typeof inviteWrites>;
type InviteScope = PlaceScope<"members.invite" | "place.read">;
interface Organisation {
  /** Null for one that is not in the place yet. */
  readonly id: string | null;
  readonly kind: "municipality" | "company" | "coordinator";
  readonly name: string;
}

async function findOrganisation(place: Writes, named: MemberInvite["organisation"]): Promise<Organisation> {
  if ("name" in named) return { id: null, kind: named.kind, name: named.name };
  const existing = await place.organisation(named.id);
  if (existing === null) throw new AppError("not_found", { reason: "organisation" });
  return existing.organisation;
}

/** Refuses a role that the actor may not give, or that does not fit the organisation. */
function refuseUnfit(scope: InviteScope, organisation: Organisation, { role, roleGroup }: MemberInvite): void {
  if (!mayInvite(scope.membership, { organisationId: organisation.id, role })) throw new AppError("forbidden");
  if (!roleFitsOrganisation(role, organisation.kind)) throw invalidField("role", "role_does_not_fit");
  const groups: readonly string[] = roleGroupsOf[organisation.kind];
  if (roleGroup !== null && !groups.includes(roleGroup)) throw invalidField("roleGroup", "role_group_does_not_fit");
}

/** Refuses someone who is in the place or invited already, and mail in bulk. */
async function refuseTwice(kit: Kit, scope: InviteScope, place: Writes, email: string): Promise<void> {
  if (await place.isMember(email)) throw new AppError("already_exists", { reason: "member" });
  if ((await place.pendingFor(email)) !== null) throw new AppError("already_exists", { reason: "invitation" });
  const { invitations } = await membersOf(kit.transaction, scope);
  if (invitations.length >= openInvitationsMax) throw new AppError("too_many", { reason: "invitations" });
}

/**
 * Invites one person, in the same transaction as the mail is queued: a mail never leaves for an invitation that is not
 * there. A new organisation joins the place with its first invitation.
 */
export const invitePerson = (kit: Kit, scope: InviteScope, input: MemberInvite): Promise<InvitationView> =>
  changePlace(kit.transaction, scope, { action: "members.invite", target: "" }, async (place) => {
    const organisation = await findOrganisation(place, input.organisation);
    refuseUnfit(scope, organisation, input);
    await refuseTwice(kit, scope, place, input.email);
    const { municipalityCode, name: placeName } = await placeRow(kit.transaction, scope);
    const kind = organisation.kind === "municipality" ? "municipality" : "company";
    const organisationId =
      organisation.id ??
      (await place.addOrganisation({ kind, name: organisation.name, municipalityCode: kind === "municipality" ? municipalityCode : null }));
    const { email, role, roleGroup } = input;
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(Date.now() + invitationDays * 86_400_000);
    const row = await place.invite({ email, role, roleGroup, organisationId, tokenHash: secretHash(token), expiresAt });
    const mail = invitationMail(kit.locale, { token, placeName, organisationName: organisation.name, days: invitationDays });
    await place.mail({ kind: "invitation", to: email, locale: kit.locale, ...mail });
    return { result: toInvitationView(row), before: null, after: { role, organisation: organisation.name }, target: row.id };
  });
