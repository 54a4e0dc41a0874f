import { askedOf, operators, preconditionTypes, visibilities } from "@hp/domain";
import { z } from "zod";
import { costBasisKinds, costClasses, evidenceGrades, horizons, measureOwners, sourceKinds } from "./measure.ts";
import { text } from "./text.ts";

/** Every key of a closed list exactly once, each with its text: a new key without a text does not load. */
function legendOf<const K extends readonly (string | number)[], S extends z.ZodRawShape>(keys: K, extra: S) {
  const entry = text.extend({ key: z.literal([...keys] as unknown as readonly [K[number], ...K[number][]]), ...extra });
  return z.array(entry).superRefine((entries, context) => {
    const found = entries.map((each) => (each as { key: string | number }).key);
    for (const key of keys) {
      if (found.filter((each) => each === key).length !== 1) context.addIssue({ code: "custom", message: `Not exactly once: ${key}` });
    }
  });
}

const sek = z.int().min(0);
const factor = z.number().min(0).max(1);

/** The file legend.json: what every key of the content is called, in both languages, with the numbers a key stands for. */
export const legendFile = z.strictObject({
  owners: legendOf(measureOwners, {}),
  ownersNote: text,
  /** Whole kronor in the first year; the largest class has no upper limit. */
  cost: legendOf(costClasses, { minSek: sek, maxSek: sek.nullable() }),
  costNote: text,
  costBasis: legendOf(costBasisKinds, {}),
  hoursNote: text,
  horizon: legendOf(horizons, { months: z.tuple([z.int().min(0), z.int().min(0)]) }),
  /** Factor on relevance (method.md §4.5); `factorMixed` where the sources disagree. */
  evidence: legendOf(evidenceGrades, { factor, factorMixed: factor.nullable() }),
  evidenceMixed: text,
  /** Share of the remaining distance to 100 that an effect closes (method.md §5). */
  effect: legendOf([1, 2, 3], { closesShare: factor }),
  sourceKind: legendOf(sourceKinds, {}),
  flags: legendOf(["harm", "retains", "universal"], {}),
  use: legendOf(["index", "context", "outcome"], {}),
  direction: legendOf(["higher", "lower", "neutral"], {}),
  kind: legendOf(["physical", "mental", "work"], {}),
  askedOf: legendOf(askedOf, {}),
  visibility: legendOf(visibilities, {}),
  type: legendOf(preconditionTypes, {}),
  ops: legendOf(operators, {}),
});
/** What legend.json holds. */
export type Legend = z.output<typeof legendFile>;
