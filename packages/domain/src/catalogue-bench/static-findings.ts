import type { Catalogue } from "../catalogue/types.ts";
import { analyseCatalogue } from "../condition/analyse.ts";
import type { FieldCatalogue } from "../condition/field-catalogue.ts";
import { findingText } from "../condition/finding-text.ts";
import type { CatalogueFinding, CatalogueFindingCode } from "../condition/findings.ts";
import type { BenchFinding, FindingSubject, Severity } from "./types.ts";

/** How grave each finding of the static analysis is. Red: the catalogue cannot be carried out as it says. */
const severityOf: Record<CatalogueFindingCode, Severity> = {
  invalid_condition: "red",
  never_holds: "yellow",
  always_holds: "yellow",
  never_with_gate: "yellow",
  undecided: "info",
  in_place_not_excluded: "yellow",
  gate_never_opens: "red",
  gate_always_opens: "yellow",
  gate_undecided: "info",
  measure_without_rule: "red",
  duplicate_id: "red",
  duplicate_clauses: "yellow",
  duplicate_parts: "yellow",
  duplicate_measures: "yellow",
  one_sided_conflict: "red",
  conflicts_with_prerequisite: "red",
  unknown_measure: "red",
  duplicate_reference: "yellow",
  refers_to_itself: "red",
  circular_prerequisites: "red",
  rule_without_measure: "red",
};

/** What only says where a measure is advised: of a measure that never is, it stops nothing. */
const ofAdvice: ReadonlySet<CatalogueFindingCode> = new Set([
  "gate_never_opens",
  "gate_always_opens",
  "never_holds",
  "always_holds",
  "never_with_gate",
]);

/** What can be seen without a place. A requirement that never holds is red as well: its gate never opens. */
export function staticFindings({ measures, rules }: Catalogue, fields: FieldCatalogue): readonly BenchFinding[] {
  const retired = new Set(measures.filter((measure) => measure.retired === true).map(({ id }) => id));
  return analyseCatalogue({ measures, rules, fields }).map((found) => ({
    severity: ofAdvice.has(found.code) && retired.has(subjectOf(found).id) ? "info" : severityOf[found.code],
    code: found.code,
    subject: subjectOf(found),
    values: valuesOf(found),
    sentence: { sv: findingText(found, "sv"), en: findingText(found, "en") },
  }));
}

function subjectOf(found: CatalogueFinding): FindingSubject {
  if (found.code === "circular_prerequisites") return { kind: "measure", id: found.measures[0]?.id ?? "" };
  return { kind: "measure", id: found.code === "rule_without_measure" ? found.id : found.measure.id };
}

function valuesOf(found: CatalogueFinding): BenchFinding["values"] {
  if (found.code === "circular_prerequisites") return { measures: found.measures.map(({ id }) => id) };
  if ("through" in found) return { measures: found.through.map(({ id }) => id) };
  if ("clause" in found) return { clause: found.clause.name, index: found.clause.index };
  if ("list" in found) return { list: found.list, other: "id" in found ? found.id : null };
  return "other" in found ? { other: found.other.id } : {};
}
