import type {
  ConditionView,
  DifferenceLine,
  DraftCommentAdd,
  DraftCreate,
  DraftItemSave,
  DraftItemView,
  DraftMeasureItem,
  DraftUpdate,
  DraftView,
} from "@hp/contracts";
import {
  changePlatform,
  type DraftChangeRow,
  type DraftItemRow,
  draftComments,
  draftItem,
  draftItems,
  drafts,
  type ItemRef,
  type ItemWrite,
  itemHistory,
  newestAct,
} from "@hp/db";
import type { Condition } from "@hp/domain";
import type { PlatformScope } from "@hp/domain/access";
import { currentContent } from "../content/content.service.ts";
import { measureDifference, versionDifference } from "../content/difference.ts";
import { contentFields } from "../content/fields.ts";
import { AppError } from "../errors.ts";
import { submitOnce } from "../idempotency.service.ts";
import type { Kit } from "../services.ts";
import { askCondition } from "./condition.service.ts";
import { contentOf, itemsOf } from "./draft-content.ts";
import { draftLoader } from "./draft-load.service.ts";
import { changeOf, draftCommentView, draftSummaryView, measureRowView, ruleReadings } from "./draft-view.ts";
import { itemProblems } from "./item-problems.ts";
import { measureChanges } from "./measure-changes.service.ts";
import { rebaseItems } from "./rebase.ts";

type Read = PlatformScope<"content.read">;
type Edit = PlatformScope<"content.read" | "content.edit">;

const measureOf = (row: DraftItemRow) => row.document as unknown as DraftMeasureItem;

