import { clamp, sum } from "../scoring/sum.ts";
import { checkShare, checkWhole } from "./check.ts";

/** Persistence at which the first nine places carry 83 % of the weight, and the first alone 26 %. */
export const DEFAULT_PERSISTENCE = 0.9;

/**
 * Rank-biased overlap of two lists, extrapolated: what share of their upper ends they have in common, as seen by someone
 * who goes down both and at each place goes on with probability p. For short lists of the best, which need not hold the same
 * things nor be as long: advice to two places, or to one before and after a change. Rank correlations have no answer there.
 *
 * With s ≤ l the lengths and X_d the common things among the first d of both: (1 − p)/p·(Σ_{d≤l} X_d·p^d/d +
 * Σ_{s<d≤l} X_s·(d − s)·p^d/(s·d)) + ((X_l − X_s)/l + X_s/s)·p^l.
 *
 * @param first From the best down, nothing twice, as `second`.
 * @param persistence p, strictly between 0 and 1.
 * @returns 0 (nothing in common) to 1 (the same as far as both go); null where either list is empty.
 * @throws RangeError if a list holds a thing twice or the persistence is out of range.
 * @see W. Webber, A. Moffat and J. Zobel, "A similarity measure for indefinite rankings", ACM TOIS 28(4) (2010), eq. 32
 */
export function rankBiasedOverlap(
  first: readonly string[],
  second: readonly string[],
  persistence: number = DEFAULT_PERSISTENCE,
): number | null {
  checkShare(persistence, "persistence");
  checkOnce(first, "first");
  checkOnce(second, "second");
  const [short, long] = [Math.min(first.length, second.length), Math.max(first.length, second.length)];
  if (short === 0) return null;
  const common = overlaps(first, second, long);
  const [atShort, atLong] = [common[short - 1] ?? 0, common[long - 1] ?? 0];
  let power = 1;
  const terms = common.map((overlap, index) => {
    const depth = index + 1;
    power *= persistence;
    return (overlap + (atShort * Math.max(0, depth - short)) / short) * (power / depth);
  });
  const seen = ((1 - persistence) / persistence) * sum(terms);
  return clamp(seen + ((atLong - atShort) / long + atShort / short) * power, 0, 1);
}

/**
 * Average overlap: the mean over the depths 1 to k of the share that the first d of both lists have in common. Simpler to
 * tell than `rankBiasedOverlap`, and as top-heavy, but tied to one depth.
 *
 * @param depth k, at least 1; a list that is shorter has nothing below its end.
 * @returns 0–1.
 * @throws RangeError if a list holds a thing twice or the depth is not a whole number from 1.
 * @see W. Webber, A. Moffat and J. Zobel (2010), §2 and figure 5
 */
export function averageOverlap(first: readonly string[], second: readonly string[], depth: number): number {
  checkWhole(depth, "depth", 1);
  checkOnce(first, "first");
  checkOnce(second, "second");
  return sum(overlaps(first, second, depth).map((overlap, index) => overlap / (index + 1))) / depth;
}

function checkOnce(list: readonly string[], name: string): void {
  if (new Set(list).size !== list.length) throw new RangeError(`${name} holds something twice`);
}

/** How much the first 1, 2, …, `depth` of both lists have in common. */
function overlaps(first: readonly string[], second: readonly string[], depth: number): readonly number[] {
  const seen = new Set<string>();
  let common = 0;
  return Array.from({ length: depth }, (_, index) => {
    for (const thing of new Set([first[index], second[index]])) {
      if (thing === undefined) continue;
      const inBoth = first[index] === second[index];
      if (inBoth || seen.has(thing)) common += 1;
      seen.add(thing);
    }
    return common;
  });
}
