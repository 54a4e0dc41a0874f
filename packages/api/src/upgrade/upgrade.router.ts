import { earlierAnswersView, upgradeApply, upgradeListView, upgradePreview, upgradeRollback } from "@hp/contracts";
import { placeProcedure, router } from "../trpc.ts";

/** Moves of a place to other content. */
export const upgradeRouter = router({
  preview: placeProcedure("content.upgrade")
    .output(upgradePreview)
    .query(({ ctx }) => ctx.services.upgrade.preview(ctx.scope)),
  list: placeProcedure("place.read")
    .output(upgradeListView)
    .query(({ ctx }) => ctx.services.upgrade.list(ctx.scope)),
  move: placeProcedure("content.upgrade", upgradeApply)
    .output(upgradeListView)
    .mutation(({ ctx, input }) => ctx.services.upgrade.move(ctx.scope, input)),
  rollBack: placeProcedure("content.upgrade", upgradeRollback)
    .output(upgradeListView)
    .mutation(({ ctx, input }) => ctx.services.upgrade.rollBack(ctx.scope, input)),
  earlierAnswers: placeProcedure("place.read")
    .output(earlierAnswersView)
    .query(({ ctx }) => ctx.services.upgrade.earlierAnswers(ctx.scope)),
});
