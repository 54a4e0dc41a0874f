import { clamp, sum } from "../scoring/sum.ts";
import { checkNumber } from "./check.ts";

/**
 * Ranks from 1 for the least value; values that are equal share the mean of their ranks.
 *
 * @throws RangeError if a value is not finite.
 */
export function midRanks(values: readonly number[]): readonly number[] {
  for (const [index, value] of values.entries()) checkNumber(value, `values[${index}]`);
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
    for (let at = from; at < to; at += 1) ranks[order[at]?.index ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/**
 * Spearman's rank correlation: Pearson's correlation of the mid-ranks, which is right with ties as well, where
 * 1 − 6·Σd²/(n³ − n) is not.
 *
 * @param first At least two values, as many as `second`.
 * @returns −1…1; null with fewer than two pairs, or where one side has no differences.
 * @throws RangeError if the lengths differ or a value is not finite.
 * @see C. Spearman, "The proof and measurement of association between two things", American Journal of Psychology 15 (1904);
 *   M. G. Kendall, Rank Correlation Methods (4th ed., 1970), ch. 3 — ties
 */
export function spearman(first: readonly number[], second: readonly number[]): number | null {
  checkPaired(first, second);
  const middle = (first.length + 1) / 2;
  const [x, y] = [midRanks(first), midRanks(second)].map((ranks) => ranks.map((rank) => rank - middle)) as [number[], number[]];
  const product = (a: readonly number[], b: readonly number[]) => sum(a.map((value, index) => value * (b[index] ?? 0)));
  const spread = Math.sqrt(product(x, x)) * Math.sqrt(product(y, y));
  return spread === 0 ? null : clamp(product(x, y) / spread, -1, 1);
}

/**
 * Weighted Kendall's tau with additive hyperbolic weights: the agreement of two full rankings of the same things, in which
 * an exchange at the top counts for more than one at the bottom. Each pair of things weighs 1/r + 1/s with r and s their
 * ranks from 1; τ = Σ w·sgn(Δx)·sgn(Δy)/√(Σ w·sgn(Δx)²·Σ w·sgn(Δy)²). Since neither list is the truth, it is the mean of
 * the values with the ranks of either.
 *
 * For full rankings of one set of things (the same places before and after a change of weights). For short lists that do not
 * hold the same things, see `rankBiasedOverlap`.
 *
 * @param first Scores, the greatest first in rank; ties are ranked by the other list.
 * @param second Scores of the same things in the same order.
 * @returns −1…1; null with fewer than two things, or where one side has no differences.
 * @throws RangeError if the lengths differ or a value is not finite.
 * @see G. S. Shieh, "A weighted Kendall's tau statistic", Statistics & Probability Letters 39 (1998), 17–24
 * @see S. Vigna, "A weighted correlation index for rankings with ties", WWW 2015, 1166–1176 — the weights and the ties
 */
export function weightedTau(first: readonly number[], second: readonly number[]): number | null {
  checkPaired(first, second);
  for (const [index, value] of [...first, ...second].entries()) {
    checkNumber(value, index < first.length ? `first[${index}]` : `second[${index - first.length}]`);
  }
  const values = [tauBy(ranksBy(first, second), first, second), tauBy(ranksBy(second, first), first, second)];
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known) / known.length;
}

function checkPaired(first: readonly number[], second: readonly number[]): void {
  if (first.length !== second.length) throw new RangeError(`first and second must be as long: ${first.length}, ${second.length}`);
}

/** Rank from 1 of each thing by the first list, greatest first, then by the second. */
function ranksBy(first: readonly number[], second: readonly number[]): readonly number[] {
  const order = first
    .map((value, index) => ({ value, other: second[index] ?? 0, index }))
    .sort((a, b) => b.value - a.value || b.other - a.other || a.index - b.index);
  const ranks = new Array<number>(first.length).fill(0);
  for (const [place, { index }] of order.entries()) ranks[index] = place + 1;
  return ranks;
}

function tauBy(ranks: readonly number[], first: readonly number[], second: readonly number[]): number | null {
  let [both, ofFirst, ofSecond] = [0, 0, 0];
  for (let i = 0; i < ranks.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const weight = 1 / (ranks[i] ?? 1) + 1 / (ranks[j] ?? 1);
      const x = Math.sign((first[i] ?? 0) - (first[j] ?? 0));
      const y = Math.sign((second[i] ?? 0) - (second[j] ?? 0));
      both += weight * x * y;
      ofFirst += weight * x * x;
      ofSecond += weight * y * y;
    }
  }
  const spread = Math.sqrt(ofFirst) * Math.sqrt(ofSecond);
  return spread === 0 ? null : clamp(both / spread, -1, 1);
}
