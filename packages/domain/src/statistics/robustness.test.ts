import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { sum } from "../scoring/sum.ts";
import { programOf, quickScore, valuesOf } from "./index-program.ts";
import { createRandom } from "./random.ts";
import { type Alternative, leaveOneOut, noisyWeights, type Ranked, rankAlternatives, weightRobustness } from "./robustness.ts";
import { aggregateTree, type IndexBranch, type IndexNode, isBranch } from "./tree.ts";

const weight = fc.double({ min: 0.1, max: 10, noNaN: true });
const leafIds = ["a", "b", "c", "d", "e"];
/** Two levels, five leaves, random weights, either method. */
const index: fc.Arbitrary<IndexBranch> = fc
  .tuple(weight, weight, weight, weight, weight, weight, weight, fc.constantFrom("arithmetic", "geometric"))
  .map(([a, b, c, d, e, left, right, method]) => ({
    id: "index",
    weight: 1,
    children: [
      {
        id: "left",
        weight: left,
        method: method as "arithmetic",
        children: [
          { id: "a", weight: a },
          { id: "b", weight: b },
        ],
      },
      {
        id: "right",
        weight: right,
        children: [
          { id: "c", weight: c },
          { id: "d", weight: d },
        ],
      },
      { id: "e", weight: e },
    ],
  }));
const score = fc.option(fc.integer({ min: 1, max: 100 }), { freq: 4 });
const alternatives: fc.Arbitrary<readonly Alternative[]> = fc
  .array(fc.tuple(score, score, score, score, score), { maxLength: 8 })
  .map((rows) => rows.map((scores, at) => ({ id: `place${at}`, scores: new Map(leafIds.map((id, leaf) => [id, scores[leaf] ?? null])) })));
const flat = (...weights: readonly number[]): IndexBranch => ({
  id: "index",
  weight: 1,
  children: weights.map((its, at) => ({ id: leafIds[at] ?? "", weight: its })),
});
const place = (id: string, ...scores: readonly (number | null)[]): Alternative => ({
  id,
  scores: new Map(scores.map((one, at) => [leafIds[at] ?? "", one])),
});
const ranksOf = (ranked: readonly Ranked[]) => ranked.map(({ rank }) => rank);

describe("S36 ranks", () => {
  test("from 1 for the best, equals share the best rank, dust aside, and too little observed has none", () => {
    const places = [
      place("w", 0.1, 0.2),
      place("x", 50, 60),
      place("y", 60, 50),
      place("z", 70, 70),
      place("v", null, null),
      place("u", 0.15, 0.15 + 1e-12),
    ];
    expect(ranksOf(rankAlternatives(flat(1, 1), places))).toEqual([4, 2, 2, 1, null, 4]);
  });
  test("count those that score more, plus one", () => {
    forAll([index, alternatives], (tree, places) => {
      const ranked = rankAlternatives(tree, places);
      for (const one of ranked) {
        const better = ranked.filter((other) => one.score !== null && (other.score ?? -1) > one.score + 1e-9).length;
        expect(one.rank).toBe(one.score === null ? null : better + 1);
      }
    });
  });
});

describe("S37 leave-one-out", () => {
  test("by hand: without a, x and y change places and z stays; without b, nothing moves", () => {
    const places = [place("x", 90, 10), place("y", 40, 50), place("z", 5, 6)];
    const [withoutA, withoutB] = leaveOneOut(flat(1, 1), places);
    expect(withoutA).toEqual({
      id: "a",
      meanAbsoluteRankShift: 2 / 3,
      greatestRankShift: 1,
      shifts: new Map([
        ["x", -1],
        ["y", 1],
        ["z", 0],
      ]),
    });
    expect(withoutB).toMatchObject({ id: "b", meanAbsoluteRankShift: 0, greatestRankShift: 0 });
  });
  test("equals scoring the index without the part, whichever leaf or branch it is", () => {
    forAll([index, alternatives, fc.nat(6)], (tree, places, part) => {
      const results = leaveOneOut(tree, places);
      expect(results.map(({ id }) => id)).toEqual(["left", "a", "b", "right", "c", "d", "e"]);
      const { id = "", shifts, meanAbsoluteRankShift, greatestRankShift } = results[part] ?? {};
      const rest = without(tree, id);
      const anything = { minimumCoverage: 1e-12 };
      const used = places.flatMap((one) => usedOf(tree, one));
      const both = used
        .map((one) => ({ one, after: { id: one.id, scores: restrict(one.scores, rest) } }))
        .filter(({ after }) => aggregateTree(rest, after.scores, anything).total.kind === "scored");
      const before = rankAlternatives(
        tree,
        both.map(({ one }) => one),
      );
      const after = rankAlternatives(
        rest,
        both.map((pair) => pair.after),
        anything,
      );
      const wanted = before.map((one, at) => [one.id, (one.rank ?? 0) - (after[at]?.rank ?? 0)] as const);
      expect(shifts).toEqual(new Map(wanted));
      const sizes = wanted.map(([, shift]) => Math.abs(shift));
      expect(meanAbsoluteRankShift).toBe(both.length < 2 ? null : sum(sizes) / sizes.length);
      expect(greatestRankShift).toBe(Math.max(0, ...sizes));
    });
  });
  test("an index of one leaf has nothing to leave out; a single alternative nothing to move", () => {
    expect(leaveOneOut(flat(1), [place("x", 5), place("y", 6)])).toEqual([]);
    expect(leaveOneOut(flat(1, 1), [place("x", 5, 6)])[0]?.meanAbsoluteRankShift).toBeNull();
    expect(leaveOneOut(flat(1, 1), [])).toHaveLength(2);
  });
});

