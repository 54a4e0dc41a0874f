import type { PlatformScope } from "@hp/domain/access";
import type { Prisma, PrismaClient } from "./generated/client.ts";
import { connectionOf, type Transaction } from "./transaction.ts";

type Read = PlatformScope<"content.read">;

const bench = {
  id: true,
  draftId: true,
  fingerprint: true,
  status: true,
  done: true,
  total: true,
  isGreen: true,
  error: true,
  createdAt: true,
  finishedAt: true,
} satisfies Prisma.BenchRunSelect;

/** The trials of a draft, the newest first, without their reports. */
export function benchesOf(transaction: Transaction, _scope: Read, draftId: string) {
  return connectionOf(transaction).benchRun.findMany({ where: { draftId }, select: bench, orderBy: { createdAt: "desc" }, take: 20 });
}
export type BenchRow = Awaited<ReturnType<typeof benchesOf>>[number];

/** How many findings of each severity the reports of some trials hold, counted in the database. */
export async function benchCounts(transaction: Transaction, _scope: Read, ids: readonly string[]) {
  return connectionOf(transaction).$queryRaw<{ id: string; severity: string; count: number }[]>`
    SELECT b."id", f ->> 'severity' AS severity, count(*)::int AS count
      FROM "BenchRun" b, jsonb_array_elements(b."report" -> 'findings') f WHERE b."id" = ANY (${[...ids]}::uuid[]) GROUP BY 1, 2`;
}

/** One trial with its report and what was computed for it; null where there is none. */
export function benchById(transaction: Transaction, _scope: Read, id: string) {
  return connectionOf(transaction).benchRun.findUnique({ where: { id }, select: { ...bench, report: true, computed: true } });
}

const expectation = {
  id: true,
  placeId: true,
  municipalityCode: true,
  measureId: true,
  kind: true,
  within: true,
  note: true,
} satisfies Prisma.BenchExpectationSelect;

/** What admins have pinned, the oldest first. */
export function expectations(transaction: Transaction, _scope: Read) {
  return connectionOf(transaction).benchExpectation.findMany({ select: expectation, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
}
export type ExpectationRow = Awaited<ReturnType<typeof expectations>>[number];

/** A place as a draft is tried on it: the inputs of its newest run. */
export interface BenchPlaceRow {
  readonly placeId: string;
  readonly name: string;
  readonly instrumentVersion: string;
  readonly catalogueVersion: string;
  readonly input: unknown;
}

/** The places that drafts are tried on, for admins: see bench_places() in the migrations. */
export function benchPlaces(transaction: Transaction, _scope: Read): Promise<BenchPlaceRow[]> {
  return connectionOf(transaction).$queryRaw<BenchPlaceRow[]>`SELECT * FROM bench_places()`;
}

/** A trial that the worker has taken, with everything that it needs. */
export interface BenchJob {
  readonly id: string;
  readonly draftId: string;
  readonly fingerprint: string;
  readonly baseInstrument: string;
  readonly baseCatalogue: string;
  readonly items: readonly { readonly kind: string; readonly key: string; readonly document: unknown }[];
  readonly places: readonly BenchPlaceRow[];
  readonly expectations: readonly ExpectationRow[];
}

/** What the worker may do: take a trial, tell how far it has come, and leave its report. */
export interface BenchQueue {
  /** The oldest trial that waits, or whose worker has not been heard of for a minute; null when there is none. */
  take(): Promise<BenchJob | null>;
  /** Tells how far a trial has come. False once somebody has cancelled it. */
  progress(id: string, done: number, total: number): Promise<boolean>;
  /** Leaves the report. Nothing is written where the trial was cancelled. */
  finish(id: string, result: { readonly isGreen: boolean; readonly report: object; readonly computed: object }): Promise<void>;
  fail(id: string, error: string): Promise<void>;
}

/** The queue of trials, as the worker meets it: rows of BenchRun, each taken by one worker at a time. */
export function benchQueue(prisma: PrismaClient): BenchQueue {
  const asWorker = <T>(work: (db: Prisma.TransactionClient) => Promise<T>): Promise<T> =>
    prisma.$transaction(async (client) => {
      await client.$executeRaw`SELECT set_config('app.system', 'worker', true)`;
      return work(client);
    });
  const running = (id: string) => ({ id, status: "running" as const });
  return {
    take: () =>
      asWorker(async (db) => {
        const rows = await db.$queryRaw<{ id: string; draftId: string; fingerprint: string }[]>`
          UPDATE "BenchRun" SET "status" = 'running', "startedAt" = now(), "seenAt" = now() WHERE "id" = (
            SELECT "id" FROM "BenchRun" WHERE "status" = 'queued' OR ("status" = 'running' AND "seenAt" < now() - interval '1 minute')
              ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
          RETURNING "id", "draftId", "fingerprint"`;
        const [row] = rows;
        if (row === undefined) return null;
        const draft = await db.contentDraft.findUniqueOrThrow({
          where: { id: row.draftId },
          select: { baseInstrument: true, baseCatalogue: true, items: { select: { kind: true, key: true, document: true } } },
        });
        return {
          ...row,
          ...draft,
          places: await db.$queryRaw<BenchPlaceRow[]>`SELECT * FROM bench_places()`,
          expectations: await db.benchExpectation.findMany({ select: expectation, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
        };
      }),
    progress: async (id, done, total) =>
      (await asWorker((db) => db.benchRun.updateMany({ where: running(id), data: { done, total, seenAt: new Date() } }))).count === 1,
    finish: async (id, { isGreen, report, computed }) => {
      const data = {
        status: "done" as const,
        isGreen,
        report: report as Prisma.InputJsonObject,
        computed: computed as Prisma.InputJsonObject,
      };
      await asWorker((db) => db.benchRun.updateMany({ where: running(id), data: { ...data, finishedAt: new Date(), seenAt: new Date() } }));
    },
    fail: async (id, error) => {
      await asWorker((db) => db.benchRun.updateMany({ where: running(id), data: { status: "failed", error, finishedAt: new Date() } }));
    },
  };
}
