import type { PlatformScope } from "@hp/domain/access";
import { Prisma } from "./generated/client.ts";
import { connectionOf, type Transaction } from "./transaction.ts";

type Read = PlatformScope<"content.read">;

const draft = {
  id: true,
  name: true,
  status: true,
  baseInstrument: true,
  baseCatalogue: true,
  changeNote: true,
  version: true,
  createdById: true,
  createdAt: true,
  updatedAt: true,
  publishedInstrument: true,
  publishedCatalogue: true,
} satisfies Prisma.ContentDraftSelect;
const item = { kind: true, key: true, document: true, version: true, updatedAt: true, updatedById: true } satisfies Prisma.DraftItemSelect;
const comment = { id: true, kind: true, key: true, body: true, byId: true, at: true, resolvedAt: true } satisfies Prisma.DraftCommentSelect;
const change = {
  id: true,
  kind: true,
  key: true,
  before: true,
  after: true,
  version: true,
  actId: true,
  byId: true,
  at: true,
  undoneAt: true,
} satisfies Prisma.DraftChangeSelect;

/** The kinds of items that a draft holds. */
export type ItemKind = "measure" | "dimension" | "precondition";
/** Names an item. */
export interface ItemRef {
  readonly kind: ItemKind;
  readonly key: string;
}

/** Whether the person is an admin at this moment. */
export async function isAdmin(transaction: Transaction, userId: string): Promise<boolean> {
  const row = await connectionOf(transaction).user.findUnique({ where: { id: userId }, select: { isAdmin: true } });
  return row?.isAdmin ?? false;
}

/** All drafts, the newest first, with how many items were changed and how many comments are open. */
export async function drafts(transaction: Transaction, _scope: Read) {
  const db = connectionOf(transaction);
  const rows = await db.contentDraft.findMany({ select: draft, orderBy: { createdAt: "desc" } });
  const changed = await db.draftItem.groupBy({ by: ["draftId"], where: { updatedById: { not: null } }, _count: true });
  const open = await db.draftComment.groupBy({ by: ["draftId"], where: { resolvedAt: null }, _count: true });
  const count = (groups: readonly { draftId: string; _count: number }[], id: string) =>
    groups.find((one) => one.draftId === id)?._count ?? 0;
  return rows.map((row) => ({ ...row, changedItems: count(changed, row.id), openComments: count(open, row.id) }));
}

/** One draft; null where there is none. */
export function draftById(transaction: Transaction, _scope: Read, id: string) {
  return connectionOf(transaction).contentDraft.findUnique({ where: { id }, select: draft });
}
export type DraftRow = NonNullable<Awaited<ReturnType<typeof draftById>>>;

/** Everything that a draft is made of, by kind and key. */
export function draftItems(transaction: Transaction, _scope: Read, draftId: string) {
  return connectionOf(transaction).draftItem.findMany({ where: { draftId }, select: item, orderBy: [{ kind: "asc" }, { key: "asc" }] });
}
export type DraftItemRow = Awaited<ReturnType<typeof draftItems>>[number];

/** One item; null where the draft has none. */
export function draftItem(transaction: Transaction, _scope: Read, draftId: string, { kind, key }: ItemRef) {
  return connectionOf(transaction).draftItem.findUnique({ where: { draftId_kind_key: { draftId, kind, key } }, select: item });
}

/** What was done to one item, the newest first. */
export function itemHistory(transaction: Transaction, _scope: Read, draftId: string, { kind, key }: ItemRef) {
  return connectionOf(transaction).draftChange.findMany({
    where: { draftId, kind, key },
    select: change,
    orderBy: { id: "desc" },
    take: 50,
  });
}

/** What one person did to a draft and has not taken back, or has: the newest act with all its changes; empty without one. */
export async function newestAct(transaction: Transaction, _scope: Read, draftId: string, byId: string, undone: boolean) {
  const db = connectionOf(transaction);
  // An act can be done again only while nothing newer was done on top of it.
  const newest = await db.draftChange.findFirst({
    where: { draftId, byId, undoneAt: undone ? { not: null } : null },
    select: { id: true, actId: true, undoneAt: true },
    orderBy: undone ? [{ undoneAt: "desc" }, { id: "asc" }] : { id: "desc" },
  });
  if (newest === null) return [];
  if (undone) {
    const later = await db.draftChange.findFirst({
      where: { draftId, byId, undoneAt: null, at: { gt: newest.undoneAt as Date } },
      select: { id: true },
    });
    if (later !== null) return [];
  }
  return db.draftChange.findMany({ where: { draftId, actId: newest.actId }, select: change, orderBy: { id: "asc" } });
}
export type DraftChangeRow = Awaited<ReturnType<typeof newestAct>>[number];

