import type { BenchSpecificity } from "./types.ts";

/** The two lists of a place: ids. */
export interface PlaceLists {
  readonly advised: readonly string[];
  readonly basic: readonly string[];
}

/**
 * How much the advice is each place's own. The overlap is exact: two places with a and b measures and c in common share
 * c / (a + b − c); two without any share all.
 *
 * @see catalogue-bench/SPEC.md B9
 */
export function specificityOver(places: readonly PlaceLists[]): BenchSpecificity {
  const counts = new Map<string, number>();
  for (const { advised } of places) for (const id of advised) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return {
    overlap: overlapOf(places.map(({ advised }) => advised)),
    distinct: new Set([...counts.keys(), ...places.flatMap(({ basic }) => basic)]).size,
    mostCommon: first === undefined ? null : { measureId: first[0], share: first[1] / places.length },
  };
}

function overlapOf(lists: readonly (readonly string[])[]): number | null {
  if (lists.length < 2) return null;
  const sets = lists.map((list) => new Set(list));
  let total = 0;
  for (const [index, list] of lists.entries()) {
    for (const other of sets.slice(index + 1)) {
      const common = list.reduce((count, id) => count + (other.has(id) ? 1 : 0), 0);
      const union = list.length + other.size - common;
      total += union === 0 ? 1 : common / union;
    }
  }
  return total / ((lists.length * (lists.length - 1)) / 2);
}
