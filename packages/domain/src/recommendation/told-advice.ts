import { placeCounterfactuals } from "./rank-counterfactual.ts";
import { makeReason } from "./reasons/encode.ts";
import { type AdviceRequest, recommend } from "./recommend.ts";
import type { Advice, AdvisedMeasure, OpenQuestion, Reason } from "./types.ts";

/** What is told of a measure that is advised or in Grundpaket, besides where it stands. */
export type ToldInFull = Pick<
  AdvisedMeasure,
  "contributions" | "strongest" | "suits" | "weakest" | "startWith" | "needsExternalFunding" | "broughtBy"
>;

/** One measure in a run as its readers meet it: without the traces of its conditions. */
export interface ToldMeasure extends Pick<AdvisedMeasure, "measureId" | "status" | "rank" | "score" | "wouldChange" | "whyNot"> {
  /** Null for a measure that is not advised: of it, why not and what would change it are told. */
  readonly inFull: ToldInFull | null;
}

/** What a place is told of its advice. Everything else about the run follows from its inputs and versions, by `recommend`. */
export interface ToldAdvice {
  /** All measures, in the order of `Advice.measures`. */
  readonly measures: readonly ToldMeasure[];
  readonly openQuestions: readonly OpenQuestion[];
}

/** An advice without what is not told: no traces, and of measures that are not advised no reasons for them. */
export function toldOf({ measures, openQuestions }: Advice): ToldAdvice {
  return { measures: measures.map(toldMeasure), openQuestions };
}

function toldMeasure(advised: AdvisedMeasure): ToldMeasure {
  const { measureId, status, rank, score, wouldChange, whyNot } = advised;
  const { contributions, strongest, suits, weakest, startWith, needsExternalFunding, broughtBy } = advised;
  const isAdvised = status === "advised" || status === "basic";
  const inFull = isAdvised ? { contributions, strongest, suits, weakest, startWith, needsExternalFunding, broughtBy } : null;
  return { measureId, status, rank, score, wouldChange, whyNot, inFull };
}

/**
 * What a place is told: its advice, and for each measure that others come before the score that would really seat it
 * (`rankCounterfactual`), which is surer than the score at which it is level with one of them.
 *
 * @param advice Of the same request; computed unless the caller has it.
 * @see docs/method.md#reasons
 */
export function toldAdvice(request: AdviceRequest, advice: Advice = recommend(request)): ToldAdvice {
  const place = placeCounterfactuals(request);
  const effects = new Map(request.catalogue.measures.map((measure) => [measure.id, Object.keys(measure.effects)]));
  const scored = new Set(request.input.scores.dimensions.flatMap((one) => (one.place.kind === "scored" ? [one.dimensionId] : [])));
  const seated = (measureId: string): Reason | null => {
    const change = place.scoreChange(measureId);
    if (change !== null) return makeReason("change.enters", { ...change }, [`score.${change.dimensionId}`]);
    return effects.get(measureId)?.every((id) => scored.has(id)) === true ? makeReason("change.never_enters") : null;
  };
  const { measures, openQuestions } = toldOf(advice);
  return {
    measures: measures.map((one) => (one.status === "open" ? { ...one, wouldChange: seated(one.measureId) ?? one.wouldChange } : one)),
    openQuestions,
  };
}
