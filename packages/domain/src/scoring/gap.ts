import { wassersteinShare } from "./agreement.ts";
import { type Estimate, voicesFor } from "./estimate.ts";
import type { Group } from "./group.ts";
import { intervalAround } from "./posterior.ts";
import { meanOf, sum, withoutDust } from "./sum.ts";
import type { DimensionScore, GapBand, Interval } from "./types.ts";

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
  readonly estimate: Estimate;
  readonly groups: readonly Group[];
  readonly statements: readonly string[];
}

/**
 * Municipality minus industry in one dimension, with a 95 % interval (the parties are independent, so variances add).
 *
 * @returns Null unless both are scored.
 * @see docs/method.md#gap
 */
export function gapBetween(municipality: Side | undefined, industry: Side | undefined): DimensionScore["gap"] {
  if (municipality === undefined || industry === undefined) return null;
  const [first, second] = [municipality.estimate, industry.estimate];
  if (first.score === null || second.score === null) return null;
  const points = first.score - second.score;
  const interval = intervalAround(first.centre - second.centre, Math.sqrt(first.variance + second.variance), points, -100, 100);
  return { points, interval, band: gapBand(points), wasserstein: distance(municipality, industry) };
}

/**
 * Distance between the parties' answers: pooled over the statements that both have answered, every group with the same
 * voice as in the score, so that it never says less than the gap over those statements (|gap| ≤ 100·W).
 */
function distance(municipality: Side, industry: Side): number {
  const answered = (side: Side) => side.statements.filter((id) => voicesFor(side.groups, id).length > 0);
  const [first, second] = [answered(municipality), answered(industry)];
  const common = first.filter((id) => second.includes(id));
  const [ours, theirs] = common.length > 0 ? [common, common] : [first, second];
  return wassersteinShare(pooled(municipality.groups, ours), pooled(industry.groups, theirs));
}

function pooled(groups: readonly Group[], statements: readonly string[]): readonly number[] {
  const shares = [0, 0, 0, 0, 0];
  for (const id of statements) {
    for (const { group, share, estimate } of voicesFor(groups, id)) {
      group.tally.items[id]?.counts.forEach((count, index) => {
        shares[index] = (shares[index] ?? 0) + (share * count) / estimate.answers / statements.length;
      });
    }
  }
  return shares;
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
  const weights = gaps.map(({ importance }) => importance ?? usual);
  const index = (size: (gap: WeightedGap) => number) => 100 - sum(gaps.map((gap, i) => size(gap) * (weights[i] ?? 0))) / sum(weights);
  const value = index(({ points }) => Math.abs(points));
  const low = index(({ interval }) => Math.max(Math.abs(interval.low), Math.abs(interval.high)));
  const high = index(({ interval }) =>
    interval.low <= 0 && interval.high >= 0 ? 0 : Math.min(Math.abs(interval.low), Math.abs(interval.high)),
  );
  return { value, interval: { low: Math.min(value, Math.max(0, low)), high: Math.max(value, Math.min(100, high)) } };
}
