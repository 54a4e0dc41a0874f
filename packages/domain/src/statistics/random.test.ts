import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { sum } from "../scoring/sum.ts";
import { createRandom, fromWords, murmur3 } from "./random.ts";

const many = (length: number, draw: () => number) => Array.from({ length }, draw);
const moments = (values: readonly number[]) => {
  const mean = sum(values) / values.length;
  return { mean, variance: sum(values.map((value) => (value - mean) ** 2)) / values.length };
};

describe("S6 random numbers", () => {
  test("xoshiro128** gives the reference implementation's numbers (rand_xoshiro's test, from Vigna's C code 1.1)", () => {
    const random = fromWords([1, 2, 3, 4]);
    expect(many(10, () => random.below(2 ** 32))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
  // Published with implementations of MurmurHash3_x86_32; the second by Appleby's own test for an empty key.
  test.each([
    ["", 0, 0],
    ["", 1, 0x514e28b7],
    ["", 0xffffffff, 0x81f16f39],
    ["test", 0, 0xba6bd213],
    ["test", 0x9747b28c, 0x704b81dc],
    ["Hello, world!", 0, 0xc0363e43],
    ["The quick brown fox jumps over the lazy dog", 0, 0x2e4ff723],
  ])("MurmurHash3 of %j under %d", (text, seed, wanted) => {
    expect(murmur3(text, seed)).toBe(wanted);
  });
  test("the same seed gives the same numbers, another seed others; these are the first", () => {
    forAll([fc.string(), fc.string()], (seed, other) => {
      const [a, b, c] = [createRandom(seed), createRandom(seed), createRandom(other)];
      const numbers = many(4, a.uniform);
      expect(many(4, b.uniform)).toEqual(numbers);
      if (seed !== other && seed.isWellFormed() && other.isWellFormed()) expect(many(4, c.uniform)).not.toEqual(numbers);
    });
    const random = createRandom("Hällefors");
    expect([random.uniform(), random.normal(), random.exponential(), random.below(290)]).toMatchInlineSnapshot(`
      [
        0.9464964289778798,
        0.6751124392569087,
        0.9235573895820264,
        237,
      ]
    `);
  });
  test("each kind of number stays in its range", () => {
    forAll([fc.string(), fc.integer({ min: 1, max: 2 ** 32 })], (seed, limit) => {
      const random = createRandom(seed);
      const uniform = random.uniform();
      expect(uniform >= 0 && uniform < 1 && Number.isInteger(uniform * 2 ** 53)).toBe(true);
      const below = random.below(limit);
      expect(Number.isInteger(below) && below >= 0 && below < limit).toBe(true);
      expect(Math.abs(random.normal())).toBeLessThan(8.3);
      expect(random.exponential()).toBeGreaterThan(0);
    });
    expect(createRandom("one").below(1)).toBe(0);
  });
  test("a limit that does not divide 2^32 is drawn evenly: three quarters of it are below three quarters", () => {
    const random = createRandom("fair");
    const limit = 3 * 2 ** 30;
    const low = many(20_000, () => random.below(limit)).filter((number) => number < 2 ** 30).length;
    expect(low / 20_000).toBeCloseTo(1 / 3, 1.7);
  });
  test("have the moments of their distributions within four standard errors", () => {
    const random = createRandom("moments");
    const n = 100_000;
    const [uniform, normal, exponential] = [many(n, random.uniform), many(n, random.normal), many(n, random.exponential)].map(moments);
    const near = (value: number | undefined, wanted: number, error: number) =>
      expect(Math.abs((value ?? 9) - wanted)).toBeLessThan((4 * error) / Math.sqrt(n));
    near(uniform?.mean, 0.5, Math.sqrt(1 / 12));
    near(uniform?.variance, 1 / 12, Math.sqrt(1 / 180));
    near(normal?.mean, 0, 1);
    near(normal?.variance, 1, Math.SQRT2);
    near(exponential?.mean, 1, 1);
    near(exponential?.variance, 1, Math.sqrt(8));
  });
  test("S39 mistakes are named", () => {
    expect(() => fromWords([0, 0, 0, 0])).toThrow(/^words/);
    expect(() => fromWords([1, 2, 3])).toThrow(RangeError);
    expect(() => fromWords([1, 2, 3, 2 ** 32])).toThrow(RangeError);
    expect(() => fromWords([1, 2, 3, -1])).toThrow(RangeError);
    expect(() => createRandom(1 as unknown as string)).toThrow(/^seed/);
    for (const limit of [0, 1.5, 2 ** 32 + 1, Number.NaN]) expect(() => createRandom("a").below(limit)).toThrow(/^limit/);
  });
});
