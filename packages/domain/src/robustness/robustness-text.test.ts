import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { locales } from "../text/text.ts";
import { type VariationSource, variationSources } from "./advice-robustness.ts";
import { robustnessText, tenthsOf } from "./robustness-text.ts";

const counts = fc.integer({ min: 1, max: 100_000 }).chain((draws) => fc.tuple(fc.integer({ min: 0, max: draws }), fc.constant(draws)));

describe("R23 tenths", () => {
  test("are never more than was seen, less than a tenth under it, and 10 exactly where it stood in every draw", () => {
    forAll([counts], ([kept, draws]) => {
      const tenths = tenthsOf({ kept, draws });
      expect(tenths * draws).toBeLessThanOrEqual(10 * kept);
      expect((tenths + 1) * draws).toBeGreaterThan(10 * kept);
      expect(tenths === 10).toBe(kept === draws);
    });
  });
  test.each([
    [0, 1000, 0],
    [99, 1000, 0],
    [100, 1000, 1],
    [899, 1000, 8],
    [900, 1000, 9],
    [999, 1000, 9],
    [1000, 1000, 10],
    [1, 1, 10],
    [7, 10, 7],
  ])("%d of %d are %d", (kept, draws, tenths) => {
    expect(tenthsOf({ kept, draws })).toBe(tenths);
  });
});

describe("R24 words", () => {
  test("are those of both languages, by what is varied", () => {
    const say = (kept: number, source: VariationSource) => locales.map((locale) => robustnessText({ kept, draws: 1000 }, source, locale));
    expect(say(934, "weights")).toEqual(["Står sig i 9 av 10 viktningar", "Holds in 9 of 10 weightings"]);
    expect(say(1000, "weights")).toEqual(["Står sig i 10 av 10 viktningar", "Holds in 10 of 10 weightings"]);
    expect(say(3, "weights")).toEqual(["Står sig i färre än 1 av 10 viktningar", "Holds in fewer than 1 of 10 weightings"]);
    expect(say(0, "weights")).toEqual(["Står sig inte i någon viktning", "Does not hold in any weighting"]);
    expect(say(850, "scores")).toEqual([
      "Står sig i 8 av 10 fall när betygen varierar inom sina intervall",
      "Holds in 8 of 10 cases when the scores vary within their intervals",
    ]);
    expect(say(0, "effects")).toEqual([
      "Står sig inte i något fall när effekterna varierar efter hur bra underlaget är",
      "Does not hold in any case when the effects vary by how good the evidence is",
    ]);
    expect(say(512, "together")).toEqual([
      "Står sig i 5 av 10 fall när vikter, betyg och effekter varierar",
      "Holds in 5 of 10 cases when weights, scores and effects vary",
    ]);
  });
  test("always say something, and no number but tenths and ten", () => {
    forAll([counts, fc.constantFrom(...variationSources), fc.constantFrom(...locales)], ([kept, draws], source, locale) => {
      const text = robustnessText({ kept, draws }, source, locale);
      expect(text.length).toBeGreaterThan(10);
      expect(text).not.toMatch(/undefined|NaN|!/);
      expect((text.match(/\d+/g) ?? []).every((number) => Number(number) <= 10)).toBe(true);
    });
  });
});

describe("R13 a caller's mistake", () => {
  test("counts out of range and an unknown source are named", () => {
    expect(() => tenthsOf({ kept: 1, draws: 0 })).toThrow(/^draws /);
    expect(() => tenthsOf({ kept: -1, draws: 5 })).toThrow(/^kept /);
    expect(() => tenthsOf({ kept: 6, draws: 5 })).toThrow(/^kept /);
    expect(() => robustnessText({ kept: 1, draws: 5 }, "luck" as VariationSource, "sv")).toThrow(/^source /);
  });
});
