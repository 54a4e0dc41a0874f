import {
  type CostClass,
  type EvidenceGrade,
  fundingHints,
  type Horizon,
  type Measure,
  type MeasureCard,
  type MeasureOwner,
  type Text,
} from "@hp/domain";
import { z } from "zod";
import { contentKey, draftText, kpiId, text } from "./text.ts";

/** Who can own a measure; the first of a measure's owners leads. */
export const measureOwners = ["municipality", "company", "civil", "region"] as const satisfies readonly MeasureOwner[];
/** Cost in the first year, by class: the limits are in the legend. */
export const costClasses = ["small", "medium", "large"] as const satisfies readonly CostClass[];
/** When the first result can be seen: within a year, in one to three, later. */
export const horizons = ["short", "medium", "long"] as const satisfies readonly Horizon[];
/** From research on effect (a) to expert judgement (d). */
export const evidenceGrades = ["a", "b", "c", "d"] as const satisfies readonly EvidenceGrade[];
/** What a cost rests on: the range of its class, or a figure in the source. */
export const costBasisKinds = ["class", "source"] as const satisfies readonly Measure["costBasis"]["kind"][];
/** What a source is. */
export const sourceKinds = ["research", "evaluation", "practice", "expert"] as const satisfies readonly Measure["sourceKind"][];

/** The id of a measure, as `BO06`: two letters and two digits, never reused. */
export const measureId = z.string().regex(/^[A-Z]{2}\d{2}$/, "Not a measure id: two capitals and two digits");

const range = (top: number) =>
  z.strictObject({ min: z.int().min(0).max(top), max: z.int().min(0).max(top) }).refine(({ min, max }) => min <= max, "min is above max");

type TextSchema = z.ZodType<Text>;
const texts = (words: TextSchema, least: number, most: number) => z.array(words).min(least).max(most);

const cardWith = (words: TextSchema, least: number) =>
  z.strictObject({
    summary: words,
    success: texts(words, least, 8),
    steps: texts(words, least, 12),
    municipality: words,
    company: words,
    followUp: texts(words, least, 8),
    counterEvidence: words,
    funding: z
      .array(z.enum(fundingHints))
      .max(5)
      .refine((hints) => new Set(hints).size === hints.length, "A hint occurs twice"),
  });

/** What one reads of a measure before deciding on it. */
export const measureCard = cardWith(text, 1) satisfies z.ZodType<MeasureCard>;

const measureWith = (words: typeof text | typeof draftText, leastOfCard: number) =>
  words
    .extend({
      id: measureId,
      mainDimension: contentKey,
      effects: z.record(contentKey, z.int().min(1).max(3)),
      owners: z
        .array(z.enum(measureOwners))
        .min(1)
        .refine((owners) => new Set(owners).size === owners.length, "An owner occurs twice"),
      cost: z.enum(costClasses),
      costSek: range(1_000_000_000),
      costBasis: words.extend({ kind: z.enum(costBasisKinds) }),
      hours: z.strictObject({ municipality: z.int().min(0).max(100_000), company: z.int().min(0).max(100_000) }),
      horizon: z.enum(horizons),
      horizonMonths: range(240),
      evidence: z.strictObject({ grade: z.enum(evidenceGrades), mixed: z.boolean(), note: words.nullable() }),
      sourceKind: z.enum(sourceKinds),
      source: words,
      harm: z.boolean(),
      retains: z.boolean(),
      universal: z.boolean(),
      followUp: z.strictObject({ kpis: z.array(kpiId).max(20), local: words.nullable() }),
      caution: words.nullable(),
      legal: words.nullable(),
      reviewBy: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Not a month: YYYY-MM"),
      card: cardWith(words, leastOfCard).optional(),
      retired: z.boolean().optional(),
    })
    .superRefine((value, context) => {
      const complain = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      if (!Object.hasOwn(value.effects, value.mainDimension)) complain("mainDimension", "Not among the effects");
      if (value.sourceKind === "expert" && value.evidence.grade !== "d") complain("evidence", "Own judgement is graded d");
      if (value.evidence.mixed && value.evidence.grade === "d") complain("evidence", "An expert judgement has no sources to be mixed");
    });

/** One measure of the catalogue. Effects, hours and class costs are expert proposals. */
export const measure = measureWith(text, 1) satisfies z.ZodType<Measure>;
/** A measure as a draft may hold it: texts may still be empty, everything else holds. */
export const draftMeasure = measureWith(draftText, 0) satisfies z.ZodType<Measure>;

/** The file measures.json: every measure once. */
export const measuresFile = z
  .array(measure)
  .min(1)
  .superRefine((measures, context) => {
    const seen = new Set<string>();
    measures.forEach((entry, index) => {
      if (seen.has(entry.id)) context.addIssue({ code: "custom", path: [index, "id"], message: `Occurs twice: ${entry.id}` });
      seen.add(entry.id);
    });
  });
