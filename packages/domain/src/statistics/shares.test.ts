import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { benjaminiHochberg } from "./multiple-testing.ts";
import { normalUpperTail } from "./normal.ts";
import { finiteCorrection, wilsonInterval } from "./wilson.ts";

const sample = fc.integer({ min: 1, max: 400 }).chain((answers) => fc.tuple(fc.nat(answers), fc.constant(answers)));
const confidence = fc.double({ min: 0.5, max: 0.999, noNaN: true });

describe("S21 Wilson's interval", () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%d of %d: %d to %d", (yes, answers, low, high) => {
    const interval = wilsonInterval(yes, answers)?.interval;
    expect(Number(interval?.low.toFixed(4))).toBe(low);
    expect(Number(interval?.high.toFixed(4))).toBe(high);
  });
  test("0 ≤ low ≤ share ≤ high ≤ 1, mirrored for the no's, and its limits are z standard errors of their own away", () => {
    forAll([sample, confidence], ([yes, answers], sure) => {
      const { share, interval } = wilsonInterval(yes, answers, { confidence: sure }) ?? { share: -1, interval: { low: 0, high: 0 } };
      expect(interval.low >= 0 && interval.low <= share && share <= interval.high && interval.high <= 1).toBe(true);
      const mirror = wilsonInterval(answers - yes, answers, { confidence: sure });
      expect(mirror?.interval.low).toBeCloseTo(1 - interval.high, 12);
      if (interval.low > 0.001) {
        const z = (share - interval.low) / Math.sqrt((interval.low * (1 - interval.low)) / answers);
        expect(2 * normalUpperTail(z)).toBeCloseTo(1 - sure, 8);
      }
    });
  });
  test("ten times the answers, or less confidence: narrower", () => {
    forAll([sample], ([yes, answers]) => {
      const width = (...those: Parameters<typeof wilsonInterval>) => {
        const { low, high } = wilsonInterval(...those)?.interval ?? { low: 0, high: 9 };
        return high - low;
      };
      expect(width(10 * yes, 10 * answers)).toBeLessThan(width(yes, answers));
      expect(width(yes, answers, { confidence: 0.8 })).toBeLessThan(width(yes, answers));
    });
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe("S22 a finite population", () => {
  test("by hand, O'Neill (2021): 20 of 50 in 100, ψ = (50/99)·z²/100, (0.4 + ψ ± √(0.48·ψ + ψ²))/(1 + 2ψ)", () => {
    const psi = ((50 / 99) * 1.959963984540054 ** 2) / 100;
    const interval = wilsonInterval(20, 50, { population: 100 })?.interval;
    expect(interval?.low).toBeCloseTo((0.4 + psi - Math.sqrt(0.48 * psi + psi * psi)) / (1 + 2 * psi), 12);
    expect(interval?.high).toBeCloseTo((0.4 + psi + Math.sqrt(0.48 * psi + psi * psi)) / (1 + 2 * psi), 12);
  });
  test("narrows it, the more the smaller it is: to the share itself if all have answered; endless changes nothing", () => {
    forAll([sample, fc.nat(1000), fc.integer({ min: 1, max: 1000 })], ([yes, answers], rest, more) => {
      const at = (population?: number) =>
        wilsonInterval(yes, answers, population === undefined ? {} : { population })?.interval ?? { low: 0, high: 9 };
      const [small, large, endless] = [at(answers + rest), at(answers + rest + more), at()];
      expect(small.low >= large.low && small.high <= large.high && large.low >= endless.low && large.high <= endless.high).toBe(true);
      expect(at(answers)).toEqual({ low: yes / answers, high: yes / answers });
      expect(at(1e15).high).toBeCloseTo(endless.high, 9);
    });
    expect([
      finiteCorrection(5),
      finiteCorrection(5, 5),
      finiteCorrection(1, 1),
      finiteCorrection(0, 1),
      finiteCorrection(25, 100),
    ]).toEqual([1, 0, 0, 0, 75 / 99]);
  });
  test("S39 mistakes are named", () => {
    expect(() => wilsonInterval(3, 2)).toThrow(/^yes must be at most/);
    expect(() => wilsonInterval(-1, 2)).toThrow(/^yes/);
    expect(() => wilsonInterval(1, 2.5)).toThrow(/^answers/);
    expect(() => wilsonInterval(1, 20, { population: 19 })).toThrow(/^population/);
    for (const wrong of [0, 1, Number.NaN]) expect(() => wilsonInterval(1, 2, { confidence: wrong })).toThrow(/^confidence/);
  });
});

describe("S31 Benjamini and Hochberg as published", () => {
  /** Benjamini and Hochberg (1995), §3.2: thrombolysis in acute myocardial infarction, 15 comparisons. */
  const thrombolysis = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
  test("at 0.05 the four with the smallest p values are rejected, where Bonferroni rejects three", () => {
    const { adjusted, rejected } = benjaminiHochberg(thrombolysis, 0.05);
    expect(rejected.filter(Boolean)).toHaveLength(4);
    expect(rejected.slice(0, 4)).toEqual([true, true, true, true]);
    expect(thrombolysis.filter((p) => p <= 0.05 / 15)).toHaveLength(3);
    expect(adjusted.slice(0, 5).map((p) => Number(p.toFixed(6)))).toEqual([0.0015, 0.003, 0.0095, 0.035625, 0.0603]);
    expect(adjusted[5]).toBeCloseTo((0.0298 * 15) / 7, 12);
  });
});

describe("S32 Benjamini and Hochberg of anything", () => {
  const family = fc.array(
    fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 20 }).map((n) => n / 200),
    ),
    { minLength: 1, maxLength: 40 },
  );
  const rate = fc.double({ min: 0.001, max: 0.5, noNaN: true });
  test("rejects what the step-up rule rejects: the first k, k the greatest with p(k) ≤ k·q/m", () => {
    forAll([family, rate], (pValues, q) => {
      const sorted = [...pValues].sort((a, b) => a - b);
      const near = sorted.some((p, at) => Math.abs(p - ((at + 1) * q) / sorted.length) < 1e-12);
      const k = sorted.findLastIndex((p, at) => p <= ((at + 1) * q) / sorted.length);
      const { rejected } = benjaminiHochberg(pValues, q);
      if (!near) expect(rejected).toEqual(pValues.map((p) => k >= 0 && p <= (sorted[k] ?? 0)));
    });
  });
  test("adjusted values are at least the plain ones, at most m times them and 1, keep their order, and do not depend on the order given", () => {
    forAll([family, rate], (pValues, q) => {
      const { adjusted } = benjaminiHochberg(pValues, q);
      for (const [at, p] of pValues.entries()) {
        expect(adjusted[at]).toBeGreaterThanOrEqual(p);
        expect(adjusted[at]).toBeLessThanOrEqual(Math.min(1, p * pValues.length));
        for (const [other, q2] of pValues.entries()) if (p <= q2) expect(adjusted[at]).toBeLessThanOrEqual(adjusted[other] ?? 0);
      }
      expect(benjaminiHochberg([...pValues].reverse(), q).adjusted).toEqual([...adjusted].reverse());
    });
  });
  test("on paper equal to the rate is rejected, whatever the last bit: 0.03 as the third of ten at 0.1", () => {
    expect(benjaminiHochberg([0.03, 0.01, 0.02, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1], 0.1).rejected.slice(0, 4)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(benjaminiHochberg([0.2], 0.2).rejected).toEqual([true]);
    expect(benjaminiHochberg([0, 1], 0.05)).toEqual({ adjusted: [0, 1], rejected: [true, false] });
  });
  test("S39 mistakes are named", () => {
    expect(() => benjaminiHochberg([], 0.1)).toThrow(/^pValues/);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => benjaminiHochberg([0.5, p], 0.1)).toThrow(/^pValues\[1\]/);
    for (const q of [0, 1, Number.NaN]) expect(() => benjaminiHochberg([0.5], q)).toThrow(/^rate/);
  });
});
