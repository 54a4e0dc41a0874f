import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { createRandom } from "../statistics/random.ts";
import { simplexWeights, type WeightKnowledge } from "./simplex.ts";

const rowsOf = (weights: Float64Array, criteria: number) =>
  Array.from({ length: weights.length / criteria }, (_, draw) => Array.from(weights.subarray(draw * criteria, (draw + 1) * criteria)));
const draw = (criteria: number, knowledge: WeightKnowledge, draws: number, seed = "simplex") =>
  rowsOf(simplexWeights(criteria, knowledge, draws, createRandom(seed)), criteria);
const meansOf = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, at) => rows.reduce((total, row) => total + (row[at] ?? 0), 0) / rows.length);
const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);

/** What may be known of up to six criteria: an order, bounds around a point that agrees with it, both or neither. */
const knowledge = fc
  .array(
    fc.record({ size: fc.integer({ min: 1, max: 9 }), down: fc.integer({ min: 50, max: 100 }), up: fc.integer({ min: 60, max: 100 }) }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .chain((sizes) => {
    const sum = sizes.reduce((a, { size }) => a + size, 0);
    const bounds = sizes.map(({ size, down, up }) => ({
      least: ((size / sum) * (100 - down)) / 100,
      most: Math.min(1, size / sum + ((1 - size / sum) * up) / 100),
    }));
    const order = sizes.map(({ size }) => 10 - size);
    return fc.record({ order: fc.constantFrom(undefined, order), bounds: fc.constantFrom(undefined, bounds) });
  });

describe("R9 drawn weights", () => {
  test("sum to 1, keep the order and lie within the bounds", () => {
    forAll([fc.integer({ min: 1, max: 5 }), fc.string({ maxLength: 5 })], (criteria, seed) => {
      for (const row of draw(criteria, {}, 5, seed)) expect(Math.abs(total(row) - 1)).toBeLessThan(1e-12);
    });
    forAll([knowledge, fc.string({ maxLength: 5 })], ({ order, bounds }, seed) => {
      const criteria = order?.length ?? bounds?.length ?? 3;
      for (const row of draw(criteria, { order, bounds }, 5, seed)) {
        expect(Math.abs(total(row) - 1)).toBeLessThan(1e-12);
        for (const [at, weight] of row.entries()) {
          expect(weight).toBeGreaterThanOrEqual(bounds?.[at]?.least ?? 0);
          expect(weight).toBeLessThanOrEqual(bounds?.[at]?.most ?? 1);
          for (const [other, its] of row.entries())
            if ((order?.[at] ?? 0) < (order?.[other] ?? 0)) expect(weight).toBeGreaterThanOrEqual(its);
        }
      }
    });
  });
});

describe("R10 evenly", () => {
  const draws = 20_000;
  test("every weight has the mean 1/n and the variance (n − 1)/(n²(n + 1)) of the even simplex", () => {
    const rows = draw(4, {}, draws);
    for (const [at, mean] of meansOf(rows).entries()) {
      expect(Math.abs(mean - 0.25)).toBeLessThan(0.006);
      const variance = rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / draws;
      expect(Math.abs(variance - 3 / 80)).toBeLessThan(0.0015);
    }
  });
  test("under a full order the means are the rank-order centroids", () => {
    // Means of the sorted parts of an evenly broken stick: (1/n)·Σ 1/k from the rank to n (Barron and Barrett 1996).
    const [first, second, third] = meansOf(draw(3, { order: [2, 3, 1] }, draws));
    expect(Math.abs((third ?? 0) - 11 / 18)).toBeLessThan(0.005);
    expect(Math.abs((first ?? 0) - 5 / 18)).toBeLessThan(0.005);
    expect(Math.abs((second ?? 0) - 2 / 18)).toBeLessThan(0.005);
  });
  test("within a class no order is preferred", () => {
    const [first, second, third] = meansOf(draw(3, { order: [1, 1, 2] }, draws));
    expect(Math.abs((first ?? 0) - 8 / 18)).toBeLessThan(0.006);
    expect(Math.abs((second ?? 0) - 8 / 18)).toBeLessThan(0.006);
    expect(Math.abs((third ?? 0) - 2 / 18)).toBeLessThan(0.005);
  });
  test("least weights shift the simplex: mean = least + (1 − Σ least)/n", () => {
    const means = meansOf(draw(3, { bounds: [0.3, 0.2, 0.1].map((least) => ({ least, most: 1 })) }, draws));
    for (const [at, least] of [0.3, 0.2, 0.1].entries()) expect(Math.abs((means[at] ?? 0) - (least + 0.4 / 3))).toBeLessThan(0.005);
  });
  test("greatest weights cut it off", () => {
    // One of three even weights has the density 2(1 − w): up to ½ its mean is (1/6)/(3/4) = 2/9. All three up to ½ leave the
    // triangle of the sides' middles, whose centre is ⅓.
    const all = meansOf(draw(3, { bounds: [0.5, 0.5, 0.5].map((most) => ({ least: 0, most })) }, draws));
    for (const mean of all) expect(Math.abs(mean - 1 / 3)).toBeLessThan(0.005);
    const [first] = meansOf(draw(3, { bounds: [0.5, 1, 1].map((most) => ({ least: 0, most })) }, draws));
    expect(Math.abs((first ?? 0) - 2 / 9)).toBeLessThan(0.005);
  });
});

describe("R11 what leaves nothing", () => {
  const bounds = (...pairs: readonly (readonly [number, number])[]) => pairs.map(([least, most]) => ({ least, most }));
  test.each([
    ["too heavy together", { bounds: bounds([0.6, 1], [0.5, 1]) }],
    ["too light together", { bounds: bounds([0, 0.4], [0, 0.5]) }],
    ["against the order", { order: [1, 2], bounds: bounds([0, 0.3], [0.5, 1]) }],
    ["against the order together", { order: [1, 2, 3], bounds: bounds([0, 0.3], [0, 1], [0, 1]) }],
  ])("is refused by name: %s", (_, those) => {
    expect(() => draw(those.bounds.length, those, 1)).toThrow(/^bounds leave no weights/);
  });
  test("so little that not one draw in a thousand agrees is refused rather than waited for", () => {
    expect(() => draw(3, { bounds: bounds([0.3, 0.301], [0.3, 0.301], [0, 1]) }, 10)).toThrow(/^bounds leave too little/);
    expect(() => draw(0, {}, 1)).toThrow(/^criteria /);
    expect(() => draw(2, {}, 0)).toThrow(/^draws /);
  });
});
