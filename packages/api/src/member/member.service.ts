import { randomBytes } from "node:crypto";
import type { MemberInvite, MembersView, MeView } from "@hp/contracts";
import { changePlace, me, membersOf, placeRow, updateMe } from "@hp/db";
import type { Actor, PlaceScope } from "@hp/domain/access";
import { mayInvite, maySeeEmail, roleFitsOrganisation, roleGroupsOf } from "@hp/domain/access";
import { secretHash } from "../digest.ts";
import { AppError, invalidField } from "../errors.ts";
import { submitOnce } from "../idempotency.service.ts";
import type { Kit } from "../services.ts";
import { invitationMail } from "./invitation-mail.ts";

/** How long a mailed invitation can be answered. */
const invitationDays = 14;
/** Open invitations that a place can have at a time: enough for every party's people, too few to send mail in bulk. */
const openInvitationsMax = 60;

type InvitationView = MembersView["invitations"][number];
const toInvitationView = (row: { id: string; email: string; role: string; organisationId: string; roleGroup: string | null; createdAt: Date; expiresAt: Date }): InvitationView =>
  ({
    id: row.id,
    email: row.email,
    role: row.role,
    organisationId: row.organisationId,
    roleGroup: row.roleGroup,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    state: row.expiresAt > new Date() ? "pending" : "expired",
  }) as InvitationView;

/** People: oneself, and those of a place. */
export const memberService = ({ transaction, locale }: Kit) => {
  const list = async (scope: PlaceScope<"place.read">): Promise<MembersView> => {
    const { organisations, members, invitations } = await membersOf(transaction, scope);
    const sees = (organisationId: string) => maySeeEmail(scope.membership, organisationId);
    return {
      organisations,
      members: members.map(({ user, ...row }) => ({ ...row, name: user.name, email: sees(row.organisationId) ? user.email : null, isMe: row.userId === scope.actor.userId })),
      invitations: invitations.filter((row) => sees(row.organisationId)).map(toInvitationView),
    } as MembersView;
  };

  return {
    me: async (actor: Actor): Promise<MeView> => toMe(await me(transaction, actor.userId)),
    updateMe: async (actor: Actor, patch: { name: string; locale: "sv" | "en" }): Promise<MeView> => toMe(await updateMe(transaction, actor.userId, patch)),

    /** Everyone in the place; addresses and invitations as far as the reader may see them. */
    list,

    /** Invites by mail, in the same transaction as the mail is queued. A coordinator invites anyone; an editor, colleagues. */
    invite: (scope: PlaceScope<"members.invite" | "place.read">, input: MemberInvite): Promise<InvitationView> =>
      submitOnce(transaction, scope.actor.userId, "member.invite", input, () =>
        changePlace(transaction, scope, { action: "members.invite", target: "" }, async (place) => {
          const existing = "id" in input.organisation ? await place.organisation(input.organisation.id) : null;
          if ("id" in input.organisation && existing === null) throw new AppError("not_found", { reason: "organisation" });
          const kind = "id" in input.organisation ? (existing?.organisation.kind ?? "company") : input.organisation.kind;
          if (!mayInvite(scope.membership, { organisationId: existing?.organisation.id ?? null, role: input.role })) throw new AppError("forbidden");
          if (!roleFitsOrganisation(input.role, kind)) throw invalidField("role", "role_does_not_fit");
          if (input.roleGroup !== null && !(roleGroupsOf[kind] as readonly string[]).includes(input.roleGroup)) throw invalidField("roleGroup", "role_group_does_not_fit");
          if (await place.isMember(input.email)) throw new AppError("already_exists", { reason: "member" });
          if ((await place.pendingFor(input.email)) !== null) throw new AppError("already_exists", { reason: "invitation" });
          const open = await membersOf(transaction, scope);
          if (open.invitations.length >= openInvitationsMax) throw new AppError("too_many", { reason: "invitations" });
          const { municipalityCode, name: placeName } = await placeRow(transaction, scope);
          const organisation =
            existing?.organisation ??
            ("name" in input.organisation
              ? {
                  name: input.organisation.name,
                  id: await place.addOrganisation({ ...input.organisation, municipalityCode: input.organisation.kind === "municipality" ? municipalityCode : null }),
                }
              : null);
          if (organisation === null) throw new AppError("not_found", { reason: "organisation" });
          const token = randomBytes(32).toString("base64url");
          const row = await place.invite({
            email: input.email,
            role: input.role,
            roleGroup: input.roleGroup,
            organisationId: organisation.id,
            tokenHash: secretHash(token),
            expiresAt: new Date(Date.now() + invitationDays * 86_400_000),
          });
          await place.mail({ kind: "invitation", to: input.email, locale, ...invitationMail(locale, { token, placeName, organisationName: organisation.name, days: invitationDays }) });
          return { result: toInvitationView(row), before: null, after: { role: input.role, organisation: organisation.name }, target: row.id };
        }),
      ),

    /** Withdraws an invitation that nobody has answered. Withdrawn or answered already: not found. */
    revokeInvitation: (scope: PlaceScope<"members.invite" | "place.read">, invitationId: string): Promise<MembersView> =>
      changePlace(transaction, scope, { action: "members.invite", kind: "members.revoke", target: invitationId }, async (place) => {
        const row = await place.byId(invitationId);
        if (row === null || !maySeeEmail(scope.membership, row.organisationId)) throw new AppError("not_found", { reason: "invitation" });
        if ((await place.revoke(invitationId)) === 0) throw new AppError("not_found", { reason: "invitation" });
        return { result: await list(scope), before: { role: row.role }, after: null };
      }),

    /** Takes a person out of the place; their answers and what they did stay. The last coordinator cannot be taken out. */
    remove: (scope: PlaceScope<"members.manage" | "place.read">, userId: string): Promise<MembersView> =>
      changePlace(transaction, scope, { action: "members.manage", kind: "members.remove", target: userId }, async (place) => {
        const member = await place.member(userId);
        if (member === null) throw new AppError("not_found", { reason: "member" });
        if (userId === scope.actor.userId) throw new AppError("not_ready", { reason: "remove_oneself" });
        if (member.role === "coordinator" && (await place.coordinators()) === 1) throw new AppError("not_ready", { reason: "last_coordinator" });
        await place.remove(userId);
        return { result: await list(scope), before: { role: member.role, roleGroup: member.roleGroup }, after: null };
      }),

    /** Says which role group one answers in. Decides how one's answers are counted, so it is refused when it does not fit. */
    setRoleGroup: (scope: PlaceScope<"member.self" | "place.read">, roleGroup: NonNullable<MemberInvite["roleGroup"]>): Promise<MembersView> =>
      changePlace(transaction, scope, { action: "member.self", kind: "member.role_group", target: scope.actor.userId }, async (place) => {
        const kind = scope.membership.party === "industry" ? "company" : "municipality";
        if (!(roleGroupsOf[kind] as readonly string[]).includes(roleGroup)) throw invalidField("roleGroup", "role_group_does_not_fit");
        await place.setRoleGroup(roleGroup);
        return { result: await list(scope), before: { roleGroup: scope.membership.roleGroup }, after: { roleGroup } };
      }),
  };
};

const toMe = (row: { id: string; name: string | null; email: string; locale: string }): MeView =>
  ({ userId: row.id, name: row.name, email: row.email, locale: row.locale === "en" ? "en" : "sv" }) as MeView;
