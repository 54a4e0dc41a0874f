import { z } from "zod";
import { instant, party } from "./common.ts";
import { measureId, preconditionKey, runId } from "./ids.ts";

/** A measure of the catalogue, in the reader's language. */
export const measureCard = z.object({
  id: measureId,
  title: z.string(),
  dimension: z.string(),
  owners: z.array(z.enum(["municipality", "company", "civil", "region"])),
  cost: z.object({ class: z.enum(["small", "medium", "large"]), minSek: z.int(), maxSek: z.int(), fromSource: z.boolean() }),
  hours: z.object({ municipality: z.int(), company: z.int() }),
  horizon: z.enum(["short", "medium", "long"]),
  evidence: z.object({ grade: z.enum(["a", "b", "c", "d"]), mixed: z.boolean() }),
  source: z.string(),
  caution: z.string().nullable(),
  legal: z.string().nullable(),
  followUp: z.string().nullable(),
});
export type MeasureCard = z.infer<typeof measureCard>;

/** How firmly a measure stands among the nine when something is varied: tenths of the draws, rounded down, and the same in words. */
const firmness = z.object({ tenths: z.int().min(0).max(10), text: z.string() });

const contribution = z.object({ label: z.string(), points: z.number() });

/** An advised measure with its reasons, already in the reader's language and with private facts left out. */
export const adviceItem = measureCard.extend({
  rank: z.int(),
  score: z.number(),
  strongest: z.string(),
  suits: z.string(),
  weakest: z.string(),
  wouldChange: z.string(),
  contributions: z.array(contribution),
  startWith: z.array(z.object({ id: measureId, title: z.string() })),
  needsExternalFunding: z.boolean(),
  broughtBy: z.enum(["weakest_dimension", "gap", "fact_gap", "retain"]).nullable(),
  /** Null for Grundpaket, which everyone gets. */
  robustness: z.object({ weights: firmness, together: firmness }).nullable(),
  inPlan: z.boolean(),
});
export type AdviceItem = z.infer<typeof adviceItem>;

/** A measure that is not advised, and why. */
export const notAdvised = z.object({
  id: measureId,
  title: z.string(),
  dimension: z.string(),
  status: z.enum(["open", "held_back", "excluded", "in_place", "done"]),
  why: z.string(),
  wouldChange: z.string(),
  inPlan: z.boolean(),
});
export type NotAdvised = z.infer<typeof notAdvised>;

/** The newest advice, or why there is none. */
export const adviceView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none"), reason: z.enum(["results_closed", "not_run"]) }),
  z.object({
    kind: z.literal("run"),
    runId,
    createdAt: instant,
    createdByName: z.string().nullable(),
    instrumentVersion: z.string(),
    catalogueVersion: z.string(),
    engineVersion: z.string(),
    digest: z.string(),
    /** The profile or the round has changed since: a new run would differ in its inputs. */
    outdated: z.boolean(),
    headline: z.string(),
    advised: z.array(adviceItem),
    basic: z.array(adviceItem),
    notAdvised: z.array(notAdvised),
    questions: z.array(
      z.object({
        field: preconditionKey,
        label: z.string(),
        askedOf: z.array(party),
        heldBack: z.array(z.string()),
        caveats: z.array(z.string()),
      }),
    ),
    catalogueSize: z.int(),
  }),
]);
export type AdviceView = z.infer<typeof adviceView>;
export type AdviceRunView = Extract<AdviceView, { kind: "run" }>;

/** Names a measure of the catalogue. */
export const measureRef = z.strictObject({ measureId });
const texts = z.array(z.string());
/** All that one reads of a measure before deciding on it, in the reader's language. */
export const measureCardView = measureCard.extend({
  retired: z.boolean(),
  evidenceNote: z.string().nullable(),
  reviewBy: z.string(),
  catalogueVersion: z.string(),
  kpis: texts,
  /** Null in versions from before cards were written. */
  card: z
    .object({
      summary: z.string(),
      success: texts,
      steps: texts,
      municipality: z.string(),
      company: z.string(),
      followUp: texts,
      counterEvidence: z.string(),
      /** Keys of the legend. */
      funding: texts,
    })
    .nullable(),
});
export type MeasureCardView = z.infer<typeof measureCardView>;
