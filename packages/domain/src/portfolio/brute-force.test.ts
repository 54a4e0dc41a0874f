import { expect, test } from "vitest";
import { boundless, measure, request } from "../../test/portfolio-requests.ts";
import type { Measure, MeasureRule } from "../catalogue/types.ts";
import { bruteForce } from "./brute-force.ts";
import { portfolioMeasure } from "./from-catalogue.ts";
import type { PortfolioMeasure, PortfolioRequest } from "./types.ts";

const costs = (sek: number) => ({ costSek: { municipality: [sek], industry: [] } });
const within = (totalSek: number): Pick<PortfolioRequest, "budgets"> => ({
  budgets: { municipality: { ...boundless(1), totalSek }, industry: boundless(1) },
});
const chosen = (measures: readonly PortfolioMeasure[], given: Partial<PortfolioRequest> = {}) =>
  bruteForce(request(measures, given))?.starts.map(({ measureId }) => measureId);

test("B1 · the best package is not the one that picks the best value for money first", () => {
  const measures = [
    measure("a", { ...costs(6), effects: { boende: 3 } }),
    measure("b", { ...costs(5), effects: { skola: 2, arbete: 1 } }),
    measure("c", { ...costs(5), effects: { arbete: 2, skola: 1 } }),
  ];
  expect(chosen(measures, within(10))).toEqual(["b", "c"]);
});

test("B2 · prerequisites come along, any one of several is enough, and the cheaper one is taken", () => {
  const last = measure("z", { prerequisites: [{ anyOf: ["a", "b"], lagYears: 0 }] });
  const idle = { effects: {} };
  expect(chosen([last, measure("a", { ...idle, ...costs(9) }), measure("b", { ...idle, ...costs(2) })], within(9))).toEqual(["b", "z"]);
  expect(chosen([last, measure("a", { ...idle, ...costs(10) })], within(9))).toEqual([]);
  expect(chosen([last], { done: ["a"] })).toEqual(["z"]);
});

test("B3 · a synergy decides between equals, and a weakening too", () => {
  const strong = measure("c", { effects: { skola: 2 }, synergies: [{ with: "b", factor: 1.1 }], ...costs(0) });
  const pair = [measure("a", { effects: { boende: 2 }, ...costs(5) }), measure("b", { effects: { boende: 2 }, ...costs(5) })];
  expect(chosen([...pair, strong], within(5))).toEqual(["b", "c"]);
  const weak = { ...strong, synergies: [{ with: "a", factor: 0.9 }] };
  expect(chosen([...pair, weak], within(5))).toEqual(["b", "c"]);
});

test("B4 · of equal plans the cheaper, then the smaller, then the first id", () => {
  expect(chosen([measure("a", costs(3)), measure("b", costs(2))], { atMostPerDimension: 1 })).toEqual(["b"]);
  expect(chosen([measure("a"), measure("b", { effects: {} })])).toEqual(["a"]);
  expect(chosen([measure("b"), measure("a")], { atMostPerDimension: 1 })).toEqual(["a"]);
});

test("B5 · more than sixteen candidates are refused", () => {
  const many = Array.from({ length: 17 }, (_, index) => measure(`m${index}`));
  expect(() => bruteForce(request(many))).toThrow(/^measures must be at most 16/);
});

test("B6 · a measure of the catalogue becomes a candidate; one whose cost is not known does not", () => {
  const shipped = {
    ...measure("SV02", { mainDimension: "samverkan" }),
    costSek: { min: 0, max: 100 },
    hours: { municipality: 9, company: 9 },
  } as unknown as Measure;
  const rule: MeasureRule = {
    exclude: null,
    require: null,
    boost: [],
    damp: [],
    prerequisites: ["SV01", "IN01"],
    conflicts: ["BO05"],
    synergies: [{ with: "SV01", factor: 1.1 }],
    inPlace: null,
  };
  const amounts = { municipalityCostSek: 70_000, industryCostSek: 0, municipalityHours: 40, industryHours: 8 };
  expect(portfolioMeasure(shipped, rule, amounts)).toEqual({
    id: "SV02",
    mainDimension: "samverkan",
    effects: { boende: 3 },
    evidence: { grade: "a", mixed: false },
    harm: false,
    synergies: [{ with: "SV01", factor: 1.1 }],
    costSek: { municipality: [70_000], industry: [0] },
    hours: { municipality: [40], industry: [8] },
    prerequisites: [
      { anyOf: ["SV01"], lagYears: 0 },
      { anyOf: ["IN01"], lagYears: 0 },
    ],
    exclusions: ["BO05"],
  });
  expect(portfolioMeasure(shipped, rule, { ...amounts, industryCostSek: null })).toBeNull();
});
