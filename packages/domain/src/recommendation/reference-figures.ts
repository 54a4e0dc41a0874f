import type { Catalogue, MeasureRule, ReferenceFigures } from "../catalogue/types.ts";
import { atomVerdict } from "../condition/atom.ts";
import { factOf, isAtom, partsOf } from "../condition/shape.ts";
import type { Atom, Condition, Facts } from "../condition/types.ts";

/** The name of a comparison: the same for the same field, operator and value, whatever rule it stands in. */
export function factKey({ field, op, value }: Atom): string {
  return `${field} ${op} ${JSON.stringify(value)}`;
}

/** Whether the comparison has a side beyond its limit, so that a fact can lie far or near. */
export function hasLimit({ op, value }: Atom): boolean {
  return typeof value === "number" && (op === "lt" || op === "lte" || op === "gt" || op === "gte");
}

/** Fewest known values for a spread to say anything. */
const FEWEST_VALUES = 10;

/**
 * What is usual among some places, for the comparisons that can call for a measure: those of requirements and boosts,
 * not what stands under a `not`, nor `known`.
 *
 * @returns A comparison that is unknown in every place has no share; a field with fewer than ten known values, or the
 *   same value at both ends, has no spread. Keys in alphabetical order.
 * @see docs/method.md#fit
 */
export function referenceFigures({ rules }: Pick<Catalogue, "rules">, places: readonly { readonly facts: Facts }[]): ReferenceFigures {
  const atoms = new Map(
    Object.values(rules)
      .flatMap(callingAtoms)
      .map((atom) => [factKey(atom), atom]),
  );
  const shares = [...atoms].flatMap(([key, atom]) => {
    const verdicts = places.map(({ facts }) => atomVerdict(atom, factOf(facts, atom.field))).filter((verdict) => verdict !== "unknown");
    const holding = verdicts.filter((verdict) => verdict === "holds").length;
    return verdicts.length === 0 ? [] : [[key, holding / verdicts.length] as const];
  });
  const limited = new Set([...atoms.values()].filter(hasLimit).map(({ field }) => field));
  const spreads = [...limited].flatMap((field) => {
    const spread = spreadOf(places.map(({ facts }) => factOf(facts, field)).filter((value) => typeof value === "number"));
    return spread === null ? [] : [[field, spread] as const];
  });
  return { factShare: Object.fromEntries(shares.sort(byKey)), spread: Object.fromEntries(spreads.sort(byKey)) };
}

const byKey = ([a]: readonly [string, number], [b]: readonly [string, number]): number => (a < b ? -1 : 1);

function callingAtoms({ require, boost }: MeasureRule): readonly Atom[] {
  return [...(require === null ? [] : [require]), ...boost].flatMap(atomsCalled);
}

function atomsCalled(condition: Condition): readonly Atom[] {
  if (isAtom(condition)) return condition.op === "known" ? [] : [condition];
  return "not" in condition ? [] : partsOf(condition).flatMap(atomsCalled);
}

function spreadOf(values: readonly number[]): number | null {
  if (values.length < FEWEST_VALUES) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
  const spread = at(0.9) - at(0.1);
  return spread > 0 ? spread : null;
}