describe("S38 noisy weights", () => {
  test("stay within their share, are drawn evenly, and depend on nothing but the stream", () => {
    forAll(
      [fc.array(weight, { minLength: 1, maxLength: 9 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.string()],
      (weights, noise, seed) => {
        const given = Float64Array.from(weights);
        const noisy = noisyWeights(given, noise, createRandom(seed));
        for (const [at, one] of noisy.entries()) expect(Math.abs(one / (given[at] ?? 1) - 1)).toBeLessThanOrEqual(noise + 1e-12);
        expect(noisyWeights(given, noise, createRandom(seed))).toEqual(noisy);
      },
    );
    const drawn = noisyWeights(new Float64Array(20_000).fill(1), 0.25, createRandom("even"));
    expect(sum([...drawn]) / 20_000).toBeCloseTo(1, 2);
    expect([...drawn].filter((one) => one > 1.125).length / 20_000).toBeCloseTo(0.25, 1.5);
  });
  test("the quick score is aggregateTree's within 1e-9", () => {
    forAll([index, alternatives], (tree, places) => {
      const program = programOf(tree);
      for (const one of places) {
        const { total } = aggregateTree(tree, one.scores, { minimumCoverage: 1e-12 });
        const quick = quickScore(program, program.weights, valuesOf(program, one.scores));
        if (total.kind === "scored") expect(quick).toBeCloseTo(total.score, 9);
        else expect(quick).toBeNaN();
      }
    });
  });
  test("intervals hold the given value and lie among the ranks; shares are shares; the mean shift is what the ranks say", () => {
    forAll([index, alternatives, fc.string(), fc.double({ min: 0.05, max: 0.95, noNaN: true })], (tree, places, seed, confidence) => {
      const result = weightRobustness(tree, places, { seed, noise: 0.3, draws: 15, confidence });
      const ranked = rankAlternatives(tree, places).filter(({ rank }) => rank !== null);
      expect(result.alternatives.map(({ id, rank }) => [id, rank.value])).toEqual(ranked.map(({ id, rank }) => [id, rank]));
      expect(result.unranked.length + ranked.length).toBe(places.length);
      for (const { rank, score: range, keptShare } of result.alternatives) {
        expect(rank.low >= 1 && rank.low <= rank.value && rank.value <= rank.high && rank.high <= ranked.length).toBe(true);
        expect(range.low >= 0 && range.low <= range.value && range.value <= range.high && range.high <= 100).toBe(true);
        expect(keptShare >= 0 && keptShare <= 1 && rank.mean >= 1 && rank.mean <= ranked.length).toBe(true);
        if (rank.low === rank.high && confidence > 0.9) expect(keptShare).toBe(1);
      }
      if (result.alternatives.every(({ keptShare }) => keptShare === 1)) expect(result.meanAbsoluteRankShift).toBe(0);
      else expect(result.meanAbsoluteRankShift).toBeGreaterThan(0);
    });
  });
  test("the same seed gives the same bytes, another seed others", () => {
    const random = createRandom("places");
    const places = Array.from({ length: 30 }, (_, at) => place(`p${at}`, ...[0, 1, 2, 3, 4].map(() => 100 * random.uniform())));
    const run = (seed: string) => JSON.stringify(weightRobustness(flat(1, 2, 3, 4, 5), places, { seed, noise: 0.2, draws: 50 }));
    expect(run("a")).toBe(run("a"));
    expect(run("a")).not.toBe(run("b"));
  });
  test("who is better in everything stays better, and little noise moves less than much", () => {
    const random = createRandom("more places");
    const places = Array.from({ length: 20 }, (_, at) => place(`p${at}`, ...[0, 1, 2, 3].map(() => 20 + 60 * random.uniform())));
    const all = [place("best", 99, 99, 99, 99), ...places, place("worst", 1, 1, 1, 1)];
    const at = (noise: number) => weightRobustness(flat(1, 1, 1, 1), all, { seed: "s", noise, draws: 200 });
    const much = at(0.8);
    expect(much.alternatives[0]).toMatchObject({ keptShare: 1, rank: { value: 1, low: 1, high: 1, mean: 1 } });
    expect(much.alternatives.at(-1)?.rank).toEqual({ value: 22, low: 22, high: 22, mean: 22 });
    expect(at(0.05).meanAbsoluteRankShift).toBeLessThan(much.meanAbsoluteRankShift);
    expect(at(1e-9).meanAbsoluteRankShift).toBe(0);
  });
  test("by hand: of ten draws, 0.8 leaves out one at either end", () => {
    const places = [place("x", 100, 0), place("y", 0, 100)];
    const wide = weightRobustness(flat(1, 1), places, { seed: "ten", noise: 0.5, draws: 10, confidence: 0.99 }).alternatives[0];
    const narrow = weightRobustness(flat(1, 1), places, { seed: "ten", noise: 0.5, draws: 10, confidence: 0.8 }).alternatives[0];
    const weights = createRandom("ten");
    const scores = Array.from({ length: 10 }, () => {
      const [, a = 1, b = 1] = noisyWeights(Float64Array.from([1, 1, 1]), 0.5, weights);
      return (100 * a) / (a + b);
    }).sort((one, other) => one - other);
    expect(wide?.score.low).toBeCloseTo(Math.min(50, scores[0] ?? 0), 9);
    expect(narrow?.score.low).toBeCloseTo(Math.min(50, scores[1] ?? 0), 9);
    expect(narrow?.score.high).toBeCloseTo(Math.max(50, scores[8] ?? 0), 9);
  });
  test("by hand: the share of draws in which the second stays second, neither better nor worse", () => {
    const places = [place("x", 100, 0), place("y", 49, 49), place("z", 0, 80)];
    const { alternatives: ranges } = weightRobustness(flat(1, 1), places, { seed: "kept", noise: 0.5, draws: 300 });
    const weights = createRandom("kept");
    const ranks = Array.from({ length: 300 }, () => {
      const [, a = 1, b = 1] = noisyWeights(Float64Array.from([1, 1, 1]), 0.5, weights);
      return 1 + [100 * a, 80 * b].filter((other) => other / (a + b) > 49).length;
    });
    const second = ranks.filter((rank) => rank === 2).length / 300;
    expect(new Set(ranks)).toEqual(new Set([1, 2]));
    expect(ranges[1]?.rank).toMatchObject({ value: 2, mean: sum(ranks) / 300 });
    expect(ranges[1]?.keptShare).toBe(second);
  });
  test("noise lets nobody in or out: exactly half observed stays ranked in every draw", () => {
    const places = [place("half", 80, null), place("whole", 50, 60), place("less", null, null)];
    const result = weightRobustness(flat(1, 1), places, { seed: "s", noise: 0.9, draws: 100 });
    expect(result.alternatives.map(({ id, keptShare }) => [id, keptShare])).toEqual([
      ["half", 1],
      ["whole", 1],
    ]);
    expect(result.unranked).toEqual(["less"]);
  });
  test("S39 mistakes are named", () => {
    const places = [place("x", 1), place("x", 2)];
    expect(() => rankAlternatives(flat(1), places)).toThrow(/^alternatives has an id twice/);
    expect(() => leaveOneOut(flat(1), places)).toThrow(/^alternatives/);
    expect(() => weightRobustness(flat(1), places, { seed: "s", noise: 0.1 })).toThrow(/^alternatives/);
    for (const noise of [0, 1, Number.NaN]) expect(() => weightRobustness(flat(1), [], { seed: "s", noise })).toThrow(/^noise/);
    expect(() => weightRobustness(flat(1), [], { seed: "s", noise: 0.1, draws: 0 })).toThrow(/^draws/);
    expect(() => weightRobustness(flat(1), [], { seed: "s", noise: 0.1, confidence: 1 })).toThrow(/^confidence/);
    expect(() => weightRobustness(flat(0), [], { seed: "s", noise: 0.1 })).toThrow(RangeError);
    expect(weightRobustness(flat(1), [], { seed: "s", noise: 0.1 })).toEqual({
      draws: 1000,
      meanAbsoluteRankShift: 0,
      alternatives: [],
      unranked: [],
    });
  });
});

function without(branch: IndexBranch, id: string): IndexBranch {
  const children = branch.children
    .filter((child) => child.id !== id)
    .map((child): IndexNode => (isBranch(child) ? without(child, id) : child));
  return { ...branch, children };
}

/** Only the scores that stand behind the index's score: those in branches without one are not used. */
function usedOf(tree: IndexBranch, { id, scores }: Alternative): readonly Alternative[] {
  const { total } = aggregateTree(tree, scores);
  if (total.kind === "insufficient") return [];
  const behind = total.contributions.map((leaf) => leaf.id);
  return [{ id, scores: new Map([...scores].filter(([leaf]) => behind.includes(leaf))) }];
}

function restrict(scores: Alternative["scores"], tree: IndexBranch): Alternative["scores"] {
  const ids = (node: IndexNode): readonly string[] => (isBranch(node) ? node.children.flatMap(ids) : [node.id]);
  return new Map([...scores].filter(([leaf]) => ids(tree).includes(leaf)));
}
