import { atomVerdict } from "./atom.ts";
import type { Field } from "./field-catalogue.ts";
import { isAtom, partsOf } from "./shape.ts";
import type { Atom, Condition, FactValue } from "./types.ts";

/** A value that stands for all values of its field that give the same verdicts; null stands for an unknown fact. */
export type Cell = FactValue | null;

/** Keys of a multi-choice that may be tested before its subsets are too many to list. */
export const MAX_TESTED_KEYS = 10;

/** A condition's comparisons by field, in reading order. */
export function atomsByField(condition: Condition): ReadonlyMap<string, readonly Atom[]> {
  const found = new Map<string, Atom[]>();
  const visit = (node: Condition): void => {
    if (!isAtom(node)) for (const part of partsOf(node)) visit(part);
    else found.set(node.field, [...(found.get(node.field) ?? []), node]);
  };
  visit(condition);
  return found;
}

/** The verdicts that a value gives a list of comparisons, as one text: equal for values that a condition cannot tell apart. */
export function signatureOf(atoms: readonly Atom[], value: Cell): string {
  return atoms.map((atom) => atomVerdict(atom, value)[0]).join("");
}

/**
 * One value for every way that the field's allowed values can meet the comparisons: whatever the comparisons can tell
 * apart is there. Numbers count as real numbers between the field's limits, integers as whole ones; every subset of a
 * multi-choice's choices can be chosen. Unknown is among them only where `known` is asked, since otherwise it decides
 * nothing (C2).
 *
 * @param atoms All on this field and valid for it.
 * @returns Null where they cannot be listed: over `MAX_TESTED_KEYS` keys of a multi-choice, whole numbers past the safe ones.
 */
export function cellsOf(field: Field, atoms: readonly Atom[]): readonly Cell[] | null {
  const values = valuesOf(field, atoms);
  if (values === null) return null;
  const all: readonly Cell[] = atoms.some((atom) => atom.op === "known") ? [...values, null] : values;
  const bySignature = new Map<string, Cell>();
  for (const value of all) {
    const signature = signatureOf(atoms, value);
    if (!bySignature.has(signature)) bySignature.set(signature, value);
  }
  return [...bySignature.values()];
}

function valuesOf(field: Field, atoms: readonly Atom[]): readonly FactValue[] | null {
  if (field.type === "boolean") return [true, false];
  if (field.type === "multiEnum")
    return subsets([...new Set(atoms.filter((atom) => atom.op === "contains").map((atom) => String(atom.value)))]);
  const limits = atoms.filter((atom) => atom.op !== "known").flatMap((atom): readonly unknown[] => [atom.value].flat());
  if (field.type === "enum") return field.choices?.map((choice) => choice.key) ?? openChoices(limits);
  const numbers = [...new Set(limits.filter((limit) => typeof limit === "number"))].sort((a, b) => a - b);
  return field.type === "integer" ? wholeNumbers(numbers, field) : realNumbers(numbers, field);
}

function subsets(keys: readonly string[]): readonly (readonly string[])[] | null {
  if (keys.length > MAX_TESTED_KEYS) return null;
  return Array.from({ length: 2 ** keys.length }, (_, mask) => keys.filter((_key, bit) => (mask >> bit) % 2 === 1));
}

/** The choices named and one that is not: a field without a list of choices may have any. */
function openChoices(limits: readonly unknown[]): readonly string[] {
  const named = limits.filter((limit) => typeof limit === "string");
  return [...named, `not ${named.join(" ")}`];
}

function wholeNumbers(limits: readonly number[], { min, max }: Field): readonly number[] | null {
  if (!limits.every((limit) => Math.abs(limit) < Number.MAX_SAFE_INTEGER)) return null;
  const low = min === null ? null : Math.ceil(min);
  const high = max === null ? null : Math.floor(max);
  const ends = [low, high].filter((end) => end !== null);
  const near = limits.flatMap((limit) => [Math.ceil(limit) - 1, Math.floor(limit), Math.ceil(limit), Math.floor(limit) + 1]);
  const values = near.length + ends.length === 0 ? [0] : [...near, ...ends];
  return values.filter((value) => (low === null || value >= low) && (high === null || value <= high));
}

/** Every limit, and a value between each and the next; beyond the outermost where the field has no limit there. */
function realNumbers(limits: readonly number[], { min, max }: Field): readonly number[] {
  const inside = limits.filter((limit) => (min === null || limit > min) && (max === null || limit < max));
  const first = min ?? beyond(inside[0] ?? max ?? 0, -1);
  const last = max ?? beyond(inside.at(-1) ?? min ?? 0, 1);
  const points = [...new Set([first, ...inside, last])];
  const between = points.slice(1).map((point, index) => midpoint(points[index] ?? point, point));
  return [...points, ...between.filter((value) => value !== null)];
}

/** A value past the limit; a step of 1 would not leave a very large one. */
const beyond = (limit: number, sign: number): number =>
  Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, limit + sign * Math.max(1, Math.abs(limit))));

/** Null for two neighbouring numbers, which nothing lies between. */
function midpoint(low: number, high: number): number | null {
  const middle = low / 2 + high / 2;
  return middle > low && middle < high ? middle : null;
}
