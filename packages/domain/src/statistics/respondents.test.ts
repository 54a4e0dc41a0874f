import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { aggregate } from "../scoring/aggregate.ts";
import { sum } from "../scoring/sum.ts";
import { ordinalPosterior } from "./dirichlet.ts";
import { createRandom, type Random } from "./random.ts";
import { type DimensionMean, type DimensionOptions, dimensionMean } from "./respondents.ts";

const answer = fc.integer({ min: 1, max: 5 });
const full = fc
  .integer({ min: 1, max: 6 })
  .chain((items) => fc.array(fc.array(answer, { minLength: items, maxLength: items }), { minLength: 1, maxLength: 15 }));
const holed = fc
  .integer({ min: 1, max: 6 })
  .chain((items) =>
    fc.array(fc.array(fc.option(answer, { freq: 2 }), { minLength: items, maxLength: items }), { minLength: 1, maxLength: 15 }),
  );
const estimated = (result: DimensionMean) => {
  if (result.kind !== "estimated") throw new Error("expected an estimate");
  return result;
};
const estimate = (answers: readonly (readonly (number | null)[])[], options?: DimensionOptions) =>
  estimated(dimensionMean(answers, options));
const countsOf = (answers: readonly number[]) => [1, 2, 3, 4, 5].map((category) => answers.filter((one) => one === category).length);

describe("S27 a dimension of one item", () => {
  test("is that item's posterior, in an endless and in a finite population", () => {
    forAll([fc.array(answer, { minLength: 1, maxLength: 30 }), fc.option(fc.nat(40), { nil: undefined })], (answers, rest) => {
      const options = rest === undefined ? {} : { population: answers.length + rest };
      const item = ordinalPosterior(countsOf(answers), options);
      const dimension = estimate(
        answers.map((one) => [one]),
        options,
      );
      for (const figure of ["mean", "expected", "variance"] as const) expect(dimension[figure]).toBeCloseTo(item?.[figure] ?? -1, 9);
      expect(dimension.interval.low).toBeCloseTo(item?.interval.low ?? -1, 6);
      expect(dimension.interval.high).toBeCloseTo(item?.interval.high ?? -1, 6);
      expect(dimension.designEffect).toBeCloseTo(1, 9);
    });
  });
});

describe("S28 a person's answers belong together", () => {
  test("items answered alike do not narrow the interval, however many", () => {
    forAll([fc.array(answer, { minLength: 1, maxLength: 20 }), fc.integer({ min: 2, max: 7 })], (answers, items) => {
      const [one, many] = [1, items].map((times) => estimate(answers.map((given) => new Array<number>(times).fill(given))));
      expect(many?.variance).toBeCloseTo(one?.variance ?? -1, 9);
      expect(many?.interval.low).toBeCloseTo(one?.interval.low ?? -1, 6);
      expect(many?.designEffect).toBeCloseTo(items, 6);
    });
  });
  test("by hand: [5, 3] and [1, 3] with half-people at 1 to 5: means 3 and 3, pulls 1, −1, ∓2, ∓1, 0 over 4.5·5.5", () => {
    const { mean, expected, variance } = estimate([
      [5, 3],
      [1, 3],
    ]);
    expect([mean, expected]).toEqual([3, 3]);
    expect(variance).toBeCloseTo((1 + 1 + 0.5 * (4 + 1 + 0 + 1 + 4)) / (4.5 * 5.5), 12);
  });
  test("by hand with a hole: [5, –] and [1, 3]: half-people pull (k − 3)·(½ + ½·4.5/3.5)", () => {
    const { variance } = estimate([
      [5, null],
      [1, 3],
    ]);
    expect(variance).toBeCloseTo((1 + 1 + 0.5 * 10 * (8 / 7) ** 2) / (4.5 * 5.5), 12);
  });
  test("items that balance within each person narrow it below that of unrelated ones", () => {
    const against = estimate([
      [1, 5],
      [5, 1],
      [2, 4],
      [4, 2],
    ]);
    expect(against.designEffect).toBeLessThan(1);
  });
  test("its variance is never above that of answers taken as fully alike, (Σ w·s)², as scoring takes them", () => {
    forAll([full], (answers) => {
      const items =
        answers[0]?.map((_, at) => Math.sqrt(ordinalPosterior(countsOf(answers.map((person) => person[at] ?? 1)))?.variance ?? 0)) ?? [];
      expect(estimate(answers).variance).toBeLessThanOrEqual((sum(items) / items.length) ** 2 + 1e-12);
    });
  });
});

