import { assessmentView, myAnswers, roundRef, roundStart, roundVersioned, stepSave, stepSaved } from "@hp/contracts";
import { placeProcedure, router } from "../trpc.ts";

/** Rounds of assessment. */
export const assessmentRouter = router({
  state: placeProcedure("place.read")
    .output(assessmentView)
    .query(({ ctx }) => ctx.services.assessment.state(ctx.scope)),
  start: placeProcedure("assessment.start", roundStart)
    .output(assessmentView)
    .mutation(({ ctx, input }) => ctx.services.assessment.start(ctx.scope, input)),
  myAnswers: placeProcedure("assessment.answer", roundRef)
    .output(myAnswers)
    .query(({ ctx, input }) => ctx.services.assessment.myAnswers(ctx.scope, input.roundId)),
  saveStep: placeProcedure("assessment.answer", stepSave)
    .output(stepSaved)
    .mutation(({ ctx, input }) => ctx.services.assessment.saveStep(ctx.scope, input)),
  submit: placeProcedure("assessment.answer", roundVersioned)
    .output(stepSaved)
    .mutation(({ ctx, input }) => ctx.services.assessment.submit(ctx.scope, input.roundId, input.version)),
  declareReady: placeProcedure("assessment.ready", roundRef)
    .output(assessmentView)
    .mutation(({ ctx, input }) => ctx.services.assessment.declareReady(ctx.scope, input.roundId)),
  agreeToOpen: placeProcedure("assessment.ready", roundRef)
    .output(assessmentView)
    .mutation(({ ctx, input }) => ctx.services.assessment.agreeToOpen(ctx.scope, input.roundId)),
  open: placeProcedure("assessment.open", roundVersioned)
    .output(assessmentView)
    .mutation(({ ctx, input }) => ctx.services.assessment.open(ctx.scope, input.roundId, input.version)),
});
