import { clamp } from "./sum.ts";
import type { Interval } from "./types.ts";

/** Counts of the answers 1, 2, 3, 4 and 5. */
export type AnswerCounts = readonly [number, number, number, number, number];

/** What one group's answers to one item say, on the 0–100 scale. */
export interface ItemEstimate {
  /** People who answered, at least 1. */
  readonly answers: number;
  /** 100·(m − 1)/4 with m the plain mean of the answers: the score that is shown. */
  readonly score: number;
  /** The same of the posterior mean: drawn towards the middle, the more so the fewer have answered. */
  readonly centre: number;
  /** Standard deviation of the posterior of that mean. */
  readonly sd: number;
}

/** Added to each of the five counts: Jeffreys' prior, worth two and a half answers in all. */
export const DIRICHLET_PRIOR = 0.5;
/** 97.5th percentile of the standard normal: 95 % lie within this many standard deviations. */
export const NORMAL_95 = 1.959963984540054;

/**
 * Score, posterior mean and posterior spread of a five-point item. With a Dirichlet(½, …, ½) prior, alpha_k = n_k + ½ and
 * A = Σ alpha_k, the mean of the answers has expectation m = Σ k·alpha_k/A and variance (Σ k²·alpha_k/A − m²)/(A + 1).
 *
 * @returns Null if nobody has answered.
 * @see docs/method.md#interval — Gelman et al., Bayesian Data Analysis (3rd ed.), §3.4; Jeffreys (1946) for the ½
 */
export function estimateItem(counts: AnswerCounts): ItemEstimate | null {
  let [answers, first, square] = [0, 0, 0];
  for (const [index, count] of counts.entries()) {
    const answer = index + 1;
    answers += count;
    first += answer * count;
    square += answer * answer * count;
  }
  if (answers === 0) return null;
  // Whole numbers and halves so far: exact. The prior adds ½ to each count, so ½·15 to Σ k and ½·55 to Σ k².
  const alphaSum = answers + 5 * DIRICHLET_PRIOR;
  const mean = (first + 15 * DIRICHLET_PRIOR) / alphaSum;
  const variance = ((square + 55 * DIRICHLET_PRIOR) / alphaSum - mean * mean) / (alphaSum + 1);
  return { answers, score: toPoints(first / answers), centre: toPoints(mean), sd: 25 * Math.sqrt(Math.max(0, variance)) };
}

const toPoints = (mean: number): number => clamp(25 * (mean - 1), 0, 100);

/**
 * The 95 % interval around a posterior mean, kept within the scale and widened where it must be to hold the score.
 * The score that is shown is the plain mean, the interval's middle is drawn towards 50 by the prior: with a single
 * answer of 5 (score 100) the interval would end at 98.9, and a score outside its own interval cannot be explained to anyone.
 */
export function intervalAround(centre: number, sd: number, score: number, low = 0, high = 100): Interval {
  return {
    low: Math.min(score, clamp(centre - NORMAL_95 * sd, low, high)),
    high: Math.max(score, clamp(centre + NORMAL_95 * sd, low, high)),
  };
}
