import { z } from "zod";
import { costSek, day, hours, instant, line, paragraph, party, version } from "./common.ts";
import { expectation } from "./expectation.ts";
import { idempotencyKey, measureId, planActionId, runId } from "./ids.ts";

/** Where an action stands. */
export const actionStatus = z.enum(["proposed", "planned", "under_way", "done", "stopped"]);
export type ActionStatus = z.infer<typeof actionStatus>;
/** Who answers for an action. */
export const responsibleParty = z.enum(["municipality", "industry", "both"]);

const actionFields = {
  title: line(160),
  note: paragraph(4000),
  responsibleParty,
  responsibleName: paragraph(120),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  municipalityCostSek: costSek,
  industryCostSek: costSek,
  municipalityHours: hours,
  industryHours: hours,
  status: actionStatus,
};

const datesInOrder = (action: { startsOn?: string | null | undefined; endsOn?: string | null | undefined }) =>
  !action.startsOn || !action.endsOn || action.startsOn <= action.endsOn;
const datesError = { error: "ends_before_start", path: ["endsOn"] };

/** What one edit changes; fields left out stay. At least one. */
export const actionPatch = z
  .strictObject(actionFields)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { error: "empty" })
  .refine(datesInOrder, datesError);
export type ActionPatch = z.infer<typeof actionPatch>;

/** Changes an action, from the version that was seen. */
export const actionUpdate = z.strictObject({ actionId: planActionId, version, patch: actionPatch });
/** Names an action as it was seen. */
export const actionVersioned = z.strictObject({ actionId: planActionId, version });
/** Puts a measure of a run into the plan. */
export const actionFromAdvice = z.strictObject({ runId, measureId, idempotencyKey });
/** Puts an action of one's own into the plan. */
export const actionOwn = z.strictObject({ title: line(160), responsibleParty, idempotencyKey });

/** Sets the day and words of the decision, and the day of follow-up. */
export const decisionSet = z
  .strictObject({ version, decisionOn: day.nullable(), decisionNote: paragraph(4000), followUpOn: day.nullable() })
  .refine((plan) => !plan.decisionOn || !plan.followUpOn || plan.decisionOn <= plan.followUpOn, {
    error: "follow_up_before_decision",
    path: ["followUpOn"],
  });
export type DecisionSet = z.infer<typeof decisionSet>;

/** An action of the plan. */
export const actionView = z.object({
  id: planActionId,
  measureId: measureId.nullable(),
  ...actionFields,
  title: z.string(),
  version,
  updatedAt: instant,
  updatedBy: z.object({ name: z.string().nullable(), party: party.nullable() }),
  removed: z.boolean(),
});
export type ActionView = z.infer<typeof actionView>;

/** What a party carries in the plan; see the domain's totals. */
export const partyTotals = z.object({ costSek: z.int(), hours: z.int(), unknownCosts: z.int() });
/** The whole plan; removed actions apart, so that they can be put back. */
export const planView = z.object({
  actions: z.array(actionView),
  removed: z.array(actionView),
  totals: z.object({ municipality: partyTotals, industry: partyTotals }),
  /** What the actions from the catalogue can be expected to do; null before results are open. */
  expected: expectation.nullable(),
  decision: z.object({ decisionOn: day.nullable(), decisionNote: z.string(), followUpOn: day.nullable(), version }),
});
export type PlanView = z.infer<typeof planView>;
/** The plan's decision and follow-up. */
export const decisionView = planView.shape.decision;
export type DecisionView = z.infer<typeof decisionView>;
