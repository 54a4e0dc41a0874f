import { adviceView, measureCardView, measureRef } from "@hp/contracts";
import { placeProcedure, router } from "../trpc.ts";

/** Advice, run and read. */
export const recommendationRouter = router({
  latest: placeProcedure("place.read")
    .output(adviceView)
    .query(({ ctx }) => ctx.services.recommendation.latest(ctx.scope)),
  measure: placeProcedure("place.read", measureRef)
    .output(measureCardView)
    .query(({ ctx, input }) => ctx.services.recommendation.measure(ctx.scope, input.measureId)),
  run: placeProcedure("advice.run")
    .output(adviceView)
    .mutation(({ ctx }) => ctx.services.recommendation.run(ctx.scope)),
});
