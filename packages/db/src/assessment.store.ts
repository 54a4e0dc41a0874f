import type { PlaceScope } from "@hp/domain/access";
import type { Prisma, RoleGroup } from "./generated/client.ts";
import { connectionOf, type Transaction } from "./transaction.ts";

type PlaceParty = "municipality" | "industry";
const round = {
  id: true,
  number: true,
  mode: true,
  instrumentVersion: true,
  startedAt: true,
  deadlineOn: true,
  openedAt: true,
  version: true,
  parties: { select: { party: true, readyAt: true, agreedAt: true }, orderBy: { party: "asc" } },
} satisfies Prisma.RoundSelect;
const response = {
  id: true,
  answers: true,
  importance: true,
  roleGroup: true,
  submittedAt: true,
  updatedAt: true,
  version: true,
} satisfies Prisma.ResponseSelect;

/** The newest round of a place, opened or not; null before the first. */
export function newestRound(transaction: Transaction, scope: PlaceScope<"place.read">) {
  return connectionOf(transaction).round.findFirst({ where: { placeId: scope.placeId }, orderBy: { number: "desc" }, select: round });
}
export type RoundRow = NonNullable<Awaited<ReturnType<typeof newestRound>>>;

/** One round of the place; null if it is another place's or does not exist. */
export function roundById(transaction: Transaction, scope: PlaceScope<"place.read">, id: string) {
  return connectionOf(transaction).round.findUnique({ where: { placeId_id: { placeId: scope.placeId, id } }, select: round });
}

/** The actor's own answers in a round; null before the first. Other people's cannot be read by anyone. */
export function ownResponse(transaction: Transaction, scope: PlaceScope<"place.read">, roundId: string) {
  return connectionOf(transaction).response.findFirst({
    where: { placeId: scope.placeId, roundId, userId: scope.actor.userId },
    select: response,
  });
}
export type ResponseRow = NonNullable<Awaited<ReturnType<typeof ownResponse>>>;

/** People who have begun and handed in, per organisation. */
export function roundProgress(transaction: Transaction, _scope: PlaceScope<"place.read">, roundId: string) {
  return connectionOf(transaction).$queryRaw<{ party: PlaceParty; organisationId: string; started: number; submitted: number }[]>`
    SELECT "party", "organisationId"::text, "started", "submitted" FROM round_progress(ARRAY[${roundId}::uuid])`;
}

/** One count of one answer: the form in which answers leave the database, and only once the round is opened. */
export interface TallyCell {
  readonly party: PlaceParty;
  readonly organisationId: string;
  readonly roleGroup: RoleGroup;
  readonly respondents: number;
  readonly kind: "item" | "importance";
  /** Position in the instrument's order, from 0. */
  readonly position: number;
  /** 1–5, or 6 for "cannot judge". */
  readonly answer: number;
  readonly people: number;
}

/** Tallies of an opened round; empty before it is opened. */
export function roundTallies(transaction: Transaction, scope: PlaceScope<"place.read">, roundId: string) {
  return connectionOf(transaction).$queryRaw<TallyCell[]>`
    SELECT "party", "organisationId"::text, "roleGroup", "respondents", "kind", "position", "answer", "people"
      FROM round_tallies(${scope.placeId}::uuid, ${roundId}::uuid)`;
}

/** Writes that the action `assessment.start` opens. */
export const assessmentWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => ({
  newest: () => db.round.findFirst({ where: { placeId }, orderBy: { number: "desc" }, select: round }),
  start: async (input: { number: number; mode: "quick" | "full"; instrumentVersion: string; deadlineOn: Date | null }): Promise<string> => {
    // The first round pins its instrument.
    await db.place.updateMany({ where: { id: placeId, instrumentVersion: null }, data: { instrumentVersion: input.instrumentVersion } });
    const { id } = await db.round.create({ data: { ...input, placeId, startedById: userId }, select: { id: true } });
    await db.roundParty.createMany({
      data: [
        { placeId, roundId: id, party: "municipality" },
        { placeId, roundId: id, party: "industry" },
      ],
    });
    return id;
  },
});

/** One person's answers, to be saved whole. */
export interface ResponseWrite {
  readonly roundId: string;
  readonly organisationId: string;
  readonly party: PlaceParty;
  readonly roleGroup: RoleGroup;
  readonly answers: number[];
  readonly importance: number[];
}

/** Writes that the action `assessment.answer` opens: the actor's own response and no other. */
export const assessmentAnswerWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => ({
  own: (roundId: string) => db.response.findFirst({ where: { placeId, roundId, userId }, select: response }),
  /** Saves if still at `version` (0: if nothing was saved before). Returns how many rows changed: 0 or 1. */
  save: async (write: ResponseWrite, version: number): Promise<number> => {
    if (version === 0) return (await db.response.createMany({ data: [{ ...write, placeId, userId }], skipDuplicates: true })).count;
    const { roundId, answers, importance, roleGroup } = write;
    const data = { answers, importance, roleGroup, updatedAt: new Date(), version: { increment: 1 } };
    return (await db.response.updateMany({ where: { placeId, roundId, userId, version }, data })).count;
  },
  submit: async (roundId: string, version: number): Promise<number> =>
    (
      await db.response.updateMany({
        where: { placeId, roundId, userId, version },
        data: { submittedAt: new Date(), updatedAt: new Date(), version: { increment: 1 } },
      })
    ).count,
});

/** Writes that the action `assessment.ready` opens: what one's own party says of itself. */
export const assessmentReadyWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => ({
  declareReady: async (roundId: string, party: PlaceParty): Promise<number> =>
    (
      await db.roundParty.updateMany({
        where: { placeId, roundId, party, readyAt: null },
        data: { readyAt: new Date(), readyById: userId },
      })
    ).count,
  agreeToOpen: async (roundId: string, party: PlaceParty): Promise<number> =>
    (
      await db.roundParty.updateMany({
        where: { placeId, roundId, party, agreedAt: null },
        data: { agreedAt: new Date(), agreedById: userId },
      })
    ).count,
});

/** Writes that the action `assessment.open` opens. */
export const assessmentOpenWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => ({
  /** Opens the results for everyone at once, if still at `version`. Returns 0 or 1. */
  open: async (roundId: string, version: number): Promise<number> =>
    (
      await db.round.updateMany({
        where: { placeId, id: roundId, version, openedAt: null },
        data: { openedAt: new Date(), openedById: userId, version: { increment: 1 } },
      })
    ).count,
});
