import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { sum } from "../scoring/sum.ts";
import { midRanks, spearman, weightedTau } from "./rank-correlation.ts";
import { averageOverlap, rankBiasedOverlap } from "./rank-overlap.ts";

const value = fc.integer({ min: -6, max: 6 });
const pairs = fc.array(fc.tuple(value, value), { maxLength: 15 }).map((those) => [those.map(([x]) => x), those.map(([, y]) => y)] as const);
const letters = (text: string) => [...text];
const list = fc.uniqueArray(fc.constantFrom(...letters("abcdefghijkl")), { maxLength: 10 });
const persistence = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe("S33 Spearman's rank correlation", () => {
  test("the textbook case without ties: IQ and hours of television, −29/165 (Wikipedia, after Spearman)", () => {
    const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
    expect(spearman(iq, [7, 0, 27, 50, 28, 29, 20, 12, 6, 17])).toBeCloseTo(-29 / 165, 12);
  });
  test("with a tie: SciPy's documented 0.8207826816681233", () => {
    expect(spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 12);
    expect(midRanks([10, 30, 20, 30])).toEqual([1, 3.5, 2, 3.5]);
  });
  test("equals the formula corrected for ties, (Σx² + Σy² − Σd²)/(2√(Σx²·Σy²)) with Σx² = (n³ − n)/12 − Σ(t³ − t)/12", () => {
    forAll([pairs], ([x, y]) => {
      const n = x.length;
      const squares = (values: readonly number[]) => {
        const ties = [...Map.groupBy(values, (one) => one).values()].map(({ length }) => length ** 3 - length);
        return (n ** 3 - n - sum(ties)) / 12;
      };
      const [sx, sy] = [squares(x), squares(y)];
      const result = spearman(x, y);
      if (sx === 0 || sy === 0) return expect(result).toBeNull() as undefined;
      const [rx, ry] = [midRanks(x), midRanks(y)];
      const d = sum(rx.map((rank, at) => (rank - (ry[at] ?? 0)) ** 2));
      expect(result).toBeCloseTo((sx + sy - d) / (2 * Math.sqrt(sx * sy)), 12);
    });
  });
  test("is symmetric, 1 with itself, turns its sign with one side, and sees only the order", () => {
    forAll([pairs], ([x, y]) => {
      const result = spearman(x, y);
      if (result === null) return;
      expect(spearman(y, x)).toBe(result);
      expect(spearman(x, x)).toBeCloseTo(1, 12);
      expect(
        spearman(
          x.map((one) => -one),
          y,
        ),
      ).toBeCloseTo(-result, 12);
      expect(
        spearman(
          x.map((one) => one ** 3 + 5),
          y,
        ),
      ).toBe(result);
      expect(Math.abs(result)).toBeLessThanOrEqual(1);
    });
  });
});

describe("S34 weighted tau", () => {
  test("SciPy's documented −0.56694968153682723", () => {
    expect(weightedTau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])).toBeCloseTo(-0.56694968153682723, 12);
  });
  test("an exchange at the top costs more than one at the bottom, by hand: pairs of 1/r + 1/s", () => {
    // Weights over all pairs of four: 3·(1 + 1/2 + 1/3 + 1/4) = 6.25; the exchanged pair turns from plus to minus.
    const scores = [4, 3, 2, 1];
    expect(weightedTau(scores, [3, 4, 2, 1])).toBeCloseTo((6.25 - 2 * 1.5) / 6.25, 12);
    expect(weightedTau(scores, [4, 3, 1, 2])).toBeCloseTo((6.25 - 2 * (1 / 3 + 1 / 4)) / 6.25, 12);
  });
  test("is symmetric, 1 with itself, −1 against its reverse, within −1…1, and null without differences", () => {
    forAll([pairs], ([x, y]) => {
      const result = weightedTau(x, y);
      if (new Set(x).size < 2 || new Set(y).size < 2) return expect(result).toBeNull() as undefined;
      expect(weightedTau(y, x)).toBeCloseTo(result ?? 2, 12);
      expect(weightedTau(x, x)).toBeCloseTo(1, 12);
      expect(
        weightedTau(
          x,
          x.map((one) => -one),
        ),
      ).toBeCloseTo(-1, 12);
      expect(Math.abs(result ?? 2)).toBeLessThanOrEqual(1);
    });
  });
  test("the order in which equals are given does not matter", () => {
    forAll([pairs], ([x, y]) => {
      const result = weightedTau(x, y);
      const other = weightedTau([...x].reverse(), [...y].reverse());
      if (result === null) expect(other).toBeNull();
      else expect(other).toBeCloseTo(result, 12);
    });
  });
});

