import { type Change, costOf, type Goal } from "./change.ts";
import { rankFrom } from "./compile.ts";
import { isNumber, type Ranked } from "./compile-atom.ts";
import type { Field, FieldCatalogue } from "./field-catalogue.ts";
import { FAR, type NumberFlips, nearestOf, numberFlips } from "./find-flip.ts";
import { nearestValue } from "./flip.ts";
import { fieldsOf } from "./read.ts";
import { isAtom, partsOf } from "./shape.ts";
import type { Atom, Condition, Facts, FactValue } from "./types.ts";

/** A condition or a part of it as what `nearestChanges` asks of it, of facts that inherit nothing it names (`ownFacts`). */
export interface Search {
  readonly rank: Ranked;
  /** Changes that reach the goal part by part; none if it is reached, null if it cannot be. */
  readonly solve: (facts: Facts, goal: Goal) => readonly Change[] | null;
}

/** The search of a whole condition, with the fields that it names. */
interface WholeSearch {
  readonly search: Search;
  readonly named: readonly string[];
}

const searches = new WeakMap<FieldCatalogue, WeakMap<Condition, WholeSearch>>();
const nothing: readonly Change[] = [];
const mirrored = { holds: "fails", fails: "holds", passes: "not_holds", not_holds: "passes" } as const satisfies Record<Goal, Goal>;

/** The search of a condition: put together once per condition and catalogue and kept as long as both live. */
export function compileSearch(condition: Condition, fields: FieldCatalogue): WholeSearch {
  let known = searches.get(fields);
  if (known === undefined) {
    known = new WeakMap();
    searches.set(fields, known);
  }
  const compiled = known.get(condition);
  if (compiled !== undefined) return compiled;
  const fresh = { search: searchOf(condition, fields), named: fieldsOf(condition) };
  known.set(condition, fresh);
  return fresh;
}

/** Whether a rank is what the goal asks for: `reached` of its verdict. */
function isReached(goal: Goal, rank: number): boolean {
  if (goal === "holds") return rank === 2;
  if (goal === "fails") return rank === 0;
  return goal === "passes" ? rank !== 0 : rank !== 2;
}

function searchOf(condition: Condition, fields: FieldCatalogue): Search {
  const rank = rankFrom(condition);
  const further = isAtom(condition) ? solveAtom(condition, fields.get(condition.field)) : solveBranch(condition, fields);
  return { rank, solve: (facts, goal) => (isReached(goal, rank(facts)) ? nothing : further(facts, goal)) };
}

function solveBranch(condition: Exclude<Condition, Atom>, fields: FieldCatalogue): Search["solve"] {
  const parts = partsOf(condition).map((part) => searchOf(part, fields));
  if ("not" in condition) {
    const [part] = parts as unknown as readonly [Search];
    return (facts, goal) => part.solve(facts, mirrored[goal]);
  }
  return (facts, goal) => {
    const needed = partsNeeded(condition, goal, parts.length);
    if (needed === parts.length) return all(parts, facts, goal);
    if (needed === 1) return cheapestOne(parts, facts, goal, fields);
    return cheapest(
      parts.map((part) => part.solve(facts, goal)),
      needed,
      fields,
    );
  };
}

/** How many parts must reach the goal for the branch to reach it. */
function partsNeeded(branch: Exclude<Condition, Atom | { not: Condition }>, goal: Goal, parts: number): number {
  const up = goal === "holds" || goal === "passes";
  if ("all" in branch) return up ? parts : 1;
  if ("any" in branch) return up ? 1 : parts;
  return up ? branch.atLeast : parts - branch.atLeast + 1;
}

/** The changes of every part; null if one is not possible. */
function all(parts: readonly Search[], facts: Facts, goal: Goal): readonly Change[] | null {
  let changes = nothing;
  for (const part of parts) {
    const its = part.solve(facts, goal);
    if (its === null) return null;
    if (its.length > 0) changes = changes.length === 0 ? its : [...changes, ...its];
  }
  return changes;
}

/** The changes of the part that takes least, the first of equals; null if none is possible. */
function cheapestOne(parts: readonly Search[], facts: Facts, goal: Goal, fields: FieldCatalogue): readonly Change[] | null {
  let best: readonly Change[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const its = part.solve(facts, goal);
    if (its === null) continue;
    const cost = costOf(its, fields);
    if (best !== null && !(cost < least)) continue;
    best = its;
    least = cost;
  }
  return best;
}

/** The changes of the cheapest options, as many as needed, in reading order; null if too few are possible. */
function cheapest(options: readonly (readonly Change[] | null)[], needed: number, fields: FieldCatalogue): readonly Change[] | null {
  const possible = options.filter((option) => option !== null);
  if (possible.length < needed) return null;
  const costs = new Map(possible.map((option) => [option, costOf(option, fields)]));
  const chosen = new Set([...possible].sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0)).slice(0, needed));
  return possible.filter((option) => chosen.has(option)).flat();
}

/** Facts whose nearest value is kept per comparison. */
const KEPT = 64;

function solveAtom(atom: Atom, field: Field | undefined): Search["solve"] {
  const ofHolds = nearestTo("holds", atom, field);
  const ofFails = nearestTo("fails", atom, field);
  return (facts, goal) => {
    const from = facts[atom.field] ?? null;
    const to = (goal === "holds" || goal === "passes" ? ofHolds : ofFails)(from);
    return to === null ? null : [{ atom, from, to }];
  };
}

/** `nearestValue` of a comparison to one verdict, with what does not depend on the fact worked out once, when it is first asked for. */
function nearestTo(wanted: "holds" | "fails", atom: Atom, field: Field | undefined): (fact: FactValue | null) => FactValue | null {
  const kept = new Map<string | boolean | null, FactValue | null>();
  const byLimits = field !== undefined && hasNumbers(atom) ? { flips: null as NumberFlips | null, field } : null;
  return (fact) => {
    if (byLimits !== null && isNumber(fact) && fact <= FAR && fact >= -FAR) {
      byLimits.flips ??= numberFlips(wanted, atom, byLimits.field);
      return nearestOf(byLimits.flips, fact)?.to ?? null;
    }
    if (typeof fact === "number" || typeof fact === "object" ? fact !== null : false) return nearestValue(atom, wanted, fact, field);
    const key = fact as string | boolean | null;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = nearestValue(atom, wanted, fact, field);
    if (kept.size < KEPT) kept.set(key, found);
    return found;
  };
}

/** Whether the comparison is with numbers: only then are they tried whatever the fact is. */
const hasNumbers = ({ op, value }: Atom): boolean =>
  op !== "known" && op !== "contains" && (Array.isArray(value) ? value : [value]).some((limit) => typeof limit === "number");
