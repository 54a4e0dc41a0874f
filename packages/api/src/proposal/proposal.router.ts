import { adoptedView, packageView, proposalAdopt, proposalAsk, proposalChoice, proposalRef } from "@hp/contracts";
import { placeProcedure, router } from "../trpc.ts";

/** Proposals for a package: the measures that give most within what the parties can carry. */
export const proposalRouter = router({
  view: placeProcedure("place.read", proposalChoice)
    .output(packageView)
    .query(({ ctx, input }) => ctx.services.proposal.view(ctx.scope, input.proposalId)),
  ask: placeProcedure("plan.edit", proposalAsk)
    .output(packageView)
    .mutation(({ ctx, input }) => ctx.services.proposal.ask(ctx.scope, input)),
  callOff: placeProcedure("plan.edit", proposalRef)
    .output(packageView)
    .mutation(({ ctx, input }) => ctx.services.proposal.callOff(ctx.scope, input.proposalId)),
  adopt: placeProcedure("plan.edit", proposalAdopt)
    .output(adoptedView)
    .mutation(({ ctx, input }) => ctx.services.proposal.adopt(ctx.scope, input)),
});
