import { clamp } from "../scoring/sum.ts";
import { checkShare, checkWhole } from "./check.ts";
import { normalQuantile } from "./normal.ts";
import { type Bounds, DEFAULT_CONFIDENCE } from "./types.ts";

/** How an interval is to be made. */
export interface SampleOptions {
  /** Everyone there is, the sample among them; without it the population counts as endless. */
  readonly population?: number;
  /** Strictly between 0 and 1; 0.95 unless said. */
  readonly confidence?: number;
}

/** A share with its interval. */
export interface ShareEstimate {
  readonly share: number;
  readonly interval: Bounds;
}

/**
 * Wilson's interval of a share: the shares from which the observed one is no further than z standard errors, the errors
 * being those of the share itself and not of the observed one, so that 0 of 20 is not certain to be 0.
 *
 * With n answers, p their share and h = z²·c/(2n): (p + h ± √(2h·p·(1 − p) + h²))/(1 + 2h). c is 1, or in a population of N
 * the correction (N − n)/(N − 1): if all have answered, the interval is the share.
 *
 * @param yes How many said so, 0 to `answers`.
 * @param answers How many answered.
 * @returns 0 ≤ low ≤ share ≤ high ≤ 1; null without answers.
 * @throws RangeError if a number is not whole or out of range, or the population is smaller than the sample.
 * @see E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212
 * @see B. O'Neill, "Mathematical properties and finite-population correction for the Wilson score interval" (2021),
 *   arXiv:2109.12464 — the correction, for the share in the whole population
 */
export function wilsonInterval(yes: number, answers: number, options: SampleOptions = {}): ShareEstimate | null {
  checkWhole(answers, "answers");
  checkWhole(yes, "yes");
  if (yes > answers) throw new RangeError(`yes must be at most answers: ${yes} of ${answers}`);
  const correction = finiteCorrection(answers, options.population);
  const { confidence = DEFAULT_CONFIDENCE } = options;
  checkShare(confidence, "confidence");
  if (answers === 0) return null;
  const share = yes / answers;
  const z = normalQuantile((1 + confidence) / 2);
  const half = (z * z * correction) / (2 * answers);
  const middle = (share + half) / (1 + 2 * half);
  const reach = Math.sqrt(2 * half * share * (1 - share) + half * half) / (1 + 2 * half);
  return { share, interval: { low: clamp(middle - reach, 0, share), high: clamp(middle + reach, share, 1) } };
}

/**
 * (N − n)/(N − 1): by how much less the mean of n out of N varies than that of n out of endlessly many.
 *
 * @returns 0 where all have answered, 1 without a population.
 * @throws RangeError if the population is not a whole number of at least the sample.
 * @see W. G. Cochran, Sampling Techniques (3rd ed., Wiley 1977), §2.6 and §3.2
 */
export function finiteCorrection(sample: number, population?: number): number {
  checkWhole(sample, "sample");
  if (population === undefined) return 1;
  checkWhole(population, "population", sample);
  return population <= 1 ? 0 : Math.min(1, (population - sample) / (population - 1));
}
