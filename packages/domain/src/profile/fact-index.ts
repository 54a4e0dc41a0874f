import type { Dimension, DimensionIndicator } from "../instrument/types.ts";
import { meanOf } from "../scoring/sum.ts";
import type { Scored } from "../scoring/types.ts";

/** Fewest municipalities with a value for a percentile rank to say anything. */
export const MINIMUM_GROUP = 5;
/** Fewest indicators with a rank for a dimension to have a fact index. */
export const MINIMUM_INDICATORS = 2;
/** Fewest of the seven similar municipalities with a value for their median to be used. */
export const MINIMUM_PEERS = 4;
/** A clear fact gap: fact index at or beyond these, and perception this far on the other side of 50. */
export const CLEAR_FACT_GAP = { lowestFifth: 20, highestFifth: 80, perceivedBeyond: 20 } as const;

/** One indicator of a fact index: a municipality's value among those of its group. */
export interface IndexIndicator {
  readonly direction: "higher" | "lower";
  /** The municipality's value in the indicator's unit; null if unknown. */
  readonly value: number | null;
  /** The values of the whole municipality group, its own among them, in any order; null for unknown ones. */
  readonly group: readonly (number | null)[];
}

/**
 * Where a value lies in its group: 100·(number below + half of those equal)/number, so that ties share the middle rank.
 *
 * @param value Finite.
 * @param group Values of all in the group, `value` among them; null ones are left out.
 * @returns 0–100; null with fewer than five known values.
 * @see docs/method.md#fact-index
 */
export function percentileRank(value: number, group: readonly (number | null)[]): number | null {
  const known = group.filter((other) => other !== null);
  if (known.length < MINIMUM_GROUP) return null;
  const below = known.filter((other) => other < value).length;
  const equal = known.filter((other) => other === value).length;
  return (100 * (below + equal / 2)) / known.length;
}

/**
 * The fact index of a dimension: the mean of its indicators' percentile ranks within the municipality group, turned
 * where lower is better, so that 100 is best.
 *
 * @returns 0–100; null ("fakta saknas") with fewer than two indicators that have a rank.
 * @see docs/method.md#fact-index
 */
export function factIndex(indicators: readonly IndexIndicator[]): number | null {
  const ranks = indicators.flatMap(({ direction, value, group }) => {
    const rank = value === null ? null : percentileRank(value, group);
    return rank === null ? [] : [direction === "higher" ? rank : 100 - rank];
  });
  return ranks.length < MINIMUM_INDICATORS ? null : meanOf(ranks);
}

/**
 * The indicators that make up a dimension's fact index where only some have data: those marked for the index, without
 * a stand-in whose original is there as well (two measures of one thing would count it twice).
 */
export function indexIndicators(dimension: Dimension, hasValue: (kpi: string) => boolean): readonly DimensionIndicator[] {
  const usable = dimension.indicators.filter(({ use, direction, kpi }) => use === "index" && direction !== "neutral" && hasValue(kpi));
  return usable.filter(({ standsInFor }) => standsInFor == null || !usable.some((other) => other.kpi === standsInFor));
}

/**
 * A municipality's difference from the median of its similar municipalities, turned where lower is better: below 0 is
 * always worse. The median, so that one odd neighbour does not decide.
 *
 * @returns In the indicator's unit; null if the own value or four of the peers' are not known.
 */
export function peerDifference(value: number | null, peers: readonly (number | null)[], direction: "higher" | "lower"): number | null {
  const known = peers.filter((other) => other !== null).sort((a, b) => a - b);
  if (value === null || known.length < MINIMUM_PEERS) return null;
  const middle = known.length / 2;
  const median = ((known[Math.ceil(middle) - 1] ?? 0) + (known[Math.floor(middle)] ?? 0)) / 2;
  return direction === "higher" ? value - median : median - value + 0;
}

/** The self-image is better than the facts, or the reputation worse. */
export type FactGapVerdict = "better_than_facts" | "worse_than_facts";

/**
 * Whether perception and fact clearly contradict each other. A plain difference does not tell: percentiles spread over
 * the whole scale while perceptions crowd around 50, so 25 points apart comes up by chance in two places of three.
 * Clear means: fact in the lowest (or highest) fifth of the group, perception at least 20 points on the other side
 * of 50, and an interval that excludes 50.
 *
 * @param fact 0–100; null where there is no fact index, and then nothing is said.
 * @returns Null where there is no clear contradiction, no score or no fact index.
 * @see docs/method.md#fact-gap
 */
export function clearFactGap(place: Scored, fact: number | null): FactGapVerdict | null {
  if (place.kind !== "scored" || fact === null) return null;
  const { score, interval } = place;
  const { lowestFifth, highestFifth, perceivedBeyond } = CLEAR_FACT_GAP;
  if (fact <= lowestFifth && score >= 50 + perceivedBeyond && interval.low > 50) return "better_than_facts";
  if (fact >= highestFifth && score <= 50 - perceivedBeyond && interval.high < 50) return "worse_than_facts";
  return null;
}
