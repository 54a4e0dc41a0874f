import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { type AnswerCounts, estimateItem } from "../scoring/posterior.ts";
import { sum } from "../scoring/sum.ts";
import { betaQuantile, regularisedBeta } from "./beta.ts";
import { boundedInterval, ordinalPosterior } from "./dirichlet.ts";
import { createRandom } from "./random.ts";

const five = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30)) as fc.Arbitrary<AnswerCounts>;
const anyCounts = fc.array(fc.nat(12), { minLength: 2, maxLength: 7 });
const posteriorOf = (...those: Parameters<typeof ordinalPosterior>) => {
  const posterior = ordinalPosterior(...those);
  if (posterior === null) throw new Error("expected answers");
  return posterior;
};

describe("S23 the posterior of an ordinal item", () => {
  test("by hand: three unanimous fives have mean 22.5/5.5 and variance (102.5/5.5 − mean²)/6.5", () => {
    const { mean, expected, variance, interval } = posteriorOf([0, 0, 0, 0, 3]);
    expect([mean, expected]).toEqual([5, expect.closeTo(22.5 / 5.5, 12)]);
    expect(variance).toBeCloseTo((102.5 / 5.5 - (22.5 / 5.5) ** 2) / 6.5, 12);
    // Three unanimous answers do not look certain.
    expect(interval.low).toBeLessThan(3);
    expect(interval.high).toBe(5);
  });
  test("is scoring's estimate on the scale 1–5", () => {
    forAll([five], (counts) => {
      const item = estimateItem(counts);
      const posterior = ordinalPosterior(counts);
      if (item === null) return expect(posterior).toBeNull() as undefined;
      expect(25 * ((posterior?.mean ?? 0) - 1)).toBeCloseTo(item.score, 9);
      expect(25 * ((posterior?.expected ?? 0) - 1)).toBeCloseTo(item.centre, 9);
      expect(25 * Math.sqrt(posterior?.variance ?? 0)).toBeCloseTo(item.sd, 9);
    });
  });
  test("mirrors, does not see unit or origin of the values, and more of the same answers narrow it", () => {
    forAll([anyCounts, fc.integer({ min: 1, max: 30 }), fc.integer({ min: -30, max: 30 })], (counts, unit, origin) => {
      if (sum(counts) === 0) return expect(ordinalPosterior(counts)).toBeNull() as undefined;
      const [one, mirror] = [posteriorOf(counts), posteriorOf([...counts].reverse())];
      const top = counts.length + 1;
      expect(mirror.expected).toBeCloseTo(top - one.expected, 9);
      expect(mirror.interval.high).toBeCloseTo(top - one.interval.low, 7);
      const moved = posteriorOf(counts, { values: counts.map((_, at) => unit * (at + 1) + origin) });
      expect(moved.interval.low).toBeCloseTo(unit * one.interval.low + origin, 6);
      expect(moved.variance).toBeCloseTo(unit * unit * one.variance, 8);
      expect(posteriorOf(counts.map((count) => 10 * count)).variance).toBeLessThan(one.variance);
    });
  });
});

describe("S24 two categories", () => {
  test("give Jeffreys' interval, the beta quantiles at x + ½ and n − x + ½ (Brown, Cai and DasGupta 2001, §3.1.3)", () => {
    forAll([fc.nat(60), fc.nat(60), fc.double({ min: 0.5, max: 0.99, noNaN: true })], (no, yes, confidence) => {
      if (no + yes === 0) return;
      const { mean, interval } = posteriorOf([no, yes], { values: [0, 1], confidence });
      const [low, high] = [(1 - confidence) / 2, (1 + confidence) / 2].map((p) => betaQuantile(p, yes + 0.5, no + 0.5));
      expect(interval.low).toBeCloseTo(Math.min(mean, low ?? 2), 8);
      expect(interval.high).toBeCloseTo(Math.max(mean, high ?? -2), 8);
    });
  });
  // SciPy 1.17, beta.ppf.
  test.each([
    [2, 8, 0.4972255, 0.95594059],
    [1, 173, 0.97345662, 0.9993792],
  ])("%d no, %d yes: %d to %d", (no, yes, low, high) => {
    const { interval } = posteriorOf([no, yes], { values: [0, 1] });
    expect([interval.low, interval.high]).toEqual([expect.closeTo(low, 7), expect.closeTo(high, 7)]);
  });
});

