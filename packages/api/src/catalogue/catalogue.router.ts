import { contentVersionsView, differenceView, usageView, versionDifference, versionRef } from "@hp/contracts";
import { platformProcedure, router } from "../trpc.ts";

/** The published content, for admins. */
export const catalogueRouter = router({
  versions: platformProcedure("content.read")
    .output(contentVersionsView)
    .query(({ ctx }) => ctx.services.catalogue.versions(ctx.scope)),
  difference: platformProcedure("content.read")
    .input(versionDifference)
    .output(differenceView)
    .query(({ ctx, input }) => ctx.services.catalogue.difference(ctx.scope, input)),
  retire: platformProcedure("content.publish")
    .input(versionRef)
    .output(contentVersionsView)
    .mutation(({ ctx, input }) => ctx.services.catalogue.retire(ctx.scope, input)),
  usage: platformProcedure("content.read")
    .output(usageView)
    .query(({ ctx }) => ctx.services.catalogue.usage(ctx.scope)),
});