describe("S35 overlap of short lists", () => {
  test("average overlap of Webber, Moffat and Zobel (2010), figure 5: 0, 0, 0.222, 0.292, 0.313, 0.317, 0.312", () => {
    const at = (depth: number) => averageOverlap(letters("abcdefg"), letters("zcavwxy"), depth).toFixed(3);
    expect([1, 2, 3, 4, 5, 6, 7].map(at)).toEqual(["0.000", "0.000", "0.222", "0.292", "0.313", "0.317", "0.312"]);
  });
  test("extrapolated rank-biased overlap, by hand: 1 to 5 against 2, 3, 4, 1, 5 at 0.9", () => {
    // Overlaps 0, 1, 2, 4, 5: 0.9⁵ + (0.1/0.9)·(0.81/2 + 2·0.729/3 + 0.6561 + 0.59049); b4ny4n/rankmeasures prints 0.828.
    const byHand = 0.59049 + (0.1 / 0.9) * (0.81 / 2 + (2 * 0.729) / 3 + 0.6561 + 0.59049);
    expect(rankBiasedOverlap(letters("12345"), letters("23415"), 0.9)).toBeCloseTo(byHand, 12);
    expect(byHand.toFixed(3)).toBe("0.828");
    expect(rankBiasedOverlap(letters("abcdefg"), letters("bacdefg"), 0.9)).toBeCloseTo(0.9, 12);
  });
  test("of unequal lengths, by hand: ab against bcad at ½, X = 0, 1, 2, 2: (X₁/1)/2 + (X₂/2)/4 + (X₃/3)/8 + (X₄/4)/16 and what the shorter would go on with", () => {
    const seen = 0 + 1 / 8 + 2 / 24 + 2 / 64;
    const goingOn = (1 * 1) / (2 * 3) / 8 + (1 * 2) / (2 * 4) / 16;
    expect(rankBiasedOverlap(letters("ab"), letters("bcad"), 0.5)).toBeCloseTo(seen + goingOn + (1 / 4 + 1 / 2) / 16, 12);
  });
  test("0…1, symmetric, 1 for the same, 0 with nothing in common, null for nothing", () => {
    forAll([list, list, persistence], (first, second, p) => {
      const result = rankBiasedOverlap(first, second, p);
      if (first.length === 0 || second.length === 0) return expect(result).toBeNull() as undefined;
      expect(result).toBeGreaterThanOrEqual(0);
      expect(result).toBeLessThanOrEqual(1);
      expect(rankBiasedOverlap(second, first, p)).toBeCloseTo(result ?? 2, 12);
      expect(rankBiasedOverlap(first, first, p)).toBeCloseTo(1, 12);
      expect(rankBiasedOverlap(first, first.slice(0, 1), p)).toBeCloseTo(1, 12);
      expect(
        rankBiasedOverlap(
          first,
          second.map((thing) => `${thing}'`),
          p,
        ),
      ).toBe(0);
      const overlap = averageOverlap(first, second, 7);
      expect(overlap >= 0 && overlap <= 1).toBe(true);
      expect(averageOverlap(second, first, 7)).toBeCloseTo(overlap, 12);
    });
  });
  test("a difference further down weighs less, the less persistent the reader the more so", () => {
    const exchanged = (at: number) =>
      letters("abcdefghi").map((thing, place, all) => (place === at ? (all[at + 1] ?? "") : place === at + 1 ? (all[at] ?? "") : thing));
    for (const p of [0.5, 0.9]) {
      const values = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => rankBiasedOverlap(letters("abcdefghi"), exchanged(at), p) ?? 0);
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
  });
});

test("S39 mistakes are named", () => {
  expect(() => midRanks([1, Number.NaN])).toThrow(/^values\[1\]/);
  expect(() => spearman([1], [1, 2])).toThrow(/^first and second/);
  expect(() => weightedTau([1, 2], [1])).toThrow(/^first and second/);
  expect(() => weightedTau([1, 2], [1, Number.NaN])).toThrow(/^second\[1\]/);
  expect(() => rankBiasedOverlap(["a", "a"], ["a"])).toThrow(/^first holds/);
  expect(() => averageOverlap(["a"], ["b", "b"], 2)).toThrow(/^second holds/);
  expect(() => averageOverlap(["a"], ["b"], 0)).toThrow(/^depth/);
  for (const p of [0, 1, Number.NaN]) expect(() => rankBiasedOverlap(["a"], ["a"], p)).toThrow(/^persistence/);
});
