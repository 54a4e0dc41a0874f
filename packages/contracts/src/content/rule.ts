import type { MeasureRule } from "@hp/domain";
import { z } from "zod";
import { condition } from "./condition.ts";
import { measureId } from "./measure.ts";
import { contentVersion, filled, text } from "./text.ts";

const measureIds = z.array(measureId).refine((ids) => new Set(ids).size === ids.length, "A measure occurs twice");

/** When a measure is right, wrong, better, worse or already there, and how it goes with others. */
export const measureRule = z.strictObject({
  exclude: condition.nullable(),
  require: condition.nullable(),
  boost: z.array(condition).max(20),
  damp: z.array(condition).max(20),
  prerequisites: measureIds,
  conflicts: measureIds,
  synergies: z.array(z.strictObject({ with: measureId, factor: z.number().gt(0).max(3) })),
  inPlace: condition.nullable(),
}) satisfies z.ZodType<MeasureRule>;

/** The file rules.json; the Swedish note of a rule is for maintainers and does not reach the catalogue. */
export const rulesFile = z.strictObject({
  version: contentVersion,
  note: text,
  rules: z.record(
    measureId,
    measureRule.extend({ note: filled.nullable() }).transform(({ note: _note, ...rest }): MeasureRule => rest),
  ),
});
