import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { wilsonInterval } from "../statistics/wilson.ts";
import { agreement, wassersteinShare } from "./agreement.ts";
import { consensusIndex, differenceInterval, gapBand } from "./gap.ts";
import { type AnswerCounts, estimateItem, intervalAround, posteriorInterval } from "./posterior.ts";
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
  test("the plain mean rests on the three alone: its error is the posterior's sd times √(5.5/3)", () => {
    const item = estimateItem([0, 0, 0, 0, 3]);
    expect(item?.error).toBeCloseTo((item?.sd ?? 0) * Math.sqrt(5.5 / 3), 10);
    expect(item?.error).toBeCloseTo(18.3052, 4);
  });
  test("the posterior's own interval of three fives is 50.8 to 100, of one five ends at 98.9 and is stretched to hold the score", () => {
    const [three, one] = [estimateItem([0, 0, 0, 0, 3]), estimateItem([0, 0, 0, 0, 1])];
    expect(posteriorInterval(three?.centre ?? 0, three?.sd ?? 0, 100).low).toBeCloseTo(50.7754, 3);
    expect((one?.centre ?? 0) + 1.959963984540054 * (one?.sd ?? 0)).toBeCloseTo(98.894, 3);
    expect(posteriorInterval(one?.centre ?? 0, one?.sd ?? 0, 100).high).toBe(100);
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
      const [once, often] = [intervalOf(those), intervalOf(those.map((count) => count * 10) as unknown as AnswerCounts)];
      if (once !== null && often !== null) expect(often.high - often.low).toBeLessThan(once.high - once.low);
    });
  });
});

const intervalOf = (those: AnswerCounts, population?: number) => {
  const item = estimateItem(those, population);
  return item === null ? null : intervalAround(item.centre, item.error, item.score);
};

