import { type BalanceRow, balanceRows } from "./balance-rows.ts";
import { checkRequest } from "./check-request.ts";
import { exponentsOf } from "./exponents.ts";
import { byCodeUnit } from "./require.ts";
import type { PortfolioDimension, PortfolioMeasure, PortfolioRequest } from "./types.ts";

/** The four things that are limited: kronor and hours of either party. The index of loads, totals and limits. */
export const resources = [
  { party: "municipality", kind: "sek" },
  { party: "industry", kind: "sek" },
  { party: "municipality", kind: "hours" },
  { party: "industry", kind: "hours" },
] as const;

/** What is added to the exponent of a dimension, by its index. */
export interface DimensionExponent {
  readonly dimension: number;
  readonly exponent: number;
}

/** A candidate with everything that computing needs, by index instead of by id. */
export interface PreparedMeasure {
  readonly index: number;
  readonly id: string;
  readonly source: PortfolioMeasure;
  /** In dimensions that count, with what done measures do to them. */
  readonly exponents: readonly DimensionExponent[];
  /** What is added to them, or taken from them, when another candidate is chosen too. */
  readonly synergies: readonly { readonly with: number; readonly added: readonly DimensionExponent[] }[];
  readonly isLockedIn: boolean;
  readonly isLockedOut: boolean;
  /** Excludes something that is done already. */
  readonly isExcludedByDone: boolean;
  /** Prerequisites that nothing done meets; `anyOf` by index, ascending, may be empty: then it can never be chosen. */
  readonly prerequisites: readonly { readonly anyOf: readonly number[]; readonly lagYears: number }[];
  /** Candidates it cannot be combined with; the other has this one too. */
  readonly exclusions: readonly number[];
  /** Years it may start in, ascending, at least one. */
  readonly starts: readonly number[];
  /** By start year, resource and year: what it takes. Empty for years it may not start in. */
  readonly loads: readonly (readonly (readonly number[])[])[];
  /** By resource: what it takes in all. */
  readonly totals: readonly number[];
  /** Whole kronor of both parties. */
  readonly costSek: number;
}

/** A checked question in the form that model, search and brute force share. Measures and dimensions in the order of their ids. */
export interface Prepared {
  readonly request: PortfolioRequest;
  readonly years: number;
  readonly measures: readonly PreparedMeasure[];
  /** Points that closing a whole dimension adds to the value; only dimensions with a score and a weight. */
  readonly dimensions: readonly { readonly id: string; readonly points: number }[];
  /** By resource and year; Infinity for no limit. */
  readonly yearLimits: readonly (readonly number[])[];
  /** By resource; Infinity for no limit. */
  readonly totalLimits: readonly number[];
  readonly balance: readonly BalanceRow[];
}

/**
 * Checks a question and lays it out for computing. The same question gives the same layout whatever the order of its
 * lists.
 *
 * @throws RangeError naming the field of a caller's mistake.
 */
export function prepare(request: PortfolioRequest): Prepared {
  checkRequest(request);
  const sorted = [...request.measures].sort((one, other) => byCodeUnit(one.id, other.id));
  const allDimensions = [...request.dimensions].sort((one, other) => byCodeUnit(one.dimensionId, other.dimensionId));
  const dimensions = countingDimensions(allDimensions);
  const indexes = new Map(sorted.map((measure, index) => [measure.id, index]));
  const layout: Layout = { request, sorted, indexes, dimensions, done: new Set(request.done) };
  const limitsOf = ({ party, kind }: (typeof resources)[number]) => {
    const budget = request.budgets[party];
    return kind === "sek" ? { byYear: budget.sekByYear, total: budget.totalSek } : { byYear: budget.hoursByYear, total: budget.totalHours };
  };
  return {
    request,
    years: request.horizonYears,
    measures: sorted.map((measure, index) => prepareMeasure(layout, measure, index)),
    dimensions,
    yearLimits: resources.map((resource) => limitsOf(resource).byYear.map(orInfinity)),
    totalLimits: resources.map((resource) => orInfinity(limitsOf(resource).total)),
    balance: balanceRows(request, sorted, allDimensions),
  };
}

