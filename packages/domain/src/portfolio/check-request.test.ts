import fc from "fast-check";
import { expect, test } from "vitest";
import { boundless, measure, request, requests, scoredAt, unscored } from "../../test/portfolio-requests.ts";
import { bruteForce } from "./brute-force.ts";
import { checkRequest, MOST_AMOUNT } from "./check-request.ts";
import type { PortfolioMeasure, PortfolioRequest } from "./types.ts";

const one = (given: Partial<PortfolioMeasure>) => request([measure("a", given)]);
const wrong: readonly (readonly [string, PortfolioRequest])[] = [
  ["request", null as unknown as PortfolioRequest],
  ["horizonYears", request([], { horizonYears: 0 })],
  ["horizonYears", request([], { horizonYears: 1.5 })],
  ["horizonYears", request([], { horizonYears: 11 })],
  ["dimensions", request([], { dimensions: [...request([]).dimensions, ...request([]).dimensions] })],
  ["dimensions[0].weight", request([], { dimensions: [{ dimensionId: "boende", weight: -1, place: unscored, byParty: {} }] })],
  ["dimensions[0].weight", request([], { dimensions: [{ dimensionId: "boende", weight: Number.NaN, place: unscored, byParty: {} }] })],
  ["dimensions[0].place.score", request([], { dimensions: [{ dimensionId: "boende", weight: 1, place: scoredAt(101), byParty: {} }] })],
  ["dimensions[0].place.kind", request([], { dimensions: [{ dimensionId: "boende", weight: 1, place: {} as never, byParty: {} }] })],
  ["measures[1].id", request([measure("a"), measure("a")])],
  ["measures[0].id", request([measure("")])],
  ["measures[0].id", request([measure("a")], { done: ["a"] })],
  ["measures[0].mainDimension", one({ mainDimension: "havet" })],
  ["measures[0].harm", one({ harm: "no" as unknown as boolean })],
  ["measures[0].costSek.municipality[0]", one({ costSek: { municipality: [0.5], industry: [] } })],
  ["measures[0].costSek.industry[1]", one({ costSek: { municipality: [], industry: [1, -1] } })],
  ["measures[0].costSek.industry[0]", one({ costSek: { municipality: [], industry: [Number.POSITIVE_INFINITY] } })],
  ["measures[0].costSek.industry", one({ costSek: { municipality: [] } as unknown as PortfolioMeasure["costSek"] })],
  ["measures[0].hours.municipality[0]", one({ hours: { municipality: ["8"] as unknown as number[], industry: [] } })],
  ["measures", one({ costSek: { municipality: [MOST_AMOUNT, 1], industry: [] } })],
  ["measures[0].prerequisites[0].anyOf", one({ prerequisites: [{ anyOf: [], lagYears: 0 }] })],
  ["measures[0].prerequisites[0].anyOf", one({ prerequisites: [{ anyOf: ["a"], lagYears: 0 }] })],
  ["measures[0].prerequisites[0].lagYears", one({ prerequisites: [{ anyOf: ["b"], lagYears: -1 }] })],
  ["measures[0].exclusions", one({ exclusions: ["a"] })],
  ["measures[0].earliestYear", one({ earliestYear: 1 })],
  ["measures[0].latestYear", one({ latestYear: -1 })],
  ["measures[0].synergies", one({ synergies: [{ with: "b", factor: -1 }] })],
  [
    "measures[0].synergies",
    one({
      synergies: [
        { with: "b", factor: 0.4 },
        { with: "c", factor: 0.4 },
      ],
    }),
  ],
  ["budgets.industry", request([], { budgets: { municipality: boundless(1) } as unknown as PortfolioRequest["budgets"] })],
  ["budgets.municipality.sekByYear", request([], { budgets: { municipality: boundless(2), industry: boundless(1) } })],
  [
    "budgets.industry.sekByYear[0]",
    request([], { budgets: { municipality: boundless(1), industry: { ...boundless(1), sekByYear: [1.5] } } }),
  ],
  ["budgets.industry.totalHours", request([], { budgets: { municipality: boundless(1), industry: { ...boundless(1), totalHours: -2 } } })],
  ["extraSek", request([], { extraSek: -1 })],
  ["costLimitSek", request([], { costLimitSek: 0.1 })],
  ["lockedIn[0]", request([], { lockedIn: ["a"] })],
  ["lockedIn[0]", request([measure("a")], { lockedIn: ["a"], lockedOut: ["a"] })],
  ["lockedOut", request([], { lockedOut: ["a", "a"] })],
  ["atMostPerDimension", request([], { atMostPerDimension: 1.2 })],
  ["requiredDimensions[0]", request([], { requiredDimensions: ["havet"] })],
  ["balance.carries", request([], { balance: { carries: { min: 0.6, max: 0.4 }, gets: null, hourSek: 0 } })],
  ["balance.hourSek", request([], { balance: { carries: null, gets: null, hourSek: 0.5 } })],
  [
    "balance.gets",
    request([], {
      dimensions: [{ dimensionId: "boende", weight: 1, place: scoredAt(50), byParty: { industry: scoredAt(50) } }],
      balance: { carries: null, gets: { min: 0.4, max: 0.6 }, hourSek: 0 },
    }),
  ],
  ["assumptions.range.a", request([], { assumptions: { ...request([]).assumptions, range: {} as never } })],
  ["assumptions.closesShare", request([], { assumptions: { ...request([]).assumptions, closesShare: null as never } })],
];

