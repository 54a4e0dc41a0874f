import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { canonicalJson } from "../recommendation/canonical-json.ts";
import { betaQuantile } from "../statistics/beta.ts";
import { createRandom, murmur3 } from "../statistics/random.ts";
import { type AcceptabilityRequest, type AlternativeAcceptability, acceptability, centroidWorth } from "./acceptability.ts";
import { sortPlaces } from "./order.ts";

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);

/** A request from rows of values. */
function requestOf(rows: readonly (readonly number[])[], extra: Partial<AcceptabilityRequest> = {}): AcceptabilityRequest {
  return {
    alternatives: names("a", rows.length),
    criteria: names("c", rows[0]?.length ?? 0),
    values: rows.flat(),
    weights: { kind: "uniform" },
    draws: 200,
    seed: "test",
    ...extra,
  };
}
const solve = (rows: readonly (readonly number[])[], extra: Partial<AcceptabilityRequest> = {}) => acceptability(requestOf(rows, extra));
/** Four standard errors of a share or a mean of weights, which is at least as near its middle. */
const near = (actual: number | undefined, expected: number, draws: number) =>
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} is not ${expected}`).toBeLessThan(2 / Math.sqrt(draws));

/** Quarters, so that equals come up and sums are exact. */
const value = fc.integer({ min: 0, max: 4 }).map((quarter) => quarter / 4);
const rows = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([m, n]) => fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }));
const seed = fc.string({ maxLength: 6 });
/** Weights in sixteenths for any number of criteria, so that worths are exact. */
const sixteenths = (n: number) =>
  fc.array(fc.nat(16), { minLength: n - 1, maxLength: n - 1 }).map((cuts) => {
    const at = [0, ...[...cuts].sort((a, b) => a - b), 16];
    return at.slice(1).map((cut, index) => (cut - (at[index] ?? 0)) / 16);
  });
/** Values and weights of their own for each of five draws, all exact. */
const drawn = rows.chain((table) => {
  const [m, n] = [table.length, table[0]?.length ?? 1];
  const values = fc.array(fc.array(value, { minLength: m * n, maxLength: m * n }), { minLength: 5, maxLength: 5 });
  return fc.tuple(fc.constant([m, n] as const), values, fc.array(sixteenths(n), { minLength: 5, maxLength: 5 }));
});
const request = ([[m, n], values, weights]: readonly [
  readonly [number, number],
  readonly (readonly number[])[],
  readonly (readonly number[])[],
]): AcceptabilityRequest => ({
  alternatives: names("a", m),
  criteria: names("c", n),
  values: values.flat(),
  weights: { kind: "samples", weights: weights.flat() },
  draws: 5,
  seed: "",
  pairwise: true,
});

describe("R1 shares", () => {
  test("an alternative's ranks sum to the draws, and a rank's do where nothing is equal", () => {
    forAll([rows, seed], (table, its) => {
      const found = solve(table, { seed: its });
      for (const { rankCounts, rankAcceptability } of found) {
        expect(rankCounts.reduce((a, b) => a + b, 0)).toBe(200);
        expect(rankAcceptability).toEqual(rankCounts.map((times) => times / 200));
      }
      if (new Set(table.map((row) => row.join())).size < table.length) return;
      for (const rank of table.keys()) expect(found.reduce((total, one) => total + (one.rankCounts[rank] ?? 0), 0)).toBe(200);
    });
  });
});

describe("R2 computed by hand", () => {
  const draws = 20_000;
  test("two criteria: areas of the segment of weights", () => {
    // The worth of a1 is w, of a2 1 − w, of a3 0.6. a3 is first where 0.4 < w < 0.6, second elsewhere; a1 is second where
    // 0.5 < w < 0.6. Its central weights are the middle of (0.6, 1).
    const [a1, a2, a3] = solve([[1, 0], [0, 1], [0.6, 0.6]], { draws, pairwise: true }) as [AlternativeAcceptability, AlternativeAcceptability, AlternativeAcceptability]; // biome-ignore format: a table
    for (const [its, shares] of [[a1, [0.4, 0.1, 0.5]], [a2, [0.4, 0.1, 0.5]], [a3, [0.2, 0.8, 0]]] as const) // biome-ignore format: a table
      for (const [rank, share] of shares.entries()) near(its.rankAcceptability[rank], share, draws);
    near(a1.centralWeights?.[0], 0.8, draws);
    near(a2.centralWeights?.[1], 0.8, draws);
    near(a3.centralWeights?.[0], 0.5, draws);
    near(a1.winsOver?.[1], 0.5, draws);
    near(a1.winsOver?.[2], 0.4, draws);
    near(a3.winsOver?.[0], 0.6, draws);
  });
  test("three criteria, each alternative best in one: a third each, by the centroids of the order", () => {
    // The greatest of three even weights has the mean (1 + 1/2 + 1/3)/3 = 11/18; the others share what is left.
    const found = solve([[1, 0, 0], [0, 1, 0], [0, 0, 1]], { draws }); // biome-ignore format: a table
    for (const [at, one] of found.entries()) {
      for (const share of one.rankAcceptability) near(share, 1 / 3, draws);
      for (const [criterion, weight] of (one.centralWeights ?? []).entries()) near(weight, criterion === at ? 11 / 18 : 7 / 36, draws / 3);
    }
  });
  test("an order or bounds cut the weights: the areas of what is left", () => {
    const table = [[1, 0], [0, 1]]; // biome-ignore format: a table
    expect(solve(table, { weights: { kind: "uniform", order: [1, 2] } })[0]?.rankAcceptability).toEqual([1, 0]);
    // The weight of the first is even on 0.3–0.8: above a half on three fifths of it, whose middle is 0.65.
    const bounds = [{ least: 0.3, most: 0.8 }, { least: 0, most: 1 }]; // biome-ignore format: a table
    const [first] = solve(table, { draws, weights: { kind: "uniform", bounds } });
    near(first?.rankAcceptability[0], 0.6, draws);
    near(first?.centralWeights?.[0], 0.65, draws);
  });
  test("uncertain values: the share in which they win, and the confidence", () => {
    // With equal weights a1 is worth 0.5, a2 is worth x/2 + 0.25 with x = 0, 0.25, …, 1: more for x > 0.5, equal at 0.5.
    const values = [0, 0.25, 0.5, 0.75, 1].flatMap((x) => [0.5, 0.5, x, 0.5]);
    const [a1, a2] = acceptability({ ...requestOf([[0, 0], [0, 0]]), values, draws: 5, weights: { kind: "samples", weights: [0.5, 0.5] }, pairwise: true }); // biome-ignore format: a row
    expect(a1).toMatchObject({ rankCounts: [3, 2], centralWeights: [0.5, 0.5], confidence: 0.6, winsOver: [0, 0.4] });
    expect(a2).toMatchObject({ rankCounts: [3, 2], centralWeights: [0.5, 0.5], confidence: 0.6, winsOver: [0.4, 0] });
  });
});

describe("R3 published", () => {
  // Enoxaparin and heparin against deep vein thrombosis (L. D. Lynd and B. J. O'Brien, J. Clin. Epidemiol. 57 (2004), 795–803), as
  // the example of the R package smaa 0.3 (G. van Valkenhoef): risks as beta distributions, partial values that fall evenly over
  // the ranges. The figures are those its examples print, from 10,000 draws of its own: a share may differ by some hundredths.
  const draws = 10_000;
  const betas = [[[20, 116], [40, 96], [1, 135]], [[8, 121], [32, 97], [5, 124]]] as const; // biome-ignore format: a table
  const worstToBest = [[0.25, 0], [0.4, 0.15], [0.1, 0]] as const; // biome-ignore format: a table
  const random = createRandom("thrombosis");
  const quantiles = betas.map((row) =>
    row.map(([a, b]) => Float64Array.from({ length: 2001 }, (_, at) => betaQuantile((at + 0.5) / 2001, a, b))),
  );
  const values = Float64Array.from({ length: draws * 6 }, (_, at) => {
    const criterion = at % 3;
    const [worst, best] = worstToBest[criterion] ?? [1, 0];
    const risk = quantiles[Math.floor(at / 3) % 2]?.[criterion]?.[random.below(2001)] ?? Number.NaN;
    return (worst - risk) / (worst - best);
  });
  const run = (weights: AcceptabilityRequest["weights"]) =>
    acceptability({
      alternatives: ["heparin", "enoxaparin"],
      criteria: ["proximal", "distal", "bleeding"],
      values,
      weights,
      draws,
      seed: "1",
    });
  const within = (actual: readonly number[] | null | undefined, published: readonly number[]) => {
    for (const [at, figure] of published.entries())
      expect(Math.abs((actual?.[at] ?? Number.NaN) - figure), `${actual} for ${published}`).toBeLessThan(0.02);
  };

  test("without preferences: acceptabilities, central weights and confidence factors", () => {
    const [heparin, enoxaparin] = run({ kind: "uniform" });
    within(heparin?.rankAcceptability, [0.3504, 0.6496]);
    within(enoxaparin?.rankAcceptability, [0.6496, 0.3504]);
    within(heparin?.centralWeights, [0.1865, 0.2772, 0.5363]);
    within(enoxaparin?.centralWeights, [0.4073, 0.3641, 0.2285]);
    within([heparin?.confidence ?? Number.NaN, enoxaparin?.confidence ?? Number.NaN], [0.6682, 0.8956]);
  });
  test("by exact weights", () => {
    const [heparin, enoxaparin] = run({ kind: "samples", weights: [0.5, 0.2, 0.3] });
    within(heparin?.rankAcceptability, [0.1279, 0.8721]);
    within(enoxaparin?.rankAcceptability, [0.8721, 0.1279]);
  });
});

describe("R4 ranks", () => {
  test("one more than the number of those worth more, in every draw, whatever the draws are", () => {
    forAll([drawn], (those) => {
      const [[m, n], values, weights] = those;
      const expected = Array.from({ length: m }, () => new Array<number>(m).fill(0));
      for (const [draw, its] of weights.entries()) {
        const worth = Array.from({ length: m }, (_, at) => its.reduce((total, w, c) => total + w * (values[draw]?.[at * n + c] ?? 0), 0));
        for (const [at, own] of worth.entries()) {
          const rank = worth.filter((other) => other > own).length;
          const row = expected[at] ?? [];
          row[rank] = (row[rank] ?? 0) + 1;
        }
      }
      expect(acceptability(request(those)).map(({ rankCounts }) => rankCounts)).toEqual(expected);
    });
  });
  test("places are put in order, the greatest first", () => {
    forAll([fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 200 })], (list) => {
      const numbers = Float64Array.from(list);
      const order = Int32Array.from(list, (_, at) => at);
      sortPlaces(numbers, order);
      expect(new Set(order).size).toBe(list.length);
      for (let at = 1; at < list.length; at += 1)
        expect(numbers[order[at - 1] ?? -1] ?? 0).toBeGreaterThanOrEqual(numbers[order[at] ?? -1] ?? 0);
    });
  });
});

describe("R5 central weights", () => {
  test("are weights; by them, with certain values, whoever has them is first; whoever never is first has none", () => {
    forAll([rows, seed], (table, its) => {
      for (const [at, { rankCounts, centralWeights, confidence }] of solve(table, { seed: its }).entries()) {
        if (rankCounts[0] === 0) {
          expect([centralWeights, confidence]).toEqual([null, null]);
          continue;
        }
        expect(Math.abs((centralWeights ?? []).reduce((a, b) => a + b, 0) - 1)).toBeLessThan(1e-12);
        const worth = table.map((row) => row.reduce((total, one, criterion) => total + one * (centralWeights?.[criterion] ?? 0), 0));
        expect(Math.max(...worth) - (worth[at] ?? 0)).toBeLessThan(1e-12);
      }
    });
  });
  test("confidence is the share of the values' draws in which it is first by them", () => {
    forAll([drawn], (those) => {
      const [[m, n], values] = those;
      for (const [at, { centralWeights, confidence }] of acceptability(request(those)).entries()) {
        if (centralWeights === null) continue;
        const first = values.filter((its) => {
          const worth = Array.from({ length: m }, (_, other) =>
            centralWeights.reduce((total, w, c) => total + w * (its[other * n + c] ?? 0), 0),
          );
          return worth.every((other) => other <= (worth[at] ?? 0));
        });
        expect(confidence).toBe(first.length / 5);
      }
    });
  });
});

describe("R6 holistic acceptability", () => {
  test("is 1 for who is always first, counts ranks by their worth, and is null where no worth is given", () => {
    const table = [[1, 1], [0, 1], [0, 0]]; // biome-ignore format: a table
    expect(solve(table, { rankWorth: [1, 0.5, 0] }).map(({ holistic }) => holistic)).toEqual([1, 0.5, 0]);
    expect(solve(table).map(({ holistic }) => holistic)).toEqual([null, null, null]);
  });
  test("centroids: 1, then (1/2 + … + 1/m)/(1 + 1/2 + … + 1/m), falling", () => {
    expect(centroidWorth(1)).toEqual([1]);
    for (const [rank, worth] of [1, 5 / 11, 2 / 11].entries()) expect(centroidWorth(3)[rank]).toBeCloseTo(worth, 15);
    expect(() => centroidWorth(0)).toThrow(/^ranks /);
  });
  test("lies between 0 and 1", () => {
    forAll([rows, seed], (table, its) => {
      for (const { holistic } of solve(table, { seed: its, rankWorth: centroidWorth(table.length) })) {
        expect(holistic).toBeGreaterThanOrEqual(0);
        expect(holistic).toBeLessThanOrEqual(1 + 1e-12);
      }
    });
  });
});

describe("R7 pairwise winning", () => {
  test("wins, losses and equals make up the draws; who is nowhere worse and somewhere better never loses", () => {
    forAll([drawn], (those) => {
      const [[m, n], values, weights] = those;
      const found = acceptability(request(those));
      for (let one = 0; one < m; one += 1) {
        for (let other = 0; other < m; other += 1) {
          const worth = (draw: number, at: number) =>
            (weights[draw] ?? []).reduce((total, w, c) => total + w * (values[draw]?.[at * n + c] ?? 0), 0);
          const wins = weights.filter((_, draw) => worth(draw, one) > worth(draw, other)).length;
          expect(found[one]?.winsOver?.[other]).toBe(wins / 5);
        }
      }
    });
    const [better, worse] = solve([[0.5, 0.75], [0.5, 0.25]], { pairwise: true }); // biome-ignore format: a table
    expect([better?.winsOver, worse?.winsOver, better?.rankAcceptability]).toEqual([[0, 1], [0, 0], [1, 0]]); // biome-ignore format: a row
    expect(solve([[1, 2]])[0]?.winsOver).toBeNull();
  });
});

describe("R8 what does not matter", () => {
  test("the order of the alternatives, nor the unit of the values", () => {
    forAll([rows, seed], (table, its) => {
      const there = solve(table, { seed: its });
      const ids = names("a", table.length).reverse();
      const back = solve([...table].reverse(), { seed: its, alternatives: ids });
      expect([...back].reverse()).toEqual(there);
      const other = solve(table.map((row) => row.map((one) => 8 * one)), { seed: its }); // biome-ignore format: a row
      expect(other).toEqual(there);
    });
  });
  test("values repeated for every draw are the same as once", () => {
    forAll([rows, seed], (table, its) => {
      const repeated = Array.from({ length: 7 }, () => table.flat()).flat();
      expect(acceptability({ ...requestOf(table), draws: 7, seed: its, values: repeated })).toEqual(solve(table, { draws: 7, seed: its }));
    });
  });
});

describe("R12 the same bytes", () => {
  test("a fixed case has the digest that is pinned, on every engine", () => {
    const random = createRandom("values");
    const values = Float64Array.from({ length: 100 * 8 * 5 }, () => random.normal());
    const found = acceptability({
      alternatives: names("a", 8),
      criteria: names("c", 5),
      values,
      weights: { kind: "uniform", order: [1, 2, 2, 3, 3], bounds: Array.from({ length: 5 }, () => ({ least: 0.05, most: 0.6 })) },
      draws: 100,
      seed: "digest",
      rankWorth: centroidWorth(8),
      pairwise: true,
    });
    expect(murmur3(canonicalJson(found))).toBe(2_341_379_872);
    expect(found[0]?.rankCounts).toEqual([7, 11, 6, 14, 15, 10, 22, 15]);
  });
  test("another seed gives other draws", () => {
    const table = [[1, 0], [0, 1]]; // biome-ignore format: a table
    expect(solve(table, { seed: "one" })).toEqual(solve(table, { seed: "one" }));
    expect(solve(table, { seed: "one" })).not.toEqual(solve(table, { seed: "another" }));
  });
});

describe("R13 a caller's mistake", () => {
  const good = requestOf([[1, 0], [0, 1]]); // biome-ignore format: a table
  test.each([
    ["alternatives", { alternatives: [] }],
    ["alternatives", { alternatives: ["a", "a"] }],
    ["alternatives", { alternatives: ["a", ""] }],
    ["criteria", { criteria: ["c", "c"] }],
    ["draws", { draws: 0 }],
    ["draws", { draws: 1.5 }],
    ["seed", { seed: 7 as unknown as string }],
    ["values", { values: [1, 0, 0] }],
    ["values[2]", { values: [1, 0, Number.NaN, 1] }],
    ["weights", { weights: { kind: "other" } as unknown as AcceptabilityRequest["weights"] }],
    ["weights", { weights: { kind: "samples", weights: [1] } }],
    ["weights[1]", { weights: { kind: "samples", weights: [1.5, -0.5] } }],
    ["weights[0]", { weights: { kind: "samples", weights: [0.5, 0.6] } }],
    ["order", { weights: { kind: "uniform", order: [1] } }],
    ["order", { weights: { kind: "uniform", order: [1, 2, 3] } }],
    ["order[1]", { weights: { kind: "uniform", order: [1, 0] } }],
    ["bounds", { weights: { kind: "uniform", bounds: [{ least: 0, most: 1 }] } }],
    ["bounds[0]", { weights: { kind: "uniform", bounds: [{ least: 0.5, most: 0.4 }, { least: 0, most: 1 }] } }], // biome-ignore format: a row
    ["rankWorth", { rankWorth: [1] }],
    ["rankWorth[1]", { rankWorth: [0.5, 0.6] }],
  ] as const)("%s is named: %j", (field, mistake) => {
    expect(() => acceptability({ ...good, ...mistake })).toThrow(RangeError);
    expect(() => acceptability({ ...good, ...mistake })).toThrow(`${field} `);
  });
});
