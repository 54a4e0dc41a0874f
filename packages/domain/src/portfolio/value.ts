import { closedBy } from "./expected-scores.ts";
import type { Prepared } from "./prepared.ts";

/** A set of chosen candidates with what decides between sets. */
export interface Candidate {
  /** Measure indexes, ascending. */
  readonly chosen: readonly number[];
  /** Points, unrounded. */
  readonly value: number;
  readonly costSek: number;
}

/** Values are compared in this many parts of a point: what agrees to a millionth is equally good. */
export const PARTS_OF_POINT = 1e6;

/**
 * Points that a set of candidates adds to the weighted mean of the place's scores: Σ weight·(100 − s)·(1 − e^(−Σy)) over
 * the dimensions that count. The same as the weighted mean of what `expectedScores` moves (SPEC.md V1), on prepared
 * numbers.
 *
 * @param chosen Measure indexes, ascending: the sum is then the same to the last digit however the set was found.
 * @returns 0 or more, at most 100; 0 for an empty set and where no dimension has a score.
 */
export function planValue({ measures, dimensions }: Prepared, chosen: readonly number[]): number {
  const isChosen = new Uint8Array(measures.length);
  for (const index of chosen) isChosen[index] = 1;
  const sums = new Float64Array(dimensions.length);
  const add = ({ dimension, exponent }: { readonly dimension: number; readonly exponent: number }) => {
    sums[dimension] = (sums[dimension] as number) + exponent;
  };
  for (const index of chosen) {
    const measure = measures[index];
    measure?.exponents.forEach(add);
    for (const synergy of measure?.synergies ?? []) if (isChosen[synergy.with] === 1) synergy.added.forEach(add);
  }
  return dimensions.reduce((value, { points }, dimension) => value + points * closedBy(sums[dimension] as number), 0);
}

/** A set with its value and cost. */
export function candidateOf(prepared: Prepared, chosen: readonly number[]): Candidate {
  const costSek = chosen.reduce((sum, index) => sum + (prepared.measures[index]?.costSek ?? 0), 0);
  return { chosen, value: planValue(prepared, chosen), costSek };
}

/** Points in whole millionths: the number that values are compared by. */
export function inParts(value: number): number {
  return Math.round(value * PARTS_OF_POINT);
}

/**
 * Which of two sets is the better plan: more value (in millionths of a point), then less cost, then fewer measures, then
 * the set that has the first id in which they differ. A total order: two different sets are never equal, so that the
 * best plan is one and the same whoever computes it.
 *
 * @returns Below 0 where the first is better, 0 only for the same set.
 * @see SPEC.md V3
 */
export function comparePlans(one: Candidate, other: Candidate): number {
  return (
    inParts(other.value) - inParts(one.value) ||
    one.costSek - other.costSek ||
    one.chosen.length - other.chosen.length ||
    firstDifference(one.chosen, other.chosen)
  );
}

function firstDifference(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((index, position) => index !== other[position]);
  return at === -1 ? 0 : (one[at] as number) - (other[at] as number);
}
