import type { PlaceScope, PlaceWriteAction } from "@hp/domain/access";
import { assessmentAnswerWrites, assessmentOpenWrites, assessmentReadyWrites, assessmentWrites } from "./assessment.store.ts";
import { Prisma } from "./generated/client.ts";
import { inviteWrites, manageWrites, selfWrites } from "./member.store.ts";
import { planDecideWrites, planWrites } from "./plan.store.ts";
import { profileWrites } from "./profile.store.ts";
import { recommendationWrites } from "./recommendation.store.ts";
import { connectionOf, type Transaction } from "./transaction.ts";
import { upgradeWrites } from "./upgrade.store.ts";

/** What each action may touch. An action that is not here cannot write at all. */
const placeWrites = {
  "profile.edit": profileWrites,
  "assessment.start": assessmentWrites,
  "assessment.answer": assessmentAnswerWrites,
  "assessment.ready": assessmentReadyWrites,
  "assessment.open": assessmentOpenWrites,
  "advice.run": recommendationWrites,
  "plan.edit": planWrites,
  "plan.decide": planDecideWrites,
  "members.invite": inviteWrites,
  "members.manage": manageWrites,
  "member.self": selfWrites,
  "content.upgrade": upgradeWrites,
} as const satisfies Record<PlaceWriteAction, (db: Prisma.TransactionClient, placeId: string, userId: string) => object>;
type Writes<A extends PlaceWriteAction> = ReturnType<(typeof placeWrites)[A]>;

/** JSON for the audit trail; undefined leaves the column empty. */
export type AuditValue = Prisma.InputJsonObject | null;

/** What a change leaves: its result, and for the trail what stood before and after. */
export interface Change<T> {
  readonly result: T;
  readonly before: AuditValue;
  readonly after: AuditValue;
  /** What the event is about, when only known afterwards. */
  readonly target?: string;
}

/**
 * The only way to change a place: opened by one action, reaching that action's tables, and recording who did what, with
 * what stood before and after, in the same transaction. If `work` throws, nothing happened and nothing is recorded.
 */
export async function changePlace<const A extends PlaceWriteAction, T>(
  transaction: Transaction,
  scope: PlaceScope<NoInfer<A>>,
  event: { readonly action: A; readonly kind?: string; readonly target: string },
  work: (place: Writes<A>) => Promise<Change<T>>,
): Promise<T> {
  const db = connectionOf(transaction);
  const { placeId, actor } = scope;
  const change = await work(placeWrites[event.action](db, placeId, actor.userId) as Writes<A>);
  await db.auditEvent.create({
    data: {
      placeId,
      actorId: actor.userId,
      requestId: transaction.requestId,
      action: event.kind ?? event.action,
      target: change.target ?? event.target,
      before: change.before ?? Prisma.DbNull,
      after: change.after ?? Prisma.DbNull,
    },
  });
  return change.result;
}
