import type { PartyBudget, PayingParty, PortfolioMeasure, PortfolioRequest } from "@hp/domain";
import { instance, numbersFrom } from "../bench/instances.ts";

/** What the optimiser is able to do, one at a time: a question that asks for it, and the same question without. */
export interface Ability {
  readonly years: number;
  readonly put: (request: PortfolioRequest, draw: Draw) => PortfolioRequest;
  /** The question as if the ability were not there. */
  readonly lift: (request: PortfolioRequest) => PortfolioRequest;
}

/** Numbers of a seed. */
export interface Draw {
  readonly whole: (from: number, to: number) => number;
  readonly share: () => number;
}

const parties = ["municipality", "industry"] as const;
type Kind = "costSek" | "hours";

const spent = ({ measures }: PortfolioRequest, kind: Kind, party: PayingParty) =>
  measures.reduce((sum, measure) => sum + measure[kind][party].reduce((part, amount) => part + amount, 0), 0);
const costOf = (request: PortfolioRequest) => parties.reduce((sum, party) => sum + spent(request, "costSek", party), 0);
const none = (years: number) => Array.from({ length: years }, () => null);
const boundless = (years: number): PartyBudget => ({ sekByYear: none(years), totalSek: null, hoursByYear: none(years), totalHours: null });

const budgets = (request: PortfolioRequest, budgetOf: (party: PayingParty) => Partial<PartyBudget>): PortfolioRequest => ({
  ...request,
  budgets: {
    municipality: { ...request.budgets.municipality, ...budgetOf("municipality") },
    industry: { ...request.budgets.industry, ...budgetOf("industry") },
  },
});
const each = (request: PortfolioRequest, change: (measure: PortfolioMeasure, index: number) => Partial<PortfolioMeasure>) => ({
  ...request,
  measures: request.measures.map((measure, index) => ({ ...measure, ...change(measure, index) })),
});
/** A cost limit that leaves the optimiser something to choose. */
const tight = (request: PortfolioRequest, share = 0.4): PortfolioRequest => ({
  ...request,
  costLimitSek: Math.floor(costOf(request) * share),
});
const yearly =
  (request: PortfolioRequest, kind: Kind, { share }: Draw) =>
  (party: PayingParty) => {
    const amount = (spent(request, kind, party) / request.horizonYears) * (0.3 + 0.4 * share());
    return Array.from({ length: request.horizonYears }, () => Math.floor(amount * (0.5 + share())));
  };
const without = (request: PortfolioRequest, keys: Partial<PartyBudget>) => budgets(request, () => keys);
const idOf = ({ measures }: PortfolioRequest, index: number) => measures[index % measures.length]?.id ?? "";
/** Measures that cost about the same, of which three have room: synergies tip the scales. */
const withSynergies = (request: PortfolioRequest, { whole }: Draw, factor: () => number): PortfolioRequest => ({
  ...each(request, (_, index) => ({
    costSek: { municipality: [100_000 + 1000 * index], industry: [] },
    synergies: [{ with: idOf(request, index + whole(1, 4)), factor: factor() }],
  })),
  costLimitSek: 330_000,
});
const noSynergies = (request: PortfolioRequest) => each(request, () => ({ synergies: [] }));
/** Prerequisites that cost and give little themselves, so that they come along only where they are needed. */
const withPrerequisites = (request: PortfolioRequest, anyOfs: (index: number) => readonly (readonly string[])[], lagYears = 0) =>
  each(tight(request), (measure, index) =>
    index < 3
      ? { effects: {}, costSek: { municipality: [10_000 * (index + 1)], industry: [] } }
      : { ...measure, prerequisites: anyOfs(index).map((anyOf) => ({ anyOf, lagYears })) },
  );
const noPrerequisites = (request: PortfolioRequest) => each(request, () => ({ prerequisites: [] }));

