import { atomVerdict } from "./atom.ts";
import { atomsByField, MAX_TESTED_KEYS, signatureOf } from "./cells.ts";
import { type Change, costOf, type Goal, reached } from "./changes.ts";
import { compileCondition } from "./evaluate.ts";
import type { Field, FieldCatalogue } from "./field-catalogue.ts";
import { candidateValues, distanceFrom, isAllowed } from "./flip.ts";
import { factOf } from "./shape.ts";
import type { Atom, Condition, Facts, FactValue } from "./types.ts";

/** Sets of values that a search may try. */
export const MAX_TRIES = 50_000;

/** The smallest sets of changes that turn a condition. */
export interface Flips {
  /** Each turns the verdict, and all have as few changes as any set that does; the nearest first. */
  readonly sets: readonly (readonly Change[])[];
  /** False where the search was broken off: then there are no sets, and smaller ones than others may find are not ruled out. */
  readonly complete: boolean;
}

/**
 * The smallest sets of changed facts that turn the whole condition, from holds to fails or the other way: every set of
 * fields as small as can be, each with the nearest values that do it. No part of a set turns it, since a set with fewer
 * changes would have been found first. `nearestChanges` gives one set, quickly, that may be larger.
 *
 * @param fields A field it does not have moves at the precision of limit and fact.
 * @param maxTries Whole number above 0.
 * @returns Empty where the verdict is unknown (a missing fact is asked for, not changed) or no allowed values turn it.
 *   A fact is never made unknown, so `known` is not turned by itself. Total: never throws on a valid condition.
 */
export function nearestFlips(condition: Condition, facts: Facts, fields: FieldCatalogue, maxTries: number = MAX_TRIES): Flips {
  const verdict = compileCondition(condition)(facts);
  if (verdict === "unknown") return { sets: [], complete: true };
  return smallestChanges(condition, facts, verdict === "holds" ? "fails" : "holds", fields, maxTries);
}

/**
 * The smallest sets of changed facts that reach a goal, as `nearestFlips`.
 *
 * @returns One empty set if the goal is reached already.
 */
export function smallestChanges(
  condition: Condition,
  facts: Facts,
  goal: Goal,
  fields: FieldCatalogue,
  maxTries: number = MAX_TRIES,
): Flips {
  const byField = [...atomsByField(condition)];
  if (byField.some(([, atoms]) => testedKeys(atoms).length > MAX_TESTED_KEYS)) return { sets: [], complete: false };
  const options = byField.map(([key, atoms]) => changesOf(key, atoms, facts, fields)).filter((list) => list.length > 0);
  const verdict = compileCondition(condition);
  const search: Search = { works: (its) => reached[goal](verdict(its)), cost: (set) => costOf(set, fields), tries: { left: maxTries } };
  for (let size = 0; size <= options.length; size += 1) {
    const sets: (readonly Change[])[] = [];
    for (const chosen of subsetsOf(options, size)) {
      const set = cheapestOf(chosen, facts, search);
      if (search.tries.left < 0) return { sets: [], complete: false };
      if (set !== null) sets.push(set);
    }
    if (sets.length > 0) return { sets: sets.sort((a, b) => search.cost(a) - search.cost(b)), complete: true };
  }
  return { sets: [], complete: true };
}

interface Search {
  readonly works: (facts: Facts) => boolean;
  readonly cost: (set: readonly Change[]) => number;
  readonly tries: { left: number };
}

/** The nearest change of one field for each way of meeting its comparisons other than the present one. */
function changesOf(key: string, atoms: readonly Atom[], facts: Facts, fields: FieldCatalogue): readonly Change[] {
  const from = factOf(facts, key);
  const field = fields.get(key);
  const distance = distanceFrom(from, field);
  const nearest = new Map<string, Change>();
  for (const to of valuesToTry(atoms, from, field)) {
    const atom = atoms.find((one) => atomVerdict(one, to) !== atomVerdict(one, from));
    if (atom === undefined || !isAllowed(to, field)) continue;
    const signature = signatureOf(atoms, to);
    const other = nearest.get(signature);
    if (other === undefined || distance(to) < distance(other.to)) nearest.set(signature, { atom, from, to });
  }
  return [...nearest.values()];
}

function valuesToTry(atoms: readonly Atom[], from: FactValue | null, field: Field | undefined): readonly FactValue[] {
  const tested = testedKeys(atoms);
  if (tested.length === 0) return atoms.flatMap((atom) => candidateValues(atom, from, field));
  // Keys of a multi-choice come and go together: every combination of those that are tested.
  return tested.reduce<readonly FactValue[]>((all, atom) => all.flatMap((list) => candidateValues(atom, list, field)), [from ?? []]);
}

/** One `contains` for each key that is tested. */
const testedKeys = (atoms: readonly Atom[]): readonly Atom[] => [
  ...new Map(atoms.filter((atom) => atom.op === "contains").map((atom) => [atom.value, atom])).values(),
];

function* subsetsOf<T>(list: readonly T[], size: number, start = 0): Generator<readonly T[]> {
  if (size === 0) yield [];
  else {
    for (let index = start; index <= list.length - size; index += 1) {
      for (const rest of subsetsOf(list, size - 1, index + 1)) yield [list[index] as T, ...rest];
    }
  }
}

/** The cheapest set with one change from each list that reaches the goal; null if none does. */
function cheapestOf(lists: readonly (readonly Change[])[], facts: Facts, search: Search): readonly Change[] | null {
  let best: readonly Change[] | null = null;
  const visit = (set: readonly Change[], its: Facts): void => {
    const next = lists[set.length];
    if (next !== undefined) {
      for (const change of next) visit([...set, change], { ...its, [change.atom.field]: change.to });
      return;
    }
    search.tries.left -= 1;
    if (search.tries.left < 0 || !search.works(its)) return;
    if (best === null || search.cost(set) < search.cost(best)) best = set;
  };
  visit([], facts);
  return best;
}
