import { invitationAccept, invitationAccepted, invitationOffer, invitationToken } from "@hp/contracts";
import { openProcedure, router } from "../trpc.ts";

const mailedTokenIsTheProof = "the mailed token is the proof: 256 random bits, single use, opens one invitation";

/** Invitations, from the invited person's side. */
export const invitationRouter = router({
  show: openProcedure(mailedTokenIsTheProof)
    .input(invitationToken)
    .output(invitationOffer)
    .query(({ ctx, input }) => ctx.services.invitation.show(input.token)),
  accept: openProcedure(mailedTokenIsTheProof)
    .input(invitationAccept)
    .output(invitationAccepted)
    .mutation(({ ctx, input }) => ctx.services.invitation.accept(input)),
});
