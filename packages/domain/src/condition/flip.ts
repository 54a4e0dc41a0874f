import { atomVerdict } from "./atom.ts";
import type { Field } from "./field-catalogue.ts";
import type { Atom, FactValue, Flip } from "./types.ts";

/**
 * The smallest change of a known fact that turns the atom's verdict. Applied, it does turn it: strictness is kept
 * (`lt 25` is left at 25, `lte 25` one step above), and the result is checked before it is returned.
 *
 * @param field The field's type, range, decimals and choices; without it numbers move at the precision of limit and fact.
 * @returns Null where the fact is unknown or no allowed value gives the other verdict (out of range, no other choice).
 */
export function nearestFlip(atom: Atom, fact: FactValue | null, field?: Field): Flip | null {
  if (fact === null) return null;
  const verdict = atomVerdict(atom, fact);
  if (verdict === "unknown") return null;
  const to = nearestValue(atom, verdict === "fails" ? "holds" : "fails", fact, field);
  return to === null ? null : { field: atom.field, to };
}

/**
 * The allowed value nearest to the fact that gives the atom the wanted verdict.
 *
 * @param fact Null if unknown: then the value nearest to the atom's own limit.
 * @returns Null if there is none, and always for `known`: no value makes a fact unknown.
 */
export function nearestValue(atom: Atom, wanted: "holds" | "fails", fact: FactValue | null, field?: Field): FactValue | null {
  const fits = (value: FactValue): boolean => atomVerdict(atom, value) === wanted && isAllowed(value, field);
  const candidates = candidateValues(atom, fact, field).filter(fits);
  const distance = distanceFrom(fact, field);
  return candidates.reduce<FactValue | null>((best, value) => (best === null || distance(value) < distance(best) ? value : best), null);
}

/** Values worth trying for an atom to turn: the choices, or the allowed grid around its limits. Some may be out of range. */
export function candidateValues(atom: Atom, fact: FactValue | null, field?: Field): readonly FactValue[] {
  const { op, value } = atom;
  if (op === "known") return [];
  if (op === "contains") return containsCandidates(String(value), fact, field);
  if (typeof value === "boolean") return [value, !value];
  const limits: readonly unknown[] = Array.isArray(value) ? value : [value];
  const numbers = limits.filter((limit) => typeof limit === "number");
  if (numbers.length > 0) return numericCandidates(numbers, fact, field);
  const listed = limits.filter((limit) => typeof limit === "string");
  return [...(field?.choices?.map((choice) => choice.key) ?? []), ...listed];
}

function containsCandidates(key: string, fact: FactValue | null, field?: Field): readonly FactValue[] {
  const chosen = Array.isArray(fact) ? (fact as readonly string[]) : [];
  const order = field?.choices?.map((choice) => choice.key) ?? [];
  const added = [...chosen.filter((entry) => entry !== key), key].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [chosen.filter((entry) => entry !== key), added];
}

/** Around each limit: the grid values at, just below and just above it, far enough to leave a list of neighbours. */
function numericCandidates(limits: readonly number[], fact: FactValue | null, field?: Field): readonly number[] {
  const decimals = gridDecimals(limits, fact, field);
  const scale = 10 ** decimals;
  const values = new Set<number>();
  for (const limit of limits) {
    const low = Math.floor(limit * scale + 1e-6);
    const high = Math.ceil(limit * scale - 1e-6);
    for (const tick of [low - 1, low, high, high + 1]) values.add(Number((tick / scale).toFixed(decimals)) + 0);
  }
  return [...values].sort((a, b) => a - b);
}

function gridDecimals(limits: readonly number[], fact: FactValue | null, field?: Field): number {
  if (field !== undefined && field.type !== "number") return 0;
  const own = field === undefined ? (typeof fact === "number" ? decimalsIn(fact) : 0) : field.decimals;
  return Math.max(own, ...limits.map(decimalsIn));
}

/** Decimals that a number is written with, at most 6. */
export function decimalsIn(value: number): number {
  for (let decimals = 0; decimals < 6; decimals += 1) if (Number(value.toFixed(decimals)) === value) return decimals;
  return 6;
}

/** Whether a number lies within the field's range; anything else does. */
export function isAllowed(value: FactValue, field?: Field): boolean {
  if (field === undefined || typeof value !== "number") return true;
  return (field.min === null || value >= field.min) && (field.max === null || value <= field.max);
}

/** How far a value is from the fact: numbers by difference, ordered choices by how many steps apart they stand, lists by how many keys, all else 0. */
export function distanceFrom(fact: FactValue | null, field?: Field): (value: FactValue) => number {
  if (fact === null || Array.isArray(fact)) return (value) => (Array.isArray(value) ? keysApart(fact ?? [], value) : 0);
  if (typeof fact === "number") return (value) => (typeof value === "number" ? Math.abs(value - fact) : 0);
  if (typeof fact !== "string") return () => 0;
  const place = (key: FactValue) => field?.choices?.findIndex((choice) => choice.key === key) ?? 0;
  return (value) => Math.abs(place(value) - place(fact));
}

const keysApart = (first: readonly string[], second: readonly string[]): number =>
  first.filter((key) => !second.includes(key)).length + second.filter((key) => !first.includes(key)).length;
