import type { Catalogue, Measure } from "../catalogue/types.ts";
import type { Instrument } from "../instrument/types.ts";
import { type ActionAmounts, proposedAmounts } from "../plan/plan.ts";
import { urgencyOf } from "../recommendation/need.ts";
import type { ToldMeasure } from "../recommendation/told-advice.ts";
import type { RoundScores } from "../scoring/types.ts";
import { DEFAULT_PER_DIMENSION, defaultAssumptions } from "./assumptions.ts";
import { portfolioMeasure } from "./from-catalogue.ts";
import type { PayingParty, PortfolioDimension, PortfolioMeasure, PortfolioRequest } from "./types.ts";

/** What one party can carry in each year of the plan: whole kronor and hours, null for no limit. */
export interface YearLimits {
  readonly sekByYear: readonly (number | null)[];
  readonly hoursByYear: readonly (number | null)[];
}

/** The limits within which a place asks for its best package. */
export interface PackageLimits {
  /** Calendar year of the plan's first year. */
  readonly firstYear: number;
  /** Years in which measures may start, 1–10. */
  readonly years: number;
  readonly budgets: Readonly<Record<PayingParty, YearLimits>>;
  /** `advised`: what the place is advised, with what it builds on · `possible`: every measure that nothing stands in the way of. */
  readonly choose: "advised" | "possible";
  /** Measures per main dimension; null for no limit. */
  readonly atMostPerDimension: number | null;
  /** Limits of the municipality's share of the kronor, 0–1; null for none. */
  readonly municipalityShare: { readonly min: number; readonly max: number } | null;
  /** Measures that must be in, besides those of the plan. */
  readonly lockedIn: readonly string[];
  /** Measures that must not be in. */
  readonly lockedOut: readonly string[];
  /** Dimensions that must be the main one of at least one measure. */
  readonly requiredDimensions: readonly string[];
}

const unlimited = () => ({ sekByYear: [] as (number | null)[], hoursByYear: [] as (number | null)[] });

/** Limits to begin from: what the place is advised, three years, at most two measures of a kind, and no end of money and time. */
export const usualLimits = (firstYear: number) =>
  ({
    firstYear,
    years: 3,
    budgets: { municipality: unlimited(), industry: unlimited() },
    choose: "advised" as const,
    atMostPerDimension: DEFAULT_PER_DIMENSION,
    municipalityShare: null,
    lockedIn: [] as string[],
    lockedOut: [] as string[],
    requiredDimensions: [] as string[],
  }) satisfies PackageLimits;

/** An action of the plan, as far as a package depends on it. */
export interface PlannedAction extends ActionAmounts {
  readonly id: string;
  readonly title: string;
  /** Null for an action of the place's own. */
  readonly measureId: string | null;
  readonly status: "proposed" | "planned" | "under_way" | "done" | "stopped";
  /** YYYY-MM-DD, or null. */
  readonly startsOn: string | null;
}

/** A place that asks for its best package. */
export interface PackageQuestion {
  readonly instrument: Instrument;
  readonly catalogue: Catalogue;
  readonly scores: RoundScores;
  /** Every measure of the run of advice that the package is chosen from. */
  readonly told: readonly Pick<ToldMeasure, "measureId" | "status" | "rank" | "score">[];
  /** The plan as it stands, without actions that were taken out. */
  readonly actions: readonly PlannedAction[];
  readonly limits: PackageLimits;
}

/** The dimension of an action of the place's own: it costs, and nobody has said what it does. */
const ownDimension = (actionId: string) => `own:${actionId}`;

/**
 * What of a place's catalogue a package is chosen from: what it is advised, or every measure that nothing stands in the
 * way of, with what they build on. What is in the plan already, done or stopped is not among them.
 *
 * @returns In the order of the advice: what is particular to the place, Grundpaket, and the rest by score; ties by id.
 */