const orInfinity = (limit: number | null): number => limit ?? Number.POSITIVE_INFINITY;

function countingDimensions(dimensions: readonly PortfolioDimension[]): Prepared["dimensions"] {
  const counting = dimensions.flatMap(({ dimensionId, place, weight }) =>
    place.kind === "scored" && weight > 0 ? [{ id: dimensionId, weight, left: 100 - place.score }] : [],
  );
  const weights = counting.reduce((sum, dimension) => sum + dimension.weight, 0);
  return counting.map(({ id, weight, left }) => ({ id, points: (weight / weights) * left }));
}

interface Layout {
  readonly request: PortfolioRequest;
  readonly sorted: readonly PortfolioMeasure[];
  readonly indexes: ReadonlyMap<string, number>;
  readonly dimensions: Prepared["dimensions"];
  readonly done: ReadonlySet<string>;
}

function prepareMeasure(layout: Layout, measure: PortfolioMeasure, index: number): PreparedMeasure {
  const { request, indexes, done } = layout;
  return {
    index,
    id: measure.id,
    source: measure,
    ...effectsOf(layout, measure),
    ...timingOf(measure, request.horizonYears),
    isLockedIn: request.lockedIn.includes(measure.id),
    isLockedOut: request.lockedOut.includes(measure.id),
    isExcludedByDone: measure.exclusions.some((id) => done.has(id)),
    prerequisites: measure.prerequisites
      .filter(({ anyOf }) => !anyOf.some((id) => done.has(id)))
      .map(({ anyOf, lagYears }) => ({ anyOf: ascending(anyOf.flatMap((id) => indexes.get(id) ?? [])), lagYears })),
    exclusions: exclusionsOf(layout, measure),
  };
}

function effectsOf({ request, indexes, dimensions, done }: Layout, measure: PortfolioMeasure) {
  const alone = exponentsOf(measure, request.assumptions);
  const times = (factor: number): DimensionExponent[] =>
    dimensions.flatMap(({ id }, dimension) => {
      const exponent = (alone.get(id) ?? 0) * factor;
      return exponent === 0 ? [] : [{ dimension, exponent }];
    });
  const withDone = measure.synergies.reduce((sum, { with: other, factor }) => (done.has(other) ? sum + factor - 1 : sum), 1);
  return {
    exponents: times(Math.max(0, withDone)),
    synergies: measure.synergies
      .flatMap(({ with: other, factor }) => {
        const at = indexes.get(other);
        return at === undefined || factor === 1 ? [] : [{ with: at, added: times(factor - 1) }];
      })
      .filter(({ added }) => added.length > 0)
      .sort((one, other) => one.with - other.with),
  };
}

function exclusionsOf({ sorted, indexes }: Layout, measure: PortfolioMeasure): number[] {
  const named = measure.exclusions.flatMap((id) => indexes.get(id) ?? []);
  const naming = sorted.flatMap((other, at) => (other.exclusions.includes(measure.id) ? [at] : []));
  return ascending([...new Set([...named, ...naming])]);
}

function timingOf(measure: PortfolioMeasure, years: number) {
  const { earliestYear = 0, latestYear = years - 1 } = measure;
  const profiles = resources.map(({ party, kind }) => (kind === "sek" ? measure.costSek : measure.hours)[party]);
  const totals = profiles.map((profile) => profile.reduce((sum, amount) => sum + amount, 0));
  const mayStart = (year: number) => year >= earliestYear && year <= latestYear;
  return {
    starts: Array.from({ length: years }, (_, year) => year).filter(mayStart),
    loads: Array.from({ length: years }, (_, start) =>
      mayStart(start) ? profiles.map((profile) => fromStart(profile, start, years)) : [],
    ),
    totals,
    costSek: (totals[0] as number) + (totals[1] as number),
  };
}

/** A profile laid into the horizon; what falls after it is carried in its last year. */
function fromStart(profile: readonly number[], start: number, years: number): number[] {
  const load = new Array<number>(years).fill(0);
  profile.forEach((amount, after) => {
    const year = Math.min(start + after, years - 1);
    load[year] = (load[year] as number) + amount;
  });
  return load;
}

const ascending = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);
