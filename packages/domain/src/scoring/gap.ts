import type { Party } from "../instrument/types.ts";
import { wassersteinShare } from "./agreement.ts";
import { CELL, CELL_COUNTS } from "./answers.ts";
import { answeredIn, type Estimate } from "./estimate.ts";
import type { Panel } from "./panel.ts";
import { clamp, meanOf, withoutDust } from "./sum.ts";
import type { DimensionScore, GapBand, Interval, Scored } from "./types.ts";

/** Points from which two parties no longer agree, and from which their difference is a gap. Expert proposals. */
export const GAP_LIMITS = { nuance: 10, gap: 20 } as const;

/**
 * The band of a signed gap by its size: under 10 samsyn, 10 to under 20 nyansskillnad, 20 and over glapp. A billionth of
 * a point is forgiven: a gap that is 20 on paper may be 19.999999999999996 in binary.
 */
export function gapBand(points: number): GapBand {
  const size = withoutDust(Math.abs(points));
  return size < GAP_LIMITS.nuance ? "consensus" : size < GAP_LIMITS.gap ? "nuance" : "gap";
}

/** One party in one dimension, for comparing it with another. */
export interface Side {
  readonly party: Party;
  readonly estimate: Estimate;
  /** The estimate as it is shown. */
  readonly scored: Scored;
  readonly panel: Panel;
  /** Columns of the statements put to the party. */
  readonly columns: readonly number[];
}

/**
 * Municipality minus industry in one dimension, with a 95 % interval.
 *
 * @returns Null unless both are scored.
 * @see docs/method.md#gap
 */
export function gapBetween(municipality: Side | undefined, industry: Side | undefined): DimensionScore["gap"] {
  if (municipality?.scored.kind !== "scored" || industry?.scored.kind !== "scored") return null;
  const first = municipality.scored;
  const second = industry.scored;
  const points = first.score - second.score;
  const interval = differenceInterval(first, second);
  return { points, interval, band: gapBand(points), wasserstein: distance(municipality, industry) };
}

/** A score of 0–100 with its interval. */
export interface WithInterval {
  readonly score: number;
  readonly interval: Interval;
}

/**
 * The interval of the difference of two independent scores, first minus second, from their own: the distance from the
 * difference to each end is the root of the sum of squares of the two distances that lead there. Where both intervals lie
 * evenly around their scores this is the plain rule that variances add; where they do not, each direction has its own.
 *
 * @returns Holds the difference, lies within −100…100, and turns its sign when the two are exchanged.
 * @see R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
 *   Statistics in Medicine 17 (1998), 873–890, method 10; G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008), 1693–1702
 */
export function differenceInterval(first: WithInterval, second: WithInterval): Interval {
  const points = first.score - second.score;
  const down = norm(first.score - first.interval.low, second.interval.high - second.score);
  const up = norm(first.interval.high - first.score, second.score - second.interval.low);
  return { low: clamp(points - down, -100, points), high: clamp(points + up, points, 100) };
}

const norm = (a: number, b: number): number => Math.sqrt(a * a + b * b);

/**
 * Distance between the parties' answers: pooled over the statements that both have answered, every group with the same
 * voice as in the score, so that it never says less than the gap over those statements (|gap| ≤ 100·W).
 */
function distance(municipality: Side, industry: Side): number {
  const first = answeredIn(municipality.panel, municipality.columns);
  const second = answeredIn(industry.panel, industry.columns);
  if (first === second) return wassersteinShare(pooled(municipality.panel, first), pooled(industry.panel, first));
  const common = first.filter((column) => second.includes(column));
  const [ours, theirs] = common.length > 0 ? [common, common] : [first, second];
  return wassersteinShare(pooled(municipality.panel, ours), pooled(industry.panel, theirs));
}

/** Shares of the answers 1–5 over the columns. */
function pooled({ answers, members, weights }: Panel, columns: readonly number[]): readonly number[] {
  const { width, cells } = answers;
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  let five = 0;
  for (let position = 0; position < members.length; position += 1) {
    const row = (members[position] as number) * width;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index] as number;
      const weight = cells[weights + position * width + column] as number;
      if (weight === 0) continue;
      const at = CELL * (row + column);
      const each = weight / ((cells[at] as number) * columns.length);
      one += each * (cells[at + CELL_COUNTS] as number);
      two += each * (cells[at + CELL_COUNTS + 1] as number);
      three += each * (cells[at + CELL_COUNTS + 2] as number);
      four += each * (cells[at + CELL_COUNTS + 3] as number);
      five += each * (cells[at + CELL_COUNTS + 4] as number);
    }
  }
  return [one, two, three, four, five];
}

/** One dimension's part in the consensus index. */
export interface WeightedGap {
  readonly points: number;
  readonly interval: Interval;
  /** 1–5, or null where nobody has said. */
  readonly importance: number | null;
}

/**
 * Samsynsindex: 100 minus the mean size of the gaps, weighted by importance. A dimension whose importance nobody has
 * given gets the mean of the others', and all get the same if nobody has said anything.
 *
 * The interval is that of all dimensions erring the same way at once (the same people answered them all): its ends are
 * the index with each gap at the largest and at the smallest size within its own interval.
 *
 * @returns 0–100 with low ≤ value ≤ high; null without any gap.
 * @see docs/method.md#samsynsindex
 */
export function consensusIndex(gaps: readonly WeightedGap[]): { readonly value: number; readonly interval: Interval } | null {
  if (gaps.length === 0) return null;
  const usual = meanOf(gaps.flatMap(({ importance }) => (importance === null ? [] : [importance]))) ?? 1;
  let weights = 0;
  let size = 0;
  let largest = 0;
  let smallest = 0;
  for (const { points, interval, importance } of gaps) {
    const weight = importance ?? usual;
    const low = Math.abs(interval.low);
    const high = Math.abs(interval.high);
    weights += weight;
    size += weight * Math.abs(points);
    largest += weight * Math.max(low, high);
    smallest += interval.low <= 0 && interval.high >= 0 ? 0 : weight * Math.min(low, high);
  }
  const value = 100 - size / weights;
  const low = 100 - largest / weights;
  const high = 100 - smallest / weights;
  return { value, interval: { low: Math.min(value, Math.max(0, low)), high: Math.max(value, Math.min(100, high)) } };
}
