import type { AdviceInput, AdvisedMeasure, Catalogue, Condition, Facts, FactValue, Measure, MeasureRule, Reason } from "../src/index.ts";
import { reasonText, recommend } from "../src/index.ts";
import { decodeList } from "../src/recommendation/reasons/encode.ts";
import { fields } from "./arbitraries.ts";
import { catalogue, catalogueOf, even, inputOf, instrument, measure, rule, wideCatalogue } from "./world.ts";

/** Short ways to an advice in the test world. */
export const advise = (its: AdviceInput, of: Catalogue = catalogue) => recommend({ instrument, catalogue: of, input: its });

export function find(its: AdviceInput, id: string, of: Catalogue = catalogue): AdvisedMeasure {
  const found = advise(its, of).measures.find((one) => one.measureId === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
}

/** A catalogue of the single measure X, on housing. */
export const one = (extra: Partial<Measure>, its: Partial<MeasureRule> = {}, of: Partial<Catalogue> = {}): Catalogue =>
  catalogueOf([[measure("X", "boende", extra), rule(its)]], of);

export const yes: Condition = { field: "rekryt_externt", op: "eq", value: true };
export const withFacts = (facts: Facts, extra: Partial<AdviceInput> = {}): AdviceInput => inputOf(even, facts, extra);

export const reasonsOf = ({ strongest, suits, weakest, wouldChange, whyNot }: AdvisedMeasure): readonly Reason[] => [
  strongest,
  suits,
  weakest,
  wouldChange,
  ...(whyNot === null ? [] : [whyNot]),
];

export const context = { instrument, catalogue: wideCatalogue, kpiTitles: { N00610: { sv: "Trygg utomhus", en: "Safe outdoors" } } };
export const sv = (reason: Reason | null, hiddenFields: readonly string[] = []): string | null =>
  reason === null ? null : reasonText(reason, "sv", { ...context, hiddenFields }).replaceAll("\u00a0", " ");
export const en = (reason: Reason | null): string | null =>
  reason === null ? null : reasonText(reason, "en", context).replaceAll("\u00a0", " ");

/** The facts after the changes that a reason names: what its numbered values say. */
export function changed(facts: Facts, { values }: Reason): Facts {
  const after: Record<string, FactValue | null> = { ...facts };
  for (let i = 0; i < Number(values.count); i += 1) {
    const key = String(values[`field${i}`]);
    const to = values[`to${i}`] as string | number | boolean;
    after[key] = fields.get(key)?.type === "multiEnum" ? decodeList(to) : to;
  }
  return after;
}
