import { sum } from "../scoring/sum.ts";
import { fQuantile, fUpperTail } from "./beta.ts";
import { checkLength, checkNumber, checkShare } from "./check.ts";
import { type Bounds, DEFAULT_CONFIDENCE } from "./types.ts";

/** Shrout and Fleiss's six forms: the design (1, 2 or 3) and whether one rating is used or the mean of all k. */
export const iccForms = ["1,1", "2,1", "3,1", "1,k", "2,k", "3,k"] as const;
/**
 * 1: every subject has raters of its own. 2: all subjects have the same raters, drawn from many; their level counts
 * (absolute agreement). 3: the same raters, and only they are of interest; their level does not count (consistency).
 */
export type IccForm = (typeof iccForms)[number];

/** One form's estimate. */
export interface IccEstimate {
  /** At most 1, may be negative; null where it is not defined: no difference between subjects, or a denominator of 0 or less. */
  readonly value: number | null;
  /** At the confidence asked for; null where there is no value, or a limit is not finite. */
  readonly interval: Bounds | null;
  /** The test of no difference between subjects; null where it is not finite (no error at all). */
  readonly f: { readonly statistic: number; readonly df1: number; readonly df2: number; readonly p: number } | null;
}

/** The analysis of variance and the six forms. */
export interface IccResult {
  readonly subjects: number;
  readonly raters: number;
  /** Shrout and Fleiss's BMS, WMS, JMS and EMS, in the square of the ratings' unit. */
  readonly meanSquares: { readonly between: number; readonly within: number; readonly raters: number; readonly error: number };
  readonly forms: Readonly<Record<IccForm, IccEstimate>>;
}

/** A sum of squares below this share of the total is rounding and counts as 0. */
const DUST = 1e-24;

/**
 * Intraclass correlation: how much of the spread of ratings is a difference between the subjects rated, in Shrout and
 * Fleiss's six forms. ICC(1,1) = (B − W)/(B + (k − 1)W), ICC(2,1) = (B − E)/(B + (k − 1)E + k(J − E)/n),
 * ICC(3,1) = (B − E)/(B + (k − 1)E), ICC(1,k) = (B − W)/B, ICC(2,k) = (B − E)/(B + (J − E)/n), ICC(3,k) = (B − E)/B.
 *
 * Intervals by F quantiles: exact for forms 1 and 3 under normality, Satterthwaite's approximation for form 2.
 *
 * @param ratings A row per subject, a column per rater, no holes; at least two of each.
 * @param confidence Strictly between 0 and 1.
 * @returns Does not depend on the unit and the origin of the ratings, but for the mean squares.
 * @throws RangeError if there are fewer than two rows or columns, rows differ in length or a rating is not finite.
 * @see P. E. Shrout and J. L. Fleiss, "Intraclass correlations: Uses in assessing rater reliability", Psychological
 *   Bulletin 86 (1979), 420–428
 * @see K. O. McGraw and S. P. Wong, "Forming inferences about some intraclass correlation coefficients", Psychological
 *   Methods 1 (1996), 30–46 — the intervals
 */
export function intraclassCorrelation(ratings: readonly (readonly number[])[], confidence = DEFAULT_CONFIDENCE): IccResult {
  checkShare(confidence, "confidence");
  const raters = checkRatings(ratings);
  const { scaled, scale } = toUnitRange(ratings);
  const squares = meanSquaresOf(scaled, raters);
  const design = { ...squares, n: ratings.length, k: raters, tail: (1 + confidence) / 2 };
  const square = scale * scale;
  return {
    subjects: ratings.length,
    raters,
    meanSquares: {
      between: squares.b * square,
      within: squares.w * square,
      raters: squares.j * square,
      error: squares.e * square,
    },
    forms: {
      "1,1": oneWay(design, 1),
      "2,1": twoWayRandom(design, 1),
      "3,1": twoWayMixed(design, 1),
      "1,k": oneWay(design, raters),
      "2,k": twoWayRandom(design, raters),
      "3,k": twoWayMixed(design, raters),
    },
  };
}

function checkRatings(ratings: readonly (readonly number[])[]): number {
  checkLength(ratings, "ratings", 2);
  const raters = ratings[0]?.length ?? 0;
  for (const [row, those] of ratings.entries()) {
    checkLength(those, `ratings[${row}]`, 2);
    if (those.length !== raters) throw new RangeError(`ratings[${row}] must have ${raters} entries, as the first: ${those.length}`);
    for (const [column, rating] of those.entries()) checkNumber(rating, `ratings[${row}][${column}]`);
  }
  return raters;
}

/** Ratings as differences from the first, divided by the greatest: small enough to square, and equal ratings exactly 0. */
function toUnitRange(ratings: readonly (readonly number[])[]): { readonly scaled: readonly (readonly number[])[]; readonly scale: number } {
  const first = ratings[0]?.[0] ?? 0;
  const scale = ratings.flat().reduce((most, rating) => Math.max(most, Math.abs(rating - first)), 0);
  return { scaled: ratings.map((row) => row.map((rating) => (scale === 0 ? 0 : (rating - first) / scale))), scale };
}

