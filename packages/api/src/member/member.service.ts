import type { MemberInvite, MembersView, MeView } from "@hp/contracts";
import { changePlace, me, membersOf, updateMe } from "@hp/db";
import type { Actor, PlaceScope } from "@hp/domain/access";
import { maySeeEmail, roleGroupsOf } from "@hp/domain/access";
import { AppError, invalidField } from "../errors.ts";
import { submitOnce } from "../idempotency.service.ts";
import type { Kit } from "../services.ts";
import { type InvitationView, toInvitationView } from "./invitation-view.ts";
import { invitePerson } from "./invite.service.ts";

/** People: oneself, and those of a place. */
export const memberService = (kit: Kit) => {
  const { transaction } = kit;
  const list = async (scope: PlaceScope<"place.read">): Promise<MembersView> => {
    const { organisations, members, invitations } = await membersOf(transaction, scope);
    const sees = (organisationId: string) => maySeeEmail(scope.membership, organisationId);
    return {
      organisations,
      members: members.map(({ user, ...row }) => ({
        ...row,
        name: user.name,
        email: sees(row.organisationId) ? user.email : null,
        isMe: row.userId === scope.actor.userId,
      })),
      invitations: invitations.filter((row) => sees(row.organisationId)).map(toInvitationView),
    } as MembersView;
  };

  return {
    me: async (actor: Actor): Promise<MeView> => toMe(await me(transaction, actor.userId)),
    updateMe: async (actor: Actor, patch: { name: string; locale: "sv" | "en" }): Promise<MeView> =>
      toMe(await updateMe(transaction, actor.userId, patch)),

    /** Everyone in the place; addresses and invitations as far as the reader may see them. */
    list,

    /** Invites by mail. A coordinator invites anyone; an editor, colleagues. */
    invite: (scope: PlaceScope<"members.invite" | "place.read">, input: MemberInvite): Promise<InvitationView> =>
      submitOnce(transaction, scope.actor.userId, "member.invite", input, () => invitePerson(kit, scope, input)),

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
        if (member.role === "coordinator" && (await place.coordinators()) === 1)
          throw new AppError("not_ready", { reason: "last_coordinator" });
        await place.remove(userId);
        return { result: await list(scope), before: { role: member.role, roleGroup: member.roleGroup }, after: null };
      }),

    /** Says which role group one answers in. Decides how one's answers are counted, so it is refused when it does not fit. */
    setRoleGroup: (
      scope: PlaceScope<"member.self" | "place.read">,
      roleGroup: NonNullable<MemberInvite["roleGroup"]>,
    ): Promise<MembersView> =>
      changePlace(transaction, scope, { action: "member.self", kind: "member.role_group", target: scope.actor.userId }, async (place) => {
        const kind = scope.membership.party === "industry" ? "company" : "municipality";
        if (!(roleGroupsOf[kind] as readonly string[]).includes(roleGroup)) throw invalidField("roleGroup", "role_group_does_not_fit");
        await place.setRoleGroup(roleGroup);
        return { result: await list(scope), before: { roleGroup: scope.membership.roleGroup }, after: { roleGroup } };
      }),
  };
};

const toMe = (row: { id: string; name: string | null; email: string; locale: string; isAdmin: boolean }): MeView =>
  ({ userId: row.id, name: row.name, email: row.email, locale: row.locale === "en" ? "en" : "sv", isAdmin: row.isAdmin }) as MeView;
