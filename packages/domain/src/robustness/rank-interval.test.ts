import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { rankInterval } from "./rank-interval.ts";

const counted = (ranks: readonly number[], size: number) =>
  Int32Array.from({ length: size }, (_, at) => ranks.filter((rank) => rank === at + 1).length);

describe("R19 rank intervals", () => {
  test("are the draws in order without a share at each end, and hold the rank as it is", () => {
    const ranks = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 60 });
    forAll([ranks, fc.integer({ min: 1, max: 8 }), fc.constantFrom(0, 0.05, 0.1, 0.25)], (drawn, rank, tail) => {
      const sorted = [...drawn].sort((a, b) => a - b);
      const outside = Math.floor(sorted.length * tail + 1e-9);
      const [low = 0, high = 0] = [sorted[outside], sorted[sorted.length - 1 - outside]];
      expect(rankInterval(counted(drawn, 8), tail, rank)).toEqual({ low: Math.min(low, rank), high: Math.max(high, rank) });
    });
  });
  test("of twenty draws leave one at each end; without draws it is the rank as it is", () => {
    const twenty = [1, ...new Array<number>(10).fill(3), ...new Array<number>(8).fill(4), 7];
    expect(rankInterval(counted(twenty, 8), 0.05, 3)).toEqual({ low: 3, high: 4 });
    expect(rankInterval(counted(twenty, 8), 0.05, 6)).toEqual({ low: 3, high: 6 });
    expect(rankInterval(new Int32Array(3), 0.05, 2)).toEqual({ low: 2, high: 2 });
  });
});
