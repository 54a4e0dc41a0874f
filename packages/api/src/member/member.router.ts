import { invitationRef, invitationView, memberInvite, memberRef, membersView, mePatch, meView, myRoleGroup } from "@hp/contracts";
import { placeProcedure, router, signedInProcedure } from "../trpc.ts";

/** Oneself, and the people of a place. */
export const memberRouter = router({
  me: signedInProcedure()
    .output(meView)
    .query(({ ctx }) => ctx.services.member.me(ctx.actor)),
  updateMe: signedInProcedure()
    .input(mePatch)
    .output(meView)
    .mutation(({ ctx, input }) => ctx.services.member.updateMe(ctx.actor, input)),
  list: placeProcedure("place.read")
    .output(membersView)
    .query(({ ctx }) => ctx.services.member.list(ctx.scope)),
  invite: placeProcedure("members.invite", memberInvite)
    .output(invitationView)
    .mutation(({ ctx, input }) => ctx.services.member.invite(ctx.scope, input)),
  revokeInvitation: placeProcedure("members.invite", invitationRef)
    .output(membersView)
    .mutation(({ ctx, input }) => ctx.services.member.revokeInvitation(ctx.scope, input.invitationId)),
  remove: placeProcedure("members.manage", memberRef)
    .output(membersView)
    .mutation(({ ctx, input }) => ctx.services.member.remove(ctx.scope, input.userId)),
  setRoleGroup: placeProcedure("member.self", myRoleGroup)
    .output(membersView)
    .mutation(({ ctx, input }) => ctx.services.member.setRoleGroup(ctx.scope, input.roleGroup)),
});
