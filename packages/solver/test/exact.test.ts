import { bruteForce, checkPlan, expectedScores, inParts, type PlannedStart, type PortfolioRequest } from "@hp/domain";
import { describe, expect, test } from "vitest";
import { instance, numbersFrom } from "../bench/instances.ts";
import { abilities, questionOf } from "./abilities.ts";
import { solveHere } from "./engine.ts";
import { smallRequest } from "./small-requests.ts";

const seeds = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
const bestValue = (request: PortfolioRequest) => {
  const { plan, isProven } = solveHere(request);
  expect(isProven).toBe(true);
  return plan === null ? -1 : inParts(plan.value);
};

describe("O1 · the plan is that of brute force, to the last measure and start year", () => {
  test("on 1,000 questions of up to 12 measures with every kind of rule", () => {
    let infeasible = 0;
    for (const seed of seeds(1000)) {
      const request = smallRequest(seed);
      const best = bruteForce(request);
      const found = solveHere(request);
      expect({ seed, ...found }).toMatchObject({ seed, isProven: true, isSettled: true });
      expect({ seed, starts: found.plan?.starts, value: found.plan?.value }).toEqual({ seed, starts: best?.starts, value: best?.value });
      if (best === null) infeasible += 1;
    }
    expect(infeasible).toBeGreaterThan(50);
    expect(infeasible).toBeLessThan(300);
  });

  test("on 15 questions of 16 measures", () => {
    for (const seed of seeds(15, 5000)) {
      const request = instance({
        seed,
        measures: 16,
        dimensions: 5,
        years: 1,
        budgetShare: 0.35,
        atMostPerDimension: seed % 2 ? 2 : null,
        tied: 0.3,
      });
      expect(solveHere(request).plan?.starts).toEqual(bruteForce(request)?.starts);
    }
  });

  test("among plans that all tie: equal measures, equal costs, every dimension alike", () => {
    for (const seed of seeds(40)) {
      const base = instance({
        seed,
        measures: 9,
        dimensions: 2,
        years: 1 + (seed % 2),
        budgetShare: 0.4,
        atMostPerDimension: null,
        tied: 0,
      });
      const request: PortfolioRequest = {
        ...base,
        dimensions: base.dimensions.map((each) => ({ ...each, weight: 1, place: base.dimensions[0]!.place })),
        measures: base.measures.map((each, index) => ({
          ...each,
          effects: { [each.mainDimension]: 2 },
          evidence: { grade: "c", mixed: false },
          costSek: { municipality: [100 * (1 + (index % 2))], industry: [] },
          hours: { municipality: [], industry: [] },
        })),
        budgets: {
          municipality: {
            ...base.budgets.municipality,
            sekByYear: base.budgets.municipality.sekByYear.map(() => 500),
            hoursByYear: base.budgets.municipality.hoursByYear.map(() => null),
          },
          industry: base.budgets.industry,
        },
      };
      const found = solveHere(request);
      expect(found.plan?.starts).toEqual(bruteForce(request)?.starts);
      expect(found.isSettled).toBe(true);
    }
  });
});

test("O2 · the bound is never below the best, however early the search is stopped", () => {
  for (const seed of seeds(60)) {
    const request = smallRequest(seed);
    const best = bruteForce(request);
    for (const timeLimitMs of [1, 3]) {
      const { plan, bound, isProven } = solveHere(request, timeLimitMs);
      if (best !== null) expect(bound).toBeGreaterThanOrEqual(best.value - 1e-6);
      if (plan !== null) {
        expect(plan.value).toBeLessThanOrEqual((best?.value ?? -1) + 1e-9);
        expect(checkPlan(request, plan.starts).broken).toEqual([]);
      }
      if (isProven) expect(plan?.value ?? null).toBe(best?.value ?? null);
    }
  }
});

test("O3 · the order of measures, dimensions and locks changes nothing", () => {
  for (const seed of seeds(60, 900)) {
    const request = smallRequest(seed);
    const turned = { ...request, measures: [...request.measures].reverse(), dimensions: [...request.dimensions].reverse() };
    expect(solveHere(turned).plan).toEqual(solveHere(request).plan);
  }
});

describe("O11 · each ability by itself: the plan is that of brute force on 40 questions, of which it decides at least ten", () => {
  test.each(Object.entries(abilities))("%s", (_, ability) => {
    let decided = 0;
    for (const seed of seeds(40)) {
      const request = questionOf(ability, seed);
      const best = bruteForce(request);
      const found = solveHere(request);
      expect({ seed, isProven: found.isProven, starts: found.plan?.starts }).toEqual({ seed, isProven: true, starts: best?.starts });
      const free = bruteForce(ability.lift(request));
      if (JSON.stringify(free?.starts) !== JSON.stringify(best?.starts)) decided += 1;
    }
    expect(decided).toBeGreaterThanOrEqual(10);
  });
});

