import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { goalpostScore, type ValuePoint, valueFunction } from "./value-function.ts";

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const goalposts = fc.tuple(number, number).filter(([worst, best]) => Math.abs(worst - best) > 1e-3);
const corners: fc.Arbitrary<readonly ValuePoint[]> = fc
  .tuple(fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 7 }), fc.infiniteStream(number))
  .map(([at, values]) => {
    const rising = [...at].sort((a, b) => a - b);
    return rising.map((place) => ({ at: place, value: values.next().value as number }));
  });

describe("S12 goalposts", () => {
  test.each([
    // UNDP, Mozambique Human Development Report 2000, technical notes: life expectancy in Germany 0.870, in China 0.747.
    [77.2, { worst: 25, best: 85 }, 87],
    [69.8, { worst: 25, best: 85 }, 74.667],
    [60, { worst: 120, best: 0 }, 50],
    [130, { worst: 120, best: 0 }, 0],
    [-1, { worst: 120, best: 0 }, 100],
    [0, { worst: 0, best: 7 }, 0],
  ])("%d between %j scores %d", (value, posts, wanted) => {
    expect(goalpostScore(value, posts)).toBeCloseTo(wanted, 3);
  });
  test("0–100, exactly at the ends, mirrored by swapping them, and the same in another unit", () => {
    forAll([number, goalposts, fc.integer({ min: -20, max: 20 }), fc.boolean()], (value, [worst, best], power, turned) => {
      const score = goalpostScore(value, { worst, best });
      expect(score >= 0 && score <= 100).toBe(true);
      expect([goalpostScore(worst, { worst, best }), goalpostScore(best, { worst, best })]).toEqual([0, 100]);
      expect(goalpostScore(value, { worst: best, best: worst })).toBeCloseTo(100 - score, 6);
      const unit = (turned ? -1 : 1) * 2 ** power;
      expect(goalpostScore(value * unit, { worst: worst * unit, best: best * unit })).toBeCloseTo(score, 9);
    });
  });
});

describe("S13 value functions", () => {
  test("by hand: up to 40 at 10, on to 100 at 20, down to 70 at 30", () => {
    const value = valueFunction([
      { at: 0, value: 0 },
      { at: 10, value: 40 },
      { at: 20, value: 100 },
      { at: 30, value: 70 },
    ]);
    expect([-5, 0, 2.5, 10, 15, 20, 25, 30, 99].map(value)).toEqual([0, 0, 10, 40, 70, 100, 85, 70, 70]);
  });
  test("is exact at its corners, stays between two neighbours, is flat beyond, and does not see the list change later", () => {
    forAll([corners, number], (points, x) => {
      const list = points.map((point) => ({ ...point }));
      const value = valueFunction(list);
      list.length = 0;
      for (const point of points) expect(value(point.at)).toBe(point.value);
      const at = points.findLastIndex((point) => point.at <= x);
      const [left, right] = [points[at] ?? points[0], points[at + 1] ?? points.at(-1)];
      const ends = [left?.value ?? 0, right?.value ?? 0];
      expect(value(x)).toBeGreaterThanOrEqual(Math.min(...ends));
      expect(value(x)).toBeLessThanOrEqual(Math.max(...ends));
      if (x < (points[0]?.at ?? 0)) expect(value(x)).toBe(points[0]?.value);
    });
  });
  test("with two corners is goalposts", () => {
    forAll([number, goalposts], (x, [one, other]) => {
      const [worst, best] = [Math.min(one, other), Math.max(one, other)];
      const value = valueFunction([
        { at: worst, value: 0 },
        { at: best, value: 100 },
      ]);
      expect(value(x)).toBeCloseTo(goalpostScore(x, { worst, best }), 9);
    });
  });
  test("S39 mistakes are named", () => {
    expect(() => goalpostScore(Number.NaN, { worst: 0, best: 1 })).toThrow(/^value/);
    expect(() => goalpostScore(1, { worst: 1, best: 1 })).toThrow(/^worst and best/);
    expect(() => goalpostScore(1, { worst: 1, best: Number.POSITIVE_INFINITY })).toThrow(/^best/);
    expect(() => valueFunction([{ at: 0, value: 0 }])).toThrow(/^points must have at least 2/);
    const twice = [0, 0].map((at) => ({ at, value: 1 }));
    expect(() => valueFunction(twice)).toThrow(/^points\[1\] must be above/);
    expect(() => valueFunction([twice[0] as ValuePoint, { at: 1, value: Number.NaN }])).toThrow(/^points\[1\]\.value/);
    expect(() => valueFunction([twice[0] as ValuePoint, { at: 1, value: 2 }])(Number.NaN)).toThrow(/^value/);
  });
});
