import { PrismaPg } from "@prisma/adapter-pg";
import { type AuthStore, authStore } from "./auth.store.ts";
import { type BenchQueue, benchQueue } from "./bench.store.ts";
import { PrismaClient } from "./generated/client.ts";
import { type ProposalQueue, proposalQueue } from "./proposal.store.ts";
import { setUser, Transaction } from "./transaction.ts";

/** What a transaction is opened with. */
export interface Opening {
  /** Null for what anyone may ask. */
  readonly userId: string | null;
  readonly requestId: string;
  /** True where nothing may be written: PostgreSQL then refuses to. */
  readonly readOnly?: boolean;
}

/** The database, as the rest of the product meets it. */
export interface Database {
  /** Runs `work` in one transaction as one person. Anything thrown rolls everything back. */
  transaction<T>(opening: Opening, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** The tables of sign-in, which belong to no place. */
  readonly auth: AuthStore;
  /** The trials of drafts that wait for a worker. */
  readonly benches: BenchQueue;
  /** The questions for a package that wait for a worker. */
  readonly proposals: ProposalQueue;
  /** Throws if the database does not answer. */
  ping(): Promise<void>;
  /** Name of the newest migration that is applied; null in an empty database. */
  newestMigration(): Promise<string | null>;
  /** Calls `listener` for every query sent. For tests that count them. */
  onQuery(listener: () => void): void;
  close(): Promise<void>;
}

/** How long a procedure may wait for a connection, and hold one, in milliseconds. */
const limits = { maxWait: 10_000, timeout: 20_000 } as const;

/**
 * Opens a pool of connections as the app's role.
 *
 * @param appUrl A PostgreSQL URL whose role owns nothing and cannot bypass row-level security.
 * @param poolSize Connections at the most.
 */
export function connect(appUrl: string, poolSize = 10): Database {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: appUrl, max: poolSize }),
    transactionOptions: limits,
    log: [{ emit: "event", level: "query" }],
  });
  return {
    transaction: (opening, work) =>
      prisma.$transaction(async (client) => {
        if (opening.readOnly) await client.$executeRaw`SET TRANSACTION READ ONLY`;
        await setUser(client, opening.userId);
        return work(new Transaction(client, opening.userId, opening.requestId));
      }),
    auth: authStore((work) =>
      prisma.$transaction(async (client) => {
        await client.$executeRaw`SELECT set_config('app.system', 'auth', true)`;
        return work(client);
      }),
    ),
    benches: benchQueue(prisma),
    proposals: proposalQueue(prisma),
    ping: async () => {
      await prisma.$queryRaw`SELECT 1`;
    },
    newestMigration: async () => {
      const rows = await prisma.$queryRaw<{ migration_name: string }[]>`
        SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name DESC LIMIT 1`;
      return rows[0]?.migration_name ?? null;
    },
    onQuery: (listener) => prisma.$on("query", listener),
    close: () => prisma.$disconnect(),
  };
}
