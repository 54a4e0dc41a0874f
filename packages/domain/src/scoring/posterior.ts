import { finiteCorrection } from "../statistics/wilson.ts";
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
  /** Standard error of the plain mean, above `sd`: the plain mean rests on the answers alone. 0 where everyone there is has answered. */
  readonly error: number;
}

/** Added to each of the five counts: Jeffreys' prior, worth two and a half answers in all. */
export const DIRICHLET_PRIOR = 0.5;
/** 97.5th percentile of the standard normal: 95 % lie within this many standard deviations. */
export const NORMAL_95 = 1.959963984540054;

/**
 * Score, posterior mean and spread of a five-point item. With a Dirichlet(½, …, ½) prior, alpha_k = n_k + ½ and
 * A = Σ alpha_k = n + 2½, the mean of the answers has expectation m = Σ k·alpha_k/A and variance
 * V = (Σ k²·alpha_k/A − m²)/(A + 1). How much people differ is then expected to be V·A, so that the plain mean of n of
 * them has the standard error √(V·A/n); in a population of N, times √((N − n)/(N − 1)).
 *
 * @param counts Whole numbers from 0: the caller checks.
 * @param population Everyone there is in the group, at least as many as answered; without it the population counts as endless.
 * @returns Null if nobody has answered.
 * @throws RangeError if the population is not a whole number of at least the answers.
 * @see docs/method.md#interval — Gelman et al., Bayesian Data Analysis (3rd ed.), §3.4; Jeffreys (1946) for the ½; Cochran,
 *   Sampling Techniques (3rd ed.), §2.6 for the finite population
 */
export function estimateItem(counts: AnswerCounts, population?: number): ItemEstimate | null {
  const found = new Float64Array(ESTIMATE_SIZE);
  if (estimateInto(found, 0, ...counts, population) === 0) return null;
  const [answers = 0, score = 0, centre = 0, sd = 0, error = 0] = found;
  return { answers, score, centre, sd, error };
}

/** How many numbers an estimate takes in a list: answers, score, centre, sd and error, in this order. */
export const ESTIMATE_SIZE = 5;

/** Counts below this are kept; with them five fit in one whole number of 30 bits. */
const KEPT_BELOW = 64;
const KEPT_BITS = 11;
/** A round has the same few counts over and over: the latest estimate of each hash, by its counts. Bounded, and only a shortcut. */
const keptCounts = new Int32Array(1 << KEPT_BITS).fill(-1);
const kept = new Float64Array(4 << KEPT_BITS);

/**
 * `estimateItem` into a list of numbers, from a place in it on. Writes nothing if nobody has answered.
 *
 * @returns How many have answered.
 */
export function estimateInto(
  into: Float64Array,
  at: number,
  one: number,
  two: number,
  three: number,
  four: number,
  five: number,
  population: number | undefined,
): number {
  const answers = one + two + three + four + five;
  if (answers === 0) return 0;
  if (population !== undefined || answers >= KEPT_BELOW) {
    estimate(into, at, [one, two, three, four, five], answers, population);
    return answers;
  }
  const key = one | (two << 6) | (three << 12) | (four << 18) | (five << 24);
  const hash = Math.imul(key, 0x9e3779b1) >>> (32 - KEPT_BITS);
  const from = 4 * hash;
  if (keptCounts[hash] !== key) {
    estimate(into, at, [one, two, three, four, five], answers, population);
    keptCounts[hash] = key;
    for (let index = 0; index < 4; index += 1) kept[from + index] = into[at + 1 + index] as number;
    return answers;
  }
  into[at] = answers;
  into[at + 1] = kept[from] as number;
  into[at + 2] = kept[from + 1] as number;
  into[at + 3] = kept[from + 2] as number;
  into[at + 4] = kept[from + 3] as number;
  return answers;
}

