import { type Dimension, type DimensionIndicator, type Instrument, parties, type Statement } from "@hp/domain";
import { z } from "zod";
import { precondition, preconditionInFile } from "./precondition.ts";
import { contentKey, contentVersion, draftText, filled, kpiId, text, uniqueBy } from "./text.ts";

const keyedText = text.extend({ key: contentKey });

const statementWith = (words: typeof text | typeof draftText) =>
  words.extend({
    id: contentKey,
    parties: z.array(z.enum(parties)).min(1),
    core: z.boolean(),
    outcome: z.boolean(),
    revision: z.int().min(1).max(1000),
  });

/** One statement that people answer 1–5. */
export const statement = statementWith(text) satisfies z.ZodType<Statement>;

/** One indicator of a dimension and what it is used for. */
export const dimensionIndicator = z.strictObject({
  kpi: kpiId,
  direction: z.enum(["higher", "lower", "neutral"]),
  use: z.enum(["index", "context", "outcome"]),
  shipped: z.boolean(),
  standsInFor: kpiId.nullish(),
}) satisfies z.ZodType<DimensionIndicator>;

const dimensionWith = (words: typeof text | typeof draftText) =>
  words.extend({
    id: contentKey,
    domain: contentKey,
    kind: z.enum(["physical", "mental", "work"]),
    weight: z.number().positive().max(10),
    why: words,
    items: z
      .array(statementWith(words))
      .min(1)
      .max(30)
      .superRefine(uniqueBy((item) => item.id)),
    indicators: z.array(dimensionIndicator).superRefine(uniqueBy((indicator) => indicator.kpi)),
  });

/** One dimension with its statements and indicators. */
export const dimension = dimensionWith(text) satisfies z.ZodType<Dimension>;
/** A dimension as a draft may hold it: texts may still be empty. */
export const draftDimension = dimensionWith(draftText) satisfies z.ZodType<Dimension>;

const scale = z.strictObject({
  min: z.int(),
  max: z.int(),
  labels: z.array(text.extend({ value: z.int() })),
  missing: keyedText,
});

function checkInstrument(value: Instrument, context: z.RefinementCtx): void {
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  const domains = new Set(value.domains.map((domain) => domain.key));
  const groups = new Set(value.preconditionGroups.map((group) => group.key));
  if (value.scale.labels.length !== value.scale.max - value.scale.min + 1) complain(["scale", "labels"], "Not one label per step");
  value.dimensions.forEach((entry, index) => {
    if (!domains.has(entry.domain)) complain(["dimensions", index, "domain"], `No such domain: ${entry.domain}`);
  });
  value.preconditions.forEach((entry, index) => {
    if (!groups.has(entry.group)) complain(["preconditions", index, "group"], `No such group: ${entry.group}`);
  });
  uniqueBy<Statement>((item) => item.id)(
    value.dimensions.flatMap((entry) => entry.items),
    context,
  );
}

/** The questions of one version, exactly as the domain holds them. */
export const instrument = z
  .strictObject({
    version: contentVersion,
    scale,
    importance: text.extend({ min: z.int(), max: z.int() }),
    domains: z
      .array(keyedText)
      .min(1)
      .superRefine(uniqueBy((entry) => entry.key)),
    dimensions: z
      .array(dimension)
      .min(1)
      .superRefine(uniqueBy((entry) => entry.id)),
    preconditionGroups: z.array(keyedText).superRefine(uniqueBy((entry) => entry.key)),
    preconditions: z.array(precondition).superRefine(uniqueBy((entry) => entry.key)),
  })
  .superRefine(checkInstrument) satisfies z.ZodType<Instrument>;

const indicatorInFile = dimensionIndicator
  .extend({
    note: filled.optional(),
    file: filled.optional(),
    column: filled.optional(),
    filter: z.record(z.string(), z.string()).optional(),
  })
  .transform(({ note: _note, file: _file, column: _column, filter: _filter, ...rest }): DimensionIndicator => rest);

const statementInFile = statement
  .extend({ note: text.optional(), putTo: z.literal("person").optional() })
  .transform(({ note: _note, putTo: _putTo, ...rest }): Statement => rest);

const dimensionInFile = dimension.extend({
  items: z
    .array(statementInFile)
    .min(1)
    .superRefine(uniqueBy((item) => item.id)),
  indicators: z.array(indicatorInFile).superRefine(uniqueBy((indicator) => indicator.kpi)),
});

const computedFieldKeys = ["score.{dimension}", "item.{statement}", "gap.{dimension}", "factGap.{dimension}", "peer.{kpi}"] as const;

/** A field that is computed per dimension, statement or indicator, and may stand in a rule as `score.boende`. */
export const computedField = text.extend({
  key: z.enum(computedFieldKeys),
  type: z.literal("number"),
  min: z.number(),
  max: z.number(),
  per: z.enum(["dimension", "statement", "kpi"]),
  formula: filled,
});
/** A computed field with its limits. */
export type ComputedField = z.output<typeof computedField>;

/** An outcome: compared with similar municipalities, never part of a score. */
export const outcomeIndicator = z.strictObject({ kpi: kpiId, direction: z.enum(["higher", "lower", "neutral"]) });
/** An outcome and which way is better. */
export type OutcomeIndicator = z.output<typeof outcomeIndicator>;

/** What model.json holds: the instrument and beside it what the engine and the maintainers need. */
export interface InstrumentFile {
  readonly instrument: Instrument;
  readonly computedFields: readonly ComputedField[];
  readonly outcomes: readonly OutcomeIndicator[];
  readonly note: z.output<typeof text>;
  readonly parties: readonly z.output<typeof keyedText>[];
}

/** The file model.json, strictly: its maintainers' notes and file references are checked and left out of the instrument. */
export const instrumentFile = z
  .strictObject({
    ...instrument.shape,
    dimensions: z
      .array(dimensionInFile)
      .min(1)
      .superRefine(uniqueBy((entry) => entry.id)),
    preconditions: z.array(preconditionInFile).superRefine(uniqueBy((entry) => entry.key)),
    note: text,
    parties: z.array(keyedText.extend({ key: z.enum(parties) })),
    computedFields: z.array(computedField).superRefine(uniqueBy((entry) => entry.key)),
    outcomes: z.array(outcomeIndicator).superRefine(uniqueBy((entry) => entry.kpi)),
  })
  .superRefine(checkInstrument)
  .transform(({ note, parties: names, computedFields, outcomes, ...rest }): InstrumentFile => {
    return { instrument: rest, computedFields, outcomes, note, parties: names };
  });
