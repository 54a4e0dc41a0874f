import { type Change, type Goal, reached } from "./change.ts";
import type { FieldCatalogue } from "./field-catalogue.ts";
import { ownFacts } from "./own-facts.ts";
import { verdicts } from "./rank.ts";
import { compileSearch } from "./search-changes.ts";
import type { Atom, Condition, Facts, FactValue } from "./types.ts";

export { type Change, costOf, type Goal, reached } from "./change.ts";

/**
 * A small set of changed facts that brings the condition to the goal, built from each atom's nearest value: all that is
 * needed where everything must change, the cheapest where one will do. It is checked before it is returned — applied,
 * it reaches the goal — and no single change in it can be left out. That it is the smallest of all is not claimed.
 *
 * @param fields Never changed after, nor is the condition: what follows from them is worked out once.
 * @returns Empty if the goal is reached already; null if no such set was found.
 * @see docs/method.md#what-would-change-it
 */
export function nearestChanges(condition: Condition, facts: Facts, goal: Goal, fields: FieldCatalogue): readonly Change[] | null {
  const { search, named } = compileSearch(condition, fields);
  const tried = ownFacts(facts, named) as Record<string, FactValue | null>;
  const found = search.solve(tried, goal);
  if (found === null || found.length === 0) return found;
  const changes = onePerField(found);
  const works = (set: readonly Change[]): boolean => {
    for (const { atom, to } of set) tried[atom.field] = to;
    const verdict = verdicts[search.rank(tried)];
    for (const { atom, from } of set) tried[atom.field] = from;
    return reached[goal](verdict);
  };
  if (!works(changes)) return null;
  // The goal was not reached without any.
  return changes.length === 1 ? changes : withoutNeedless(changes, works);
}

/** The facts with the changes made; the facts given are left as they were. */
export function applyChanges(facts: Facts, changes: readonly { readonly atom: Atom; readonly to: FactValue }[]): Facts {
  return { ...facts, ...Object.fromEntries(changes.map((change) => [change.atom.field, change.to])) };
}

/** Several changes of one field become one: the farther number, or the list with everything taken away and added. */
function onePerField(changes: readonly Change[]): readonly Change[] {
  if (changes.length === 1) return changes;
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
