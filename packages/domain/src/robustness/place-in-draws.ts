import type { Instrument } from "../instrument/types.ts";
import { needsOf } from "../recommendation/need.ts";
import type { AdviceRequest } from "../recommendation/recommend.ts";
import { type Factors, multiplierOf, relevancePerNeed } from "../recommendation/score-measure.ts";
import { byScore, type Candidate, type Demand, type Ranking, rankPlace, seat, weakestDimension } from "../recommendation/select.ts";
import type { AdviceInput } from "../recommendation/types.ts";
import { sum } from "../scoring/sum.ts";
import type { Variation } from "./place-draws.ts";

/** A measure past its gate, with a score that changes from draw to draw. */
export interface Contender extends Candidate {
  /** Its place among all past their gate, by id. */
  readonly index: number;
  readonly factors: Omit<Factors, "score"> & { score: number };
}

/** Who has a seat in a draw. */
export interface Seats {
  /** All past their gate, best first. Changed by the next draw. */
  readonly ranked: readonly Contender[];
  readonly advised: readonly Candidate[];
  readonly basic: readonly Candidate[];
}

/** A place that can be advised again and again under changed weights, scores and effects. */
export interface PlaceInDraws {
  /** All past their gate, by id. */
  readonly contenders: readonly Contender[];
  /** Who has a seat; with nothing varied, who has one in the advice itself, by the same scores to the last bit. */
  readonly seats: (variation: Variation) => Seats;
}

type Loose<T> = { -readonly [K in keyof T]: T[K] };

/** What a measure's score is made from: multiplier · (need · main + Σ need · side), the needs in the instrument's order. */
interface LinearForm {
  readonly contender: Contender;
  readonly multiplier: number;
  /** Place of the main dimension among the needs; −1 for one that the instrument does not have. */
  readonly main: number;
  readonly perMain: number;
  readonly sides: Int32Array;
  readonly perSide: Float64Array;
  /** Filled anew in every draw. */
  readonly points: number[];
}

/**
 * A place made ready for draws. Gates, calls and all other factors are settled once by `rankPlace`: a score is then a linear
 * form of the needs. In a draw `needsOf` gives the needs, so that scores are drawn towards their mean as ever, the forms the
 * scores, and `seat` who has a seat, with the weakest dimension of the draw.
 *
 * What rules read stands as it is known: gates, calls, and the triggers of gaps and fact gaps do not move with drawn scores.
 */
export function placeInDraws({ instrument, catalogue, input }: AdviceRequest): PlaceInDraws {
  const ranking = rankPlace(instrument, catalogue, input);
  const contenders = ranking.candidates
    .filter(({ gate }) => gate.status === "open")
    .map((candidate, index): Contender => ({ ...candidate, index, factors: { ...candidate.factors } }));
  const dimensionIds = instrument.dimensions.map(({ id }) => id);
  const forms = contenders.map((contender) => formOf(contender, dimensionIds));
  const needsIn = needsInDraws(instrument, input);
  const demandsIn = demandsInDraws(instrument, ranking, contenders);
  const order = [...contenders];
  const seats = (variation: Variation): Seats => {
    const { needs, scored } = needsIn(variation);
    for (const form of forms) form.contender.factors.score = scoreIn(form, needs) * (variation.effects?.[form.contender.index] ?? 1);
    order.sort(byScore);
    const { advised, basic } = seat({ ranked: order, demands: demandsIn(scored) }, catalogue.basicPackage);
    return { ranked: order, advised, basic };
  };
  return { contenders, seats };
}

function formOf(contender: Contender, dimensionIds: readonly string[]): LinearForm {
  const { measure, factors } = contender;
  const sides = factors.sides.map(({ dimensionId }) => dimensionId);
  return {
    contender,
    multiplier: multiplierOf(factors),
    main: dimensionIds.indexOf(measure.mainDimension),
    perMain: relevancePerNeed(measure, measure.mainDimension),
    sides: Int32Array.from(sides, (id) => dimensionIds.indexOf(id)),
    perSide: Float64Array.from(sides, (id) => relevancePerNeed(measure, id)),
    points: sides.map(() => 0),
  };
}

/** The very steps of `scoreMeasure`, so that the same needs give the same bits. */
function scoreIn({ multiplier, main, perMain, sides, perSide, points }: LinearForm, needs: Float64Array): number {
  for (let at = 0; at < points.length; at += 1) points[at] = (needs[sides[at] as number] as number) * (perSide[at] as number);
  return ((main < 0 ? 0 : (needs[main] as number)) * perMain + sum(points)) * multiplier;
}

interface Drawn {
  readonly needs: Float64Array;
  /** The input with the draw's scores. Changed by the next draw. */
  readonly scored: AdviceInput;
}

/** The needs of the place with other weights and scores. An interval keeps its width: how much of a score is chance stands. */
function needsInDraws(instrument: Instrument, input: AdviceInput): (variation: Variation) => Drawn {
  const dimensions = instrument.dimensions.map((dimension): Loose<typeof dimension> => ({ ...dimension }));
  const places = input.scores.dimensions.map(({ place }): Loose<typeof place> => ({ ...place }));
  const scored: AdviceInput = {
    ...input,
    scores: { ...input.scores, dimensions: input.scores.dimensions.map((one, at) => ({ ...one, place: places[at] ?? one.place })) },
  };
  const weighted = { ...instrument, dimensions };
  const asItIs = Float64Array.from(needsOf(instrument, input).values(), ({ need }) => need);
  const needs = new Float64Array(dimensions.length);
  const weigh = (weights: Float64Array | null) => {
    for (const [at, { weight }] of instrument.dimensions.entries()) {
      const dimension = dimensions[at];
      if (dimension !== undefined) dimension.weight = weights?.[at] ?? weight;
    }
  };
  const score = (scores: Variation["scores"]) => {
    for (const [at, { place }] of input.scores.dimensions.entries()) {
      const its = places[at];
      if (its?.kind === "scored" && place.kind === "scored") its.score = scores?.[at] ?? place.score;
    }
  };
  return ({ weights, scores }) => {
    if (weights === null && scores === null) return { needs: asItIs, scored: input };
    weigh(weights);
    score(scores);
    let at = 0;
    for (const { need } of needsOf(weighted, scored).values()) {
      needs[at] = need;
      at += 1;
    }
    return { needs, scored };
  };
}

const nothing = { measures: [], rules: {}, commonness: {} };

/** The demands on the nine: those of the place, with the weakest dimension of the draw. Who fits a demand is found once. */
function demandsInDraws(
  instrument: Instrument,
  { demands, weakest }: Ranking,
  contenders: readonly Contender[],
): (scored: AdviceInput) => readonly Demand[] {
  const settled = demands.map((demand) => settle(demand, contenders));
  const known = new Map([[weakest, settled]]);
  return (scored) => {
    const its = weakestDimension(scored);
    const found = known.get(its);
    if (found !== undefined) return found;
    const own = rankPlace(instrument, nothing, scored).demands.find(({ reason }) => reason === "weakest_dimension");
    const made = settled.map((demand) => (demand.reason === "weakest_dimension" && own !== undefined ? settle(own, contenders) : demand));
    known.set(its, made);
    return made;
  };
}

function settle({ reason, fits }: Demand, contenders: readonly Contender[]): Demand {
  return {
    reason,
    fits: fits.map((test) => {
      const fitting = new Set<Candidate>(contenders.filter(test));
      return (candidate: Candidate) => fitting.has(candidate);
    }),
  };
}
