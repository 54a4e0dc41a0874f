import { bruteForce, checkPlan, inParts, type PortfolioRequest } from "@hp/domain";
import { describe, expect, test } from "vitest";
import { instance, numbersFrom } from "../bench/instances.ts";
import { solveHere } from "./engine.ts";
import { smallRequest } from "./small-requests.ts";

const seeds = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
const bestValue = (request: PortfolioRequest) => {
  const { plan, isProven } = solveHere(request);
  expect(isProven).toBe(true);
  return plan === null ? -1 : inParts(plan.value);
};

describe("O1 · the plan is that of brute force, to the last measure and start year", () => {
  test("on 400 questions of up to 12 measures with every kind of rule", () => {
    let infeasible = 0;
    for (const seed of seeds(400)) {
      const request = smallRequest(seed);
      const best = bruteForce(request);
      const found = solveHere(request);
      expect({ seed, ...found }).toMatchObject({ seed, isProven: true, isSettled: true });
      expect({ seed, starts: found.plan?.starts, value: found.plan?.value }).toEqual({ seed, starts: best?.starts, value: best?.value });
      if (best === null) infeasible += 1;
    }
    expect(infeasible).toBeGreaterThan(20);
    expect(infeasible).toBeLessThan(120);
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
