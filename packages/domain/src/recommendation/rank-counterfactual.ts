import { parameters } from "./parameters.ts";
import { type Axis, type RankedRequest, scoreAxis, weightAxis } from "./rank-axis.ts";
import type { AdviceRequest } from "./recommend.ts";
import { type Candidate, rankPlace, seat } from "./select.ts";
import type { AdviceStatus } from "./types.ts";

/** Another score of one dimension. */
export interface ScoreChange {
  readonly dimensionId: string;
  /** 0–100, unrounded. */
  readonly from: number;
  /** 0–100, whole tenths. */
  readonly to: number;
}

/** Another weight of one dimension. */
export interface WeightChange {
  readonly dimensionId: string;
  /** As the instrument has it. */
  readonly from: number;
  readonly to: number;
  /** How much it changes: a whole number from −100 to 100, never 0. */
  readonly percent: number;
}

/** What would bring a measure among the first. */
export interface RankCounterfactual {
  readonly measureId: string;
  /** As things stand. Only an `open` measure has a counterfactual of rank: others have a seat, or a gate that is closed. */
  readonly status: AdviceStatus;
  /** The smallest change of one score; null where no score of a single dimension of the measure does it. */
  readonly score: ScoreChange | null;
  /** The smallest change of one weight; null where no weight of a single dimension of the measure does it. */
  readonly weight: WeightChange | null;
}

/** Counterfactuals of rank for one place, which share what they try. */
export interface PlaceCounterfactuals {
  readonly statusOf: (measureId: string) => AdviceStatus;
  readonly scoreChange: (measureId: string) => ScoreChange | null;
  readonly weightChange: (measureId: string) => WeightChange | null;
}

/**
 * The smallest change of one score, and of one weight, that brings a measure which others come before among the first k.
 *
 * A score moves in tenths within 0–100 and its interval keeps its width; a weight in whole per cent of itself, from none to
 * twice. The dimensions tried are those that the measure has an effect on. Sought on the linear form of the ranking
 * scores, with floor, triggers and shrinkage, and tried by selecting anew: applied, it brings the measure in; no smaller
 * change of that dimension does, so a step less does not. `withScore` and `withWeight` apply it.
 *
 * @param k Seats, whole number above 0; nine unless told.
 * @returns Of two equal changes the lower score, the higher weight, the main dimension, the first by id.
 * @throws RangeError naming `measureId` if it is not advised on in the catalogue, or `k`.
 * @see docs/method.md#what-would-change-it
 */
export function rankCounterfactual(
  request: AdviceRequest,
  measureId: string,
  { k = parameters.portfolio }: { readonly k?: number } = {},
): RankCounterfactual {
  const place = placeCounterfactuals(request, k);
  const status = place.statusOf(measureId);
  return { measureId, status, score: place.scoreChange(measureId), weight: place.weightChange(measureId) };
}

/**
 * `rankCounterfactual` for many measures of one place.
 *
 * @throws RangeError naming `k` if it is not a whole number above 0.
 */