describe("S29 the mean", () => {
  test("is the weighted mean of the items' means, as aggregate has it, with the same coverage", () => {
    forAll([holed, fc.infiniteStream(fc.double({ min: 0.01, max: 100, noNaN: true }))], (answers, stream) => {
      const weights = (answers[0] ?? []).map(() => stream.next().value as number);
      const parts = weights.map((weight, at) => {
        const known = answers.flatMap((person) => person[at] ?? []);
        return { id: String(at), weight, score: known.length === 0 ? null : 25 * (sum(known) / known.length - 1) };
      });
      const [composite, result] = [aggregate(parts, 0.5), dimensionMean(answers, { weights })];
      expect(result.coverage).toBeCloseTo(composite.coverage, 12);
      expect(result.kind === "estimated").toBe(composite.kind === "scored");
      if (result.kind === "estimated" && composite.kind === "scored") expect(25 * (result.mean - 1)).toBeCloseTo(composite.score, 9);
      if (result.kind === "insufficient" && composite.kind === "insufficient")
        expect(result.missing.map(String)).toEqual(composite.missing);
    });
  });
  test("depends neither on the order of people and items nor on the unit of the weights; people without answers are no respondents", () => {
    forAll([holed, fc.integer({ min: 1, max: 99 })], (answers, unit) => {
      const weights = (answers[0] ?? []).map((_, at) => at + 1);
      const turned = [...answers].reverse().map((person) => [...person].reverse());
      const nobody = weights.map(() => null);
      const [one, other] = [
        dimensionMean(answers, { weights }),
        dimensionMean([nobody, ...turned], { weights: [...weights].reverse().map((weight) => weight * unit) }),
      ];
      expect(other.respondents).toBe(one.respondents);
      if (one.kind !== "estimated" || Math.abs(one.coverage - 0.5) < 1e-9) return;
      expect(estimated(other).variance).toBeCloseTo(one.variance, 9);
      expect(estimated(other).mean).toBeCloseTo(one.mean, 9);
    });
  });
  test("half of the weight is enough, less is not, and nothing at all is a value", () => {
    expect(dimensionMean([[4, null]])).toMatchObject({ kind: "estimated", mean: 4, coverage: 0.5 });
    expect(dimensionMean([[4, null, null]])).toEqual({
      kind: "insufficient",
      coverage: expect.closeTo(1 / 3, 12),
      respondents: 1,
      missing: [1, 2],
    });
    expect(dimensionMean([], { weights: [1, 2] })).toEqual({ kind: "insufficient", coverage: 0, respondents: 0, missing: [0, 1] });
    expect(dimensionMean([[4, null, null]], { minimumCoverage: 0.3 })).toMatchObject({ kind: "estimated", mean: 4 });
  });
});

describe("S30 the interval", () => {
  test("S40 lies on the scale, holds both means, is finite, and is the mean if everyone has been heard", () => {
    forAll(
      [holed, fc.option(fc.nat(30), { nil: undefined }), fc.double({ min: 0.5, max: 0.999, noNaN: true })],
      (answers, rest, confidence) => {
        const heard = answers.filter((person) => person.some((one) => one !== null)).length;
        const result = dimensionMean(answers, { confidence, ...(rest === undefined ? {} : { population: heard + rest }) });
        if (result.kind === "insufficient") return;
        const { low, high } = result.interval;
        expect(low >= 1 && high <= 5 && result.variance >= 0 && Number.isFinite(result.designEffect)).toBe(true);
        for (const value of [result.mean, result.expected]) expect(low <= value + 1e-12 && value <= high + 1e-12).toBe(true);
        if (rest === 0) expect(result.interval).toEqual({ low: result.mean, high: result.mean });
      },
    );
  });
  test("three people who agree in everything do not look certain", () => {
    expect(
      estimate([
        [5, 5, 5],
        [5, 5, 5],
        [5, 5, 5],
      ]).interval.low,
    ).toBeLessThan(3);
  });
  test("holds the truth about as often as it says, with people who answer five items alike: 93 to 98.5 % of 1,500 times", () => {
    const random = createRandom("clusters");
    const rounds = Array.from({ length: 1500 }, () => {
      const base = 2 + 2 * random.uniform();
      const people = Array.from({ length: 12 }, () => correlated(random, base));
      const truth = truthOf(base);
      const { low, high } = estimate(people).interval;
      const naive = ordinalPosterior(countsOf(people.flat()))?.interval ?? { low: 0, high: 0 };
      return [low <= truth && truth <= high, naive.low <= truth && truth <= naive.high];
    });
    const share = (which: number) => rounds.filter((round) => round[which]).length / rounds.length;
    expect(share(0)).toBeGreaterThan(0.93);
    expect(share(0)).toBeLessThan(0.985);
    // Taking sixty answers of twelve people for sixty people's would hold it far less often.
    expect(share(1)).toBeLessThan(0.85);
  });
  test("S39 mistakes are named", () => {
    expect(() => dimensionMean([])).toThrow(/^answers\[0\]/);
    expect(() => dimensionMean([[1, 2], [1]])).toThrow(/^answers\[1\] must have 2/);
    for (const wrong of [0, 6, 2.5, Number.NaN]) expect(() => dimensionMean([[1, wrong]])).toThrow(/^answers\[0\]\[1\]/);
    expect(() => dimensionMean([[1]], { weights: [0] })).toThrow(/^weights\[0\]/);
    expect(() => dimensionMean([[1]], { weights: [1, 1] })).toThrow(/^answers\[0\] must have 2/);
    expect(() => dimensionMean([[1], [2]], { population: 1 })).toThrow(/^population/);
    expect(() => dimensionMean([[1]], { categories: 1 })).toThrow(/^categories/);
    expect(() => dimensionMean([[1]], { minimumCoverage: 0 })).toThrow(/^minimumCoverage/);
    expect(() => dimensionMean([[1]], { confidence: 0 })).toThrow(/^confidence/);
  });
});

/** Five answers of one person: a mood of their own, and a little of chance in each. */
function correlated(random: Random, base: number): readonly number[] {
  const mood = base + random.normal();
  return [0, 1, 2, 3, 4].map(() => rounded(mood + 0.5 * random.normal()));
}

const rounded = (value: number) => Math.min(5, Math.max(1, Math.round(value)));

/** The mean answer of endlessly many such people, by the normal distribution with variance 1.25. */
function truthOf(base: number): number {
  const steps = Array.from({ length: 2001 }, (_, at) => (at - 1000) / 100);
  const density = steps.map((z) => Math.exp((-z * z) / 2));
  return sum(steps.map((z, at) => rounded(base + Math.sqrt(1.25) * z) * (density[at] ?? 0))) / sum(density);
}
