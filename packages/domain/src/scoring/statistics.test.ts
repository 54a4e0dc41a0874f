import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { agreement, wassersteinShare } from "./agreement.ts";
import { consensusIndex, gapBand } from "./gap.ts";
import { type AnswerCounts, estimateItem, intervalAround } from "./posterior.ts";
import { placeMeans, quadrantOf } from "./quadrant.ts";
import { sum } from "./sum.ts";

const counts = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30)) as fc.Arbitrary<AnswerCounts>;

describe("S9 a five-point item", () => {
  test("three unanimous fives: mean 22.5/5.5 and variance (102.5/5.5 − mean²)/6.5 of the answers, by hand", () => {
    const mean = 22.5 / 5.5;
    const item = estimateItem([0, 0, 0, 0, 3]);
    expect(item).toMatchObject({ answers: 3, score: 100 });
    expect(item?.centre).toBeCloseTo(25 * (mean - 1), 10);
    expect(item?.sd).toBeCloseTo(25 * Math.sqrt((102.5 / 5.5 - mean ** 2) / 6.5), 10);
    expect(item?.sd).toBeCloseTo(13.5193, 4);
  });
  test("three unanimous answers do not look certain, and their interval holds the score", () => {
    const item = estimateItem([0, 0, 0, 0, 3]);
    const { low, high } = intervalAround(item?.centre ?? 0, item?.sd ?? 0, item?.score ?? 0);
    expect(low).toBeCloseTo(50.7754, 3);
    expect(high).toBe(100);
  });
  test("a single five: the shrunk interval ends at 98.9 and is widened to hold the score", () => {
    const item = estimateItem([0, 0, 0, 0, 1]);
    expect((item?.centre ?? 0) + 1.959963984540054 * (item?.sd ?? 0)).toBeCloseTo(98.894, 3);
    expect(intervalAround(item?.centre ?? 0, item?.sd ?? 0, 100).high).toBe(100);
  });
  test("the posterior mean lies between the score and 50, and mirrors with the answers", () => {
    forAll([counts], (those) => {
      const item = estimateItem(those);
      const mirror = estimateItem([...those].reverse() as unknown as AnswerCounts);
      if (item === null || mirror === null) return expect(sum(those)).toBe(0) as undefined;
      expect(Math.abs(item.centre - 50)).toBeLessThanOrEqual(Math.abs(item.score - 50) + 1e-9);
      expect(mirror.score).toBeCloseTo(100 - item.score, 9);
      expect(mirror.sd).toBeCloseTo(item.sd, 9);
    });
  });
  test("nobody is null", () => {
    expect(estimateItem([0, 0, 0, 0, 0])).toBeNull();
  });
  test("S10 ten times the same answers: a narrower interval", () => {
    forAll([counts], (those) => {
      const once = estimateItem(those);
      const often = estimateItem(those.map((count) => count * 10) as unknown as AnswerCounts);
      if (once !== null && often !== null) expect(often.sd).toBeLessThan(once.sd);
    });
  });
});

describe("S12 van der Eijk's agreement", () => {
  test.each([
    // R package agrmt, help page of agreement(): "The rate of agreement is given as 0.6113333".
    [[30, 40, 210, 130, 530, 50, 10], 0.6113333],
    // agrmt vignette: one, one, three, four on four points, "Agreement = 0.08".
    [[2, 0, 1, 1], 0.0833333],
    [[0, 0, 0, 0, 9], 1],
    [[4, 4, 4, 4, 4], 0],
    [[5, 0, 0, 0, 5], -1],
    [[0, 6, 6, 0, 0], 0.75],
  ])("%j is %d", (those, expected) => {
    expect(agreement(those)).toBeCloseTo(expected, 6);
  });
  test("lies in −1…1, is the same mirrored and for ten times as many, and null below two answers", () => {
    forAll([counts], (those) => {
      const value = agreement(those);
      if (sum(those) < 2) expect(value).toBeNull();
      else {
        expect(Math.abs(value ?? 2)).toBeLessThanOrEqual(1 + 1e-12);
        expect(agreement([...those].reverse())).toBeCloseTo(value ?? 2, 9);
        expect(agreement(those.map((count) => 10 * count))).toBeCloseTo(value ?? 2, 9);
      }
    });
  });
});

