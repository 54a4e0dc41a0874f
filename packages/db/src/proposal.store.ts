import type { PlaceScope } from "@hp/domain/access";
import type { Prisma, PrismaClient } from "./generated/client.ts";
import { connectionOf, type Transaction } from "./transaction.ts";

type Read = PlaceScope<"place.read">;

const proposal = {
  id: true,
  runId: true,
  status: true,
  limits: true,
  digest: true,
  done: true,
  total: true,
  error: true,
  createdById: true,
  createdAt: true,
} satisfies Prisma.ProposalSelect;

/** The questions for a package that a place has put, the newest first, without question and answer in full. */
export function proposalsOf(transaction: Transaction, scope: Read) {
  return connectionOf(transaction).proposal.findMany({
    where: { placeId: scope.placeId },
    select: proposal,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
  });
}
export type ProposalRow = Awaited<ReturnType<typeof proposalsOf>>[number];

/** One of them with question and answer; null if it is another place's or does not exist. */
export function proposalById(transaction: Transaction, scope: Read, id: string) {
  return connectionOf(transaction).proposal.findUnique({
    where: { placeId_id: { placeId: scope.placeId, id } },
    select: { ...proposal, request: true, result: true },
  });
}

export type FullProposalRow = NonNullable<Awaited<ReturnType<typeof proposalById>>>;

/** A question to be put. */
export type ProposalWrite = Pick<Prisma.ProposalUncheckedCreateInput, "runId" | "digest"> & {
  readonly limits: object;
  readonly request: object;
};

/** Writes of proposals that the action `plan.edit` opens. */
export const proposalWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => ({
  ask: ({ limits, request, ...rest }: ProposalWrite) =>
    db.proposal.create({
      data: { ...rest, limits: limits as Prisma.InputJsonObject, request: request as Prisma.InputJsonObject, placeId, createdById: userId },
      select: { id: true },
    }),
  /** Calls a question off that is not finished. Returns how many rows changed: 0 or 1. */
  callOff: async (id: string): Promise<number> =>
    (
      await db.proposal.updateMany({
        where: { id, placeId, finishedAt: null },
        data: { status: "cancelled", finishedAt: new Date() },
      })
    ).count,
});

/** A question that the worker has taken. */
export interface ProposalJob {
  readonly id: string;
  /** As it was put: a `PortfolioRequest`. */
  readonly request: unknown;
}

/** What the worker may do: take a question, tell how far it has come with what it has found, and end it. */
export interface ProposalQueue {
  /** The oldest question that waits, or whose worker has not been heard of for a minute; null when there is none. */
  take(): Promise<ProposalJob | null>;
  /** Tells how far it has come; what has been found so far replaces what was told before. False once somebody has called it off. */
  progress(id: string, done: number, total: number, result?: object): Promise<boolean>;
  finish(id: string, result: object): Promise<void>;
  fail(id: string, error: string): Promise<void>;
}

/** The queue of questions, as the worker meets it: rows of Proposal, each taken by one worker at a time. */
export function proposalQueue(prisma: PrismaClient): ProposalQueue {
  const asWorker = <T>(work: (db: Prisma.TransactionClient) => Promise<T>): Promise<T> =>
    prisma.$transaction(async (client) => {
      await client.$executeRaw`SELECT set_config('app.system', 'worker', true)`;
      return work(client);
    });
  const running = (id: string) => ({ id, status: "running" as const });
  const json = (result: object) => result as Prisma.InputJsonObject;
  return {
    take: () =>
      asWorker(async (db) => {
        const rows = await db.$queryRaw<ProposalJob[]>`
          UPDATE "Proposal" SET "status" = 'running', "seenAt" = now() WHERE "id" = (
            SELECT "id" FROM "Proposal" WHERE "status" = 'queued' OR ("status" = 'running' AND "seenAt" < now() - interval '1 minute')
              ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
          RETURNING "id", "request"`;
        return rows[0] ?? null;
      }),
    progress: async (id, done, total, result) => {
      const told = { done, total, seenAt: new Date(), ...(result === undefined ? {} : { result: json(result) }) };
      return (await asWorker((db) => db.proposal.updateMany({ where: running(id), data: told }))).count === 1;
    },
    finish: async (id, result) => {
      const finishedAt = new Date();
      await asWorker((db) =>
        db.proposal.updateMany({ where: running(id), data: { status: "done", result: json(result), finishedAt, seenAt: finishedAt } }),
      );
    },
    fail: async (id, error) => {
      await asWorker((db) => db.proposal.updateMany({ where: running(id), data: { status: "failed", error, finishedAt: new Date() } }));
    },
  };
}
