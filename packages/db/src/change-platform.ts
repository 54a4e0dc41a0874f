import type { PlatformAction, PlatformScope } from "@hp/domain/access";
import type { Change } from "./change-place.ts";
import { draftWrites } from "./draft.store.ts";
import { Prisma } from "./generated/client.ts";
import { publicationWrites } from "./publication.store.ts";
import { connectionOf, type Transaction } from "./transaction.ts";

/** What each action may touch. An action that is not here cannot write at all. */
const platformWrites = {
  "content.edit": draftWrites,
  "content.publish": publicationWrites,
} as const satisfies Record<Exclude<PlatformAction, "content.read">, (db: Prisma.TransactionClient, userId: string) => object>;
type WriteAction = keyof typeof platformWrites;
type Writes<A extends WriteAction> = ReturnType<(typeof platformWrites)[A]>;

/**
 * The only way to change what all places share: opened by one action, reaching that action's tables, and recording who
 * did what in the same transaction. If `work` throws, nothing happened and nothing is recorded.
 */
export async function changePlatform<const A extends WriteAction, T>(
  transaction: Transaction,
  scope: PlatformScope<NoInfer<A>>,
  event: { readonly action: A; readonly kind: string; readonly target: string },
  work: (platform: Writes<A>) => Promise<Change<T>>,
): Promise<T> {
  const db = connectionOf(transaction);
  const { userId } = scope.actor;
  const change = await work(platformWrites[event.action](db, userId) as Writes<A>);
  await db.auditEvent.create({
    data: {
      placeId: null,
      actorId: userId,
      requestId: transaction.requestId,
      action: event.kind,
      target: change.target ?? event.target,
      before: change.before ?? Prisma.DbNull,
      after: change.after ?? Prisma.DbNull,
    },
  });
  return change.result;
}
