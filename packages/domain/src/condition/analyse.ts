import type { Catalogue, Measure, MeasureRule } from "../catalogue/types.ts";
import { clauseFindings } from "./analyse-clauses.ts";
import { circleFindings, type Links, ownRule, referenceFindings } from "./analyse-links.ts";
import { conditionKey } from "./condition-key.ts";
import type { FieldCatalogue } from "./field-catalogue.ts";
import type { CatalogueFinding, NamedMeasure } from "./findings.ts";
import { MAX_STEPS } from "./possibility.ts";

/** What is analysed before publishing: measures, their rules, and the fields that the rules may name. */
export interface AnalysedCatalogue extends Pick<Catalogue, "measures" | "rules"> {
  readonly fields: FieldCatalogue;
}

/**
 * Everything about a catalogue that can be seen to be wrong without a place: conditions that are faulty, never or always
 * true or said twice, gates that never open, boosts and damps that the gate rules out, circles of prerequisites,
 * conflicts that contradict them, and measures that do not exist. A condition is `undecided` rather than misjudged.
 *
 * @param maxSteps Bound of each search, a whole number above 0.
 * @returns By measure in the catalogue's order, then circles, then rules without a measure; empty if nothing was found.
 * @see condition/SPEC.md C17–C22 and C24
 */
export function analyseCatalogue(
  { measures, rules, fields }: AnalysedCatalogue,
  maxSteps: number = MAX_STEPS,
): readonly CatalogueFinding[] {
  const named = new Map<string, NamedMeasure>(measures.map(({ id, sv, en }) => [id, { id, sv, en }]));
  const links: Links = { named, rules };
  const seen: Seen = { ids: new Set(), first: new Map() };
  const byMeasure = measures.flatMap((measure): readonly CatalogueFinding[] => {
    const name: NamedMeasure = { id: measure.id, sv: measure.sv, en: measure.en };
    if (seen.ids.has(measure.id)) return [{ code: "duplicate_id", measure: name }];
    seen.ids.add(measure.id);
    const rule = ownRule(rules, measure.id);
    if (rule === undefined) return [{ code: "measure_without_rule", measure: name }, ...referenceFindings(name, links)];
    const same = likeAnother(measure, name, rule, seen.first);
    return [...clauseFindings(name, rule, fields, maxSteps), ...referenceFindings(name, links), ...same];
  });
  const strays = Object.keys(rules).filter((id) => !named.has(id));
  return [...byMeasure, ...circleFindings(links), ...strays.map((id): CatalogueFinding => ({ code: "rule_without_measure", id }))];
}

interface Seen {
  readonly ids: Set<string>;
  /** By effects and rule: the first measure that has them. */
  readonly first: Map<string, NamedMeasure>;
}

/** Another measure with the same effects and the same rule: no place could tell them apart. */
function likeAnother(
  measure: Measure,
  name: NamedMeasure,
  rule: MeasureRule,
  first: Map<string, NamedMeasure>,
): readonly CatalogueFinding[] {
  const key = likeness(measure, rule);
  const other = key === null ? undefined : first.get(key);
  if (key !== null && other === undefined) first.set(key, name);
  return other === undefined ? [] : [{ code: "duplicate_measures", measure: name, other }];
}

/** Null where a condition is too faulty to be compared: that is told by itself. */
function likeness({ effects, mainDimension }: Measure, rule: MeasureRule): string | null {
  const key = (condition: Parameters<typeof conditionKey>[0] | null) => (condition === null ? null : conditionKey(condition));
  try {
    return JSON.stringify([
      mainDimension,
      Object.entries(effects).sort(([a], [b]) => (a < b ? -1 : 1)),
      [rule.exclude, rule.require, rule.inPlace].map(key),
      [rule.boost, rule.damp].map((list) => list.map(key).sort()),
      [rule.prerequisites, rule.conflicts].map((ids) => [...ids].sort()),
      rule.synergies.map((synergy) => `${synergy.with} ${synergy.factor}`).sort(),
    ]);
  } catch {
    return null;
  }
}
