import type { Text } from "../text/text.ts";
import type { ConditionProblem } from "./validate.ts";

/** A measure by its id, with its title in both languages. */
export interface NamedMeasure extends Text {
  readonly id: string;
}

/** A clause of a measure's rule: its place, and its reading in both languages (null where it is too faulty to be read). */
export interface Clause {
  readonly name: "exclude" | "require" | "boost" | "damp" | "inPlace";
  /** From 0, for boosts and damps; null for the others. */
  readonly index: number | null;
  readonly reading: Text | null;
}

/** The lists of other measures that a rule keeps. */
export const referenceLists = ["prerequisites", "conflicts", "synergies"] as const;
/** One of a rule's lists of other measures. */
export type ReferenceList = (typeof referenceLists)[number];

interface Of<Code extends string> {
  readonly code: Code;
  readonly measure: NamedMeasure;
}

/**
 * A fault found before publishing, with all that its sentence needs. `undecided` and `gate_undecided` are no faults but
 * say that the search was broken off: the clause (or gate) may still never or always hold.
 */
export type CatalogueFinding =
  | (Of<"invalid_condition"> & { readonly clause: Clause; readonly problem: ConditionProblem })
  | (Of<"never_holds" | "always_holds" | "never_with_gate" | "undecided" | "in_place_not_excluded"> & { readonly clause: Clause })
  | Of<"gate_never_opens" | "gate_always_opens" | "gate_undecided" | "measure_without_rule" | "duplicate_id">
  | (Of<"duplicate_clauses"> & { readonly clause: Clause; readonly other: Clause })
  | (Of<"duplicate_parts"> & { readonly clause: Clause; readonly part: Text })
  | (Of<"duplicate_measures" | "one_sided_conflict"> & { readonly other: NamedMeasure })
  /** `through` leads from the measure to the prerequisite, both ends included. */
  | (Of<"conflicts_with_prerequisite"> & { readonly through: readonly NamedMeasure[] })
  | (Of<"unknown_measure" | "duplicate_reference"> & { readonly list: ReferenceList; readonly id: string })
  | (Of<"refers_to_itself"> & { readonly list: ReferenceList })
  /** Each is a prerequisite of the one before it, and the first of the last; the smallest id first. */
  | { readonly code: "circular_prerequisites"; readonly measures: readonly NamedMeasure[] }
  | { readonly code: "rule_without_measure"; readonly id: string };

/** What kind of fault a finding is. */
export type CatalogueFindingCode = CatalogueFinding["code"];
