import { agreement } from "../scoring/agreement.ts";
import { clamp, sum } from "../scoring/sum.ts";
import { checkCounts, checkLength, checkPositive, checkRising } from "./check.ts";
import { ln } from "./elementary.ts";

/**
 * van der Eijk's agreement A of an ordinal item, checked: 1 if all chose the same, 0 if they spread evenly over all
 * categories, −1 if half stand at either end. The formula is that of `agreement` in scoring.
 *
 * @param counts Answers in each category in order; at least three categories.
 * @returns −1…1; null with fewer than two answers, since one person always agrees.
 * @throws RangeError if there are fewer than three categories or a count is not a whole number from 0.
 * @see C. van der Eijk, "Measuring agreement in ordered rating scales", Quality & Quantity 35 (2001), 325–341
 */
export function vanDerEijkAgreement(counts: readonly number[]): number | null {
  checkCounts(counts, "counts", 3);
  const value = agreement(counts);
  return value === null ? null : clamp(value, -1, 1);
}

/**
 * Tastle and Wierman's consensus of an ordinal item: Cns = 1 + Σ p_k·log2(1 − |x_k − μ|/d), with x_k the category's
 * position, μ = Σ p_k·x_k and d the distance between the outermost categories. 1 if all chose the same, 0 if half stand at
 * either end. An even spread over five categories has 0.434: unlike A, it knows no point between united and split.
 *
 * @param counts Answers in each category in order; at least two categories.
 * @param positions Where the categories lie, rising; 1, 2, 3, … unless said. Neither their unit nor their origin matters.
 * @returns 0…1; null with fewer than two answers.
 * @throws RangeError if the lists differ in length, a count is not a whole number from 0 or the positions do not rise.
 * @see W. J. Tastle and M. J. Wierman, "Consensus and dissention: A measure of ordinal dispersion", International Journal
 *   of Approximate Reasoning 45 (2007), 531–545, eq. 2
 */
export function tastleWiermanConsensus(counts: readonly number[], positions?: readonly number[]): number | null {
  checkCounts(counts, "counts", 2);
  const places = positionsOf(positions, counts.length);
  const answers = sum(counts);
  if (answers < 2) return null;
  const range = (places.at(-1) ?? 0) - (places[0] ?? 0);
  const relative = places.map((place) => (place - (places[0] ?? 0)) / range);
  const mean = sum(counts.map((count, k) => (count / answers) * (relative[k] ?? 0)));
  const terms = counts.map((count, k) => (count === 0 ? 0 : (count / answers) * log2Closeness(Math.abs((relative[k] ?? 0) - mean))));
  return clamp(1 + sum(terms), 0, 1);
}

/** log2(1 − distance), for a distance below 1: only a category that nobody chose can lie a whole range away. */
const log2Closeness = (distance: number): number => ln(Math.max(Number.MIN_VALUE, 1 - distance)) / Math.LN2;

/** How far apart two distributions over the same ordered categories lie. */
export interface OrdinalDistance {
  /** In the unit of the positions. */
  readonly distance: number;
  /** As a share of the greatest possible, 0 (the same) to 1 (all at one end, all at the other). */
  readonly share: number;
}

/**
 * Wasserstein-1 distance between two distributions over the same ordered categories: the least work that turns the one into
 * the other, W = Σ_k |F(k) − G(k)|·(x_{k+1} − x_k). It sees a difference in spread that the difference of the means does not.
 *
 * @param first Answers in each category in order, or any weights from 0; at least two categories. Only ratios matter.
 * @param second As `first`, over the same categories.
 * @param positions Where the categories lie, rising; 1, 2, 3, … unless said.
 * @returns Null where either has no answers.
 * @throws RangeError if the lists differ in length, a weight is negative or not finite, or the positions do not rise.
 * @see S. S. Vallender, "Calculation of the Wasserstein distance between probability distributions on the line", Theory of
 *   Probability and its Applications 18 (1974), 784–786
 */
export function wassersteinDistance(
  first: readonly number[],
  second: readonly number[],
  positions?: readonly number[],
): OrdinalDistance | null {
  checkLength(first, "first", 2);
  const places = positionsOf(positions, first.length);
  const [p, q] = [sharesOf(first, "first", places.length), sharesOf(second, "second", places.length)];
  if (p === null || q === null) return null;
  const range = (places.at(-1) ?? 0) - (places[0] ?? 0);
  let difference = 0;
  const steps: number[] = [];
  for (let k = 0; k < places.length - 1; k += 1) {
    difference += (p[k] ?? 0) - (q[k] ?? 0);
    steps.push(Math.abs(difference) * (((places[k + 1] ?? 0) - (places[k] ?? 0)) / range));
  }
  const share = clamp(sum(steps), 0, 1);
  return { distance: share * range, share };
}

function sharesOf(weights: readonly number[], name: string, length: number): readonly number[] | null {
  if (weights.length !== length) throw new RangeError(`${name} must have ${length} entries, as the others: ${weights.length}`);
  for (const [index, weight] of weights.entries()) if (weight !== 0) checkPositive(weight, `${name}[${index}]`);
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  if (heaviest === 0) return null;
  const relative = weights.map((weight) => weight / heaviest);
  const total = sum(relative);
  return relative.map((weight) => weight / total);
}

function positionsOf(positions: readonly number[] | undefined, length: number): readonly number[] {
  const places = positions ?? Array.from({ length }, (_, index) => index + 1);
  checkRising(places, "positions");
  if (places.length !== length) throw new RangeError(`positions must have ${length} entries, one per category: ${places.length}`);
  return places;
}
