import { placeCreate, placeCreated, placeHead, placeHit, placeOverview, placeSearch } from "@hp/contracts";
import { z } from "zod";
import { placeProcedure, portfolioProcedure, router, signedInProcedure } from "../trpc.ts";

/** Places: found, and seen as a whole. */
export const placeRouter = router({
  search: signedInProcedure()
    .input(placeSearch)
    .output(z.array(placeHit))
    .query(({ ctx, input }) => ctx.services.place.search(input.query)),
  create: portfolioProcedure("place.create")
    .input(placeCreate)
    .output(placeCreated)
    .mutation(({ ctx, input }) => ctx.services.place.create(ctx.actor, input)),
  head: placeProcedure("place.read")
    .output(placeHead)
    .query(({ ctx }) => ctx.services.place.head(ctx.scope)),
  overview: placeProcedure("place.read")
    .output(placeOverview)
    .query(({ ctx }) => ctx.services.place.overview(ctx.scope)),
});