test("O12 · whole kronor: what costs exactly the budget fits, a krona less and it does not, up to thousands of millions", () => {
  for (const seed of seeds(60)) {
    const next = numbersFrom(seed);
    const base = instance({ seed, measures: 6, dimensions: 3, years: 1, budgetShare: 1, atMostPerDimension: null, tied: 0 });
    const scale = 10 ** (3 + (seed % 7));
    const measures = base.measures.map((each) => ({
      ...each,
      costSek: { municipality: [1 + Math.floor(next() * scale)], industry: [] },
      hours: { municipality: [], industry: [] },
    }));
    const cost = measures.reduce((sum, each) => sum + each.costSek.municipality[0]!, 0);
    const withBudget = (sek: number): PortfolioRequest => ({
      ...base,
      measures,
      budgets: { ...base.budgets, municipality: { ...base.budgets.municipality, sekByYear: [sek] } },
    });
    expect(solveHere(withBudget(cost)).plan?.starts.length).toBe(6);
    const short = withBudget(cost - 1);
    expect(solveHere(short).plan?.starts).toEqual(bruteForce(short)?.starts);
    expect(solveHere(short).plan?.starts.length).toBeLessThan(6);
    const locked = { lockedIn: measures.map(({ id }) => id) };
    expect(solveHere({ ...withBudget(cost), ...locked }).plan?.costSek).toBe(cost);
    expect(solveHere({ ...short, ...locked })).toMatchObject({ plan: null, isProven: true });
  }
});

test("O13 · what the optimiser maximises is what expectedScores shows for the same actions", () => {
  const gain = (request: PortfolioRequest, starts: readonly PlannedStart[]) => {
    const isIn = new Set(starts.map(({ measureId }) => measureId));
    const actions = request.measures.filter(({ id }) => isIn.has(id));
    const shown = expectedScores({ standings: request.dimensions, actions, done: request.done, assumptions: request.assumptions });
    const counted = shown.flatMap(({ place }, at) => (place ? [{ place, weight: request.dimensions[at]!.weight }] : []));
    const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
    const moved = counted.reduce((sum, { place, weight }) => sum + weight * (place.after.expected - place.now.expected), 0);
    return weights === 0 ? 0 : moved / weights;
  };
  for (const seed of seeds(80, 7000)) {
    const drawn = smallRequest(seed, 7);
    const request = { ...drawn, horizonYears: 1, budgets: firstYear(drawn), measures: drawn.measures.map(inFirstYear) };
    const { plan } = solveHere(request);
    if (plan !== null) expect(plan.value).toBeCloseTo(gain(request, plan.starts), 9);
    const most = plan?.value ?? Number.NEGATIVE_INFINITY;
    for (const set of seeds(2 ** request.measures.length)) {
      const starts = request.measures.filter((_, at) => set & (1 << at)).map(({ id }) => ({ measureId: id, startYear: 0 }));
      if (gain(request, starts) > most + 1e-6) expect(checkPlan(request, starts).broken).not.toEqual([]);
    }
  }
});

function firstYear({ budgets }: PortfolioRequest): PortfolioRequest["budgets"] {
  const of = (party: "municipality" | "industry") => ({
    ...budgets[party],
    sekByYear: budgets[party].sekByYear.slice(0, 1),
    hoursByYear: budgets[party].hoursByYear.slice(0, 1),
  });
  return { municipality: of("municipality"), industry: of("industry") };
}

const inFirstYear = ({ earliestYear: _, latestYear: __, ...measure }: PortfolioRequest["measures"][number]) => measure;

describe("O4 · more room never gives less, a rule more never gives more", () => {
  const lifted = (request: PortfolioRequest, by: number): PortfolioRequest => {
    const more = (limit: number | null) => (limit === null ? null : limit + by);
    const lift = (party: "municipality" | "industry") => {
      const budget = request.budgets[party];
      return { ...budget, sekByYear: budget.sekByYear.map(more), totalSek: more(budget.totalSek) };
    };
    return { ...request, budgets: { municipality: lift("municipality"), industry: lift("industry") } };
  };
  const next = numbersFrom(11);
  const drawn = seeds(50, 2000).map((seed) => ({ request: smallRequest(seed), by: Math.floor(next() * 500_000) }));

  test("more budget", () => {
    for (const { request, by } of drawn) expect(bestValue(lifted(request, by))).toBeGreaterThanOrEqual(bestValue(request));
  });

  test("more extra", () => {
    for (const { request, by } of drawn)
      expect(bestValue({ ...request, extraSek: request.extraSek + by })).toBeGreaterThanOrEqual(bestValue(request));
  });

  test("no pair that excludes each other", () => {
    for (const { request } of drawn) {
      const free = { ...request, measures: request.measures.map((measure) => ({ ...measure, exclusions: [] })) };
      expect(bestValue(free)).toBeGreaterThanOrEqual(bestValue(request));
    }
  });

  test("a lock is kept and never gives more", () => {
    for (const { request } of drawn) {
      const id = request.measures.find((measure) => !request.lockedOut.includes(measure.id))?.id;
      if (id === undefined) continue;
      const locked = { ...request, lockedIn: [...new Set([...request.lockedIn, id])] };
      const { plan } = solveHere(locked);
      expect(plan === null || plan.starts.some((start) => start.measureId === id)).toBe(true);
      expect(bestValue(locked)).toBeLessThanOrEqual(bestValue(request));
    }
  });
});
