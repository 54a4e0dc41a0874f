import type { Measure } from "../catalogue/types.ts";
import type { Facts } from "../condition/types.ts";
import { clearFactGap } from "../profile/fact-index.ts";
import { fieldsOfRule, requires } from "./compiled-rule.ts";
import { needSlopes } from "./need.ts";
import { parameters, rankingFields, triggerFields } from "./parameters.ts";
import { moved, movedFields, withScore, withWeight } from "./place-change.ts";
import type { AdviceRequest } from "./recommend.ts";
import { type Factors, multiplierOf, relevancePerNeed, scoreSlope } from "./score-measure.ts";
import { byScore, type Candidate, type Demand, demandsOf, type Ranking, rankPlace, seat, select, weakestDimension } from "./select.ts";

/** One thing about a place that is moved in whole steps, all else equal: a dimension's score in tenths, or its weight in per cent. */
export interface Axis {
  readonly dimensionId: string;
  /** Where it stands, in steps: not whole for a score between two tenths. */
  readonly from: number;
  readonly lowest: number;
  readonly highest: number;
  /** Whether the measure may have a seat at a step. False is certain. */
  readonly mayHaveSeat: (measureId: string, step: number) => boolean;
  /** Whether it may have one anywhere from where the axis stands to one of its ends. False is certain. */
  readonly mayEnterTowards: (measureId: string, end: number) => boolean;
  /** Who has a seat at a step by the linear forms. */
  readonly seatsAt: (step: number) => ReadonlySet<string>;
  /** Who has a seat at a step, by selecting anew: the last word. */
  readonly selectAt: (step: number) => ReadonlySet<string>;
}

/** A place's ranking as it stands, with what is sought. */
export interface RankedRequest extends AdviceRequest {
  readonly ranking: Ranking;
  readonly seats: number;
}

type Loose<T> = { -readonly [K in keyof T]: T[K] };
/** A measure past its gate with a score that moves. */
type Contender = Omit<Candidate, "factors"> & { readonly factors: Loose<Factors> };

/** Scores nearer than this are told apart by selecting anew. */
const DUST = 1e-9;

const idsOf = (advised: readonly Candidate[]): ReadonlySet<string> => new Set(advised.map(({ measure }) => measure.id));

/** A dimension's score, 0–100 in tenths. Null for a dimension without a score. */
export function scoreAxis(request: RankedRequest, dimensionId: string): Axis | null {
  const { instrument, catalogue, input, ranking, seats } = request;
  const own = input.scores.dimensions.find((one) => one.dimensionId === dimensionId);
  if (own?.place.kind !== "scored") return null;
  const from = own.place.score * 10;
  const slopes = needSlopes(ranking.needs, dimensionId);
  const fields = movedFields(input.facts, dimensionId);
  const movers = catalogue.measures.filter(({ id }) => fieldsOfRule(catalogue.rules[id]).some((field) => fields.includes(field)));
  const moving = new Set(movers.map(({ id }) => id));
  const few = { ...catalogue, measures: movers };
  const fewFacts = { ...input, facts: factsOfRanking(movers, request) };
  const moversAt =
    movers.length === 0
      ? null
      : (step: number) =>
          rankPlace(instrument, few, withScore(fewFacts, dimensionId, step / 10)).candidates.filter(({ gate }) => gate.status === "open");
  return {
    dimensionId,
    from,
    lowest: 0,
    highest: 1000,
    ...linearSeats(request, {
      still: ranking.ranked.filter(({ measure }) => !moving.has(measure.id)),
      moversAt,
      slopeOf: (candidate) => scoreSlope(candidate, slopes) / 10,
      demandsAt: demandsByScore(request, dimensionId),
      from,
    }),
    selectAt: (step) => idsOf(select(instrument, catalogue, withScore(input, dimensionId, step / 10), seats).advised),
  };
}

