import type { Measure } from "../catalogue/types.ts";
import { rangeOf } from "../portfolio/exponents.ts";
import type { EffectRange } from "../portfolio/types.ts";
import { NORMAL_95 } from "../scoring/posterior.ts";
import { clamp } from "../scoring/sum.ts";
import type { DimensionScore } from "../scoring/types.ts";
import { createRandom, type Random } from "../statistics/random.ts";
import { noisyWeights } from "../statistics/robustness.ts";
import { sortPlaces } from "./order.ts";
import { robustnessParameters } from "./parameters.ts";

/**
 * Weights, each moved by a random share of itself, with their order kept: each is drawn from (1 − noise)·w to (1 + noise)·w,
 * and the greatest draw goes to the greatest weight, the next to the next. A greater weight has both its ends higher, so that
 * what it is given lies between them. Equal weights have no order: they keep what they drew.
 *
 * @param weights At least one, above 0.
 * @param noise Strictly between 0 and 1.
 * @throws RangeError if the noise is out of range.
 * @see COINr, get_noisy_weights, for the noise
 */
export function noisyWeightsInOrder(weights: Float64Array, noise: number, random: Random): Float64Array {
  const own = noisyWeights(weights, noise, random);
  const places = Array.from(weights, (_, at) => at);
  const given = places.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || (own[b] ?? 0) - (own[a] ?? 0));
  const drawn = Int32Array.from(weights, (_, at) => at);
  sortPlaces(own, drawn);
  const kept = new Float64Array(weights.length);
  for (const [rank, place] of given.entries()) kept[place] = own[drawn[rank] as number] as number;
  return kept;
}

/**
 * A score that could be the true one: the score z = 0 standard errors away, the ends of its 95 % interval z = ±1.96, each side
 * with a standard error of its own, kept within 0–100. Half of the draws lie on each side, 95 of 100 within the interval.
 *
 * @param z A standard normal number.
 * @returns Null without a score.
 */
export function drawnScore({ place }: DimensionScore, z: number): number | null {
  if (place.kind !== "scored") return null;
  const { score, interval } = place;
  const standardError = (z < 0 ? score - interval.low : interval.high - score) / NORMAL_95;
  return clamp(score + z * standardError, 0, 100);
}

/**
 * What a measure's effects are multiplied by: half of the draws on each side of 1, likeliest near it, and never beyond the
 * range. Each side is a triangle: low + (1 − low)·√(2u) below, high − (high − 1)·√(2 − 2u) above.
 *
 * @param u From 0 to below 1, even.
 */
export function drawnEffect({ low, high }: EffectRange, u: number): number {
  return u < 0.5 ? low + (1 - low) * Math.sqrt(2 * u) : high - (high - 1) * Math.sqrt(2 - 2 * u);
}

/** The ends of what a measure's effects are multiplied by: by evidence grade, lower where disputed or where it may do harm. */
export function effectRangeOf(measure: Measure): EffectRange {
  return rangeOf({ ...measure, synergies: [] }, robustnessParameters.effects);
}

/** What one draw is made of: what is null stands as it is in the place. */
export interface Variation {
  /** By dimension of the instrument. */
  readonly weights: Float64Array | null;
  /** By dimension of the round's scores; null within for one without a score. */
  readonly scores: readonly (number | null)[] | null;
  /** By measure that competes, by id. */
  readonly effects: Float64Array | null;
}

/** Nothing varied: the advice itself. */
export const asItIs: Variation = { weights: null, scores: null, effects: null };

/**
 * Draws for one place, one after the other. Each dimension's score and each measure's effect has a stream of its own by its
 * id, so that neither the order nor what else there is changes what it draws.
 */
export function drawsOf(
  weights: Float64Array,
  dimensions: readonly DimensionScore[],
  measures: readonly Measure[],
  seed: string,
): () => { readonly [source in keyof Variation]: NonNullable<Variation[source]> } {
  const forWeights = createRandom(`${seed}/weights`);
  const forScores = dimensions.map(({ dimensionId }) => createRandom(`${seed}/score/${dimensionId}`));
  const forEffects = measures.map(({ id }) => createRandom(`${seed}/effect/${id}`));
  const ranges = measures.map(effectRangeOf);
  return () => ({
    weights: noisyWeightsInOrder(weights, robustnessParameters.weightNoise, forWeights),
    scores: dimensions.map((one, at) => drawnScore(one, forScores[at]?.normal() ?? 0)),
    effects: Float64Array.from(ranges, (range, at) => drawnEffect(range, forEffects[at]?.uniform() ?? 0.5)),
  });
}
