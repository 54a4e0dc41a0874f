import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { dimensionScore, measure, scored, unscored } from "../../test/world.ts";
import { createRandom } from "../statistics/random.ts";
import { robustnessParameters } from "./parameters.ts";
import { drawnEffect, drawnScore, effectRangeOf, noisyWeightsInOrder } from "./place-draws.ts";

const seed = fc.string({ maxLength: 6 });
const weights = fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 1, maxLength: 13 }).map((tenths) => tenths.map((its) => its / 10));
const even = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("R15 drawn weights of dimensions", () => {
  test("stay within ±20 % of themselves and in their order", () => {
    forAll([weights, seed], (own, its) => {
      const drawn = noisyWeightsInOrder(Float64Array.from(own), robustnessParameters.weightNoise, createRandom(its));
      for (const [at, weight] of own.entries()) {
        expect(drawn[at]).toBeGreaterThanOrEqual(weight * 0.8 - 1e-12);
        expect(drawn[at]).toBeLessThanOrEqual(weight * 1.2 + 1e-12);
        for (const [other, less] of own.entries()) if (weight > less) expect(drawn[at]).toBeGreaterThanOrEqual(drawn[other] ?? 0);
      }
    });
  });
  test("of equal weights each is as often the greater", () => {
    const random = createRandom("equal");
    const draws = Array.from({ length: 4000 }, () => noisyWeightsInOrder(Float64Array.of(1, 1), 0.2, random));
    const greater = draws.filter(([first = 0, second = 0]) => first > second).length;
    expect(Math.abs(greater / 4000 - 0.5)).toBeLessThan(0.032);
  });
  test("two that can change places are given the greater and the lesser of what was drawn", () => {
    // 1.2 and 1 drawn as 0.97 and 1.15: out of order, so they change.
    const uniform = [(0.97 / 1.2 - 0.8) / 0.4, (1.15 - 0.8) / 0.4];
    const random = { ...createRandom(""), uniform: () => uniform.shift() ?? 0 };
    const [first, second] = noisyWeightsInOrder(Float64Array.of(1.2, 1), 0.2, random);
    expect(first).toBeCloseTo(1.15, 12);
    expect(second).toBeCloseTo(0.97, 12);
  });
  test("a noise out of range is refused by name", () => {
    expect(() => noisyWeightsInOrder(Float64Array.of(1), 1, createRandom(""))).toThrow(/^noise /);
  });
});

describe("R16 drawn scores", () => {
  const at = (score: number, low: number, high: number) => {
    const place = scored(score);
    return { ...dimensionScore("boende", { municipality: score, industry: score }), place: { ...place, interval: { low, high } } };
  };
  test("are the score in the middle, and the ends of its interval at ±1.96", () => {
    const one = at(90, 70, 96);
    expect([drawnScore(one, 0), drawnScore(one, -1.959963984540054), drawnScore(one, 1.959963984540054)]).toEqual([90, 70, 96]);
    expect(drawnScore(one, -1)).toBeCloseTo(90 - 20 / 1.959963984540054, 12);
  });
  test("lie on the scale and rise with the number drawn; half on each side, 95 of 100 within the interval", () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    const z = fc.double({ min: -8, max: 8, noNaN: true });
    forAll([fc.tuple(score, score, score), z, z], (three, one, other) => {
      const [low = 0, middle = 0, high = 0] = [...three].sort((a, b) => a - b);
      const its = at(middle, low, high);
      const [less, more] = [drawnScore(its, Math.min(one, other)) ?? -1, drawnScore(its, Math.max(one, other)) ?? -1];
      expect(less).toBeGreaterThanOrEqual(0);
      expect(more).toBeLessThanOrEqual(100);
      expect(less).toBeLessThanOrEqual(more);
    });
    const random = createRandom("scores");
    const drawn = Array.from({ length: 4000 }, () => drawnScore(at(50, 20, 60), random.normal()) ?? -1);
    expect(Math.abs(drawn.filter((its) => its < 50).length / 4000 - 0.5)).toBeLessThan(0.032);
    expect(Math.abs(drawn.filter((its) => its >= 20 && its <= 60).length / 4000 - 0.95)).toBeLessThan(0.014);
  });
  test("a score without width stays, and what has no score draws none", () => {
    forAll([fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: -8, max: 8, noNaN: true })], (score, z) => {
      expect(drawnScore(at(score, score, score), z)).toBe(score);
    });
    expect(drawnScore({ ...at(1, 0, 2), place: unscored }, 1)).toBeNull();
  });
});

describe("R17 drawn effects", () => {
  test("lie within the range, rise, and have half of the draws on each side of 1", () => {
    const ends = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 1, max: 3, noNaN: true }));
    forAll([ends, even, even], ([low, high], one, other) => {
      const [less, more] = [drawnEffect({ low, high }, Math.min(one, other)), drawnEffect({ low, high }, Math.max(one, other))];
      expect(less).toBeGreaterThanOrEqual(low - 1e-12);
      expect(more).toBeLessThanOrEqual(high + 1e-12);
      expect(less).toBeLessThanOrEqual(more + 1e-12);
      expect(drawnEffect({ low, high }, 0.5)).toBeCloseTo(1, 12);
    });
  });
  test("are a triangle on each side of 1", () => {
    // Below 1 the share below x is ½·((x − low)/(1 − low))², so that 0.7 between 0.4 and 1 has 1/8 below it.
    expect(drawnEffect({ low: 0.4, high: 1.6 }, 1 / 8)).toBeCloseTo(0.7, 12);
    expect(drawnEffect({ low: 0.4, high: 1.6 }, 7 / 8)).toBeCloseTo(1.3, 12);
    expect(drawnEffect({ low: 0.4, high: 1.6 }, 0)).toBe(0.4);
  });
  test("the weaker the evidence the wider; disputed reaches down to nothing, what may do harm below it", () => {
    const grades = (["a", "b", "c", "d"] as const).map((grade) =>
      effectRangeOf(measure("X", "boende", { evidence: { grade, mixed: false, note: null } })),
    );
    expect(grades).toEqual([
      { low: 0.75, high: 1.25 },
      { low: 0.6, high: 1.4 },
      { low: 0.4, high: 1.6 },
      { low: 0.2, high: 1.8 },
    ]);
    expect(effectRangeOf(measure("X", "boende", { evidence: { grade: "a", mixed: true, note: null } }))).toEqual({ low: 0, high: 1.25 });
    expect(effectRangeOf(measure("X", "boende", { harm: true })).low).toBe(-0.5);
  });
});