describe("S25 a finite population", () => {
  test("has the mean and variance of Pólya's urn, counted out over every way the rest could answer", () => {
    const small = fc.tuple(fc.array(fc.nat(4), { minLength: 2, maxLength: 3 }), fc.integer({ min: 1, max: 6 }));
    forAll([small], ([counts, rest]) => {
      if (sum(counts) === 0) return;
      const population = sum(counts) + rest;
      const exact = countedOut(counts, rest);
      const { expected, variance } = posteriorOf(counts, { population });
      expect(expected).toBeCloseTo(exact.mean, 9);
      expect(variance).toBeCloseTo(exact.variance, 9);
    });
  });
  test("by hand: nearly the classical 1 − n/N, and exactly (1 − n/N)·(1 − n/N + A/N): 20 of 50, A = 22.5", () => {
    const counts = [2, 3, 5, 6, 4];
    const endless = posteriorOf(counts).variance;
    expect(posteriorOf(counts, { population: 50 }).variance / endless).toBeCloseTo(0.6 * (0.6 + 22.5 / 50), 12);
  });
  test("narrows with what is known: the mean itself if all have answered, the endless posterior if hardly anyone has", () => {
    forAll([anyCounts, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 })], (counts, rest, more) => {
      const answers = sum(counts);
      if (answers === 0) return;
      const at = (population: number) => posteriorOf(counts, { population });
      // With fewer answers than the prior is worth, a small population's own mean may vary more than an endless one's.
      if (answers >= counts.length / 2) expect(at(answers + rest).variance).toBeLessThan(at(answers + rest + more).variance);
      const all = at(answers);
      expect(all).toEqual({ mean: all.mean, expected: all.mean, variance: 0, interval: { low: all.mean, high: all.mean } });
      expect(at(1e12).interval.low).toBeCloseTo(posteriorOf(counts).interval.low, 6);
    });
  });
  test("the interval does not leave what the known answers allow: 9 of 10 said 5, so the mean is at least 4.6", () => {
    forAll([anyCounts, fc.nat(20)], (counts, rest) => {
      const answers = sum(counts);
      if (answers === 0) return;
      const { mean, interval } = posteriorOf(counts, { population: answers + rest, confidence: 0.999 });
      const extreme = (value: number) => (answers * mean + rest * value) / (answers + rest);
      expect(interval.low).toBeGreaterThanOrEqual(extreme(1) - 1e-9);
      expect(interval.high).toBeLessThanOrEqual(extreme(counts.length) + 1e-9);
    });
    expect(posteriorOf([0, 0, 0, 0, 9], { population: 10, confidence: 0.999 }).interval.low).toBeGreaterThanOrEqual(4.6 - 1e-12);
  });
});