export function placeCounterfactuals(request: AdviceRequest, k: number = parameters.portfolio): PlaceCounterfactuals {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k must be a whole number above 0: ${k}`);
  const { instrument, catalogue, input } = request;
  const ranking = rankPlace(instrument, catalogue, input);
  const { advised, basic } = seat(ranking, catalogue.basicPackage, k);
  const ranked: RankedRequest = { instrument, catalogue, input, ranking, seats: k };
  const byId = new Map(ranking.candidates.map((one) => [one.measure.id, one]));
  const candidateOf = (measureId: string): Candidate => {
    const found = byId.get(measureId);
    if (found === undefined) throw new RangeError(`measureId is not advised on in this catalogue: ${measureId}`);
    return found;
  };
  const statusOf = (measureId: string): AdviceStatus => {
    const one = candidateOf(measureId);
    return one.gate.status !== "open" ? one.gate.status : advised.includes(one) ? "advised" : basic.includes(one) ? "basic" : "open";
  };
  const scores = axes((id) => scoreAxis(ranked, id));
  const weights = axes((id) => weightAxis(ranked, id));
  const nearest = (measureId: string, axisOf: (id: string) => Axis | null, lowerFirst: boolean): Found | null =>
    statusOf(measureId) === "open" ? nearestSeat(candidateOf(measureId), axisOf, lowerFirst) : null;
  return {
    statusOf,
    scoreChange: (measureId) => {
      const found = nearest(measureId, scores, true);
      return found === null
        ? null
        : { dimensionId: found.axis.dimensionId, from: scoreOf(ranked, found.axis.dimensionId), to: found.step / 10 };
    },
    weightChange: (measureId) => {
      const found = nearest(measureId, weights, false);
      if (found === null) return null;
      const { dimensionId } = found.axis;
      const from = instrument.dimensions.find(({ id }) => id === dimensionId)?.weight ?? 0;
      return { dimensionId, from, to: from * (1 + found.step / 100), percent: found.step };
    },
  };
}

const scoreOf = ({ ranking }: RankedRequest, dimensionId: string): number => ranking.needs.get(dimensionId)?.perceived ?? 0;

/** Axes by dimension, each made when it is first asked for. */
function axes(make: (dimensionId: string) => Axis | null): (dimensionId: string) => Axis | null {
  const known = new Map<string, Axis | null>();
  return (dimensionId) => {
    const found = known.get(dimensionId);
    if (found !== undefined) return found;
    const made = make(dimensionId);
    known.set(dimensionId, made);
    return made;
  };
}

interface Found {
  readonly axis: Axis;
  readonly step: number;
  readonly distance: number;
}

/** The nearest step, over the measure's dimensions, at which it has a seat. */
function nearestSeat({ measure }: Candidate, axisOf: (id: string) => Axis | null, lowerFirst: boolean): Found | null {
  const others = Object.keys(measure.effects).filter((id) => id !== measure.mainDimension);
  return [measure.mainDimension, ...others.sort()].reduce<Found | null>((best, dimensionId) => {
    const axis = axisOf(dimensionId);
    if (axis === null) return best;
    return nearestOn(axis, measure.id, best?.distance ?? Number.POSITIVE_INFINITY, lowerFirst) ?? best;
  }, null);
}

/** The nearest step of an axis at which the measure has a seat; null if it is not nearer than the limit. */
function nearestOn(axis: Axis, measureId: string, nearerThan: number, lowerFirst: boolean): Found | null {
  const lowest = axis.mayEnterTowards(measureId, axis.lowest) ? axis.lowest : Number.POSITIVE_INFINITY;
  const highest = axis.mayEnterTowards(measureId, axis.highest) ? axis.highest : Number.NEGATIVE_INFINITY;
  for (const step of outwards(axis.from, lowest, highest, lowerFirst)) {
    const distance = Math.abs(step - axis.from);
    if (distance >= nearerThan - 1e-9) return null;
    if (!axis.mayHaveSeat(measureId, step) || !axis.seatsAt(step).has(measureId) || !axis.selectAt(step).has(measureId)) continue;
    const exact = firstSelected(axis, measureId, step);
    return { axis, step: exact, distance: Math.abs(exact - axis.from) };
  }
  return null;
}

/** On the very limit the linear form may be a step late by the last digit of a number: back as far as selecting anew says. */
function firstSelected(axis: Axis, measureId: string, step: number): number {
  const back = step > axis.from ? -1 : 1;
  let first = step;
  while (Math.abs(first + back - axis.from) < Math.abs(first - axis.from) && axis.selectAt(first + back).has(measureId)) first += back;
  return first;
}

/** Every step between the limits but the one it stands on, the nearest first; none that way where a limit is beyond reach. */
function* outwards(from: number, lowest: number, highest: number, lowerFirst: boolean): Generator<number> {
  let down = Math.ceil(from - 1e-9) - 1;
  let up = Math.floor(from + 1e-9) + 1;
  while (down >= lowest || up <= highest) {
    const [below, above] = [from - down, up - from];
    const goesDown = up > highest || (down >= lowest && (Math.abs(below - above) < 1e-9 ? lowerFirst : below < above));
    if (goesDown) {
      yield down;
      down -= 1;
    } else {
      yield up;
      up += 1;
    }
  }
}
