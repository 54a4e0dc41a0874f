import { checkShare } from "./check.ts";
import { exp, ln, lnOnePlus } from "./elementary.ts";

/** Range of the two shapes of a beta distribution for which the functions here hold nine digits. */
export const BETA_SHAPE = { least: 1e-3, most: 1e7 } as const;

const TWO_PI = 6.283185307179586;
const TINY = 1e-300;
const MOST_STEPS = 100_000;

/**
 * The regularised incomplete beta function I_x(a, b): the share of a beta distribution with shapes a and b below x.
 *
 * By the continued fraction of DLMF 8.17.22, evaluated by Lentz's method; its factor x^a·(1 − x)^b/B(a, b) is written around
 * the mean, as Loader does for the binomial, so that large shapes lose no digits.
 *
 * @param x 0–1.
 * @param a In `BETA_SHAPE`, as b.
 * @returns 0–1, with an error under 1e-9 of the value; 0 at 0 and 1 at 1.
 * @throws RangeError if x or a shape is out of range.
 * @see NIST Digital Library of Mathematical Functions, §8.17; W. J. Lentz, Applied Optics 15 (1976), 668–671;
 *   C. Loader, "Fast and accurate computation of binomial probabilities" (2000)
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x must be 0–1: ${x}`);
  checkShape(a, "a");
  checkShape(b, "b");
  if (x === 0 || x === 1) return x;
  return lowerShare(x, 1 - x, a, b);
}

/** I_x(a, b) from x and its complement y = 1 − x, both above 0. */
function lowerShare(x: number, y: number, a: number, b: number): number {
  return shareFrom(densityFactor(x, y, a, b, heightAtMean(a, b)), x, y, a, b);
}

function shareFrom(factor: number, x: number, y: number, a: number, b: number): number {
  if (factor === 0) return x * (a + b) < a ? 0 : 1;
  if (x < (a + 1) / (a + b + 2)) return Math.min(1, (factor * continuedFraction(x, a, b)) / a);
  return Math.max(0, 1 - (factor * continuedFraction(y, b, a)) / b);
}

/** m^a·(1 − m)^b/B(a, b) at the mean m = a/(a + b). */
function heightAtMean(a: number, b: number): number {
  const total = a + b;
  return Math.sqrt((a / total) * (b / TWO_PI)) * exp(stirlingError(total) - stirlingError(a) - stirlingError(b));
}

/** x^a·y^b/B(a, b): the height at the mean times exp(−deviance from it). */
function densityFactor(x: number, y: number, a: number, b: number, height: number): number {
  const total = a + b;
  const shift = x * b - y * a;
  return height * exp(a * lnRatio(shift / a, x, total / a) + b * lnRatio(-shift / b, y, total / b));
}

/** ln of value·factor, which is also 1 + change: by whichever of the two has more digits. */
function lnRatio(change: number, value: number, factor: number): number {
  return Math.abs(change) < 0.5 ? lnOnePlus(change) : ln(value) + ln(factor);
}

/**
 * ln Γ(z) − [(z − ½)·ln z − z + ½·ln 2π]: Stirling's error, by its series from 10 on and by recurrence below.
 *
 * @see DLMF 5.11.1
 */
function stirlingError(z: number): number {
  let error = 0;
  let at = z;
  for (; at < 10; at += 1) error += (at + 0.5) * lnOnePlus(1 / at) - 1;
  const w = 1 / (at * at);
  const series = 1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360 - w / 156)))));
  return error + series / at;
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= d * c;
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}

const nonZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/**
 * The quantile of a beta distribution: the x below which a share p lies. Found on the logarithm of the lesser side, where
 * the distribution function is nearly a straight line, by Newton's method kept within a shrinking bracket.
 *
 * @param p 0–1.
 * @param a In `BETA_SHAPE`, as b.
 * @returns 0–1, within 1e-9 of the lesser of x and 1 − x as far as a double near 1 can hold; 0 for p = 0, 1 for p = 1, and 0
 *   where it is less than a double holds.
 * @throws RangeError if p or a shape is out of range.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be 0–1: ${p}`);
  checkShape(a, "a");
  checkShape(b, "b");
  if (p === 0 || p === 1) return p;
  return lowerShare(0.5, 0.5, a, b) >= p ? smallQuantile(p, a, b) : 1 - smallQuantile(1 - p, b, a);
}

/** The quantile where it is known to be at most ½. */
function smallQuantile(p: number, a: number, b: number): number {
  const height = heightAtMean(a, b);
  let low = 0;
  let high = 0.5;
  let x = Math.min(0.5, a / (a + b));
  for (let step = 0; step < 200 && x > 0; step += 1) {
    const factor = densityFactor(x, 1 - x, a, b, height);
    const share = shareFrom(factor, x, 1 - x, a, b);
    if (share < p) low = x;
    else high = x;
    const next = newtonStep(x, share, p, factor);
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next > low && next < high ? next : between(low, high);
  }
  return x;
}

/** The geometric middle; far down where the bracket still reaches to 0. */
function between(low: number, high: number): number {
  return low === 0 ? high / 1048576 : Math.sqrt(low) * Math.sqrt(high);
}

/** x·exp(−ln(share/p)·share/(x·density)); outside the bracket, −1, where the share is too small to tell. */
function newtonStep(x: number, share: number, p: number, factor: number): number {
  const slope = factor / (1 - x);
  if (share < TINY || slope < TINY) return -1;
  const move = (-ln(share / p) * share) / slope;
  return move > 1 ? -1 : x * exp(move);
}

/**
 * The share of an F distribution above a value: the p value of an F test.
 *
 * @param value From 0.
 * @param df1 Degrees of freedom of the numerator, 0.002 to 2e7, whole or not, as `df2`.
 * @returns 0–1.
 * @throws RangeError if an argument is out of range.
 * @see DLMF 8.17 and Abramowitz and Stegun (1964), 26.6.2
 */
export function fUpperTail(value: number, df1: number, df2: number): number {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) throw new RangeError(`value must be from 0 and finite: ${value}`);
  checkDegrees(df1, "df1");
  checkDegrees(df2, "df2");
  const odds = (df1 / df2) * value;
  if (odds === 0) return 1;
  const x = 1 / (1 + odds);
  const y = odds < 1 ? odds * x : 1 - x;
  return x === 0 ? 0 : lowerShare(x, y, df2 / 2, df1 / 2);
}

/**
 * The quantile of an F distribution.
 *
 * @param p Strictly between 0 and 1.
 * @param df1 Degrees of freedom of the numerator, 0.002 to 2e7, whole or not, as `df2`.
 * @returns Above 0, finite.
 * @throws RangeError if an argument is out of range, or the quantile is more than a double holds.
 * @see Abramowitz and Stegun (1964), 26.6.2: F = (df2/df1)·x/(1 − x) with x the quantile of a beta distribution
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  checkShare(p, "p");
  checkDegrees(df1, "df1");
  checkDegrees(df2, "df2");
  const [a, b] = [df1 / 2, df2 / 2];
  const lesser = lowerShare(0.5, 0.5, a, b) >= p;
  const small = lesser ? smallQuantile(p, a, b) : smallQuantile(1 - p, b, a);
  const odds = lesser ? small / (1 - small) : (1 - small) / small;
  const value = (df2 / df1) * odds;
  if (!(value < Number.POSITIVE_INFINITY)) throw new RangeError(`df2 is too small for a quantile at ${p}: ${df2}`);
  return value;
}

function checkShape(value: number, name: string): void {
  if (!(value >= BETA_SHAPE.least && value <= BETA_SHAPE.most)) throw new RangeError(`${name} must be 0.001 to 1e7: ${value}`);
}

function checkDegrees(value: number, name: string): void {
  if (!(value >= 2 * BETA_SHAPE.least && value <= 2 * BETA_SHAPE.most)) throw new RangeError(`${name} must be 0.002 to 2e7: ${value}`);
}
