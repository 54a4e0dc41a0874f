import { factSaved, factSet, profileView } from "@hp/contracts";
import { placeProcedure, router } from "../trpc.ts";

/** A place's preconditions. */
export const profileRouter = router({
  get: placeProcedure("place.read")
    .output(profileView)
    .query(({ ctx }) => ctx.services.profile.get(ctx.scope)),
  setFact: placeProcedure("profile.edit", factSet)
    .output(factSaved)
    .mutation(({ ctx, input }) => ctx.services.profile.setFact(ctx.scope, input)),
});
