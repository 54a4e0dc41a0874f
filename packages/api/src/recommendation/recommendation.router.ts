import { adviceView } from "@hp/contracts";
import { placeProcedure, router } from "../trpc.ts";

/** Advice, run and read. */
export const recommendationRouter = router({
  latest: placeProcedure("place.read")
    .output(adviceView)
    .query(({ ctx }) => ctx.services.recommendation.latest(ctx.scope)),
  run: placeProcedure("advice.run")
    .output(adviceView)
    .mutation(({ ctx }) => ctx.services.recommendation.run(ctx.scope)),
});