/** The facts that ranking some measures reads, and the fact gaps that others follow from: few, since they are copied for every step. */
function factsOfRanking(measures: readonly Measure[], { catalogue, input }: RankedRequest): Facts {
  const read = new Set<string>([...Object.values(rankingFields), ...measures.flatMap(({ id }) => fieldsOfRule(catalogue.rules[id]))]);
  const isNeeded = (key: string) => read.has(key) || /^(score|factGap)\.|^fact_gap_abs$/.test(key);
  return Object.fromEntries(Object.entries(input.facts).filter(([key]) => isNeeded(key)));
}

/** A dimension's weight, from none to twice what it is, in per cent. */
export function weightAxis(request: RankedRequest, dimensionId: string): Axis | null {
  const { instrument, catalogue, input, ranking, seats } = request;
  const need = ranking.needs.get(dimensionId)?.need;
  if (need === undefined) return null;
  return {
    dimensionId,
    from: 0,
    lowest: -100,
    highest: 100,
    ...linearSeats(request, {
      still: ranking.ranked,
      moversAt: null,
      slopeOf: ({ measure, factors }) => (need / 100) * relevancePerNeed(measure, dimensionId) * multiplierOf(factors),
      demandsAt: () => ranking.demands,
      from: 0,
    }),
    selectAt: (step) => idsOf(select(withWeight(instrument, dimensionId, step), catalogue, input, seats).advised),
  };
}

/** The demands on the list at a score of a dimension, in tenths: the weakest dimension and a clear fact gap come and go with it. */
function demandsByScore({ input }: RankedRequest, dimensionId: string): (step: number) => readonly Demand[] {
  const { scores, factIndex } = input;
  const others = { ...input, scores: { ...scores, dimensions: scores.dimensions.filter((one) => one.dimensionId !== dimensionId) } };
  const own = scores.dimensions.find((one) => one.dimensionId === dimensionId);
  const weakestOther = weakestDimension(others);
  const other = others.scores.dimensions.find((one) => one.dimensionId === weakestOther)?.place;
  const fact = factIndex[dimensionId] ?? null;
  const known = new Map<number, readonly Demand[]>();
  return (step) => {
    const score = step / 10;
    const isWeakest = other?.kind !== "scored" || score < other.score || (score === other.score && dimensionId < String(weakestOther));
    const isClear = fact !== null && own !== undefined && clearFactGap(moved(own, score).place, fact) !== null;
    const key = (isWeakest ? 1 : 0) + (isClear ? 2 : 0);
    const found = known.get(key);
    if (found !== undefined) return found;
    const dimensions = scores.dimensions.map((one) => (one === own ? moved(one, score) : one));
    const made = demandsOf({ ...input, scores: { ...scores, dimensions } });
    known.set(key, made);
    return made;
  };
}

interface Forms {
  /** Past their gate, whose scores are linear in the step. */
  readonly still: readonly Candidate[];
  /** Those past their gate whose rules read what is moved, as they stand at a step; null if there are none. */
  readonly moversAt: ((step: number) => readonly Candidate[]) | null;
  /** How a score changes when the axis moves by one step. */
  readonly slopeOf: (candidate: Candidate) => number;
  readonly demandsAt: (step: number) => readonly Demand[];
  readonly from: number;
}

