import type { Atom, Condition, Facts, FactValue, Verdict } from "./types.ts";

/** Whether the node is a comparison (and not a branch). Total: never throws. */
export function isAtom(condition: Condition): condition is Atom {
  return Object.hasOwn(condition, "field");
}

/** The conditions directly below a branch, in order; none for an atom. */
export function partsOf(condition: Condition): readonly Condition[] {
  if (isAtom(condition)) return [];
  if ("all" in condition) return condition.all;
  if ("any" in condition) return condition.any;
  if ("not" in condition) return [condition.not];
  return condition.of;
}

/** The value of a field, or null where it is unknown: absent, null, inherited or not finite. */
export function factOf(facts: Facts, field: string): FactValue | null {
  if (!Object.hasOwn(facts, field)) return null;
  const value = facts[field];
  if (value === undefined || value === null) return null;
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

/**
 * Kleene's connectives over verdicts. `all` is the weakest verdict and `any` the strongest, with unknown in between.
 *
 * @returns For no verdicts, `all` holds and `any` fails.
 */
export const kleene = {
  all: (verdicts: readonly Verdict[]): Verdict =>
    verdicts.includes("fails") ? "fails" : verdicts.includes("unknown") ? "unknown" : "holds",
  any: (verdicts: readonly Verdict[]): Verdict =>
    verdicts.includes("holds") ? "holds" : verdicts.includes("unknown") ? "unknown" : "fails",
  not: (verdict: Verdict): Verdict => (verdict === "holds" ? "fails" : verdict === "fails" ? "holds" : "unknown"),
  atLeast: (needed: number, verdicts: readonly Verdict[]): Verdict => {
    const holding = verdicts.filter((verdict) => verdict === "holds").length;
    if (holding >= needed) return "holds";
    return holding + verdicts.filter((verdict) => verdict === "unknown").length >= needed ? "unknown" : "fails";
  },
} as const;