export function packageCandidates({
  catalogue,
  told,
  actions,
  limits,
}: Omit<PackageQuestion, "instrument" | "scores">): readonly Measure[] {
  const isPossible = (status: string) => status === "advised" || status === "basic" || status === "open";
  const possible = new Set(told.filter(({ status }) => isPossible(status)).map(({ measureId }) => measureId));
  const wanted = told.filter(({ status }) => (limits.choose === "possible" ? isPossible(status) : isPossible(status) && status !== "open"));
  const chosen = new Set<string>();
  const take = (id: string) => {
    if (chosen.has(id) || !possible.has(id)) return;
    chosen.add(id);
    for (const before of catalogue.rules[id]?.prerequisites ?? []) take(before);
  };
  for (const { measureId } of wanted) take(measureId);
  for (const measureId of limits.lockedIn) take(measureId);
  const settled = new Set(actions.flatMap(({ measureId }) => (measureId === null ? [] : [measureId])));
  const place = new Map(told.map((one) => [one.measureId, one]));
  return catalogue.measures
    .filter(({ id, retired }) => chosen.has(id) && !settled.has(id) && retired !== true)
    .sort((one, other) => inAdviceOrder(place.get(one.id), place.get(other.id)) || (one.id < other.id ? -1 : 1));
}

type Told = PackageQuestion["told"][number];
const group = (told: Told | undefined) => (told?.status === "advised" ? 0 : told?.status === "basic" ? 1 : 2);
const inAdviceOrder = (one: Told | undefined, other: Told | undefined): number =>
  group(one) - group(other) || (one?.rank ?? 0) - (other?.rank ?? 0) || (other?.score ?? 0) - (one?.score ?? 0);

/**
 * A place's question to the optimiser. What is in the plan is locked in with the plan's own amounts and start years (where
 * an amount is not known, the catalogue's proposal stands in); actions of the place's own cost and move no score; what is
 * done counts as done, and what has stopped is left out. A dimension weighs as in the ranking: its weight times how
 * important it is held.
 *
 * @returns A question that `checkPortfolioRequest` lets through wherever the limits do.
 */
export function packageRequest(question: PackageQuestion): PortfolioRequest {
  const { instrument, catalogue, scores, actions, limits } = question;
  const active = actions.filter(({ status }) => status !== "done" && status !== "stopped");
  const byId = new Map(catalogue.measures.map((measure) => [measure.id, measure]));
  const planned = active.map((action) => plannedMeasure(action, byId, question));
  const candidates = packageCandidates(question).flatMap((measure) => candidate(measure, proposedAmounts(measure), question) ?? []);
  const measures = [...planned, ...candidates];
  const known = new Set(measures.map(({ id }) => id));
  return {
    dimensions: [...dimensionsOf(instrument, scores), ...active.flatMap((action) => ownOf(action, byId))],
    measures,
    done: actions.flatMap(({ measureId, status }) => (measureId !== null && status === "done" ? [measureId] : [])).sort(),
    horizonYears: limits.years,
    budgets: { municipality: budgetOf(limits, "municipality"), industry: budgetOf(limits, "industry") },
    extraSek: 0,
    costLimitSek: null,
    lockedIn: [...new Set([...planned.map(({ id }) => id), ...limits.lockedIn.filter((id) => known.has(id))])].sort(),
    lockedOut: [...limits.lockedOut].filter((id) => !planned.some((one) => one.id === id)).sort(),
    atMostPerDimension: limits.atMostPerDimension,
    requiredDimensions: [...limits.requiredDimensions].sort(),
    balance: limits.municipalityShare === null ? null : { carries: limits.municipalityShare, gets: null, hourSek: 0 },
    assumptions: defaultAssumptions,
  };
}

function dimensionsOf({ dimensions }: Instrument, scores: RoundScores): PortfolioDimension[] {
  const byId = new Map(scores.dimensions.map((score) => [score.dimensionId, score]));
  return dimensions.flatMap(({ id, weight }) => {
    const score = byId.get(id);
    return score === undefined
      ? []
      : [{ dimensionId: id, weight: urgencyOf(weight, score.importance), place: score.place, byParty: score.byParty }];
  });
}

const isOwn = ({ measureId }: PlannedAction, byId: ReadonlyMap<string, Measure>) => measureId === null || !byId.has(measureId);

