/** A value a fact can have. Numbers are in the field's own unit; a multi-choice is the list of chosen keys. */
export type FactValue = number | boolean | string | readonly string[];

/**
 * What is known about a place, by field key (`vakans`, `score.boende`, `peer.N15424` …).
 * An absent key and `null` both mean unknown; unknown is never false and never 0.
 */
export type Facts = Readonly<Record<string, FactValue | null>>;

/** The comparisons that an atom can make. */
export const operators = ["eq", "ne", "lt", "lte", "gt", "gte", "in", "contains", "between", "known"] as const;
export type Operator = (typeof operators)[number];

/** One comparison of one field. `between` takes `[low, high]`, limits included; `in` a list; `known` a boolean. */
export interface Atom {
  readonly field: string;
  readonly op: Operator;
  readonly value: number | boolean | string | readonly (string | number)[];
}

/** A closed tree over typed fields: data that an admin can edit and that can never run code. */
export type Condition =
  | Atom
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly atLeast: number; readonly of: readonly Condition[] };

/** Kleene's third value included: `unknown` where a fact that would decide the matter is missing. */
export type Verdict = "holds" | "fails" | "unknown";

/** The smallest change of one fact that turns an atom's verdict; null where no single value can (or the field is unknown). */
export interface Flip {
  readonly field: string;
  /** The nearest value that gives the other verdict, in the field's own unit and precision. */
  readonly to: FactValue;
}

/** A condition with its verdict at every level: what a user sees on asking "why?". */
export interface Finding {
  readonly condition: Condition;
  readonly verdict: Verdict;
  /** For an atom: the fact it met, null if unknown. Undefined for a branch. */
  readonly fact?: FactValue | null;
  /** For an atom: what would turn it. */
  readonly flip?: Flip | null;
  readonly parts: readonly Finding[];
}
