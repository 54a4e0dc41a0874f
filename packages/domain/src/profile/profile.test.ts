import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fields, forAll, someFields, valueIn } from "../../test/arbitraries.ts";
import { dimensionScore, instrument, scored, unscored } from "../../test/world.ts";
import type { Dimension } from "../instrument/types.ts";
import type { RoundScores } from "../scoring/types.ts";
import { deriveFacts } from "./derive-facts.ts";
import { clearFactGap, factIndex, indexIndicators, peerDifference, percentileRank } from "./fact-index.ts";
import { validatePreconditionValue } from "./validate-value.ts";

const precondition = (key: string) => {
  const found = instrument.preconditions.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no precondition ${key}`);
  return found;
};

describe("P1 values", () => {
  test.each([
    ["vakans", 0, null],
    ["vakans", 60, null],
    ["vakans", 60.1, "above_max"],
    ["vakans", -0.1, "below_min"],
    ["vakans", "5", "not_a_number"],
    ["vakans", Number.NaN, "not_a_number"],
    ["vakans", Number.POSITIVE_INFINITY, "not_a_number"],
    ["restid_stad", 12.5, "not_an_integer"],
    ["restid_stad", 12, null],
    ["bostadslage", "brist", null],
    ["bostadslage", "slut", "not_a_choice"],
    ["bostadslage", "__proto__", "not_a_choice"],
    ["bostadslage", 3, "not_a_choice"],
    ["profil", [], null],
    ["profil", ["operator", "ledare"], null],
    ["profil", "operator", "not_a_list"],
    ["profil", ["operator", "operator"], "duplicate"],
    ["profil", ["operator", "x"], "not_a_choice"],
    ["profil", ["operator", "ledare", "ingenjor", "x"], "too_many"],
    ["rekryt_externt", false, null],
    ["rekryt_externt", "ja", "not_boolean"],
    ["rekryt_externt", null, "not_boolean"],
  ] as const)("%s = %j gives %s", (key, value, problem) => {
    const checked = validatePreconditionValue(precondition(key), value);
    expect(checked).toEqual(problem === null ? { ok: true, value } : { ok: false, problem });
  });
  test("a choice without a list is a short text", () => {
    const open = { ...precondition("bostadslage"), values: null };
    expect(validatePreconditionValue(open, "2081").ok).toBe(true);
    expect(validatePreconditionValue(open, " ")).toEqual({ ok: false, problem: "not_a_choice" });
    expect(validatePreconditionValue(open, "x".repeat(61))).toEqual({ ok: false, problem: "too_long" });
  });
  test("every value a field can have is accepted, and anything at all is answered", () => {
    for (const field of someFields.filter((one) => one.kind === "precondition")) {
      forAll(
        [valueIn(field)],
        (value) => expect(validatePreconditionValue(precondition(field.key), value)).toEqual({ ok: true, value }),
        200,
      );
      forAll([fc.anything()], (value) => expect(typeof validatePreconditionValue(precondition(field.key), value).ok).toBe("boolean"), 200);
    }
  });
});

describe("derived facts", () => {
  const nothing = { instrument, values: {}, scores: null, factIndex: {}, peers: {} };
  const scores: RoundScores = {
    partiesPresent: ["municipality", "industry"],
    dimensions: [
      dimensionScore("boende", { municipality: 40, industry: 62, items: { "boende-1": { municipality: 20, industry: 30 } } }),
      dimensionScore("arbete", { municipality: 70, industry: 60 }),
      dimensionScore("samverkan", { municipality: 55, industry: null }),
    ],
    consensusIndex: null,
  };

  test("P2 every precondition is there, unknown as null, and nothing else of the profile", () => {
    const facts = deriveFacts({
      ...nothing,
      values: { vakans: 12, borttagen: 5, bostadslage: "borttaget", mognad: 9, profil: null, constructor: 3 },
    });
    for (const { key } of instrument.preconditions) expect(Object.hasOwn(facts, key)).toBe(true);
    expect(facts.vakans).toBe(12);
    expect([facts.bostadslage, facts.mognad, facts.profil, facts.skiftandel]).toEqual([null, null, null, null]);
    expect(Object.keys(facts).every((key) => fields.has(key))).toBe(true);
  });

  test("P3 the employment gap is the difference, without binary dust, and unknown where a part is", () => {
    const gap = (values: Record<string, number>) => deriveFacts({ ...nothing, values }).syss_gap;
    expect(gap({ syss_inrikes: 83.3, syss_utrikes: 65.8 })).toBe(17.5);
    expect(gap({ syss_inrikes: 83.3 })).toBeNull();
    expect(gap({ syss_gap: 18 })).toBe(18);
    expect(gap({ syss_gap: 18, syss_inrikes: 80, syss_utrikes: 70 })).toBe(10);
  });
  test.each([
    [{ ekonomi: 0.99 }, true],
    [{ ekonomi: 1 }, false],
    [{ ekonomi: 3, ekonomi_svag: true }, true],
    [{}, null],
  ] as const)("P3 weak finances from %j: %s", (values, weak) => {
    expect(deriveFacts({ ...nothing, values }).ekonomi_svag).toBe(weak);
  });
  test.each([
    [11_999, true],
    [12_000, false],
    [null, null],
  ])("P3 a weak market at %s kr/m²: %s", (price, weak) => {
    expect(deriveFacts({ ...nothing, indicators: { N07909: price } }).mv_svag).toBe(weak);
  });

  test("P4 the assessment's facts: signed gaps, sizes, statements and distance from the facts", () => {
    const facts = deriveFacts({ ...nothing, scores, factIndex: { boende: 20, arbete: null }, peers: { N00610: -4.1, N1: null } });
    expect(facts).toMatchObject({
      "score.boende": 51,
      "gap.boende": -22,
      "gap.arbete": 10,
      "gap.samverkan": null,
      "item.boende-1": 25,
      "factGap.boende": 31,
      "factGap.arbete": null,
      max_gap: 22,
      fact_gap_abs: 31,
      "peer.N00610": -4.1,
      "peer.N1": null,
    });
  });
  test("P4 before the round is opened nothing of it is known", () => {
    const facts = deriveFacts({ ...nothing, values: { max_gap: 40 } });
    expect([facts.max_gap, facts.fact_gap_abs, facts["score.boende"] ?? null]).toEqual([null, null, null]);
  });
  test("P4 a gap that is 20 on paper meets a limit of 20", () => {
    const dusty: RoundScores = {
      ...scores,
      dimensions: [dimensionScore("boende", { municipality: 66.66666666666666, industry: 46.66666666666667 })],
    };
    expect(deriveFacts({ ...nothing, scores: dusty }).max_gap).toBe(20);
  });
});

describe("P5 percentile ranks", () => {
  test.each([
    [5, [1, 2, 3, 4, 5], 90],
    [1, [1, 2, 3, 4, 5], 10],
    [3, [3, 3, 3, 3, 3], 50],
    [2, [1, 2, 2, 2, 9, 9, 9, 9], 31.25],
    [2, [1, 2, null, 3, 4, null, 5], 30],
  ])("%d in %j is %d", (value, group, rank) => {
    expect(percentileRank(value, group)).toBe(rank);
  });
  test("fewer than five known values give none", () => {
    expect(percentileRank(1, [1, 2, 3, 4, null])).toBeNull();
  });
  test("ranks of a group average 50 and keep its order", () => {
    forAll(
      [fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 30 })],
      (group) => {
        const ranks = group.map((value) => percentileRank(value, group) ?? Number.NaN);
        expect(ranks.reduce((a, b) => a + b, 0) / ranks.length).toBeCloseTo(50, 9);
        for (const [i, a] of group.entries()) for (const [j, b] of group.entries()) if (a < b) expect(ranks[i]).toBeLessThan(ranks[j] ?? 0);
      },
      300,
    );
  });
});

describe("P6 fact index", () => {
  const group = [1, 2, 3, 4, 5];
  test("is the mean of the ranks, turned where lower is better", () => {
    expect(
      factIndex([
        { direction: "higher", value: 5, group },
        { direction: "lower", value: 5, group },
      ]),
    ).toBe(50);
    expect(
      factIndex([
        { direction: "higher", value: 5, group },
        { direction: "lower", value: 1, group },
      ]),
    ).toBe(90);
  });
  test("needs two indicators with a rank", () => {
    expect(factIndex([{ direction: "higher", value: 5, group }])).toBeNull();
    expect(
      factIndex([
        { direction: "higher", value: 5, group },
        { direction: "higher", value: null, group },
      ]),
    ).toBeNull();
    expect(factIndex([])).toBeNull();
  });
  test("a stand-in is used only while its original has no data", () => {
    const base = instrument.dimensions[0] as Dimension;
    const dimension: Dimension = {
      ...base,
      indicators: [
        { kpi: "A", direction: "higher", use: "index", shipped: false },
        { kpi: "B", direction: "lower", use: "index", shipped: true, standsInFor: "A" },
        { kpi: "C", direction: "neutral", use: "index", shipped: true },
        { kpi: "D", direction: "higher", use: "context", shipped: true },
      ],
    };
    const used = (...kpis: string[]) => indexIndicators(dimension, (kpi) => kpis.includes(kpi)).map(({ kpi }) => kpi);
    expect(used("A", "B", "C", "D")).toEqual(["A"]);
    expect(used("B", "C")).toEqual(["B"]);
  });
});

describe("P7 similar municipalities", () => {
  test.each([
    [10, [1, 2, 3, 4, 5, 6, 7], "higher", 6],
    [10, [1, 2, 3, 4, 5, 6, 7], "lower", -6],
    [4, [1, 2, null, 4, 5, null, 6], "higher", 0],
    [5, [1, 2, 6, 9, null, null, null], "higher", 1],
    [5, [1, 2, 6, null, null, null, null], "higher", null],
    [null, [1, 2, 3, 4], "higher", null],
  ] as const)("%s against %j, %s is better: %s", (value, peers, direction, expected) => {
    expect(peerDifference(value, peers, direction)).toBe(expected);
  });
});

describe("P8 a clear fact gap", () => {
  test.each([
    [70, 5, 20, "better_than_facts"],
    [69.9, 5, 20, null],
    [70, 5, 20.1, null],
    [70, 20, 10, null],
    [30, 5, 80, "worse_than_facts"],
    [30, 20, 90, null],
    [30.1, 5, 90, null],
    [72, 5, 90, null],
    [72, 5, null, null],
  ] as const)("perceived %d ± %d, fact %s: %s", (score, half, fact, verdict) => {
    expect(clearFactGap(scored(score, half), fact)).toBe(verdict);
  });
  test("nothing is said without a score", () => {
    expect(clearFactGap(unscored, 5)).toBeNull();
  });
});
