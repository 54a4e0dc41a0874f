import type { Catalogue, Measure, MeasureRule } from "../catalogue/types.ts";
import { cachedFieldCatalogue } from "../condition/field-catalogue.ts";
import type { Instrument } from "../instrument/types.ts";
import { clearFactGap } from "../profile/fact-index.ts";
import { type CallContext, callsOf } from "./calls.ts";
import { requires } from "./compiled-rule.ts";
import { type Gate, gateOf, ruleOf } from "./gate.ts";
import { type Need, needsOf } from "./need.ts";
import { parameters, triggerFields } from "./parameters.ts";
import { type Factors, scoreMeasure } from "./score-measure.ts";
import type { AdviceInput, AdvisedMeasure } from "./types.ts";

/** A measure of the catalogue as it stands in a place. */
export interface Candidate {
  readonly measure: Measure;
  readonly rule: MeasureRule;
  readonly gate: Gate;
  readonly factors: Factors;
}

/** Which measures a place gets, before any words about it. */
export interface Selection {
  readonly needs: ReadonlyMap<string, Need>;
  /** All of the catalogue but the retired, by id. */
  readonly candidates: readonly Candidate[];
  /** Särskilt för er ort, best first. */
  readonly advised: readonly Candidate[];
  /** Grundpaket, best first. */
  readonly basic: readonly Candidate[];
  /** Pass their gate but come after, best first. */
  readonly open: readonly Candidate[];
  /** By measure id: brought in by a rule although not among the best. */
  readonly broughtBy: ReadonlyMap<string, NonNullable<AdvisedMeasure["broughtBy"]>>;
  /** By measure id: holds its seat by such a rule, whether among the best or not. */
  readonly keptFor: ReadonlyMap<string, NonNullable<AdvisedMeasure["broughtBy"]>>;
  /** The dimension with the lowest score, ties by id; null without any score. */
  readonly weakest: string | null;
}

/** What selecting needs of a catalogue. */
export type RankedCatalogue = Pick<Catalogue, "measures" | "rules" | "commonness" | "basicPackage" | "reference">;

/** The measures of a place in order, before anyone has a seat. */
export interface Ranking extends Pick<Selection, "needs" | "candidates" | "weakest"> {
  /** Those past their gate, best first. */
  readonly ranked: readonly Candidate[];
  readonly demands: readonly Demand[];
}

/** Best score first, ties by id: a total order in which each measure's place depends on its own score only. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.factors.score - a.factors.score || (a.measure.id < b.measure.id ? -1 : 1);
}

/**
 * The measures a place gets: those past their gate, ranked, the basic package apart, the nine best of the rest with
 * floor and triggers.
 *
 * @param seats Whole number above 0, in Särskilt för er ort.
 * @see docs/method.md#selection
 */
export function select(
  instrument: Instrument,
  catalogue: RankedCatalogue,
  input: AdviceInput,
  seats: number = parameters.portfolio,
): Selection {
  const ranking = rankPlace(instrument, catalogue, input);
  return { ...ranking, ...seat(ranking, catalogue.basicPackage, seats) };
}

/** All measures of the catalogue but the retired with their gates and scores, and those past their gate in order. */
export function rankPlace(instrument: Instrument, catalogue: Omit<RankedCatalogue, "basicPackage">, input: AdviceInput): Ranking {
  const needs = needsOf(instrument, input);
  const context = { fields: cachedFieldCatalogue(instrument), reference: catalogue.reference };
  const candidates = measuresInUse(catalogue).map((one) => candidate(one, input, needs, context));
  const ranked = candidates.filter(({ gate }) => gate.status === "open").sort(byScore);
  const weakest = weakestDimension(input);
  return { needs, candidates, ranked, weakest, demands: demandsOf(input, weakest) };
}

/** Who gets a seat when these measures form Grundpaket; nine seats unless told. */
export function seat(
  { ranked, demands }: Pick<Ranking, "ranked" | "demands">,
  basicPackage: readonly string[],
  seats: number = parameters.portfolio,
) {
  const basic = ranked.filter(({ measure }) => basicPackage.includes(measure.id)).slice(0, parameters.basicPackage.atMost);
  const rest = ranked.filter((one) => !basic.includes(one));
  const { advised, broughtBy, keptFor } = choose(rest, demands, seats);
  return { advised, basic, open: rest.filter((one) => !advised.includes(one)), broughtBy, keptFor };
}

/** A measure of a catalogue with what its place in the catalogue gives it. */
interface Entry {
  readonly measure: Measure;
  readonly rule: MeasureRule;
  /** Of the reference places that would get it. */
  readonly share: number;
}

