import fc from "fast-check";
import { expect, test } from "vitest";
import { action, actions, runs, scoredAt, standings, unscored } from "../../test/portfolio-requests.ts";
import type { Measure } from "../catalogue/types.ts";
import { defaultAssumptions as assumptions } from "./assumptions.ts";
import { expectedScores } from "./expected-scores.ts";
import type { EffectiveAction, Standing } from "./types.ts";

const at = (score: number, half = 0): Standing[] => [{ dimensionId: "boende", place: scoredAt(score, half), byParty: {} }];
const after = (all: readonly EffectiveAction[], score = 40, done: readonly string[] = []) =>
  expectedScores({ standings: at(score), actions: all, done, assumptions })[0]?.place?.after.expected ?? Number.NaN;

test("E1 · the share is closes-share × evidence factor, and shares multiply: worked by hand", () => {
  expect(after([action("a")])).toBeCloseTo(40 + 60 * 0.15, 10);
  expect(after([action("a", { effects: { boende: 1 }, evidence: { grade: "b", mixed: false } })])).toBeCloseTo(40 + 60 * 0.04 * 0.95, 10);
  expect(after([action("a"), action("b", { effects: { boende: 2 }, evidence: { grade: "d", mixed: false } })])).toBeCloseTo(
    40 + 60 * (1 - (1 - 0.15) * (1 - 0.08 * 0.75)),
    10,
  );
});

test("E1 · any set without synergies closes 1 − Π(1 − q)", () => {
  fc.assert(
    fc.property(actions, standings, (drawn, places) => {
      const plain = drawn.map((each) => ({ ...each, synergies: [] }));
      for (const result of expectedScores({ standings: places, actions: plain, done: [], assumptions })) {
        const left = plain.reduce((product, { effects, evidence }) => {
          const factors = evidence.mixed ? assumptions.evidenceMixed : assumptions.evidence;
          const level = effects[result.dimensionId];
          return product * (1 - (level === undefined ? 0 : (assumptions.closesShare[level] ?? 0) * factors[evidence.grade]));
        }, 1);
        expect(result.closedShare.expected).toBeCloseTo(1 - left, 12);
        if (result.place === null) continue;
        const today = result.place.now.expected;
        expect(result.place.after.expected).toBeCloseTo(today + (100 - today) * (1 - left), 9);
      }
    }),
    { numRuns: runs },
  );
});

test("E2 · the order of actions and standings changes nothing, not even the last digit", () => {
  fc.assert(
    fc.property(actions, standings, (drawn, places) => {
      const one = expectedScores({ standings: places, actions: drawn, done: ["done"], assumptions });
      const other = expectedScores({ standings: [...places].reverse(), actions: [...drawn].reverse(), done: ["done"], assumptions });
      expect([...other].reverse()).toEqual(one);
    }),
    { numRuns: runs },
  );
});

test("E3 · every number lies within 0–100 and within its band, and the band within the bounds of its ends", () => {
  fc.assert(
    fc.property(actions, standings, (drawn, places) => {
      for (const { place, byParty, closedShare } of expectedScores({ standings: places, actions: drawn, done: ["done"], assumptions })) {
        expect(closedShare.low).toBeLessThanOrEqual(closedShare.expected);
        expect(closedShare.expected).toBeLessThanOrEqual(closedShare.high);
        expect(closedShare.expected).toBeGreaterThanOrEqual(0);
        for (const expected of [place, ...Object.values(byParty)]) {
          if (expected === null) continue;
          for (const { low, expected: middle, high } of [expected.now, expected.after]) {
            expect(low).toBeGreaterThanOrEqual(0);
            expect(low).toBeLessThanOrEqual(middle + 1e-9);
            expect(middle).toBeLessThanOrEqual(high + 1e-9);
            expect(high).toBeLessThanOrEqual(100);
          }
          expect(expected.after.expected).toBeGreaterThanOrEqual(expected.now.expected - 1e-9);
        }
      }
    }),
    { numRuns: runs },
  );
});

test("E3 · one action more never lowers what is expected, unless it weakens another", () => {
  fc.assert(
    fc.property(actions, standings, (drawn, places) => {
      const kind = drawn.map((each) => ({ ...each, synergies: each.synergies.filter(({ factor }) => factor >= 1) }));
      const fewer = expectedScores({ standings: places, actions: kind.slice(1), done: [], assumptions });
      const all = expectedScores({ standings: places, actions: kind, done: [], assumptions });
      all.forEach(({ closedShare }, index) => {
        expect(closedShare.expected).toBeGreaterThanOrEqual((fewer[index]?.closedShare.expected ?? 0) - 1e-12);
      });
    }),
    { numRuns: runs },
  );
});

