import { type Answers, CELL } from "./answers.ts";
import { type Panel, scoreIn } from "./panel.ts";
import { intervalAround, posteriorInterval } from "./posterior.ts";
import { clamp } from "./sum.ts";
import type { Scored } from "./types.ts";

/** Share of the statements put that must have an answer for a dimension to be scored. */
export const MINIMUM_COVERAGE = 0.5;

const NOTHING: readonly string[] = [];

/** A mean of items with its uncertainty: what a score is made from, at any level. */
export interface Estimate {
  readonly score: number | null;
  /** Mean of the posterior, 0–100; 0 without answers. */
  readonly centre: number;
  /** Variance of the posterior: what the need's reliability is measured by. */
  readonly variance: number;
  /** Variance of the score about the true mean: what its interval is made from. */
  readonly errorVariance: number;
  readonly coverage: number;
  readonly respondents: number;
  /** Ids without an answer; told only where there is no score. */
  readonly missing: readonly string[];
}

/**
 * The mean of some items of equal weight over the groups of a panel.
 *
 * Spread: with a_gi the weight of group g's item i in that mean and s_gi its standard error, the variance is
 * Σ_g (Σ_i a_gi·s_gi)². One person's answers to several items are taken as fully correlated (the widest they can be),
 * people in different groups as independent. The same with the posterior sd for the posterior's variance.
 *
 * @param columns At least one.
 * @see docs/method.md#dimension and docs/method.md#interval
 */
export function estimateMean(panel: Panel, columns: readonly number[]): Estimate {
  const { answers, members, weights } = panel;
  const { cells, width } = answers;
  const answered = answeredIn(panel, columns);
  const count = answered.length;
  const coverage = count / columns.length;
  const isScored = count > 0 && coverage >= MINIMUM_COVERAGE;
  let centre = 0;
  let variance = 0;
  let errorVariance = 0;
  let respondents = 0;
  for (let position = 0; position < members.length; position += 1) {
    const member = members[position] as number;
    let voice = 0;
    let sd = 0;
    let error = 0;
    for (let index = 0; index < count; index += 1) {
      const column = answered[index] as number;
      const weight = cells[weights + position * width + column] as number;
      const at = CELL * (member * width + column);
      voice += weight;
      centre += weight * (cells[at + 2] as number);
      sd += weight * (cells[at + 3] as number);
      error += weight * (cells[at + 4] as number);
    }
    variance += sd * sd;
    errorVariance += error * error;
    if (voice > 0) respondents += answers.tallies[member]?.respondents ?? 0;
  }
  const divisor = Math.max(1, count);
  return {
    score: isScored ? scoreOf(panel, answered) : null,
    centre: clamp(centre / divisor, 0, 100),
    variance: variance / divisor / divisor,
    errorVariance: errorVariance / divisor / divisor,
    coverage,
    respondents,
    missing: isScored ? NOTHING : missingIn(panel, columns),
  };
}

function missingIn(panel: Panel, columns: readonly number[]): readonly string[] {
  return columns.filter((column) => Number.isNaN(scoreIn(panel, column))).map((column) => panel.answers.layout.ids[column] ?? "");
}

/**
 * `estimateMean` of a single group: each of its answers is the mean.
 *
 * @param row The group's.
 */
export function estimateAlone(answers: Answers, row: number, columns: readonly number[]): Estimate {
  const { width, cells, tallies } = answers;
  const place = row * width;
  let answered = 0;
  let score = 0;
  let centre = 0;
  let sd = 0;
  let error = 0;
  for (let index = 0; index < columns.length; index += 1) {
    const at = CELL * (place + (columns[index] as number));
    if (cells[at] === 0) continue;
    answered += 1;
    score += cells[at + 1] as number;
    centre += cells[at + 2] as number;
    sd += cells[at + 3] as number;
    error += cells[at + 4] as number;
  }
  const coverage = answered / columns.length;
  const isScored = answered > 0 && coverage >= MINIMUM_COVERAGE;
  const count = Math.max(1, answered);
  return {
    score: isScored ? clamp(score / count, 0, 100) : null,
    centre: centre / count,
    variance: (sd / count) * (sd / count),
    errorVariance: (error / count) * (error / count),
    coverage,
    respondents: answered > 0 ? (tallies[row]?.respondents ?? 0) : 0,
    missing: isScored ? NOTHING : missingAlone(answers, place, columns),
  };
}

const missingAlone = ({ layout, cells }: Answers, place: number, columns: readonly number[]): readonly string[] =>
  columns.filter((column) => cells[CELL * (place + column)] === 0).map((column) => layout.ids[column] ?? "");

/** Those of the columns that someone in the panel has answered. */
export function answeredIn(panel: Panel, columns: readonly number[]): readonly number[] {
  for (let index = 0; index < columns.length; index += 1)
    if (Number.isNaN(scoreIn(panel, columns[index] as number))) return columns.filter((column) => !Number.isNaN(scoreIn(panel, column)));
  return columns;
}

/** The mean of the columns' scores. */
function scoreOf(panel: Panel, columns: readonly number[]): number {
  let total = 0;
  for (let index = 0; index < columns.length; index += 1) total += scoreIn(panel, columns[index] as number);
  return clamp(total / columns.length, 0, 100);
}

/** The equal mean of independent estimates that have a score: the place over its parties. Coverage is the mean of all. */
export function meanEstimate(estimates: readonly Estimate[]): Estimate {
  let number = 0;
  let score = 0;
  let centre = 0;
  let variance = 0;
  let errorVariance = 0;
  let coverage = 0;
  let respondents = 0;
  for (const estimate of estimates) {
    coverage += estimate.coverage;
    respondents += estimate.respondents;
    if (estimate.score === null) continue;
    number += 1;
    score += estimate.score;
    centre += estimate.centre;
    variance += estimate.variance;
    errorVariance += estimate.errorVariance;
  }
  if (number === 0)
    return { ...NO_ESTIMATE, coverage: coverage / Math.max(1, estimates.length), respondents, missing: everyMissing(estimates) };
  const square = number * number;
  return {
    score: clamp(score / number, 0, 100),
    centre: centre / number,
    variance: variance / square,
    errorVariance: errorVariance / square,
    coverage: coverage / estimates.length,
    respondents,
    missing: [],
  };
}

const NO_ESTIMATE: Estimate = { score: null, centre: 0, variance: 0, errorVariance: 0, coverage: 0, respondents: 0, missing: [] };

const everyMissing = (estimates: readonly Estimate[]): readonly string[] => [...new Set(estimates.flatMap((estimate) => estimate.missing))];

/** The estimate as it is shown: a score with its interval, or what is missing. */
export function toScored({ score, centre, errorVariance, coverage, respondents, missing }: Estimate): Scored {
  if (score === null) return { kind: "insufficient", coverage, respondents, missing };
  return { kind: "scored", score, interval: intervalAround(centre, Math.sqrt(errorVariance), score), coverage, respondents };
}

/** `toScored` with the posterior's own interval, which the advice reads: of the place, which is what needs are made from. */
export function toPlaceScored(estimate: Estimate): Scored {
  const { score, centre, variance, errorVariance, coverage, respondents } = estimate;
  if (score === null) return toScored(estimate);
  return {
    kind: "scored",
    score,
    interval: intervalAround(centre, Math.sqrt(errorVariance), score),
    posterior: posteriorInterval(centre, Math.sqrt(variance), score),
    coverage,
    respondents,
  };
}
