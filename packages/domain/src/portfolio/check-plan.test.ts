import fc from "fast-check";
import { expect, test } from "vitest";
import { boundless, measure, request, requests } from "../../test/portfolio-requests.ts";
import { bruteForce } from "./brute-force.ts";
import { checkPlan } from "./check-plan.ts";
import type { PartyBudget, PlannedStart, PortfolioMeasure, PortfolioRequest } from "./types.ts";

const start = (measureId: string, startYear = 0): PlannedStart => ({ measureId, startYear });
const limited = (given: Partial<PartyBudget>, years = 1): PortfolioRequest["budgets"] => ({
  municipality: { ...boundless(years), ...given },
  industry: boundless(years),
});
const costs = (...municipality: number[]): Pick<PortfolioMeasure, "costSek"> => ({ costSek: { municipality, industry: [] } });
const takes = (...municipality: number[]): Pick<PortfolioMeasure, "hours"> => ({ hours: { municipality, industry: [] } });

const broken: readonly (readonly [string, PortfolioRequest, readonly PlannedStart[], string])[] = [
  ["a locked-in measure is missing", request([measure("a")], { lockedIn: ["a"] }), [], "locked_in a"],
  ["a locked-out measure is there", request([measure("a")], { lockedOut: ["a"] }), [start("a")], "locked_out a"],
  ["a start before its window", request([measure("a", { earliestYear: 1 })], { horizonYears: 2 }), [start("a", 0)], "start_window a"],
  [
    "no prerequisite",
    request([measure("a", { prerequisites: [{ anyOf: ["b", "c"], lagYears: 0 }] }), measure("b")]),
    [start("a")],
    "prerequisite a",
  ],
  [
    "a prerequisite a year too late",
    request([measure("a", { prerequisites: [{ anyOf: ["b"], lagYears: 1 }] }), measure("b")], { horizonYears: 2 }),
    [start("a", 1), start("b", 1)],
    "prerequisite a",
  ],
  ["two that exclude each other", request([measure("a"), measure("b", { exclusions: ["a"] })]), [start("a"), start("b")], "exclusion a"],
  ["one that excludes something done", request([measure("a", { exclusions: ["x"] })], { done: ["x"] }), [start("a")], "exclusion a"],
  [
    "too many in a dimension",
    request([measure("a"), measure("b")], { atMostPerDimension: 1 }),
    [start("a"), start("b")],
    "dimension_limit boende",
  ],
  ["a required dimension is empty", request([measure("a")], { requiredDimensions: ["skola"] }), [start("a")], "required_dimension skola"],
  [
    "a year's budget",
    request([measure("a", costs(5))], { budgets: limited({ sekByYear: [4] }) }),
    [start("a")],
    "budget_year municipality:0",
  ],
  [
    "the budget over all years",
    request([measure("a", costs(5))], { budgets: limited({ totalSek: 4 }) }),
    [start("a")],
    "budget_total municipality",
  ],
  [
    "a year's hours",
    request([measure("a", takes(5))], { budgets: limited({ hoursByYear: [4] }) }),
    [start("a")],
    "hours_year municipality:0",
  ],
  [
    "the hours over all years",
    request([measure("a", takes(5))], { budgets: limited({ totalHours: 4 }) }),
    [start("a")],
    "hours_total municipality",
  ],
  ["the cost of all", request([measure("a", costs(5))], { costLimitSek: 4 }), [start("a")], "cost_limit both"],
  [
    "the municipality carries too much",
    request([measure("a", costs(5))], { balance: { carries: { min: 0, max: 0.6 }, gets: null, hourSek: 0 } }),
    [start("a")],
    "balance_carries max",
  ],
  [
    "the municipality gets too little",
    request([measure("a")], { balance: { carries: null, gets: { min: 0.7, max: 1 }, hourSek: 0 } }),
    [start("a")],
    "balance_gets min",
  ],
];

test.each(broken)("C1 · %s", (_, asked, plan, named) => {
  const rules = checkPlan(asked, plan).broken.map(({ rule, subject }) => `${rule} ${subject}`);
  expect(rules).toEqual([named]);
});

test("C1 · hours that an hour's price puts on the scale count in what a party carries", () => {
  const asked = (hourSek: number) =>
    request([measure("a", { costSek: { municipality: [60], industry: [40] }, hours: { municipality: [0], industry: [1] } })], {
      balance: { carries: { min: 0, max: 0.5 }, gets: null, hourSek },
    });
  expect(checkPlan(asked(19), [start("a")]).broken).toHaveLength(1);
  expect(checkPlan(asked(20), [start("a")]).broken).toEqual([]);
});

test("C2 · costs after the horizon are carried in its last year: a late start saves nothing", () => {
  const asked = request([measure("a", costs(1, 2, 3))], { horizonYears: 2, budgets: limited({ sekByYear: [9, 5] }, 2) });
  expect(checkPlan(asked, [start("a", 0)]).broken).toEqual([]);
  expect(checkPlan(asked, [start("a", 1)]).broken).toEqual([{ rule: "budget_year", subject: "municipality:1" }]);
  expect(checkPlan(asked, [start("a", 1)]).figures).toMatchObject({ costSek: 6, extraSek: 1 });
});

test("C2 · extra kronor cover what years and totals lack, once for both; what is left over is said", () => {
  const asked = (extraSek: number) =>
    request([measure("a", costs(4, 4)), measure("b", { costSek: { municipality: [], industry: [7] } })], {
      horizonYears: 2,
      extraSek,
      budgets: { municipality: { ...boundless(2), sekByYear: [3, 3], totalSek: 5 }, industry: { ...boundless(2), totalSek: 5 } },
    });
  const plan = [start("a"), start("b")];
  expect(checkPlan(asked(5), plan)).toMatchObject({ broken: [], figures: { extraSek: 5, costSek: 15 } });
  expect(checkPlan(asked(4), plan).broken.map(({ rule }) => rule)).toEqual([
    "budget_year",
    "budget_year",
    "budget_total",
    "budget_total",
    "extra",
  ]);
});

test("C3 · the best plan by brute force breaks no rule, and its figures are those of the check", () => {
  fc.assert(
    fc.property(requests, (asked) => {
      const best = bruteForce(asked);
      if (best === null) return;
      const { broken: rules, figures } = checkPlan(asked, best.starts);
      expect(rules).toEqual([]);
      expect(figures.value).toBe(best.value);
      expect(figures.costSek).toBe(best.costSek);
    }),
    { numRuns: 1000 },
  );
});

test("C3 · brute force misses nothing: no plan that keeps all rules is better", () => {
  fc.assert(
    fc.property(requests, fc.nat(63), fc.nat(63), (asked, set, years) => {
      const plan = asked.measures
        .filter((_, index) => set & (1 << index))
        .map(({ id }, index) => start(id, years & (1 << index) && asked.horizonYears > 1 ? 1 : 0));
      const { broken: rules, figures } = checkPlan(asked, plan);
      if (rules.length > 0) return;
      expect(bruteForce(asked)?.value).toBeGreaterThanOrEqual(figures.value - 1e-6);
    }),
    { numRuns: 1000 },
  );
});

test("P1 · a plan with what is no candidate, or a year that is none, is refused by name", () => {
  const asked = request([measure("a")]);
  expect(() => checkPlan(asked, [start("b")])).toThrow(/^plan\[0\].measureId/);
  expect(() => checkPlan(asked, [start("a", 1)])).toThrow(/^plan\[0\].startYear/);
  expect(() => checkPlan(asked, [start("a"), start("a")])).toThrow(/^plan must not/);
});
