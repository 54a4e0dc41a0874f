import type { PlaceScope } from "@hp/domain/access";
import type { Prisma } from "./generated/client.ts";
import { connectionOf, type Transaction } from "./transaction.ts";

const run = {
  id: true,
  roundId: true,
  instrumentVersion: true,
  catalogueVersion: true,
  engineVersion: true,
  document: true,
  digest: true,
  createdById: true,
  createdAt: true,
} satisfies Prisma.RecommendationRunSelect;

/** The newest run of advice; null before the first. */
export function newestRun(transaction: Transaction, scope: PlaceScope<"place.read">) {
  return connectionOf(transaction).recommendationRun.findFirst({
    where: { placeId: scope.placeId },
    orderBy: { createdAt: "desc" },
    select: run,
  });
}
export type RunRow = NonNullable<Awaited<ReturnType<typeof newestRun>>>;

/** One run of the place; null if it is another place's or does not exist. */
export function runById(transaction: Transaction, scope: PlaceScope<"place.read">, id: string) {
  return connectionOf(transaction).recommendationRun.findUnique({ where: { placeId_id: { placeId: scope.placeId, id } }, select: run });
}

/** A run to be stored. */
export interface RunWrite {
  readonly roundId: string;
  readonly instrumentVersion: string;
  readonly catalogueVersion: string;
  readonly engineVersion: string;
  readonly document: Prisma.InputJsonObject;
  readonly digest: string;
}

/** Writes that the action `advice.run` opens. A stored run never changes. */
export const recommendationWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => ({
  /** Stores a run; the first one pins its catalogue. */
  store: async (write: RunWrite) => {
    await db.place.updateMany({ where: { id: placeId, catalogueVersion: null }, data: { catalogueVersion: write.catalogueVersion } });
    return db.recommendationRun.create({ data: { ...write, placeId, createdById: userId }, select: run });
  },
});