interface MeanSquares {
  readonly b: number;
  readonly w: number;
  readonly j: number;
  readonly e: number;
}

function meanSquaresOf(ratings: readonly (readonly number[])[], k: number): MeanSquares {
  const n = ratings.length;
  const rows = ratings.map((row) => sum(row) / k);
  const columns = Array.from({ length: k }, (_, column) => sum(ratings.map((row) => row[column] ?? 0)) / n);
  const grand = sum(rows) / n;
  const cell = (size: (rating: number, row: number, column: number) => number) =>
    sum(ratings.flatMap((those, row) => those.map((rating, column) => squared(size(rating, rows[row] ?? 0, columns[column] ?? 0)))));
  const total = cell((rating) => rating - grand);
  const clean = (squares: number) => (squares <= DUST * total ? 0 : squares);
  return {
    b: (clean(sum(rows.map((row) => squared(row - grand)))) * k) / (n - 1),
    w: clean(cell((rating, row) => rating - row)) / (n * (k - 1)),
    j: (clean(sum(columns.map((column) => squared(column - grand)))) * n) / (k - 1),
    e: clean(cell((rating, row, column) => rating - row - column + grand)) / ((n - 1) * (k - 1)),
  };
}

const squared = (value: number): number => value * value;

interface Design extends MeanSquares {
  readonly n: number;
  readonly k: number;
  /** Upper tail point of the interval, (1 + confidence)/2. */
  readonly tail: number;
}

/** Forms 1 and 3 with `noise` W or E: ratios of B to it, so their limits are those of an F statistic. */
function ofRatio({ b, n, k, tail }: Design, noise: number, df2: number, ratings: number): IccEstimate {
  const bottom = ratings === 1 ? b + (k - 1) * noise : b;
  const f = fTest(b, noise, n - 1, df2);
  if (!(bottom > 0)) return { value: null, interval: null, f };
  const value = (b - noise) / bottom;
  if (f === null || f.statistic === 0) return { value, interval: { low: value, high: value }, f };
  const limit = (ratio: number) => (ratings === 1 ? (ratio - 1) / (ratio + k - 1) : 1 - 1 / ratio);
  const low = limit(f.statistic / fQuantile(tail, n - 1, df2));
  const high = limit(f.statistic * fQuantile(tail, df2, n - 1));
  return { value, interval: around(value, low, high), f };
}

function oneWay(design: Design, ratings: number): IccEstimate {
  return ofRatio(design, design.w, design.n * (design.k - 1), ratings);
}

function twoWayMixed(design: Design, ratings: number): IccEstimate {
  return ofRatio(design, design.e, (design.n - 1) * (design.k - 1), ratings);
}

function twoWayRandom(design: Design, ratings: number): IccEstimate {
  const { b, j, e, n, k } = design;
  const f = fTest(b, e, n - 1, (n - 1) * (k - 1));
  const single = quotient(b - e, b + (k - 1) * e + (k * (j - e)) / n, b);
  const value = ratings === 1 ? single : quotient(b - e, b + (j - e) / n, b);
  if (value === null || single === null) return { value, interval: null, f };
  const limits = randomLimits(design, single);
  const [low = null, high = null] = ratings === 1 ? limits : limits.map((limit) => (limit === null ? null : steppedUp(limit, k)));
  return { value, interval: low === null || high === null ? null : around(value, low, high), f };
}

/** McGraw and Wong's limits of ICC(2,1), with Satterthwaite's degrees of freedom for the mixture of J and E, at least 1. */
function randomLimits({ b, j, e, n, k, tail }: Design, value: number): readonly [number | null, number | null] {
  const ours = k * value * j;
  const theirs = n * (1 + (k - 1) * value) * e - k * value * e;
  const spread = squared(ours) / (k - 1) + squared(theirs) / ((n - 1) * (k - 1));
  if (!(spread > 0)) return [value, value];
  const df = Math.max(1, squared(ours + theirs) / spread);
  const other = k * j + (k * n - k - n) * e;
  const lowF = fQuantile(tail, n - 1, df);
  const highF = fQuantile(tail, df, n - 1);
  return [quotient(n * (b - lowF * e), lowF * other + n * b, n * b), quotient(n * (highF * b - e), other + n * highF * b, n * b)];
}

/** Spearman and Brown's reliability of the mean of k ratings. */
const steppedUp = (single: number, k: number): number | null => quotient(k * single, 1 + (k - 1) * single, 1);

/** Null where the denominator is not above rounding, measured against `scale`. */
function quotient(top: number, bottom: number, scale: number): number | null {
  return bottom > 1e-12 * Math.abs(scale) && bottom > 0 ? top / bottom : null;
}

function fTest(top: number, bottom: number, df1: number, df2: number): IccEstimate["f"] {
  if (bottom === 0) return null;
  const statistic = top / bottom;
  return { statistic, df1, df2, p: fUpperTail(statistic, df1, df2) };
}

const around = (value: number, low: number, high: number): Bounds => ({ low: Math.min(value, low), high: Math.max(value, high) });
