import { once, type Transaction } from "@hp/db";
import { digestOf } from "./digest.ts";
import { AppError } from "./errors.ts";

/**
 * Carries out a submission once, however often it arrives: a repeated key with the same input gets the first answer.
 *
 * @throws AppError `reused_key` when the key came with another input before.
 */
export async function submitOnce<I extends { readonly idempotencyKey: string }, T extends object>(
  transaction: Transaction,
  userId: string,
  procedure: string,
  input: I,
  work: () => Promise<T>,
): Promise<T> {
  const { idempotencyKey, ...rest } = input;
  const outcome = await once(transaction, userId, { key: idempotencyKey, procedure, inputDigest: digestOf(rest) }, work);
  if (outcome.kind === "reused") throw new AppError("reused_key");
  return outcome.value;
}
