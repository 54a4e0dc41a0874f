import { actionFromAdvice, actionOwn, actionUpdate, actionVersioned, actionView, decisionSet, decisionView, planView } from "@hp/contracts";
import { placeProcedure, router } from "../trpc.ts";

/** The shared plan. */
export const planRouter = router({
  get: placeProcedure("place.read")
    .output(planView)
    .query(({ ctx }) => ctx.services.plan.get(ctx.scope)),
  addFromAdvice: placeProcedure("plan.edit", actionFromAdvice)
    .output(actionView)
    .mutation(({ ctx, input }) => ctx.services.plan.addFromAdvice(ctx.scope, input)),
  addOwn: placeProcedure("plan.edit", actionOwn)
    .output(actionView)
    .mutation(({ ctx, input }) => ctx.services.plan.addOwn(ctx.scope, input)),
  updateAction: placeProcedure("plan.edit", actionUpdate)
    .output(actionView)
    .mutation(({ ctx, input }) => ctx.services.plan.updateAction(ctx.scope, input.actionId, input.version, input.patch)),
  removeAction: placeProcedure("plan.edit", actionVersioned)
    .output(actionView)
    .mutation(({ ctx, input }) => ctx.services.plan.removeAction(ctx.scope, input.actionId, input.version)),
  restoreAction: placeProcedure("plan.edit", actionVersioned)
    .output(actionView)
    .mutation(({ ctx, input }) => ctx.services.plan.restoreAction(ctx.scope, input.actionId, input.version)),
  setDecision: placeProcedure("plan.decide", decisionSet)
    .output(decisionView)
    .mutation(({ ctx, input }) => ctx.services.plan.setDecision(ctx.scope, input)),
});