function ownOf(action: PlannedAction, byId: ReadonlyMap<string, Measure>): PortfolioDimension[] {
  if (!isOwn(action, byId)) return [];
  return [
    {
      dimensionId: ownDimension(action.id),
      weight: 0,
      place: { kind: "insufficient", coverage: 0, respondents: 0, missing: [] },
      byParty: {},
    },
  ];
}

function plannedMeasure(action: PlannedAction, byId: ReadonlyMap<string, Measure>, question: PackageQuestion): PortfolioMeasure {
  const window = startWindow(action, question.limits);
  const measure = action.measureId === null ? undefined : byId.get(action.measureId);
  if (measure === undefined) {
    const { municipalityCostSek, industryCostSek, municipalityHours, industryHours } = action;
    return {
      id: action.id,
      mainDimension: ownDimension(action.id),
      effects: {},
      evidence: { grade: "d", mixed: false },
      harm: false,
      synergies: [],
      costSek: { municipality: [municipalityCostSek ?? 0], industry: [industryCostSek ?? 0] },
      hours: { municipality: [municipalityHours ?? 0], industry: [industryHours ?? 0] },
      prerequisites: [],
      exclusions: [],
      ...window,
    };
  }
  const proposed = proposedAmounts(measure);
  const amounts: ActionAmounts = {
    municipalityCostSek: action.municipalityCostSek ?? proposed.municipalityCostSek,
    industryCostSek: action.industryCostSek ?? proposed.industryCostSek,
    municipalityHours: action.municipalityHours ?? proposed.municipalityHours,
    industryHours: action.industryHours ?? proposed.industryHours,
  };
  // What both have put into the plan is not questioned: neither what it builds on nor what it is said not to go with.
  return { ...(candidate(measure, amounts, question) as PortfolioMeasure), prerequisites: [], exclusions: [], ...window };
}

function candidate(measure: Measure, amounts: ActionAmounts, { catalogue }: PackageQuestion): PortfolioMeasure | null {
  return portfolioMeasure(measure, catalogue.rules[measure.id] ?? { prerequisites: [], conflicts: [], synergies: [] }, amounts);
}

/** The year that an action of the plan starts in: the one it says, the first if that is past, the last if it lies beyond. */
function startWindow(
  { startsOn }: PlannedAction,
  { firstYear, years }: PackageLimits,
): Pick<PortfolioMeasure, "earliestYear" | "latestYear"> {
  if (startsOn === null) return {};
  const year = Math.min(Math.max(Number(startsOn.slice(0, 4)) - firstYear, 0), years - 1);
  return { earliestYear: year, latestYear: year };
}

function budgetOf({ budgets, years }: PackageLimits, party: PayingParty) {
  const all = (values: readonly (number | null)[]) => Array.from({ length: years }, (_, year) => values[year] ?? null);
  return { sekByYear: all(budgets[party].sekByYear), totalSek: null, hoursByYear: all(budgets[party].hoursByYear), totalHours: null };
}

/** What a package costs each party in each year: whole kronor and hours, by the year the measures start. */
export function packageCosts(
  request: PortfolioRequest,
  startYears: Readonly<Record<string, number>>,
): Readonly<Record<PayingParty, { readonly sekByYear: readonly number[]; readonly hoursByYear: readonly number[] }>> {
  const last = request.horizonYears - 1;
  const of = (party: PayingParty, kind: "costSek" | "hours") => {
    const years = Array.from({ length: request.horizonYears }, () => 0);
    for (const measure of request.measures) {
      const start = startYears[measure.id];
      if (start === undefined) continue;
      measure[kind][party].forEach((amount, offset) => {
        const year = Math.min(start + offset, last);
        years[year] = (years[year] ?? 0) + amount;
      });
    }
    return years;
  };
  const ofParty = (party: PayingParty) => ({ sekByYear: of(party, "costSek"), hoursByYear: of(party, "hours") });
  return { municipality: ofParty("municipality"), industry: ofParty("industry") };
}
