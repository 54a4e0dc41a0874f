import { z } from "zod";
import { condition } from "./condition.ts";
import { contentVersion, filled, text, uniqueBy } from "./text.ts";

/** A mean or probability: base + what the municipality group adds + the sum of coef × (field − center). */
export const linearExpression = z.strictObject({
  base: z.number(),
  byGroup: z.record(z.string(), z.number()).optional(),
  terms: z.array(z.strictObject({ field: filled, coef: z.number(), center: z.number() })).optional(),
});
/** A mean or probability as data. */
export type LinearExpression = z.output<typeof linearExpression>;

const common = { field: filled, why: filled, drawPer: z.literal("county").optional() };
const bounds = { min: z.number(), max: z.number(), decimals: z.int().min(0).max(6) };
const when = condition.nullable();

const normalField = z.strictObject({
  ...common,
  ...bounds,
  draw: z.literal("normal"),
  mean: linearExpression.optional(),
  sd: z.number().min(0).optional(),
  cases: z.array(z.strictObject({ when, mean: linearExpression, sd: z.number().min(0) })).optional(),
});
const choiceField = z.strictObject({
  ...common,
  draw: z.literal("choice"),
  cases: z.array(z.strictObject({ when, weights: z.record(z.string(), z.number().min(0).max(1)) })).min(1),
});
const bernoulliField = z.strictObject({ ...common, draw: z.literal("bernoulli"), p: linearExpression });
const multiField = z.strictObject({ ...common, draw: z.literal("multi"), p: z.record(z.string(), linearExpression) });
const formulaField = z.strictObject({ ...common, draw: z.literal("formula"), formula: filled });

/** How one field of a test place is drawn or computed. */
export const referenceField = z.discriminatedUnion("draw", [normalField, choiceField, bernoulliField, multiField, formulaField]);
/** One field of the generator. */
export type ReferenceField = z.output<typeof referenceField>;

/** The file reference-model.json: the seeded generator of test places. Its values are never facts about a real place. */
export const referenceModelFile = z.strictObject({
  version: contentVersion,
  seed: filled,
  note: text,
  draws: z.record(z.string(), filled),
  aux: z.record(z.string(), filled),
  real: z.array(filled),
  computed: z.record(z.string(), filled),
  notGenerated: z.record(z.string(), filled),
  universityTowns: z.array(filled).min(1),
  perception: text.extend({ place: filled, gap: filled, item: filled, importance: filled, clamp: filled }),
  fields: z.array(referenceField).superRefine(uniqueBy((entry: ReferenceField) => entry.field)),
});
/** What reference-model.json holds. */
export type ReferenceModel = z.output<typeof referenceModelFile>;
