import { DIRICHLET_PRIOR } from "../scoring/posterior.ts";
import { clamp, sum } from "../scoring/sum.ts";
import { BETA_SHAPE, betaQuantile } from "./beta.ts";
import { checkCounts, checkNumber, checkPositive, checkRising, checkShare, checkWhole } from "./check.ts";
import { normalQuantile } from "./normal.ts";
import { type Bounds, DEFAULT_CONFIDENCE } from "./types.ts";
import type { SampleOptions } from "./wilson.ts";

/** How an ordinal item's posterior is to be made. */
export interface OrdinalOptions extends SampleOptions {
  /** What each category counts as, rising; 1, 2, 3, … unless said. */
  readonly values?: readonly number[];
  /** Answers added to each category, above 0; ½ unless said (Jeffreys). */
  readonly prior?: number;
}

/** A mean with its posterior, on the scale of the values. */
export interface PosteriorMean {
  /** The plain mean of the answers: what is shown. */
  readonly mean: number;
  /** The mean of the posterior: drawn towards the middle of the scale, the less so the more of the population have answered. */
  readonly expected: number;
  /** The variance of the posterior; 0 if the whole population has answered. */
  readonly variance: number;
  /** Contains both means and lies within the scale. */
  readonly interval: Bounds;
}

/**
 * The posterior of an ordinal item's mean. With a Dirichlet prior of a per category, α_k = n_k + a and A = Σ α_k, the mean
 * Σ v_k·p_k of an endless population has expectation m = Σ v_k·α_k/A and variance V = (Σ v_k²·α_k/A − m²)/(A + 1). Its interval
 * is that of the beta distribution on the scale with this mean and variance, which for two categories is the exact posterior.
 *
 * In a population of N the n answers are known and only the other N − n are not. Their mean has expectation m and variance
 * V·(A + N − n)/(N − n) (Pólya's urn), the whole's are (n·mean + (N − n)·m)/N and V·(1 − n/N)·(1 − n/N + A/N): nearly the
 * classical factor 1 − n/N, exactly 0 if all have answered. The interval cannot leave what the known answers allow. The fewer
 * are left, the narrower, once there are as many answers as the prior is worth (K/2, two and a half of five categories); with
 * a single answer the mean of a small population is less certain than that of an endless one, being that of few people.
 *
 * @param counts Answers in each category in order; at least two categories.
 * @returns Null without answers: a prior is no result.
 * @throws RangeError if a count is not a whole number from 0, the lists differ in length, the values do not rise, or an
 *   option is out of range.
 * @see A. Gelman et al., Bayesian Data Analysis (3rd ed., 2013), §3.4 — the posterior; H. Jeffreys (1946) — the ½
 * @see W. A. Ericson, "Subjective Bayesian models in sampling finite populations", JRSS B 31 (1969), 195–233 — the finite population
 * @see L. D. Brown, T. T. Cai and A. DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001),
 *   101–133 — Jeffreys' interval, the case of two categories
 */
export function ordinalPosterior(counts: readonly number[], options: OrdinalOptions = {}): PosteriorMean | null {
  checkCounts(counts, "counts", 2);
  const values = options.values ?? counts.map((_, index) => index + 1);
  checkRising(values, "values");
  if (values.length !== counts.length) throw new RangeError(`values must have ${counts.length} entries, one per category`);
  const prior = options.prior ?? DIRICHLET_PRIOR;
  checkPositive(prior, "prior");
  const answers = sum(counts);
  checkSample(answers, options);
  if (answers === 0) return null;
  const weight = answers + prior * counts.length;
  const share = (index: number) => ((counts[index] ?? 0) + prior) / weight;
  const expected = sum(values.map((value, index) => share(index) * value));
  const spread = sum(values.map((value, index) => share(index) * (value - expected) * (value - expected)));
  const mean = sum(counts.map((count, index) => (count / answers) * (values[index] ?? 0)));
  const scale = { low: values[0] ?? 0, high: values.at(-1) ?? 0 };
  return finitePosterior({ mean, expected, variance: spread / (weight + 1), weight, answers, scale }, options);
}

/** Lesser shape from which a beta distribution with a great sum of shapes is told by its mean and variance. */
const NEARLY_NORMAL = 1e4;