describe("S14 Wasserstein's share", () => {
  const distribution = counts.filter((those) => sum(those) > 0).map((those) => those.map((count) => count / sum(those)));
  test("0 for the same, 1 for opposite ends, and at least the difference of the means", () => {
    forAll([distribution, distribution], (first, second) => {
      const mean = (those: readonly number[]) => sum(those.map((share, index) => share * index)) / 4;
      expect(wassersteinShare(first, first)).toBe(0);
      expect(wassersteinShare(first, second)).toBeCloseTo(wassersteinShare(second, first), 12);
      expect(wassersteinShare(first, second)).toBeLessThanOrEqual(1);
      expect(wassersteinShare(first, second)).toBeGreaterThanOrEqual(Math.abs(mean(first) - mean(second)) - 1e-9);
    });
    expect(wassersteinShare([1, 0, 0, 0, 0], [0, 0, 0, 0, 1])).toBe(1);
    expect(wassersteinShare([0.5, 0, 0, 0, 0.5], [0, 0, 1, 0, 0])).toBe(0.5);
  });
  test("S21 distributions of different length are refused", () => {
    expect(() => wassersteinShare([1, 0], [1, 0, 0])).toThrow(RangeError);
    expect(() => wassersteinShare([1], [1])).toThrow(RangeError);
  });
});

describe("S13 and S15 gaps", () => {
  test.each([
    [0, "consensus"],
    [9.999, "consensus"],
    [10, "nuance"],
    [-19.999, "nuance"],
    [20, "gap"],
    [-20, "gap"],
  ] as const)("S13 %d points is %s", (points, band) => {
    expect(gapBand(points)).toBe(band);
  });
  const gap = (points: number, importance: number | null, half = 6) => ({
    points,
    importance,
    interval: { low: points - half, high: points + half },
  });
  test("S15 weighs by importance: 100 − (4·20 + 2·5)/6 = 85", () => {
    expect(consensusIndex([gap(20, 4), gap(-5, 2)])?.value).toBeCloseTo(85, 12);
  });
  test("S15 an unknown importance counts as the mean of the others, all as equal if none is known", () => {
    expect(consensusIndex([gap(20, 4), gap(-5, null)])?.value).toBeCloseTo(87.5, 12);
    expect(consensusIndex([gap(30, null), gap(0, null)])?.value).toBeCloseTo(85, 12);
  });
  test("S15 its interval is that of all gaps erring the same way: sizes 14–26 and 0–11", () => {
    const index = consensusIndex([gap(20, 4), gap(-5, 2)]);
    expect(index?.interval.low).toBeCloseTo(100 - (4 * 26 + 2 * 11) / 6, 12);
    expect(index?.interval.high).toBeCloseTo(100 - (4 * 14 + 2 * 0) / 6, 12);
  });
  test("S15 100 without any difference, null without any gap", () => {
    expect(consensusIndex([gap(0, 3, 0)])).toEqual({ value: 100, interval: { low: 100, high: 100 } });
    expect(consensusIndex([])).toBeNull();
  });
});

describe("S17 the four fields", () => {
  const at = (value: number, standardError = 1) => ({ value, standardError });
  const means = { score: 50, importance: 3.5 };
  test.each([
    [40, 4.5, "prioritise"],
    [60, 4.5, "keep"],
    [40, 2, "improve_if_possible"],
    [60, 2, "lower_priority"],
    [50, 3.5, "keep"],
  ] as const)("score %d and importance %d is %s", (score, importance, name) => {
    expect(quadrantOf(at(score), at(importance, 0.1), means)?.name).toBe(name);
  });
  test("is certain only beyond one standard error of both lines", () => {
    const certain = (score: number, importance: number) => quadrantOf(at(score, 5), at(importance, 0.4), means)?.certain;
    expect([certain(55.1, 4), certain(55, 4), certain(44, 3.9), certain(44, 3.91)]).toEqual([true, false, false, true]);
  });
  test("is null where a side is missing", () => {
    expect(quadrantOf(null, at(4), means)).toBeNull();
    expect(quadrantOf(at(40), null, means)).toBeNull();
    expect(quadrantOf(at(40), at(4), { score: null, importance: 3 })).toBeNull();
    expect(placeMeans({ partiesPresent: [], dimensions: [], consensusIndex: null })).toEqual({ score: null, importance: null });
  });
});