/** By name: every ability that the optimiser is said to have. */
export const abilities: Readonly<Record<string, Ability>> = {
  "budget per party and year": {
    years: 2,
    put: (request, draw) => budgets(request, (party) => ({ sekByYear: yearly(request, "costSek", draw)(party) })),
    lift: (request) => without(request, { sekByYear: none(request.horizonYears) }),
  },
  "budget per party over all years": {
    years: 2,
    put: (request, { share }) =>
      budgets(request, (party) => ({ totalSek: Math.floor(spent(request, "costSek", party) * (0.2 + 0.5 * share())) })),
    lift: (request) => without(request, { totalSek: null }),
  },
  "hours per party and year": {
    years: 2,
    put: (request, draw) => budgets(request, (party) => ({ hoursByYear: yearly(request, "hours", draw)(party) })),
    lift: (request) => without(request, { hoursByYear: none(request.horizonYears) }),
  },
  "hours per party over all years": {
    years: 1,
    put: (request, { share }) =>
      budgets(request, (party) => ({ totalHours: Math.floor(spent(request, "hours", party) * (0.2 + 0.5 * share())) })),
    lift: (request) => without(request, { totalHours: null }),
  },
  "kronor on top of the budgets": {
    years: 2,
    put: (request, draw) => ({
      ...budgets(request, (party) => ({ sekByYear: yearly(request, "costSek", draw)(party) })),
      extraSek: Math.floor(costOf(request) * (0.05 + 0.2 * draw.share())),
    }),
    lift: (request) => ({ ...request, extraSek: 0 }),
  },
  "cost of the whole package": {
    years: 1,
    put: (request, { share }) => tight(request, 0.1 + 0.6 * share()),
    lift: (request) => ({ ...request, costLimitSek: null }),
  },
  "prerequisites, all of them": {
    years: 1,
    put: (request) => withPrerequisites(request, (index) => [[idOf(request, index % 3)], [idOf(request, (index + 1) % 3)]]),
    lift: noPrerequisites,
  },
  "prerequisites, any of them": {
    years: 1,
    put: (request) => withPrerequisites(request, (index) => [[idOf(request, index % 3), idOf(request, (index + 1) % 3)]]),
    lift: noPrerequisites,
  },
  exclusions: {
    years: 1,
    put: (request, { whole }) => each(tight(request, 0.7), (_, index) => ({ exclusions: [idOf(request, index + whole(1, 3))] })),
    lift: (request) => each(request, () => ({ exclusions: [] })),
  },
  "synergies that strengthen": {
    years: 1,
    put: (request, draw) => withSynergies(request, draw, () => 2 + draw.share()),
    lift: noSynergies,
  },
  "synergies that weaken": {
    years: 1,
    put: (request, draw) => withSynergies(request, draw, () => 0.6 * draw.share()),
    lift: noSynergies,
  },
  "locked in": {
    years: 1,
    put: (request) => {
      const total = ({ costSek }: PortfolioMeasure) =>
        [...costSek.municipality, ...costSek.industry].reduce((sum, amount) => sum + amount, 0);
      const dear = [...request.measures].sort((one, other) => total(other) - total(one))[1];
      const costLimitSek = Math.max(Math.floor(costOf(request) * 0.4), dear === undefined ? 0 : total(dear));
      return { ...request, costLimitSek, lockedIn: dear === undefined ? [] : [dear.id] };
    },
    lift: (request) => ({ ...request, lockedIn: [] }),
  },
  "locked out": {
    years: 1,
    put: (request, { whole }) => ({ ...tight(request, 0.6), lockedOut: [idOf(request, whole(0, 1)), idOf(request, whole(2, 4))] }),
    lift: (request) => ({ ...request, lockedOut: [] }),
  },
  "at most n per dimension": {
    years: 1,
    put: (request, { whole }) => ({ ...tight(request, 0.7), atMostPerDimension: whole(1, 2) }),
    lift: (request) => ({ ...request, atMostPerDimension: null }),
  },
  "required dimensions": {
    years: 1,
    put: (request, { share }) => ({
      ...tight(request, 0.15 + 0.2 * share()),
      requiredDimensions: request.dimensions
        .map(({ dimensionId }) => dimensionId)
        .filter((id) => request.measures.some(({ mainDimension }) => mainDimension === id)),
    }),
    lift: (request) => ({ ...request, requiredDimensions: [] }),
  },
  "start order: years between a prerequisite and what needs it": {
    years: 3,
    put: (request, draw) => ({
      ...budgets(
        withPrerequisites(request, (index) => (index % 2 ? [[idOf(request, 0), idOf(request, 1)]] : []), 1),
        (party) => ({ sekByYear: yearly(request, "costSek", draw)(party) }),
      ),
    }),
    lift: noPrerequisites,
  },
  "start order: first and last year": {
    years: 3,
    put: (request, draw) =>
      budgets(
        each(request, (_, index) => (index % 2 ? { earliestYear: draw.whole(1, 2) } : { latestYear: draw.whole(0, 1) })),
        (party) => ({ sekByYear: yearly(request, "costSek", draw)(party) }),
      ),
    lift: (request) => each(request, () => ({ earliestYear: 0, latestYear: request.horizonYears - 1 })),
  },
  "balance of what the parties carry": {
    years: 1,
    put: (request, { share, whole }) => {
      const min = 0.2 + 0.5 * share();
      return { ...tight(request), balance: { carries: { min, max: min + 0.15 }, gets: null, hourSek: whole(0, 1) * 450 } };
    },
    lift: (request) => ({ ...request, balance: null }),
  },
  "balance of what the parties get": {
    years: 1,
    put: (request, { share }) => {
      const min = 0.4 + 0.1 * share();
      return { ...tight(request), balance: { carries: null, gets: { min, max: min + 0.05 }, hourSek: 0 } };
    },
    lift: (request) => ({ ...request, balance: null }),
  },
  "measures done already": {
    years: 1,
    put: (request) => ({
      ...each(tight(request), (_, index) => ({
        prerequisites: index % 3 === 0 ? [{ anyOf: ["before"], lagYears: 1 }] : [],
        exclusions: index % 3 === 1 ? ["banned"] : [],
        synergies: index % 3 === 2 ? [{ with: "before", factor: 1.5 }] : [],
      })),
      done: ["before", "banned"],
    }),
    lift: (request) => ({ ...request, done: [] }),
  },
};

/** A small question of a seed in which one ability decides. */
export function questionOf({ years, put }: Ability, seed: number): PortfolioRequest {
  const next = numbersFrom(seed * 104_729 + 7);
  const draw: Draw = { whole: (from, to) => from + Math.floor(next() * (to - from + 1)), share: next };
  const measures = years === 1 ? draw.whole(5, 9) : draw.whole(4, years === 2 ? 7 : 5);
  const base = instance({ seed, measures, dimensions: draw.whole(2, 4), years, budgetShare: 1, atMostPerDimension: null, tied: 0 });
  return put({ ...base, budgets: { municipality: boundless(years), industry: boundless(years) } }, draw);
}