/** Content under change: several admins edit one draft, item by item, and nobody's words disappear. */
export const draftService = ({ transaction }: Kit) => {
  const loader = draftLoader(transaction);
  const { peopleFor, existing, open, baseOf, load, steps } = loader;

  const view = async (scope: Read, draftId: string): Promise<DraftView> => {
    const { row, base, items, content } = await load(scope, draftId);
    const comments = await draftComments(transaction, scope, draftId);
    const people = await peopleFor(scope, [row.createdById, ...comments.map(({ byId }) => byId)]);
    const baseMeasures = new Set(base.catalogue.measures.map(({ id }) => id));
    const baseDimensions = new Set(base.instrument.dimensions.map(({ id }) => id));
    const openOn = (key: string) => comments.filter((one) => one.key === key && one.resolvedAt === null).length;
    const byKey = new Map(items.map((one) => [`${one.kind} ${one.key}`, one]));
    const changedItems = items.filter(({ updatedById }) => updatedById !== null).length;
    const openComments = comments.filter(({ resolvedAt }) => resolvedAt === null).length;
    return {
      draft: draftSummaryView({ ...row, changedItems, openComments }, people),
      fingerprint: content.fingerprint,
      measures: items
        .filter(({ kind }) => kind === "measure")
        .map((one) => measureRowView(one, baseMeasures.has(one.key), openOn(one.key))),
      dimensions: content.instrument.dimensions.map(({ id, sv, en, weight, items: statements }) => {
        const item = byKey.get(`dimension ${id}`) as DraftItemRow;
        return {
          key: id,
          version: item.version,
          title: { sv, en },
          weight,
          statements: statements.length,
          core: statements.filter(({ core }) => core).length,
          measures: content.catalogue.measures.filter(({ mainDimension, retired }) => mainDimension === id && retired !== true).length,
          change: changeOf(item, baseDimensions.has(id)),
        };
      }),
      ...(await steps(scope, draftId)),
      comments: comments.map((one) => draftCommentView(one, people)),
    };
  };

  const itemView = async (scope: Read, draftId: string, ref: ItemRef): Promise<DraftItemView> => {
    const row = await existing(scope, draftId);
    const item = await draftItem(transaction, scope, draftId, ref);
    if (item === null) throw new AppError("not_found", { reason: "draft_item" });
    const base = await baseOf(row);
    const history = await itemHistory(transaction, scope, draftId, ref);
    const comments = await draftComments(transaction, scope, draftId, ref);
    const people = await peopleFor(scope, [item.updatedById, ...history.map(({ byId }) => byId), ...comments.map(({ byId }) => byId)]);
    const before = itemsOf(base.instrument, base.catalogue).find(({ kind, key }) => kind === ref.kind && key === ref.key);
    const items = await draftItems(transaction, scope, draftId);
    const { instrument } = contentOf(base, items);
    const sentences = (change: DraftChangeRow) =>
      ref.kind === "measure" ? measureDifference(change.before, change.after, instrument).map(({ sentence }) => sentence) : [];
    return {
      kind: ref.kind,
      key: ref.key,
      document: item.document,
      base: before?.document ?? null,
      version: item.version,
      updatedAt: item.updatedAt.toISOString(),
      updatedBy: item.updatedById === null ? null : people(item.updatedById),
      readings: ref.kind === "measure" ? ruleReadings(measureOf(item), contentFields(instrument)) : [],
      history: history.map((one) => ({
        at: one.at.toISOString(),
        by: people(one.byId),
        undone: one.undoneAt !== null,
        sentences: sentences(one),
      })),
      comments: comments.map((one) => draftCommentView(one, people)),
    };
  };

  const stale = async (scope: Read, draftId: string, ref: ItemRef): Promise<never> => {
    const item = await draftItem(transaction, scope, draftId, ref);
    if (item === null) throw new AppError("not_found", { reason: "draft_item" });
    throw new AppError("stale", { current: await itemView(scope, draftId, ref) });
  };

  /** Changes items as one act, with the act in the trail. Any item that somebody was first with refuses all. */
  const act = <T>(scope: Edit, kind: string, draftId: string, writes: readonly ItemWrite[], result: () => Promise<T>): Promise<T> =>
    changePlatform(transaction, scope, { action: "content.edit", kind, target: draftId }, async (platform) => {
      const [refused] = await platform.change(draftId, crypto.randomUUID(), writes);
      const write = writes.find(({ key }) => key === refused);
      if (write !== undefined) return stale(scope, draftId, write);
      const keys = writes.map(({ key }) => key);
      return { result: await result(), before: null, after: { keys } };
    });

  /** Takes the newest act of the person back, or does it again. */
  const turn = (scope: Edit, draftId: string, undone: boolean) =>
    changePlatform(
      transaction,
      scope,
      { action: "content.edit", kind: undone ? "draft.undo" : "draft.redo", target: draftId },
      async (platform) => {
        await open(scope, draftId);
        const changes = await newestAct(transaction, scope, draftId, scope.actor.userId, !undone);
        const [first] = changes;
        if (first === undefined) throw new AppError("not_ready", { reason: undone ? "nothing_to_undo" : "nothing_to_redo" });
        const writes = changes.map(
          ({ kind, key, version, before, after }): ItemWrite => ({
            kind,
            key,
            version,
            before: (undone ? after : before) as ItemWrite["before"],
            after: (undone ? before : after) as ItemWrite["after"],
          }),
        );
        const refused = await platform.turn(draftId, first.actId, undone, writes);
        if (refused.length > 0) throw new AppError("stale", { reason: "changed_since" });
        const keys = writes.map(({ key }) => key);
        return { result: { keys, ...(await steps(scope, draftId)) }, before: null, after: { keys } };
      },
    );

  return {
    list: async (scope: Read) => {
      const rows = await drafts(transaction, scope);
      const people = await peopleFor(
        scope,
        rows.map(({ createdById }) => createdById),
      );
      return { drafts: rows.map((row) => draftSummaryView(row, people)) };
    },

    /** Begins a draft from the newest published content. */
    create: (scope: Edit, input: DraftCreate): Promise<DraftView> =>
      submitOnce(transaction, scope.actor.userId, "draft.create", input, async () => {
        const { instrument, catalogue } = await currentContent(transaction);
        const fields = { name: input.name, baseInstrument: instrument.version, baseCatalogue: catalogue.version };
        return changePlatform(transaction, scope, { action: "content.edit", kind: "draft.create", target: "" }, async (platform) => {
          const row = await platform.create(fields, itemsOf(instrument, catalogue));
          return { result: await view(scope, row.id), before: null, after: fields, target: row.id };
        });
      }),

    get: view,
    item: itemView,

    /** Moves a draft to the newest published content, when another draft was published first. */
    rebase: (scope: Edit, draftId: string, version: number): Promise<DraftView> =>
      changePlatform(transaction, scope, { action: "content.edit", kind: "draft.rebase", target: draftId }, async (platform) => {
        const row = await open(scope, draftId);
        const { base, items } = await load(scope, draftId);
        const newest = await currentContent(transaction);
        const to = { baseInstrument: newest.instrument.version, baseCatalogue: newest.catalogue.version };
        const { writes, both } = rebaseItems(items, itemsOf(base.instrument, base.catalogue), itemsOf(newest.instrument, newest.catalogue));
        if ((await platform.rebase(draftId, version, to, writes)) === 0)
          throw new AppError("stale", { current: await view(scope, draftId) });
        for (const about of both) await platform.comment(draftId, about, `${newest.catalogue.version} ≠ ${row.name}`);
        const from = { baseInstrument: row.baseInstrument, baseCatalogue: row.baseCatalogue };
        return { result: await view(scope, draftId), before: from, after: { ...to, both: both.map(({ key }) => key) } };
      }),

    /** Changes the draft's name, note or state, from the version that was seen. */
    update: (scope: Edit, { draftId, version, ...fields }: DraftUpdate): Promise<DraftView> =>
      changePlatform(transaction, scope, { action: "content.edit", kind: "draft.update", target: draftId }, async (platform) => {
        const before = await open(scope, draftId);
        const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
        if ((await platform.update(draftId, version, given)) === 0) throw new AppError("stale", { current: await view(scope, draftId) });
        return {
          result: await view(scope, draftId),
          before: { name: before.name, status: before.status, changeNote: before.changeNote },
          after: given,
        };
      }),

    /** Saves one item as a whole: from the version that was seen, or as a new one. */
    saveItem: async (scope: Edit, input: DraftItemSave): Promise<DraftItemView> => {
      const { draftId, kind, key, version, document } = input;
      await open(scope, draftId);
      const { base, items } = await load(scope, draftId);
      const problems = itemProblems(input, contentOf(base, items));
      if (problems.length > 0) throw new AppError("invalid", { fields: problems });
      const now = await draftItem(transaction, scope, draftId, { kind, key });
      if (version === 0 && now !== null) throw new AppError("already_exists", { reason: "draft_item" });
      if (version > 0 && now?.version !== version) return stale(scope, draftId, { kind, key });
      const write = { kind, key, version, before: (now?.document ?? null) as ItemWrite["before"], after: document as never };
      return act(scope, "draft.save_item", draftId, [write], () => itemView(scope, draftId, { kind, key }));
    },

    /** Takes out an item that was new in the draft. What is published is retired instead, so that it stays readable. */
    removeItem: async (
      scope: Edit,
      { draftId, kind, key, version }: ItemRef & { draftId: string; version: number },
    ): Promise<DraftView> => {
      const row = await open(scope, draftId);
      const base = await baseOf(row);
      if (itemsOf(base.instrument, base.catalogue).some((one) => one.kind === kind && one.key === key))
        throw new AppError("closed", { reason: "published_item" });
      const now = await draftItem(transaction, scope, draftId, { kind, key });
      if (now === null || now.version !== version) return stale(scope, draftId, { kind, key });
      const write = { kind, key, version, before: now.document as ItemWrite["before"], after: null };
      return act(scope, "draft.remove_item", draftId, [write], () => view(scope, draftId));
    },

    ...measureChanges({ transaction, loader, act, stale }),

    undo: (scope: Edit, draftId: string) => turn(scope, draftId, true),
    redo: (scope: Edit, draftId: string) => turn(scope, draftId, false),

    comment: (scope: Edit, input: DraftCommentAdd) =>
      submitOnce(transaction, scope.actor.userId, "draft.comment", input, () =>
        changePlatform(transaction, scope, { action: "content.edit", kind: "draft.comment", target: input.draftId }, async (platform) => {
          await open(scope, input.draftId);
          const about = input.item;
          if (about !== null && (await draftItem(transaction, scope, input.draftId, about)) === null)
            throw new AppError("not_found", { reason: "draft_item" });
          const row = await platform.comment(input.draftId, about, input.body);
          const people = await peopleFor(scope, [row.byId]);
          return { result: draftCommentView(row, people), before: null, after: { key: about?.key ?? null } };
        }),
      ),

    resolveComment: (scope: Edit, draftId: string, commentId: string) =>
      changePlatform(transaction, scope, { action: "content.edit", kind: "draft.resolve_comment", target: commentId }, async (platform) => {
        await platform.resolve(draftId, commentId);
        const row = await platform.commentById(draftId, commentId);
        if (row === null) throw new AppError("not_found", { reason: "comment" });
        return { result: draftCommentView(row, await peopleFor(scope, [row.byId])), before: null, after: null };
      }),

    condition: (scope: Read, draftId: string, condition: Condition): Promise<ConditionView> =>
      askCondition(transaction, scope, loader, draftId, condition),

    /** The draft's questions put together. */
    instrument: async (scope: Read, draftId: string) => ({ instrument: (await load(scope, draftId)).content.instrument }),

    /** What differs between the draft and what it was made from. */
    difference: async (scope: Read, draftId: string) => {
      const { row, base, content } = await load(scope, draftId);
      const lines: DifferenceLine[] = versionDifference(base, content);
      return {
        from: { instrument: row.baseInstrument, catalogue: row.baseCatalogue },
        to: { instrument: row.publishedInstrument, catalogue: row.publishedCatalogue },
        lines,
      };
    },
    load,
  };
};
