import type { PlaceScope } from "@hp/domain/access";
import type { Prisma } from "./generated/client.ts";
import { proposalWrites } from "./proposal.store.ts";
import { connectionOf, type Transaction } from "./transaction.ts";

const action = {
  id: true,
  measureId: true,
  title: true,
  note: true,
  responsibleParty: true,
  responsibleName: true,
  startsOn: true,
  endsOn: true,
  municipalityCostSek: true,
  industryCostSek: true,
  municipalityHours: true,
  industryHours: true,
  status: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  updatedById: true,
  removedAt: true,
} satisfies Prisma.PlanActionSelect;
const plan = { decisionOn: true, decisionNote: true, followUpOn: true, version: true } satisfies Prisma.PlanSelect;

/** The plan of a place: its decision, and its actions in the order they came, removed ones included. */
export async function planOf(transaction: Transaction, scope: PlaceScope<"place.read">) {
  const db = connectionOf(transaction);
  const decision = await db.plan.findUniqueOrThrow({ where: { placeId: scope.placeId }, select: plan });
  const actions = await db.planAction.findMany({
    where: { placeId: scope.placeId },
    select: action,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return { decision, actions };
}
/** A plan as it is stored. */
export type PlanRows = Awaited<ReturnType<typeof planOf>>;
export type ActionRow = Awaited<ReturnType<typeof planOf>>["actions"][number];
export type DecisionRow = Awaited<ReturnType<typeof planOf>>["decision"];

/** What can be said of an action. Days are dates at UTC midnight. */
export type ActionFields = Pick<
  Prisma.PlanActionUncheckedCreateInput,
  | "title"
  | "note"
  | "responsibleParty"
  | "responsibleName"
  | "startsOn"
  | "endsOn"
  | "municipalityCostSek"
  | "industryCostSek"
  | "municipalityHours"
  | "industryHours"
  | "status"
>;

/** Writes that the action `plan.edit` opens. */
export const planWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => {
  const stamped = () => ({ updatedAt: new Date(), updatedById: userId, version: { increment: 1 } });
  return {
    ...proposalWrites(db, placeId, userId),
    byId: (id: string) => db.planAction.findUnique({ where: { placeId_id: { placeId, id } }, select: action }),
    byMeasure: (measureId: string) => db.planAction.findFirst({ where: { placeId, measureId, removedAt: null }, select: action }),
    add: (fields: ActionFields & { measureId: string | null; runId: string | null }) =>
      db.planAction.create({ data: { ...fields, placeId, createdById: userId, updatedById: userId }, select: action }),
    /** Changes an action that is in the plan and still at `version`. Returns how many rows changed: 0 or 1. */
    update: async (id: string, version: number, fields: Partial<ActionFields>): Promise<number> =>
      (await db.planAction.updateMany({ where: { id, placeId, version, removedAt: null }, data: { ...fields, ...stamped() } })).count,
    remove: async (id: string, version: number): Promise<number> =>
      (await db.planAction.updateMany({ where: { id, placeId, version, removedAt: null }, data: { removedAt: new Date(), ...stamped() } }))
        .count,
    restore: async (id: string, version: number): Promise<number> =>
      (
        await db.planAction.updateMany({
          where: { id, placeId, version, removedAt: { not: null } },
          data: { removedAt: null, ...stamped() },
        })
      ).count,
  };
};

/** Writes that the action `plan.decide` opens. */
export const planDecideWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => ({
  decision: () => db.plan.findUniqueOrThrow({ where: { placeId }, select: plan }),
  decide: async (version: number, fields: { decisionOn: Date | null; decisionNote: string; followUpOn: Date | null }): Promise<number> =>
    (
      await db.plan.updateMany({
        where: { placeId, version },
        data: { ...fields, updatedAt: new Date(), updatedById: userId, version: { increment: 1 } },
      })
    ).count,
});