test.each(wrong)("P1 · %s is refused by name", (field, asked) => {
  expect(() => checkRequest(asked)).toThrow(RangeError);
  expect(() => checkRequest(asked)).toThrow(new RegExp(`^${field.replaceAll(/[[\].]/g, "\\$&")} `));
});

test("P1 · any value in any field is either understood or refused with RangeError, never a crash", () => {
  const asked = request([measure("a", { prerequisites: [{ anyOf: ["b"], lagYears: 0 }], synergies: [{ with: "b", factor: 1.1 }] })], {
    balance: { carries: { min: 0.2, max: 0.8 }, gets: null, hourSek: 0 },
  });
  const paths = pathsOf(asked);
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.constantFrom(null, undefined, -1, 1.5, Number.NaN, 1e300, "x", "__proto__", [], {}, true),
      (path, value) => {
        try {
          checkRequest(withValue(asked, path, value) as PortfolioRequest);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test("P2 · what is possible in itself but not together is no mistake", () => {
  const dear = measure("a", { costSek: { municipality: [10], industry: [] } });
  const asked = request([dear], { lockedIn: ["a"], budgets: { municipality: { ...boundless(1), totalSek: 9 }, industry: boundless(1) } });
  expect(bruteForce(asked)).toBeNull();
  expect(() =>
    checkRequest(request([measure("a", { prerequisites: [{ anyOf: ["nobody"], lagYears: 0 }] })], { lockedOut: ["nobody"] })),
  ).not.toThrow();
});

test("P3 · the order of lists changes nothing", () => {
  fc.assert(
    fc.property(requests, (asked) => {
      const turned: PortfolioRequest = {
        ...asked,
        dimensions: [...asked.dimensions].reverse(),
        measures: [...asked.measures].reverse().map((each) => ({ ...each, synergies: [...each.synergies].reverse() })),
        lockedIn: [...asked.lockedIn].reverse(),
      };
      expect(bruteForce(turned)).toEqual(bruteForce(asked));
    }),
    { numRuns: 1000 },
  );
});

function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function withValue(value: unknown, path: readonly string[], replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (Array.isArray(value)) return value.map((inner, index) => (String(index) === key ? withValue(inner, rest, replacement) : inner));
  return { ...(value as object), [key]: withValue((value as Record<string, unknown>)[key], rest, replacement) };
}
