import {
  benchListView,
  benchRef,
  benchStart,
  benchView,
  draftRef,
  expectationAdd,
  expectationListView,
  expectationRef,
} from "@hp/contracts";
import { platformProcedure, router } from "../trpc.ts";

/** Trials of drafts, for admins. */
export const benchRouter = router({
  list: platformProcedure("content.read")
    .input(draftRef)
    .output(benchListView)
    .query(({ ctx, input }) => ctx.services.bench.list(ctx.scope, input.draftId)),
  get: platformProcedure("content.read")
    .input(benchRef)
    .output(benchView)
    .query(({ ctx, input }) => ctx.services.bench.get(ctx.scope, input.benchId)),
  start: platformProcedure("content.edit")
    .input(benchStart)
    .output(benchView)
    .mutation(({ ctx, input }) => ctx.services.bench.start(ctx.scope, input)),
  cancel: platformProcedure("content.edit")
    .input(benchRef)
    .output(benchView)
    .mutation(({ ctx, input }) => ctx.services.bench.cancel(ctx.scope, input.benchId)),
  expectations: platformProcedure("content.read")
    .output(expectationListView)
    .query(({ ctx }) => ctx.services.bench.expectations(ctx.scope)),
  expect: platformProcedure("content.edit")
    .input(expectationAdd)
    .output(expectationListView)
    .mutation(({ ctx, input }) => ctx.services.bench.expect(ctx.scope, input)),
  unexpect: platformProcedure("content.edit")
    .input(expectationRef)
    .output(expectationListView)
    .mutation(({ ctx, input }) => ctx.services.bench.unexpect(ctx.scope, input.expectationId)),
});