describe("S26 intervals on a scale", () => {
  test("hold both means and stay within the scale, for any answers and options", () => {
    forAll(
      [
        anyCounts,
        fc.option(fc.nat(50), { nil: undefined }),
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        fc.double({ min: 1e-3, max: 5, noNaN: true }),
      ],
      (counts, rest, confidence, prior) => {
        const answers = sum(counts);
        if (answers === 0) return;
        const { mean, expected, interval, variance } = posteriorOf(counts, {
          confidence,
          prior,
          ...(rest === undefined ? {} : { population: answers + rest }),
        });
        expect(interval.low >= 1 && interval.high <= counts.length && variance >= 0).toBe(true);
        for (const value of [mean, expected]) expect(interval.low <= value + 1e-12 && value <= interval.high + 1e-12).toBe(true);
      },
    );
  });
  test("leave equal shares of the beta distribution outside, which has the mean and variance given", () => {
    forAll([fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.double({ min: 0.001, max: 0.4, noNaN: true })], (mean, relative) => {
      const variance = relative * mean * (1 - mean);
      const strength = 1 / relative - 1;
      const { low, high } = boundedInterval(100 * mean, 10_000 * variance, { low: 0, high: 100 }, 0.9);
      const below = (x: number) => regularisedBeta(Math.min(1, Math.max(0, x / 100)), mean * strength, (1 - mean) * strength);
      if (low < 100 * mean - 1e-9 && low > 1e-9) expect(below(low)).toBeCloseTo(0.05, 6);
      if (high > 100 * mean + 1e-9 && high < 100 - 1e-9) expect(below(high)).toBeCloseTo(0.95, 6);
    });
  });
  test("no spread is a point, too much is the whole scale, and hardly any is the normal distribution's", () => {
    const scale = { low: 1, high: 5 };
    expect(boundedInterval(2, 0, scale)).toEqual({ low: 2, high: 2 });
    expect(boundedInterval(2, 3, scale)).toEqual(scale);
    expect(boundedInterval(2, 50, scale)).toEqual(scale);
    expect(boundedInterval(1, 0.1, scale)).toEqual(scale);
    for (const variance of [1e-7, 4e-8])
      expect(boundedInterval(2, variance, scale).high).toBeCloseTo(2 + 1.959963984540054 * Math.sqrt(variance), 6);
  });
  test("hold the truth as often as they say, when the truth is drawn from the prior: 95 % of 4,000 times, within four standard errors", () => {
    const random = createRandom("calibration");
    let [held, times] = [0, 0];
    for (; times < 4000; times += 1) {
      // Gamma(½) numbers, as halved squares of normal ones, make the Dirichlet(½) prior.
      const gammas = [0, 0, 0, 0, 0].map(() => random.normal() ** 2 / 2);
      const truth = gammas.map((gamma) => gamma / sum(gammas));
      const counts = [0, 0, 0, 0, 0];
      for (let person = 0; person < 6; person += 1) {
        const drawn = random.uniform();
        const category = truth.findIndex((_, at) => drawn < sum(truth.slice(0, at + 1)));
        counts[category < 0 ? 4 : category] = (counts[category < 0 ? 4 : category] ?? 0) + 1;
      }
      const mean = sum(truth.map((share, at) => share * (at + 1)));
      const { low, high } = posteriorOf(counts).interval;
      if (low <= mean && mean <= high) held += 1;
    }
    expect(Math.abs(held / times - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / times));
  });
  test("S39 mistakes are named", () => {
    expect(() => ordinalPosterior([1])).toThrow(/^counts must have at least 2/);
    expect(() => ordinalPosterior([1, 0.5])).toThrow(/^counts\[1\]/);
    expect(() => ordinalPosterior([1, 2], { values: [2, 1] })).toThrow(/^values\[1\]/);
    expect(() => ordinalPosterior([1, 2], { values: [1, 2, 3] })).toThrow(/^values must have 2/);
    expect(() => ordinalPosterior([1, 2], { prior: 0 })).toThrow(/^prior/);
    expect(() => ordinalPosterior([1, 2], { population: 2 })).toThrow(/^population/);
    expect(() => ordinalPosterior([0, 0], { confidence: 1 })).toThrow(/^confidence/);
    expect(() => boundedInterval(6, 1, { low: 1, high: 5 })).toThrow(/^mean/);
    expect(() => boundedInterval(2, -1, { low: 1, high: 5 })).toThrow(/^variance/);
    expect(() => boundedInterval(2, 1, { low: 5, high: 1 })).toThrow(/^scale/);
  });
});

/** Mean and variance of the whole population's mean, over the Dirichlet-multinomial answers of the rest. */
function countedOut(counts: readonly number[], rest: number): { readonly mean: number; readonly variance: number } {
  const alphas = counts.map((count) => count + 0.5);
  const known = sum(counts.map((count, at) => count * (at + 1)));
  const population = sum(counts) + rest;
  const outcomes: { chance: number; mean: number }[] = [];
  const visit = (left: number, added: readonly number[], chance: number, total: number): void => {
    if (left === 0) {
      outcomes.push({ chance, mean: (known + total) / population });
      return;
    }
    const weight = sum(alphas) + sum(added);
    for (const [at, alpha] of alphas.entries()) {
      const next = added.map((count, index) => (index === at ? count + 1 : count));
      visit(left - 1, next, (chance * (alpha + (added[at] ?? 0))) / weight, total + at + 1);
    }
  };
  visit(
    rest,
    counts.map(() => 0),
    1,
    0,
  );
  const mean = sum(outcomes.map((one) => one.chance * one.mean));
  return { mean, variance: sum(outcomes.map((one) => one.chance * (one.mean - mean) ** 2)) };
}
