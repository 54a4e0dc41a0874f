import { askedOf, type Precondition, preconditionTypes, visibilities } from "@hp/domain";
import { z } from "zod";
import { contentKey, filled, kpiId, text } from "./text.ts";

const help = z.strictObject({ what: filled, why: filled, example: filled });

const fields = text.extend({
  key: contentKey,
  type: z.enum(preconditionTypes),
  unit: text.nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  values: z
    .array(text.extend({ key: contentKey }))
    .min(2)
    .nullable(),
  levels: z
    .array(text.extend({ value: z.int() }))
    .min(2)
    .nullable(),
  group: contentKey,
  askedOf: z.enum(askedOf),
  source: text.nullable(),
  kpi: kpiId.nullable(),
  formula: filled.nullable(),
  help: z.strictObject({ sv: help, en: help }),
  visibility: z.enum(visibilities),
  thresholds: z.array(z.number()),
  informational: z.boolean(),
});

type Complain = (path: keyof Precondition, message: string) => void;

/** A number has limits, a unit and rising thresholds. */
function checkNumber({ min, max, unit, thresholds }: Precondition, complain: Complain): void {
  if (min === null || max === null || min >= max) complain("min", "A number needs min below max");
  if (unit === null) complain("unit", "A number needs a unit");
  const isRising = thresholds.every((limit, index) => index === 0 || limit > (thresholds[index - 1] ?? limit));
  if (!isRising) complain("thresholds", "Not in rising order");
}

/** Everything that is not a number has neither limits nor unit nor thresholds. */
function checkOther({ min, max, unit, thresholds }: Precondition, complain: Complain): void {
  if (min !== null || max !== null || unit !== null) complain("type", "Only a number has min, max and unit");
  if (thresholds.length > 0) complain("thresholds", "Only a number has thresholds");
}

/** Only a choice has values, each once; only an integer has levels. */
function checkChoices({ type, values, levels }: Precondition, complain: Complain): void {
  if (!isChoice(type) && values !== null) complain("values", "Only a choice has values");
  const keys = (values ?? []).map((value) => value.key);
  if (new Set(keys).size !== keys.length) complain("values", "A key occurs twice");
  if (levels !== null && type !== "integer") complain("levels", "Only an integer has levels");
}

function isChoice(type: Precondition["type"]): boolean {
  return type === "enum" || type === "multiEnum";
}

function checkType(value: Precondition, context: z.RefinementCtx): void {
  const complain: Complain = (path, message) => context.addIssue({ code: "custom", path: [path], message });
  const isNumeric = value.type === "number" || value.type === "integer";
  (isNumeric ? checkNumber : checkOther)(value, complain);
  checkChoices(value, complain);
}

/** One fact about a place, typed: what it is called, who is asked, which values it can have and who may see it. */
export const precondition = fields.superRefine(checkType) satisfies z.ZodType<Precondition>;

const fileReference = z.strictObject({
  file: filled,
  column: filled,
  label: filled.optional(),
  freeText: z.boolean().optional(),
  filter: z.record(z.string(), z.string()).optional(),
});

/** A precondition in model.json, with the file references and band labels that the domain does not carry. */
export const preconditionInFile = fields
  .extend({
    valuesFrom: fileReference.nullable(),
    shipped: fileReference.nullable(),
    inputTo: z.array(contentKey),
    bandLabels: z.array(text).nullable(),
  })
  .superRefine((value, context) => {
    checkType(value, context);
    if (isChoice(value.type) && (value.values === null) === (value.valuesFrom === null)) {
      context.addIssue({ code: "custom", path: ["values"], message: "A choice has either values or valuesFrom" });
    }
    if (value.bandLabels !== null && value.bandLabels.length !== value.thresholds.length + 1) {
      context.addIssue({ code: "custom", path: ["bandLabels"], message: "Not one more than thresholds" });
    }
  })
  .transform(({ valuesFrom: _valuesFrom, shipped: _shipped, inputTo: _inputTo, bandLabels: _bandLabels, ...rest }): Precondition => rest);
