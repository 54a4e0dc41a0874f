import { aggregate, type Composite, type Part } from "../scoring/aggregate.ts";
import { clamp, sum } from "../scoring/sum.ts";
import { exp, ln } from "./elementary.ts";

/** Anything observed counts: for what has been checked against a minimum already. */
export const ANY_COVERAGE = Number.MIN_VALUE;

/**
 * The weighted geometric mean of the observed parts, 100·Π (s_i/100)^w_i with Σ w_i = 1: one weak part is not made up for
 * by a strong one as it is in the arithmetic mean. Unobserved parts are left out and the remaining weights rescaled.
 *
 * Contributions add up to the score. A part of weight w costs its share of the shortfall 100 − score by the logarithmic
 * mean, L·w·ln(100/s) with L = (100 − score)/ln(100/score), and contributes 100·w less that. A part far below the others
 * can cost more than its 100·w: its contribution is below 0 then.
 *
 * @param minimumCoverage Share of weight, (0, 1], below which no score is given.
 * @param floor Above 0 up to 100: lower scores count as this. Without it a score of 0 is refused, since it alone would make
 *   the whole 0, which is a decision to take and not to guess.
 * @returns As `aggregate`; never above the arithmetic mean of the same parts (with the floor applied).
 * @throws RangeError as `aggregate`, and if an observed score is 0 without a floor, or the floor is out of range.
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6; COINr, a_gmean
 * @see B. W. Ang, "The LMDI approach to decomposition analysis: a practical guide", Energy Policy 33 (2005), 867–871, eq. 5
 */
export function geometricAggregate(parts: readonly Part[], minimumCoverage: number, floor?: number): Composite {
  const raised = parts.map((part) => withFloor(part, floor));
  const arithmetic = aggregate(raised, minimumCoverage);
  if (arithmetic.kind === "insufficient") return arithmetic;
  const weights = observedShares(raised);
  const logs = weights.map(({ score, share }) => share * ln(score / 100));
  const scores = weights.map(({ score }) => score);
  const score = clamp(100 * exp(sum(logs)), least(scores), Math.max(least(scores), arithmetic.score));
  const perLog = shortfallPerLog(score);
  const contributions = weights.map(({ id, share }, index) => ({ id, points: 100 * share + perLog * (logs[index] ?? 0) }));
  return { ...arithmetic, score, contributions };
}

/** (100 − score)/ln(100/score), the logarithmic mean of the two; 100 where the score is. */
export function shortfallPerLog(score: number): number {
  const log = -ln(score / 100);
  return log === 0 ? 100 : (100 - score) / log;
}

/** The observed parts with their weights rescaled to sum to 1. */
export function observedShares(parts: readonly Part[]): readonly { readonly id: string; readonly score: number; readonly share: number }[] {
  const heaviest = parts.reduce((most, part) => Math.max(most, part.weight), 0);
  const observed = parts.flatMap(({ id, score, weight }) => (score === null ? [] : [{ id, score, share: weight / heaviest }]));
  const total = sum(observed.map((part) => part.share));
  return observed.map((part) => ({ ...part, share: part.share / total }));
}

function withFloor(part: Part, floor: number | undefined): Part {
  if (floor !== undefined && !(floor > 0 && floor <= 100)) throw new RangeError(`floor must be above 0 and at most 100: ${floor}`);
  if (part.score === null || part.score > (floor ?? 0)) return part;
  if (floor === undefined && part.score === 0)
    throw new RangeError(`score of ${part.id} must be above 0 for a geometric mean without floor`);
  return floor === undefined ? part : { ...part, score: Math.max(part.score, floor) };
}

const least = (values: readonly number[]): number => values.reduce((low, value) => Math.min(low, value), 100);