const entries = new WeakMap<Pick<RankedCatalogue, "measures">, readonly Entry[]>();

/** The measures that are not retired, by id: put together once per catalogue, which must not be changed after. */
function measuresInUse(catalogue: Pick<RankedCatalogue, "measures" | "rules" | "commonness">): readonly Entry[] {
  const known = entries.get(catalogue);
  if (known !== undefined) return known;
  const { measures, commonness } = catalogue;
  const made = measures
    .filter(({ retired }) => retired !== true)
    .map((measure) => ({
      measure,
      rule: ruleOf(catalogue, measure.id),
      share: Object.hasOwn(commonness, measure.id) ? (commonness[measure.id] ?? 0) : 0,
    }))
    .sort((a, b) => (a.measure.id < b.measure.id ? -1 : 1));
  entries.set(catalogue, made);
  return made;
}

function candidate(
  { measure, rule, share }: Entry,
  { facts, done }: AdviceInput,
  needs: ReadonlyMap<string, Need>,
  context: CallContext,
): Candidate {
  const gate = gateOf(measure, rule, facts, done);
  const calls = callsOf(rule, facts, context);
  return { measure, rule, gate, factors: scoreMeasure({ measure, rule, gate, needs, facts, calls, share }) };
}

/** The scored dimension with the lowest score of the place, ties by id; null without any. */
export function weakestDimension({ scores }: AdviceInput): string | null {
  const scored = scores.dimensions.flatMap(({ dimensionId, place }) =>
    place.kind === "scored" ? [{ dimensionId, score: place.score }] : [],
  );
  scored.sort((a, b) => a.score - b.score || (a.dimensionId < b.dimensionId ? -1 : 1));
  return scored[0]?.dimensionId ?? null;
}

/** A rule that the list must satisfy: one of the measures that fit it is in, preferring those that fit it best. */
export interface Demand {
  readonly reason: NonNullable<AdvisedMeasure["broughtBy"]>;
  /** Ways to satisfy it, best first: the second is used only where no measure fits the first. */
  readonly fits: readonly ((candidate: Candidate) => boolean)[];
}

/** What the list of a place must satisfy, in the order in which it is met. */
export function demandsOf(input: AdviceInput, weakest: string | null = weakestDimension(input)): readonly Demand[] {
  const demands: Demand[] = [];
  const names =
    (field: string) =>
    ({ rule }: Candidate) =>
      requires(rule, field);
  if (weakest !== null) {
    demands.push({
      reason: "weakest_dimension",
      fits: [({ measure }) => measure.mainDimension === weakest, ({ measure }) => Object.hasOwn(measure.effects, weakest)],
    });
  }
  if (input.scores.dimensions.some(({ gap }) => gap?.band === "gap")) demands.push({ reason: "gap", fits: [names(triggerFields.gap)] });
  const factGap = input.scores.dimensions.some(
    ({ dimensionId, place }) => clearFactGap(place, input.factIndex[dimensionId] ?? null) !== null,
  );
  if (factGap) demands.push({ reason: "fact_gap", fits: [names(triggerFields.factGap)] });
  demands.push({ reason: "retain", fits: [({ measure }) => measure.retains] });
  return demands;
}

/**
 * The nine best, with the demands met in order: the best measure that fits a demand keeps its seat, or takes one from
 * the lowest ranked that no demand needs. A demand that no measure past its gate can meet is left.
 */
function choose(
  ranked: readonly Candidate[],
  demands: readonly Demand[],
  seats: number,
): Pick<Selection, "advised" | "broughtBy" | "keptFor"> {
  const keptFor = new Map<string, NonNullable<AdvisedMeasure["broughtBy"]>>();
  const broughtBy = new Map<string, NonNullable<AdvisedMeasure["broughtBy"]>>();
  let advised = ranked.slice(0, seats);
  for (const { reason, fits } of demands) {
    const fit = fits.find((test) => ranked.some(test));
    if (fit === undefined) continue;
    const chosen = advised.find(fit) ?? ranked.find(fit);
    if (chosen === undefined) continue;
    if (!keptFor.has(chosen.measure.id)) keptFor.set(chosen.measure.id, reason);
    if (advised.includes(chosen)) continue;
    broughtBy.set(chosen.measure.id, reason);
    const leaves = advised.length < seats ? undefined : advised.findLast((one) => !keptFor.has(one.measure.id));
    advised = [...advised.filter((one) => one !== leaves), chosen].sort(byScore);
  }
  return { advised, broughtBy, keptFor };
}
