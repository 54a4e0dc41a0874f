import type { PlaceScope } from "@hp/domain/access";
import { Prisma } from "./generated/client.ts";
import { connectionOf, type Transaction } from "./transaction.ts";

type FactValue = number | boolean | string | string[];
const fact = {
  key: true,
  value: true,
  source: true,
  period: true,
  note: true,
  setById: true,
  setByParty: true,
  setAt: true,
  version: true,
} satisfies Prisma.ProfileFactSelect;

/** Every fact of a place that has been answered, "we do not know" included. */
export function profileFacts(transaction: Transaction, scope: PlaceScope<"place.read">) {
  return connectionOf(transaction).profileFact.findMany({ where: { placeId: scope.placeId }, select: fact, orderBy: { key: "asc" } });
}
export type FactRow = Awaited<ReturnType<typeof profileFacts>>[number];

/** A fact to be set. Null says that it is not known. */
export interface FactWrite {
  readonly key: string;
  readonly value: FactValue | null;
  readonly note: string | null;
  readonly party: "municipality" | "industry" | null;
}

const json = (value: FactValue | null) => (value === null ? Prisma.JsonNull : value);

/** Prefills a new place from open data: the product's own rows, by nobody. Existing rows stay. */
export async function prefillFacts(
  transaction: Transaction,
  scope: PlaceScope<"profile.edit">,
  facts: readonly { readonly key: string; readonly value: FactValue | null; readonly period: string | null }[],
): Promise<void> {
  await connectionOf(transaction).profileFact.createMany({
    data: facts.map(({ key, value, period }) => ({
      placeId: scope.placeId,
      key,
      value: json(value),
      period,
      source: "open_data" as const,
    })),
    skipDuplicates: true,
  });
}

/** Writes that the action `profile.edit` opens. */
export const profileWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => ({
  byKey: (key: string) => db.profileFact.findUnique({ where: { placeId_key: { placeId, key } }, select: fact }),
  /** Sets a fact if it is still at `version` (0: if nobody has answered). Returns how many rows changed: 0 or 1. */
  set: async (write: FactWrite, version: number): Promise<number> => {
    const data = {
      value: json(write.value),
      source: "manual" as const,
      note: write.note,
      period: null,
      setById: userId,
      setByParty: write.party,
      setAt: new Date(),
    };
    if (version === 0)
      return (await db.profileFact.createMany({ data: [{ placeId, key: write.key, ...data }], skipDuplicates: true })).count;
    return (await db.profileFact.updateMany({ where: { placeId, key: write.key, version }, data: { ...data, version: { increment: 1 } } }))
      .count;
  },
});