/** The comments on a draft, or on one item of it, the oldest first. */
export function draftComments(transaction: Transaction, _scope: Read, draftId: string, item?: ItemRef) {
  return connectionOf(transaction).draftComment.findMany({
    where: { draftId, ...(item ?? {}) },
    select: comment,
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
}
export type DraftCommentRow = Awaited<ReturnType<typeof draftComments>>[number];

/** One change of one item, as it is kept. */
export interface ItemWrite extends ItemRef {
  /** The version it was made from; 0 where there was no such item. */
  readonly version: number;
  readonly before: Prisma.InputJsonObject | null;
  /** Null takes the item out. */
  readonly after: Prisma.InputJsonObject | null;
}

const json = (value: Prisma.InputJsonObject | null) => value ?? Prisma.DbNull;

/** Writes that the action `content.edit` opens. */
export const draftWrites = (db: Prisma.TransactionClient, userId: string) => {
  const touch = (draftId: string) => db.contentDraft.updateMany({ where: { id: draftId }, data: { updatedAt: new Date() } });
  const put = async (draftId: string, { kind, key, version, after }: ItemWrite): Promise<boolean> => {
    if (version === 0) {
      if (after === null) return false;
      const made = await db.draftItem.createMany({
        data: { draftId, kind, key, document: after, updatedById: userId },
        skipDuplicates: true,
      });
      return made.count === 1;
    }
    const where = { draftId, kind, key, version };
    const { count } =
      after === null
        ? await db.draftItem.deleteMany({ where })
        : await db.draftItem.updateMany({
            where,
            data: { document: after, version: { increment: 1 }, updatedAt: new Date(), updatedById: userId },
          });
    return count === 1;
  };
  return {
    /** A new draft with its items. */
    create: async (
      fields: { name: string; baseInstrument: string; baseCatalogue: string },
      items: readonly (ItemRef & { readonly document: Prisma.InputJsonObject })[],
    ) => {
      const row = await db.contentDraft.create({ data: { ...fields, createdById: userId }, select: draft });
      await db.draftItem.createMany({ data: items.map((one) => ({ ...one, draftId: row.id })) });
      return row;
    },
    /** Changes the draft itself, still at `version` and not closed. Returns how many rows changed: 0 or 1. */
    update: async (
      id: string,
      version: number,
      fields: { name?: string; changeNote?: string; status?: "draft" | "review" | "discarded" },
    ): Promise<number> =>
      (
        await db.contentDraft.updateMany({
          where: { id, version, status: { in: ["draft", "review"] } },
          data: { ...fields, version: { increment: 1 }, updatedAt: new Date() },
        })
      ).count,
    /**
     * Changes items as one act that is undone together. Returns the keys that were no longer at the version named: where
     * there are any, the caller refuses, and the transaction with it.
     */
    change: async (draftId: string, actId: string, writes: readonly ItemWrite[]): Promise<string[]> => {
      const refused: string[] = [];
      for (const write of writes) {
        if (!(await put(draftId, write))) {
          refused.push(write.key);
          continue;
        }
        const { kind, key, version, before, after } = write;
        await db.draftChange.create({
          data: {
            draftId,
            kind,
            key,
            before: json(before),
            after: json(after),
            version: after === null ? 0 : version + 1,
            actId,
            byId: userId,
          },
        });
      }
      await touch(draftId);
      return refused;
    },
    /** Puts items back to what they were before an act, or after it again, and marks the act so. */
    turn: async (draftId: string, actId: string, undone: boolean, writes: readonly ItemWrite[]): Promise<string[]> => {
      const refused: string[] = [];
      for (const write of writes) if (!(await put(draftId, write))) refused.push(write.key);
      await db.draftChange.updateMany({ where: { draftId, actId }, data: { undoneAt: undone ? new Date() : null } });
      for (const { kind, key, version, after } of writes)
        await db.draftChange.updateMany({ where: { draftId, actId, kind, key }, data: { version: after === null ? 0 : version + 1 } });
      await touch(draftId);
      return refused;
    },
    /** Moves a draft, still at `version`, to other published content; its items follow, as nobody's own act. Returns how many rows changed. */
    rebase: async (
      id: string,
      version: number,
      base: { baseInstrument: string; baseCatalogue: string },
      writes: readonly ItemWrite[],
    ): Promise<number> => {
      const { count } = await db.contentDraft.updateMany({
        where: { id, version, status: { in: ["draft", "review"] } },
        data: { ...base, version: { increment: 1 }, updatedAt: new Date() },
      });
      if (count === 0) return 0;
      for (const write of writes) await put(id, write);
      await db.draftItem.updateMany({
        where: { draftId: id, OR: writes.map(({ kind, key }) => ({ kind, key })) },
        data: { updatedById: null },
      });
      return count;
    },
    comment: (draftId: string, about: ItemRef | null, body: string) =>
      db.draftComment.create({
        data: { draftId, kind: about?.kind ?? null, key: about?.key ?? null, body, byId: userId },
        select: comment,
      }),
    resolve: async (draftId: string, id: string): Promise<number> =>
      (await db.draftComment.updateMany({ where: { id, draftId, resolvedAt: null }, data: { resolvedAt: new Date() } })).count,
    commentById: (draftId: string, id: string) => db.draftComment.findFirst({ where: { id, draftId }, select: comment }),
    /** Queues a trial. */
    startBench: (draftId: string, fingerprint: string) =>
      db.benchRun.create({ data: { draftId, fingerprint, createdById: userId }, select: { id: true } }),
    /** Stops a trial that is not finished. Returns how many rows changed: 0 or 1. */
    cancelBench: async (id: string): Promise<number> =>
      (
        await db.benchRun.updateMany({
          where: { id, status: { in: ["queued", "running"] } },
          data: { status: "cancelled", cancelledAt: new Date(), finishedAt: new Date() },
        })
      ).count,
    pin: (fields: {
      placeId: string | null;
      municipalityCode: string | null;
      measureId: string;
      kind: string;
      within: number | null;
      note: string;
    }) => db.benchExpectation.create({ data: { ...fields, createdById: userId }, select: { id: true } }),
    unpin: async (id: string): Promise<number> => (await db.benchExpectation.deleteMany({ where: { id } })).count,
  };
};