/** What is known of an endless population's mean. */
export interface EndlessPosterior {
  readonly mean: number;
  readonly expected: number;
  readonly variance: number;
  /** Answers and prior together: A. */
  readonly weight: number;
  readonly answers: number;
  readonly scale: Bounds;
}

/**
 * The posterior of the mean of a population of N, from that of an endless one: see `ordinalPosterior`. Without a population
 * it is the same posterior with its interval.
 *
 * @throws RangeError if the population is smaller than the answers or the confidence out of range.
 */
export function finitePosterior(endless: EndlessPosterior, { population, confidence = DEFAULT_CONFIDENCE }: SampleOptions): PosteriorMean {
  const { expected, variance, weight, answers, scale } = endless;
  const mean = clamp(endless.mean, scale.low, scale.high);
  checkSample(answers, { population, confidence });
  if (population === undefined) {
    return { mean, expected, variance, interval: holding(boundedInterval(expected, variance, scale, confidence), mean) };
  }
  const rest = population - answers;
  if (rest === 0) return { mean, expected: mean, variance: 0, interval: { low: mean, high: mean } };
  const restShare = rest / population;
  const whole = (restMean: number) => mean + restShare * (restMean - mean);
  const restVariance = (variance * (weight + rest)) / rest;
  const ofRest = boundedInterval(expected, restVariance, scale, confidence);
  return {
    mean,
    expected: whole(expected),
    variance: restShare * restShare * restVariance,
    interval: holding({ low: whole(ofRest.low), high: whole(ofRest.high) }, mean),
  };
}

/**
 * The interval, equal shares outside on both sides, of a quantity known to lie on a scale, from its mean and variance: by
 * the beta distribution that has both, a = μ·ν and b = (1 − μ)·ν with ν = μ(1 − μ)/σ² − 1 on the scale 0–1.
 *
 * @param mean On the scale.
 * @param variance From 0; as great as (mean − low)·(high − mean) or more, it says nothing and the interval is the whole scale.
 * @returns Within the scale, and holding the mean. Beyond ν = 1e7 the normal distribution stands in (its limits are within 0.01
 *   standard deviations then); close to an end, where that would be wrong, a beta distribution with ν = 1e7, which is wider.
 * @throws RangeError if the mean is off the scale, the variance negative or a number not finite.
 */
export function boundedInterval(mean: number, variance: number, scale: Bounds, confidence: number = DEFAULT_CONFIDENCE): Bounds {
  checkRising([scale.low, scale.high], "scale");
  checkShare(confidence, "confidence");
  checkNumber(variance, "variance");
  if (!(mean >= scale.low && mean <= scale.high)) throw new RangeError(`mean must lie on the scale ${scale.low}–${scale.high}: ${mean}`);
  if (variance < 0) throw new RangeError(`variance must be from 0: ${variance}`);
  if (variance === 0) return { low: mean, high: mean };
  const range = scale.high - scale.low;
  const middle = (mean - scale.low) / range;
  const strength = (middle * (1 - middle)) / (variance / range / range) - 1;
  const [low, high] = unitInterval(middle, strength, (1 - confidence) / 2);
  return holding(
    { low: clamp(scale.low + range * low, scale.low, scale.high), high: clamp(scale.low + range * high, scale.low, scale.high) },
    mean,
  );
}

function unitInterval(mean: number, strength: number, tail: number): readonly [number, number] {
  const lesser = Math.min(mean, 1 - mean) * strength;
  if (strength > BETA_SHAPE.most && lesser >= NEARLY_NORMAL) {
    const reach = normalQuantile(1 - tail) * Math.sqrt((mean * (1 - mean)) / (strength + 1));
    return [mean - reach, mean + reach];
  }
  const held = Math.min(strength, BETA_SHAPE.most);
  const [a, b] = [mean * held, (1 - mean) * held];
  if (!(Math.min(a, b) >= BETA_SHAPE.least)) return [0, 1];
  return [betaQuantile(tail, a, b), 1 - betaQuantile(tail, b, a)];
}

const holding = ({ low, high }: Bounds, value: number): Bounds => ({ low: Math.min(low, value), high: Math.max(high, value) });

function checkSample(answers: number, { population, confidence = DEFAULT_CONFIDENCE }: SampleOptions): void {
  if (population !== undefined) checkWhole(population, "population", answers);
  checkShare(confidence, "confidence");
}