function linearSeats(request: RankedRequest, forms: Forms): Pick<Axis, "mayHaveSeat" | "mayEnterTowards" | "seatsAt"> {
  const { catalogue, seats } = request;
  const { still, moversAt, demandsAt, from } = forms;
  const base = Float64Array.from(still, ({ factors }) => factors.score);
  const slope = Float64Array.from(still, forms.slopeOf);
  const scoreAt = (at: number, step: number) => (base[at] as number) + (slope[at] as number) * (step - from);
  const contenders: readonly Contender[] = still.map((one) => ({ ...one, factors: { ...one.factors } }));
  const known = new Map<number, ReadonlySet<string>>();
  const seatsAt = (step: number): ReadonlySet<string> => {
    const found = known.get(step);
    if (found !== undefined) return found;
    for (const [at, { factors }] of contenders.entries()) factors.score = scoreAt(at, step);
    const ranked = [...contenders, ...(moversAt?.(step) ?? [])].sort(byScore);
    const made = idsOf(seat({ ranked, demands: demandsAt(step) }, catalogue.basicPackage, seats).advised);
    known.set(step, made);
    return made;
  };
  const { rivalsOf, fitting } = rivalsIn(still, catalogue.basicPackage);
  const isAhead = (own: number, step: number) => {
    const score = scoreAt(own, step) + DUST;
    return (at: number) => scoreAt(at, step) > score;
  };
  const mayHaveSeat = (measureId: string, step: number): boolean => {
    const rivals = rivalsOf(measureId);
    if (rivals === null) return true;
    const ahead = isAhead(rivals.own, step);
    if (!hasAtLeast(seats, rivals.all, ahead)) return true;
    if (rivals.alike.every((list) => hasAtLeast(1, list, ahead))) return false;
    return demandsAt(step).some((demand) => fitting(demand).some((list) => list.includes(rivals.own) && !hasAtLeast(1, list, ahead)));
  };
  // A line that is ahead of another at both ends of a stretch is ahead on all of it.
  const mayEnterTowards = (measureId: string, end: number): boolean => {
    const rivals = rivalsOf(measureId);
    if (rivals === null) return true;
    const [here, there] = [isAhead(rivals.own, from), isAhead(rivals.own, end)];
    const ahead = (at: number) => there(at) && here(at);
    return !hasAtLeast(seats, rivals.all, ahead) || rivals.alike.some((list) => !hasAtLeast(1, list, ahead));
  };
  return { mayHaveSeat, mayEnterTowards, seatsAt };
}

interface Rivals {
  /** The measure's own place among those that stand still. */
  readonly own: number;
  /** All that compete for a seat, the best first as things stand. */
  readonly all: readonly number[];
  /** Those that may meet a demand in its stead, by kind of demand. */
  readonly alike: readonly (readonly number[])[];
}

interface RivalsOf {
  /** Null where nothing can be told from the linear forms alone. */
  readonly rivalsOf: (measureId: string) => Rivals | null;
  /** By way to satisfy a demand, which of those that compete fit. */
  readonly fitting: (demand: Demand) => readonly (readonly number[])[];
}

/** Who competes with whom, found once per measure and demand. */
function rivalsIn(still: readonly Candidate[], basicPackage: readonly string[]): RivalsOf {
  const all = [...still.keys()].filter((at) => !basicPackage.includes(still[at]?.measure.id ?? ""));
  const places = new Map(still.map(({ measure }, at) => [measure.id, at]));
  const among = (test: (candidate: Candidate) => boolean) => all.filter((at) => test(still[at] as Candidate));
  const made = new Map<string, Rivals | null>();
  const make = (measureId: string): Rivals | null => {
    const own = places.get(measureId);
    const candidate = own === undefined ? undefined : still[own];
    if (own === undefined || candidate === undefined || basicPackage.length > parameters.basicPackage.atMost) return null;
    return { own, all, alike: waysIn(candidate).map(among) };
  };
  const fits = new Map<Demand, readonly (readonly number[])[]>();
  return {
    rivalsOf: (measureId) => {
      const rivals = made.get(measureId) ?? make(measureId);
      made.set(measureId, rivals);
      return rivals;
    },
    fitting: (demand) => {
      const lists = fits.get(demand) ?? demand.fits.map(among);
      fits.set(demand, lists);
      return lists;
    },
  };
}

/** Every way in which a measure may meet a demand, whatever the place demands. */
function waysIn({ measure, rule }: Candidate): readonly ((candidate: Candidate) => boolean)[] {
  const triggers = Object.values(triggerFields).filter((field) => requires(rule, field));
  return [
    (other) => other.measure.mainDimension === measure.mainDimension,
    ...Object.keys(measure.effects).map((id) => (other: Candidate) => Object.hasOwn(other.measure.effects, id)),
    ...triggers.map((field) => (other: Candidate) => requires(other.rule, field)),
    ...(measure.retains ? [(other: Candidate) => other.measure.retains] : []),
  ];
}

function hasAtLeast(needed: number, list: readonly number[], test: (at: number) => boolean): boolean {
  let count = 0;
  for (const at of list) {
    if (test(at)) count += 1;
    if (count >= needed) return true;
  }
  return false;
}