describe("S22 the interval of a score", () => {
  test.each([
    ["three unanimous answers of 5", [0, 0, 0, 0, 3], 57.7051, 100],
    ["eight that spread evenly", [1, 2, 2, 2, 1], 30.5891, 69.4109],
    ["two that say 4 and 5", [0, 0, 0, 1, 1], 43.5491, 98.45],
    ["one alone", [0, 0, 0, 0, 1], 35.3872, 100],
    ["ten unanimous answers of 5", [0, 0, 0, 0, 10], 79.5616, 100],
  ] as const)("of %s, worked out by hand", (_, those, low, high) => {
    const found = intervalOf(those);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });
  test("is Wilson's own for answers at both ends only, but for the prior: 10 of 20 and 10,000 of 20,000", () => {
    const few = wilsonInterval(10, 20)?.interval;
    expect(Math.abs((intervalOf([10, 0, 0, 0, 10])?.low ?? 0) / 100 - (few?.low ?? 0))).toBeLessThan(0.01);
    const many = wilsonInterval(5_000, 20_000)?.interval;
    expect((intervalOf([15_000, 0, 0, 0, 5_000])?.low ?? 0) / 100).toBeCloseTo(many?.low ?? 0, 4);
  });
  test("solves its equation: its ends are 1.96 of their own errors from the score", () => {
    forAll([counts.filter((those) => sum(those) > 0)], (those) => {
      const { centre, error, score } = estimateItem(those) ?? { centre: 50, error: 1, score: 50 };
      const { low, high } = intervalAround(centre, error, score);
      const off = (end: number) => 1.959963984540054 * error * Math.sqrt((end * (100 - end)) / (centre * (100 - centre)));
      expect(score - low).toBeCloseTo(off(low), 5);
      expect(high - score).toBeCloseTo(off(high), 5);
    });
  });
  test("holds the score, stays on the scale, and mirrors with the answers", () => {
    forAll([counts.filter((those) => sum(those) > 0)], (those) => {
      const found = intervalOf(those);
      const mirror = intervalOf([...those].reverse() as unknown as AnswerCounts);
      const score = estimateItem(those)?.score ?? -1;
      expect(0 <= (found?.low ?? -1) && (found?.low ?? 101) <= score && score <= (found?.high ?? -1) && (found?.high ?? 101) <= 100).toBe(
        true,
      );
      expect(mirror?.low).toBeCloseTo(100 - (found?.high ?? 0), 9);
      expect(mirror?.high).toBeCloseTo(100 - (found?.low ?? 0), 9);
    });
  });
  test("reaches at least as far towards the middle of the scale as away from it, and both ways unless the score is at an end", () => {
    forAll([counts.filter((those) => sum(those) > 0)], (those) => {
      const score = estimateItem(those)?.score ?? 50;
      const { low, high } = intervalOf(those) ?? { low: 0, high: 100 };
      const [inwards, outwards] = score >= 50 ? [score - low, high - score] : [high - score, score - low];
      expect(inwards).toBeGreaterThanOrEqual(outwards - 1e-9);
      if (score > 10 && score < 90) expect(outwards).toBeGreaterThan(0.15 * inwards);
    });
  });
  test("of the same mean is wider the more people differ", () => {
    const widths = (
      [
        [0, 0, 8, 0, 0],
        [0, 2, 4, 2, 0],
        [1, 2, 2, 2, 1],
        [4, 0, 0, 0, 4],
      ] as const
    ).map((those) => {
      const found = intervalOf(those);
      return (found?.high ?? 0) - (found?.low ?? 0);
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(new Set(widths).size).toBe(4);
  });
  test("S26 narrows with each further half of a small group that is heard, down to the score itself", () => {
    const width = (population?: number) => {
      const found = intervalOf([0, 1, 2, 1, 0], population);
      return (found?.high ?? 0) - (found?.low ?? 0);
    };
    const widths = [undefined, 40, 16, 8, 5].map(width);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(width(4)).toBe(0);
    expect(estimateItem([0, 1, 2, 1, 0], 8)?.error).toBeCloseTo((estimateItem([0, 1, 2, 1, 0])?.error ?? 0) * Math.sqrt(4 / 7), 12);
  });
  test.each([
    ["centre", () => intervalAround(101, 5, 50)],
    ["error", () => intervalAround(50, -1, 50)],
    ["error", () => intervalAround(50, Number.NaN, 50)],
    ["score", () => intervalAround(50, 5, Number.NaN)],
    ["population", () => estimateItem([0, 1, 2, 1, 0], 3)],
  ])("S21 a wrong %s is named", (field, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(field);
  });
});

describe("S23 the interval of a difference", () => {
  const scored = fc
    .tuple(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([score, down, up]) => ({ score, interval: { low: score * down, high: score + (100 - score) * up } }));
  test("75 (60–85) minus 50 (40–62): down √(15² + 12²), up √(10² + 10²)", () => {
    const found = differenceInterval({ score: 75, interval: { low: 60, high: 85 } }, { score: 50, interval: { low: 40, high: 62 } });
    expect(found.low).toBeCloseTo(25 - Math.sqrt(369), 12);
    expect(found.high).toBeCloseTo(25 + Math.sqrt(200), 12);
  });
  test("equals Newcombe's method 10 as published: 56/70 and 48/80 differ by 0.2, 0.0524 to 0.3339", () => {
    const share = (yes: number, of: number) => {
      const { low, high } = wilsonInterval(yes, of)?.interval ?? { low: 0, high: 0 };
      return { score: (100 * yes) / of, interval: { low: 100 * low, high: 100 * high } };
    };
    const found = differenceInterval(share(56, 70), share(48, 80));
    expect(found.low).toBeCloseTo(5.24, 2);
    expect(found.high).toBeCloseTo(33.39, 2);
  });
  test("holds the difference, lies within −100…100 and turns its sign", () => {
    forAll([scored, scored], (first, second) => {
      const { low, high } = differenceInterval(first, second);
      const turned = differenceInterval(second, first);
      const points = first.score - second.score;
      expect(-100 <= low && low <= points && points <= high && high <= 100).toBe(true);
      expect(turned.low).toBeCloseTo(-high, 9);
      expect(turned.high).toBeCloseTo(-low, 9);
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
  test("S15 lies within its interval and 0–100, whatever the gaps", () => {
    const any = fc
      .tuple(
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
      )
      .map(([points, half, importance]) => gap(points, importance, half));
    forAll([fc.array(any, { minLength: 1, maxLength: 13 })], (gaps) => {
      const index = consensusIndex(gaps);
      expect(index !== null && 0 <= index.interval.low && index.interval.low <= index.value).toBe(true);
      expect(index !== null && index.value <= index.interval.high && index.interval.high <= 100).toBe(true);
    });
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
