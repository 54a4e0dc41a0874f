import type { Prisma } from "./generated/client.ts";

let clientOf: (transaction: Transaction) => Prisma.TransactionClient;

/**
 * One procedure's transaction: what it reads and changes happens together or not at all. It begins by telling PostgreSQL
 * who asks, so that row-level security holds for everything inside. The connection stays in this package.
 */
export class Transaction {
  readonly #client: Prisma.TransactionClient;
  /** The person who asks; null before anyone has signed in. */
  readonly userId: string | null;
  readonly requestId: string;
  static {
    clientOf = (transaction) => transaction.#client;
  }
  constructor(client: Prisma.TransactionClient, userId: string | null, requestId: string) {
    this.#client = client;
    this.userId = userId;
    this.requestId = requestId;
  }
}

/** The connection of a transaction, for the stores of this package. */
export const connectionOf = (transaction: Transaction): Prisma.TransactionClient => clientOf(transaction);

/** Tells PostgreSQL who asks, for the rest of the transaction. */
export async function setUser(client: Prisma.TransactionClient, userId: string | null): Promise<void> {
  await client.$executeRaw`SELECT set_config('app.user_id', ${userId ?? ""}, true)`;
}
