import { compileCondition } from "./evaluate.ts";
import type { Field, FieldCatalogue } from "./field-catalogue.ts";
import { nearestValue } from "./flip.ts";
import { factOf, isAtom, partsOf } from "./shape.ts";
import type { Atom, Condition, Facts, FactValue, Verdict } from "./types.ts";

/** One fact and what it would have to be instead. */
export interface Change {
  /** The comparison that the change turns: gives the words ("sjunker under 25"). */
  readonly atom: Atom;
  /** Null if unknown. */
  readonly from: FactValue | null;
  readonly to: FactValue;
}

/** A set of verdicts to reach: `passes` is "not fails", `not_holds` its mirror. */
export type Goal = "holds" | "fails" | "passes" | "not_holds";

/** Whether a verdict is what the goal asks for. */
export const reached = {
  holds: (verdict: Verdict) => verdict === "holds",
  fails: (verdict: Verdict) => verdict === "fails",
  passes: (verdict: Verdict) => verdict !== "fails",
  not_holds: (verdict: Verdict) => verdict !== "holds",
} as const satisfies Record<Goal, (verdict: Verdict) => boolean>;

const mirrored = { holds: "fails", fails: "holds", passes: "not_holds", not_holds: "passes" } as const satisfies Record<Goal, Goal>;

/**
 * A small set of changed facts that brings the condition to the goal, built from each atom's nearest value: all that is
 * needed where everything must change, the cheapest where one will do. It is checked before it is returned — applied,
 * it reaches the goal — and no single change in it can be left out. That it is the smallest of all is not claimed.
 *
 * @returns Empty if the goal is reached already; null if no such set was found.
 * @see docs/method.md#what-would-change-it
 */
export function nearestChanges(condition: Condition, facts: Facts, goal: Goal, fields: FieldCatalogue): readonly Change[] | null {
  const found = solve(condition, goal, facts, fields);
  if (found === null) return null;
  const changes = onePerField(found);
  const verdict = compileCondition(condition);
  const works = (set: readonly Change[]) => reached[goal](verdict(applyChanges(facts, set)));
  return works(changes) ? withoutNeedless(changes, works) : null;
}

/** The facts with the changes made; the facts given are left as they were. */
export function applyChanges(facts: Facts, changes: readonly { readonly atom: Atom; readonly to: FactValue }[]): Facts {
  return { ...facts, ...Object.fromEntries(changes.map((change) => [change.atom.field, change.to])) };
}

function solve(condition: Condition, goal: Goal, facts: Facts, fields: FieldCatalogue): readonly Change[] | null {
  if (reached[goal](evaluateVerdict(condition, facts))) return [];
  if (isAtom(condition)) return solveAtom(condition, goal, facts, fields);
  if ("not" in condition) return solve(condition.not, mirrored[goal], facts, fields);
  const parts = partsOf(condition);
  const options = parts.map((part) => solve(part, goal, facts, fields));
  const needed = partsNeeded(condition, goal, parts.length);
  return cheapest(options, needed, fields);
}

const evaluateVerdict = (condition: Condition, facts: Facts): Verdict => compileCondition(condition)(facts);

/** How many parts must reach the goal for the branch to reach it. */
function partsNeeded(branch: Exclude<Condition, Atom | { not: Condition }>, goal: Goal, parts: number): number {
  const up = goal === "holds" || goal === "passes";
  if ("all" in branch) return up ? parts : 1;
  if ("any" in branch) return up ? 1 : parts;
  return up ? branch.atLeast : parts - branch.atLeast + 1;
}

/** The changes of the cheapest options, as many as needed, in reading order; null if too few are possible. */
function cheapest(options: readonly (readonly Change[] | null)[], needed: number, fields: FieldCatalogue): readonly Change[] | null {
  const possible = options.filter((option) => option !== null);
  if (possible.length < needed) return null;
  const costs = new Map(possible.map((option) => [option, costOf(option, fields)]));
  const chosen = new Set([...possible].sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0)).slice(0, needed));
  return possible.filter((option) => chosen.has(option)).flat();
}

function solveAtom(atom: Atom, goal: Goal, facts: Facts, fields: FieldCatalogue): readonly Change[] | null {
  const from = factOf(facts, atom.field);
  const wanted = goal === "holds" || goal === "passes" ? "holds" : "fails";
  const to = nearestValue(atom, wanted, from, fields.get(atom.field));
  return to === null ? null : [{ atom, from, to }];
}

/** One whole point per change, plus up to a half for how far it goes and two fifths if it is a party's private fact. */
export function costOf(changes: readonly Change[], fields: FieldCatalogue): number {
  return changes.reduce((cost, change) => cost + 1 + changeCost(change, fields.get(change.atom.field)), 0);
}

function changeCost(change: Change, field: Field | undefined): number {
  return distanceOf(change, field) / 2 + (field?.visibility === "ownParty" ? 0.4 : 0);
}

/** As a share of the field's range, 0–1; a half where there is no distance. */
function distanceOf({ from, to }: Change, field: Field | undefined): number {
  if (from === null) return 0;
  if (typeof from !== "number" || typeof to !== "number") return 0.5;
  const range = field?.min != null && field.max != null ? field.max - field.min : Math.max(1, Math.abs(from));
  return Math.min(1, Math.abs(to - from) / range);
}

/** Several changes of one field become one: the farther number, or the list with everything taken away and added. */
function onePerField(changes: readonly Change[]): readonly Change[] {
  const byField = new Map<string, Change>();
  for (const change of changes) {
    const other = byField.get(change.atom.field);
    byField.set(change.atom.field, other === undefined ? change : merged(other, change));
  }
  return [...byField.values()];
}

function merged(first: Change, second: Change): Change {
  const { from } = first;
  if (Array.isArray(first.to) && Array.isArray(second.to)) {
    const before: readonly string[] = Array.isArray(from) ? from : [];
    const [a, b]: readonly (readonly string[])[] = [first.to, second.to];
    const kept = before.filter((key) => a?.includes(key) && b?.includes(key));
    const added = [...(a ?? []), ...(b ?? [])].filter((key) => !before.includes(key));
    return { ...first, to: [...new Set([...kept, ...added])] };
  }
  if (typeof from !== "number" || typeof first.to !== "number" || typeof second.to !== "number") return first;
  return Math.abs(second.to - from) > Math.abs(first.to - from) ? second : first;
}

function withoutNeedless(changes: readonly Change[], works: (set: readonly Change[]) => boolean): readonly Change[] {
  let kept = changes;
  for (const change of changes) {
    const fewer = kept.filter((other) => other !== change);
    if (works(fewer)) kept = fewer;
  }
  return kept;
}
