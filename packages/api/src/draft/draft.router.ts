import {
  conditionAsk,
  conditionView,
  differenceView,
  draftComment,
  draftCommentAdd,
  draftCommentResolve,
  draftCreate,
  draftExport,
  draftImport,
  draftImportApply,
  draftInstrumentView,
  draftItemRef,
  draftItemSave,
  draftItemVersioned,
  draftItemView,
  draftListView,
  draftPublish,
  draftRef,
  draftUndoView,
  draftUpdate,
  draftVersioned,
  draftView,
  fileView,
  importPreview,
  measureRowsView,
  measuresChange,
  measuresChangePreview,
  publishedView,
} from "@hp/contracts";
import { platformProcedure, router } from "../trpc.ts";

/** Drafts of the content, for admins. */
export const draftRouter = router({
  list: platformProcedure("content.read")
    .output(draftListView)
    .query(({ ctx }) => ctx.services.draft.list(ctx.scope)),
  create: platformProcedure("content.edit")
    .input(draftCreate)
    .output(draftView)
    .mutation(({ ctx, input }) => ctx.services.draft.create(ctx.scope, input)),
  get: platformProcedure("content.read")
    .input(draftRef)
    .output(draftView)
    .query(({ ctx, input }) => ctx.services.draft.get(ctx.scope, input.draftId)),
  update: platformProcedure("content.edit")
    .input(draftUpdate)
    .output(draftView)
    .mutation(({ ctx, input }) => ctx.services.draft.update(ctx.scope, input)),
  item: platformProcedure("content.read")
    .input(draftItemRef)
    .output(draftItemView)
    .query(({ ctx, input }) => ctx.services.draft.item(ctx.scope, input.draftId, input)),
  saveItem: platformProcedure("content.edit")
    .input(draftItemSave)
    .output(draftItemView)
    .mutation(({ ctx, input }) => ctx.services.draft.saveItem(ctx.scope, input)),
  removeItem: platformProcedure("content.edit")
    .input(draftItemVersioned)
    .output(draftView)
    .mutation(({ ctx, input }) => ctx.services.draft.removeItem(ctx.scope, input)),
  previewChange: platformProcedure("content.read")
    .input(measuresChange)
    .output(measuresChangePreview)
    .query(({ ctx, input }) => ctx.services.draft.previewChange(ctx.scope, input)),
  changeMeasures: platformProcedure("content.edit")
    .input(measuresChange)
    .output(measureRowsView)
    .mutation(({ ctx, input }) => ctx.services.draft.changeMeasures(ctx.scope, input)),
  rebase: platformProcedure("content.edit")
    .input(draftVersioned)
    .output(draftView)
    .mutation(({ ctx, input }) => ctx.services.draft.rebase(ctx.scope, input.draftId, input.version)),
  undo: platformProcedure("content.edit")
    .input(draftRef)
    .output(draftUndoView)
    .mutation(({ ctx, input }) => ctx.services.draft.undo(ctx.scope, input.draftId)),
  redo: platformProcedure("content.edit")
    .input(draftRef)
    .output(draftUndoView)
    .mutation(({ ctx, input }) => ctx.services.draft.redo(ctx.scope, input.draftId)),
  comment: platformProcedure("content.edit")
    .input(draftCommentAdd)
    .output(draftComment)
    .mutation(({ ctx, input }) => ctx.services.draft.comment(ctx.scope, input)),
  resolveComment: platformProcedure("content.edit")
    .input(draftCommentResolve)
    .output(draftComment)
    .mutation(({ ctx, input }) => ctx.services.draft.resolveComment(ctx.scope, input.draftId, input.commentId)),
  condition: platformProcedure("content.read")
    .input(conditionAsk)
    .output(conditionView)
    .query(({ ctx, input }) => ctx.services.draft.condition(ctx.scope, input.draftId, input.condition)),
  instrument: platformProcedure("content.read")
    .input(draftRef)
    .output(draftInstrumentView)
    .query(({ ctx, input }) => ctx.services.draft.instrument(ctx.scope, input.draftId)),
  difference: platformProcedure("content.read")
    .input(draftRef)
    .output(differenceView)
    .query(({ ctx, input }) => ctx.services.draft.difference(ctx.scope, input.draftId)),
  publish: platformProcedure("content.publish")
    .input(draftPublish)
    .output(publishedView)
    .mutation(({ ctx, input }) => ctx.services.publication.publish(ctx.scope, input)),
  export: platformProcedure("content.read")
    .input(draftExport)
    .output(fileView)
    .query(({ ctx, input }) => ctx.services.contentFile.exportDraft(ctx.scope, input)),
  importPreview: platformProcedure("content.read")
    .input(draftImport)
    .output(importPreview)
    .mutation(({ ctx, input }) => ctx.services.contentFile.preview(ctx.scope, input)),
  importApply: platformProcedure("content.edit")
    .input(draftImportApply)
    .output(draftView)
    .mutation(({ ctx, input }) => ctx.services.contentFile.apply(ctx.scope, input)),
});
