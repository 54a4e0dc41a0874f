import type { AdviceRequest } from "../recommendation/recommend.ts";
import { checkWhole } from "../statistics/check.ts";
import { robustnessParameters } from "./parameters.ts";
import { asItIs, drawsOf, type Variation } from "./place-draws.ts";
import { type PlaceInDraws, placeInDraws, type Seats } from "./place-in-draws.ts";
import { type RankInterval, rankInterval } from "./rank-interval.ts";

/** What is varied: the weights of dimensions, the scores, the effects of measures, or all of them together. */
export const variationSources = ["weights", "scores", "effects", "together"] as const;
/** One of them. */
export type VariationSource = (typeof variationSources)[number];

/** How the advice is tried. */
export interface RobustnessOptions {
  /** At least 1; 1,000 puts a share within 0.03 of the true one in 95 of 100 cases. */
  readonly draws: number;
  /** Any text; the same gives the same result, to the last bit. */
  readonly seed: string;
}

/** How firmly a measure stands when something is varied. */
export interface Firmness {
  /** Draws in which it is among the nine. */
  readonly kept: number;
  /** All draws, at least 1. */
  readonly draws: number;
  /** kept / draws, 0–1. */
  readonly share: number;
  /** From the 5th to the 95th percentile of its ranks, nearest rank, widened to hold the rank as it is. */
  readonly rank: RankInterval;
}

/** One measure under the draws. */
export interface MeasureRobustness {
  readonly measureId: string;
  /** Whether it is among the nine as it is. */
  readonly advised: boolean;
  /** From 1 by score among those past their gate outside Grundpaket. One that a rule brought in can be past nine. */
  readonly rank: number;
  readonly bySource: Readonly<Record<VariationSource, Firmness>>;
}

/** How firmly the advice of a place stands. */
export interface AdviceRobustness {
  readonly draws: number;
  readonly seed: string;
  /** All that compete for the nine: past their gate and outside Grundpaket, by rank. */
  readonly measures: readonly MeasureRobustness[];
}

/**
 * How firmly each measure stands among a place's nine when what the advice rests on is varied: the weights of dimensions by
 * ±20 % with their order kept, each score within its 95 % interval, each measure's effects by how good their evidence is; each
 * alone, and all together with the same draws.
 *
 * Every draw is advised by the same functions as the advice itself. Gates, calls and the triggers of gaps stand as they are
 * known: what is tried is the order, and which dimension is the weakest. Unknown stays unknown: a dimension without a score
 * counts as the mean of the draw.
 *
 * @returns Also those not advised now: how often they would be. Nothing competes where no measure is past its gate.
 * @throws RangeError if `draws` is not a whole number from 1 or `seed` not a text.
 * @see docs/method.md; SPEC.md R14–R24; R. Lahdelma and P. Salminen, Operations Research 49 (2001), 444–454, for rank acceptability
 */
export function adviceRobustness(request: AdviceRequest, { draws, seed }: RobustnessOptions): AdviceRobustness {
  checkWhole(draws, "draws", 1);
  if (typeof seed !== "string") throw new RangeError(`seed must be a text: ${seed}`);
  const place = placeInDraws(request);
  const standing = standingOf(place);
  const weights = Float64Array.from(request.instrument.dimensions, ({ weight }) => weight);
  const measures = place.contenders.map(({ measure }) => measure);
  const draw = drawsOf(weights, request.input.scores.dimensions, measures, seed);
  const tallies = { weights: tallyFor(place), scores: tallyFor(place), effects: tallyFor(place), together: tallyFor(place) };
  for (let times = 0; times < draws; times += 1) {
    const drawn = draw();
    const variations: Record<VariationSource, Variation> = {
      weights: { ...asItIs, weights: drawn.weights },
      scores: { ...asItIs, scores: drawn.scores },
      effects: { ...asItIs, effects: drawn.effects },
      together: drawn,
    };
    for (const source of variationSources) addTo(tallies[source], place.seats(variations[source]));
  }
  return {
    draws,
    seed,
    measures: standing.map(({ index, rank, ...its }) => ({
      ...its,
      rank,
      bySource: {
        weights: firmnessOf(tallies.weights, index, rank, draws),
        scores: firmnessOf(tallies.scores, index, rank, draws),
        effects: firmnessOf(tallies.effects, index, rank, draws),
        together: firmnessOf(tallies.together, index, rank, draws),
      },
    })),
  };
}

/** Those that compete as it is, by rank. */
function standingOf(place: PlaceInDraws) {
  const { ranked, advised, basic } = place.seats(asItIs);
  const competing = ranked.filter((one) => !basic.includes(one));
  return competing.map((one, at) => ({ index: one.index, measureId: one.measure.id, advised: advised.includes(one), rank: at + 1 }));
}

/** Counts of draws: whole numbers, so that no order of adding shows. */
interface Tally {
  readonly size: number;
  readonly kept: Int32Array;
  /** Contender by rank, from 1 in the first column. */
  readonly ranks: Int32Array;
}

function tallyFor({ contenders: { length } }: PlaceInDraws): Tally {
  return { size: length, kept: new Int32Array(length), ranks: new Int32Array(length * length) };
}

function addTo({ size, kept, ranks }: Tally, { ranked, advised, basic }: Seats): void {
  let rank = 0;
  for (const one of ranked) {
    if (basic.includes(one)) continue;
    const cell = one.index * size + rank;
    ranks[cell] = (ranks[cell] as number) + 1;
    rank += 1;
    if (advised.includes(one)) kept[one.index] = (kept[one.index] as number) + 1;
  }
}

function firmnessOf({ size, kept, ranks }: Tally, index: number, rank: number, draws: number): Firmness {
  const times = kept[index] ?? 0;
  const its = ranks.subarray(index * size, (index + 1) * size);
  return { kept: times, draws, share: times / draws, rank: rankInterval(its, robustnessParameters.tail, rank) };
}
