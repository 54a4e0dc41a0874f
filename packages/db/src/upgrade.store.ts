import type { PlaceScope } from "@hp/domain/access";
import type { Prisma } from "./generated/client.ts";
import type { RunWrite } from "./recommendation.store.ts";
import { connectionOf, type Transaction } from "./transaction.ts";

type Read = PlaceScope<"place.read">;

const upgrade = {
  id: true,
  fromInstrument: true,
  toInstrument: true,
  fromCatalogue: true,
  toCatalogue: true,
  decisions: true,
  before: true,
  beforeDigest: true,
  after: true,
  afterDigest: true,
  createdById: true,
  createdAt: true,
  rolledBackAt: true,
} satisfies Prisma.PlaceUpgradeSelect;

/** The content that a place has pinned; null where it has not begun with that part. */
export async function placeContent(transaction: Transaction, scope: Read) {
  return connectionOf(transaction).place.findUniqueOrThrow({
    where: { id: scope.placeId },
    select: { instrumentVersion: true, catalogueVersion: true },
  });
}

/** The moves of a place to other content, the newest first. */
export function upgradesOf(transaction: Transaction, scope: Read) {
  return connectionOf(transaction).placeUpgrade.findMany({
    where: { placeId: scope.placeId },
    select: upgrade,
    orderBy: { createdAt: "desc" },
  });
}
export type UpgradeRow = Awaited<ReturnType<typeof upgradesOf>>[number];

/** Stands for all answers of a round without showing any. */
export async function roundDigest(transaction: Transaction, scope: Read, roundId: string): Promise<string> {
  const rows = await connectionOf(transaction).$queryRaw<
    { digest: string }[]
  >`SELECT round_digest(${scope.placeId}::uuid, ${roundId}::uuid) AS digest`;
  return rows[0]?.digest ?? "";
}

/** One's own answers that moves of the place have taken along or left behind, the newest first. */
export async function ownSnapshots(transaction: Transaction, scope: Read) {
  if (transaction.userId === null) return [];
  return connectionOf(transaction).answerSnapshot.findMany({
    where: { placeId: scope.placeId, userId: transaction.userId },
    select: { instrumentVersion: true, answers: true, takenAt: true },
    orderBy: { takenAt: "desc" },
  });
}

/** A move, as it is kept. */
export type UpgradeWrite = Omit<
  Prisma.PlaceUpgradeUncheckedCreateInput,
  "placeId" | "createdById" | "createdAt" | "rolledBackAt" | "rolledBackById"
>;

/** Writes that the action `content.upgrade` opens. */
export const upgradeWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => ({
  record: (write: UpgradeWrite) => db.placeUpgrade.create({ data: { ...write, placeId, createdById: userId }, select: upgrade }),
  /** Fills in what stood afterwards, once it does. */
  complete: (id: string, after: Prisma.InputJsonObject, afterDigest: string) =>
    db.placeUpgrade.update({ where: { placeId_id: { placeId, id } }, data: { after, afterDigest }, select: upgrade }),
  /** Marks a move as taken back. Returns how many rows changed: 0 or 1. */
  markRolledBack: async (id: string): Promise<number> =>
    (
      await db.placeUpgrade.updateMany({
        where: { id, placeId, rolledBackAt: null },
        data: { rolledBackAt: new Date(), rolledBackById: userId },
      })
    ).count,
  pin: (versions: { instrumentVersion?: string | null; catalogueVersion?: string | null }) =>
    db.place.update({ where: { id: placeId }, data: versions, select: { id: true } }),
  /** Moves the round under way and everybody's answers in it; positions from 1, 0 for what is asked anew. */
  moveRound: (roundId: string, upgradeId: string, toVersion: string, answersFrom: readonly number[], importanceFrom: readonly number[]) =>
    db.$queryRaw`SELECT upgrade_round(${placeId}::uuid, ${roundId}::uuid, ${upgradeId}::uuid, ${toVersion}, ${[...answersFrom]}::int[], ${[...importanceFrom]}::int[])`,
  moveRoundBack: (roundId: string, upgradeId: string, answersFrom: readonly number[], importanceFrom: readonly number[]) =>
    db.$queryRaw`SELECT rollback_round(${placeId}::uuid, ${roundId}::uuid, ${upgradeId}::uuid, ${[...answersFrom]}::int[], ${[...importanceFrom]}::int[])`,
  /** The newest run of the place with a digest, as it can be stored again; null where there is none. */
  runByDigest: (digest: string) =>
    db.recommendationRun.findFirst({
      where: { placeId, digest },
      orderBy: { createdAt: "desc" },
      select: { roundId: true, instrumentVersion: true, catalogueVersion: true, engineVersion: true, document: true, digest: true },
    }) as Promise<RunWrite | null>,
  storeRun: (write: RunWrite) => db.recommendationRun.create({ data: { ...write, placeId, createdById: userId }, select: { id: true } }),
});