test("E4 · unknown moves nothing: a place or party without a score has none to expect, and no actions leave all as it is", () => {
  const places: Standing[] = [
    { dimensionId: "boende", place: unscored, byParty: { municipality: scoredAt(50, 4), industry: unscored } },
    { dimensionId: "skola", place: scoredAt(61.5, 7), byParty: {} },
  ];
  const [boende, skola] = expectedScores({ standings: places, actions: [action("a")], done: [], assumptions });
  expect(boende?.place).toBeNull();
  expect(Object.keys(boende?.byParty ?? {})).toEqual(["municipality"]);
  expect(boende?.byParty.municipality?.after.expected).toBeCloseTo(57.5, 10);
  expect(skola?.closedShare).toEqual({ expected: 0, low: 0, high: 0 });
  expect(skola?.place?.after).toEqual(skola?.place?.now);
  expect(skola?.place?.now).toEqual({ expected: 61.5, low: 54.5, high: 68.5 });
});

test("E5 · the expected place is the mean of the expected parties where the place is their mean", () => {
  fc.assert(
    fc.property(actions, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (drawn, one, other) => {
      const standing: Standing = {
        dimensionId: "boende",
        place: scoredAt((one + other) / 2),
        byParty: { municipality: scoredAt(one), industry: scoredAt(other) },
      };
      const [result] = expectedScores({ standings: [standing], actions: drawn, done: [], assumptions });
      const { municipality, industry } = result?.byParty ?? {};
      const mean = ((municipality?.after.expected ?? 0) + (industry?.after.expected ?? 0)) / 2;
      expect(result?.place?.after.expected).toBeCloseTo(mean, 9);
    }),
    { numRuns: runs },
  );
});

test("E6 · a synergy multiplies the exponent of its own measure when the other is in the set or done: 1 − (1 − q)^factor", () => {
  const strong = action("a", { synergies: [{ with: "b", factor: 1.1 }] });
  const far = action("b", { effects: { skola: 3 } });
  expect(after([strong])).toBeCloseTo(40 + 60 * 0.15, 10);
  expect(after([strong, far])).toBeCloseTo(40 + 60 * (1 - 0.85 ** 1.1), 10);
  expect(after([strong], 40, ["b"])).toBeCloseTo(40 + 60 * (1 - 0.85 ** 1.1), 10);
  const torn = action("a", {
    synergies: [
      { with: "b", factor: 1.2 },
      { with: "c", factor: 0.5 },
    ],
  });
  expect(after([torn, far], 40, ["c"])).toBeCloseTo(40 + 60 * (1 - 0.85 ** 0.7), 10);
});

test("E7 · the band widens as evidence weakens; disputed evidence may do nothing, and a measure that can do harm may lower", () => {
  const width = (grade: "a" | "b" | "c" | "d") => {
    const [result] = expectedScores({
      standings: at(50, 5),
      actions: [action("a", { evidence: { grade, mixed: false } })],
      done: [],
      assumptions,
    });
    const band = result?.closedShare ?? { low: 0, high: 0, expected: 1 };
    return (band.high - band.low) / band.expected;
  };
  const widths = (["a", "b", "c", "d"] as const).map(width);
  expect([...widths].sort((one, other) => one - other)).toEqual(widths);
  const bandOf = (given: Partial<EffectiveAction>) =>
    expectedScores({ standings: at(50, 5), actions: [action("a", given)], done: [], assumptions })[0]?.place?.after;
  expect(bandOf({ evidence: { grade: "a", mixed: true } })?.low).toBe(45);
  expect(bandOf({ harm: true })?.low).toBeCloseTo(100 - 55 * 0.85 ** -0.5, 10);
  expect(bandOf({ harm: true })?.expected).toBeCloseTo(50 + 50 * 0.15, 10);
});

test("E8 · a caller's mistake throws RangeError and names the field", () => {
  const run =
    (all: readonly EffectiveAction[], score = 40) =>
    () =>
      after(all, score);
  expect(run([action("a", { effects: { boende: 4 } })])).toThrow(new RangeError('a.effects.boende has no "4"'));
  expect(run([action("a", { evidence: { grade: "e" as "a", mixed: false } })])).toThrow(/^a.evidence.grade/);
  expect(run([action("a"), action("a")])).toThrow(/^actions must not name anything twice/);
  expect(run([action("a", { synergies: [{ with: "a", factor: 1 }] })])).toThrow(/^actions\[0\].synergies/);
  expect(run([action("a", { synergies: [{ with: "b", factor: Number.NaN }] })])).toThrow(/^actions\[0\].synergies/);
  expect(run([action("a")], 140)).toThrow(/^standings\[0\].place/);
  expect(run([action("a", { effects: { constructor: "__proto__" as unknown as number } })])).toThrow(RangeError);
  const wrong = { ...assumptions, closesShare: { 1: 1 } };
  expect(() => expectedScores({ standings: [], actions: [], done: [], assumptions: wrong })).toThrow(/^assumptions.closesShare.1/);
});

test("E9 · a measure of the catalogue with its synergies is an action, and a dimension's score a standing (by type)", () => {
  const fits = (measure: Measure): EffectiveAction => ({ ...measure, synergies: [] });
  expect(typeof fits).toBe("function");
});
