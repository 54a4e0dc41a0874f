import { scoresView } from "@hp/contracts";
import { placeProcedure, router } from "../trpc.ts";

/** Where a place stands. */
export const scoreRouter = router({
  view: placeProcedure("place.read")
    .output(scoresView)
    .query(({ ctx }) => ctx.services.score.view(ctx.scope)),
});
