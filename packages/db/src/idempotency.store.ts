import type { Prisma } from "./generated/client.ts";
import { connectionOf, type Transaction } from "./transaction.ts";

/**
 * Does `work` once per key and person. A second submission with the same key waits for the first, then gets its answer.
 *
 * @returns `reused` when the key was used for something else.
 */
export async function once<T extends object>(
  transaction: Transaction,
  userId: string,
  submission: { readonly key: string; readonly procedure: string; readonly inputDigest: string },
  work: () => Promise<T>,
): Promise<{ readonly kind: "done"; readonly value: T } | { readonly kind: "reused" }> {
  const db = connectionOf(transaction);
  const where = { userId_key: { userId, key: submission.key } };
  const claimed = await db.idempotencyKey.createMany({ data: [{ userId, ...submission, response: {} }], skipDuplicates: true });
  if (claimed.count === 0) {
    const earlier = await db.idempotencyKey.findUniqueOrThrow({ where });
    if (earlier.procedure !== submission.procedure || earlier.inputDigest !== submission.inputDigest) return { kind: "reused" };
    return { kind: "done", value: earlier.response as T };
  }
  const value = await work();
  await db.idempotencyKey.update({ where, data: { response: value as Prisma.InputJsonObject } });
  return { kind: "done", value };
}