function estimate(into: Float64Array, at: number, counts: AnswerCounts, answers: number, population: number | undefined): void {
  const [one, two, three, four, five] = counts;
  const first = one + 2 * two + 3 * three + 4 * four + 5 * five;
  const square = one + 4 * two + 9 * three + 16 * four + 25 * five;
  // Whole numbers and halves so far: exact. The prior adds ½ to each count, so ½·15 to Σ k and ½·55 to Σ k².
  const alphaSum = answers + 5 * DIRICHLET_PRIOR;
  const mean = (first + 15 * DIRICHLET_PRIOR) / alphaSum;
  const variance = Math.max(0, ((square + 55 * DIRICHLET_PRIOR) / alphaSum - mean * mean) / (alphaSum + 1));
  const sd = 25 * Math.sqrt(variance);
  const left = population === undefined ? 1 : Math.sqrt(finiteCorrection(answers, population));
  into[at] = answers;
  into[at + 1] = toPoints(first / answers);
  into[at + 2] = toPoints(mean);
  into[at + 3] = sd;
  into[at + 4] = sd * left * errorRatio(answers);
}

/** The standard error of the plain mean over the posterior's sd, √((n + 2½)/n), worked out once for the usual numbers of answers. */
function errorRatio(answers: number): number {
  return answers < errorRatios.length ? (errorRatios[answers] as number) : Math.sqrt((answers + 5 * DIRICHLET_PRIOR) / answers);
}

const errorRatios = Float64Array.from({ length: 512 }, (_, answers) =>
  answers === 0 ? 0 : Math.sqrt((answers + 5 * DIRICHLET_PRIOR) / answers),
);

/** A mean of 1–5 on 0–100. Means of answers are never off the scale, not even rounded. */
const toPoints = (mean: number): number => 25 * (mean - 1);

/**
 * The 95 % interval around a score: the true means from which the score is no further than 1.96 standard errors, where
 * the error of a true mean μ is taken as √(φ·μ(100 − μ)), as for a share. φ is such that the error at the posterior mean is
 * the one given, so it says how people differ: least where they are of one mind, most where they split between the ends.
 *
 * This is Wilson's interval with n = centre·(100 − centre)/error² answers. It holds the score, stays on the scale, lies
 * nearly evenly around scores in the middle and reaches inwards from scores at an end: three unanimous answers of 5 give 57.7 to 100.
 *
 * @param centre Posterior mean, 0–100.
 * @param error Standard error of the score, from 0; 0 if nothing is left to know, and then the interval is the score.
 * @param score 0–100.
 * @returns 0 ≤ low ≤ score ≤ high ≤ 100. An error greater than a single answer could have counts as that of one answer.
 * @throws RangeError if an argument is out of range.
 * @see docs/method.md#interval — E. B. Wilson, JASA 22 (1927), 209–212; C. Franco, R. J. A. Little, T. A. Louis and E. V. Slud,
 *   "Comparative study of confidence intervals for proportions in complex sample surveys", J. Survey Statistics and Methodology 7
 *   (2019), 334–364, for an effective number of answers in Wilson's interval
 */
export function intervalAround(centre: number, error: number, score: number): Interval {
  if (!(centre >= 0 && centre <= 100)) throw new RangeError(`centre must be 0–100: ${centre}`);
  if (!(error >= 0 && error < Number.POSITIVE_INFINITY)) throw new RangeError(`error must be from 0 and finite: ${error}`);
  if (!(score >= 0 && score <= 100)) throw new RangeError(`score must be 0–100: ${score}`);
  if (error === 0) return { low: score, high: score };
  const room = Math.max(centre * (100 - centre), error * error);
  const half = (NORMAL_95 * NORMAL_95 * error * error) / (2 * room);
  const share = score / 100;
  const middle = (share + half) / (1 + 2 * half);
  const reach = Math.sqrt(2 * half * share * (1 - share) + half * half) / (1 + 2 * half);
  return { low: clamp(100 * (middle - reach), 0, score), high: clamp(100 * (middle + reach), score, 100) };
}

/**
 * The posterior's own 95 % interval, centre ± 1.96·sd kept within 0–100 and stretched to hold the score. It measures how
 * much of a score is chance (the need's reliability); it is not shown, since it lies to one side of the score: the prior
 * draws every group's centre towards 50, and in the mean of several groups that does not even out.
 *
 * @param centre Posterior mean, 0–100.
 * @param sd Standard deviation of the posterior, from 0.
 * @param score 0–100.
 * @returns 0 ≤ low ≤ score ≤ high ≤ 100.
 * @see docs/method.md#interval
 */
export function posteriorInterval(centre: number, sd: number, score: number): Interval {
  return {
    low: Math.min(score, clamp(centre - NORMAL_95 * sd, 0, 100)),
    high: Math.max(score, clamp(centre + NORMAL_95 * sd, 0, 100)),
  };
}
