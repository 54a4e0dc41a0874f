import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { find, one, withFacts } from "../../test/advice.ts";
import { forAll, input, reference, someFields, valueIn } from "../../test/arbitraries.ts";
import { even, inputOf, instrument, rule, wideCatalogue } from "../../test/world.ts";
import type { Catalogue, MeasureRule, ReferenceFigures } from "../catalogue/types.ts";
import { fieldCatalogue } from "../condition/field-catalogue.ts";
import type { Atom, Condition, Facts } from "../condition/types.ts";
import type { Instrument } from "../instrument/types.ts";
import { callsOf } from "./calls.ts";
import { rankingFields } from "./parameters.ts";
import { factKey, referenceFigures } from "./reference-figures.ts";
import { select } from "./select.ts";
import type { AdviceInput } from "./types.ts";

const at = (field: string, op: Atom["op"], value: Atom["value"]): Atom => ({ field, op, value });
const yes = at("rekryt_externt", "eq", true);
const no = at("ob_omsorg", "eq", false);
const shortage = at("bostadslage", "eq", "brist");
const growing = at("fas", "eq", "expansion");
const engineers = at("profil", "contains", "ingenjor");
const facts = { rekryt_externt: true, ob_omsorg: false, bostadslage: "brist", fas: "expansion", profil: ["ingenjor"], skiftandel: 30 };

const fitIn = (its: AdviceInput, of: Catalogue): number | undefined =>
  find(its, "X", of).contributions.find(({ kind }) => kind === "fit")?.value;
const figures = (factShare: ReferenceFigures["factShare"], spread: ReferenceFigures["spread"] = {}) => ({
  reference: { factShare, spread },
});
const shiftFrom25 = at("skiftandel", "gte", 25);

describe("M6 fit by hand; without figures of the reference places a fact counts as held by half of them: one bit", () => {
  test.each<readonly [string, Partial<MeasureRule>, number]>([
    ["without any condition", {}, 1],
    ["with an exclusion only", { exclude: at("ob_omsorg", "eq", true) }, 1],
    ["with a requirement that holds", { require: yes }, 2],
    ["with a requirement and a boost of one field, which counts once", { require: yes, boost: [yes] }, 2],
    ["with a requirement and a boost of two fields", { require: yes, boost: [no] }, 3],
    ["with a boost that fails", { boost: [at("ob_omsorg", "eq", true)] }, 1],
    ["with a boost of two, of which one fails", { boost: [{ all: [yes, at("ob_omsorg", "eq", true)] }] }, 1],
    ["with either of two facts, both true: both call", { boost: [{ any: [yes, no] }] }, 3],
    ["with either of two facts, one true", { boost: [{ any: [yes, at("ob_omsorg", "eq", true)] }] }, 2],
    ["with at least one of three, two true", { boost: [{ atLeast: 1, of: [yes, no, at("fas", "eq", "stabil")] }] }, 3],
    ["with what must not be", { require: { not: at("ob_omsorg", "eq", true) } }, 1],
    ["with what must not fail to be, which is no call either", { require: { not: { not: yes } } }, 1],
    ["with what need only be known", { require: at("rekryt_externt", "known", true) }, 1],
    ["with four facts", { require: { all: [yes, no, shortage, growing] } }, 5],
    ["with five facts: at most 4 above 1", { require: { all: [yes, no, shortage, growing, engineers] } }, 5],
    ["with a damp", { boost: [yes], damp: [no] }, 2 * 0.8],
    ["with two damps at the ceiling", { require: { all: [yes, no, shortage, growing, engineers] }, damp: [yes, no] }, 5 * 0.64],
    ["with a damp that fails", { damp: [at("ob_omsorg", "eq", true)] }, 1],
    ["with a number whose spread is not known: margin 0.75", { require: shiftFrom25 }, 1.75],
    ["with a number that is asked for by value: margin 1", { require: at("skiftandel", "between", [25, 40]) }, 2],
  ])("%s", (_, its, expected) => {
    expect(fitIn(withFacts(facts), one({}, its))).toBeCloseTo(expected, 12);
  });
  test("with a requirement that is unknown, what of it holds does not call", () => {
    expect(fitIn(withFacts({ rekryt_externt: true }), one({}, { require: { all: [yes, no] } }))).toBe(1);
  });
});

describe("M29 a call is as loud as the fact is rare, clear and a fact", () => {
  test.each([
    [1, 1],
    [0.5, 2],
    [0.25, 3],
    [0.125, 4],
    [0.01, 4],
    [0, 4],
  ])("held by %d of the places: fit %d", (share, expected) => {
    expect(fitIn(withFacts(facts), one({}, { require: yes }, figures({ [factKey(yes)]: share })))).toBeCloseTo(expected, 12);
  });

  // Half of the places are at 25 or over; the 10–90 % spread is 20, so the margin is full ten beyond the limit.
  const known = figures({ [factKey(shiftFrom25)]: 0.5, [factKey(at("skiftandel", "lte", 40))]: 0.5 }, { skiftandel: 20 });
  test.each([
    ["on the limit", shiftFrom25, 25, 1.5],
    ["five beyond", shiftFrom25, 30, 1.75],
    ["ten beyond", shiftFrom25, 35, 2],
    ["far beyond", shiftFrom25, 90, 2],
    ["downwards, four beyond", at("skiftandel", "lte", 40), 36, 1.7],
  ])("a number %s", (_, require, skiftandel, expected) => {
    expect(fitIn(withFacts({ skiftandel }), one({}, { require }, known))).toBeCloseTo(expected, 12);
  });

  test.each<readonly [string, Condition, number]>([
    ["a score of a dimension, 0.2 · 0.75", at("score.boende", "lt", 50), 1.15],
    ["a score of a statement, 0.2 · 0.75", at("item.boende-1", "lt", 50), 1.15],
    ["a gap, 0.6 · 0.75", at("gap.arbete", "lt", 0), 1.45],
    ["the largest gap, 0.6 · 0.75", at("max_gap", "gte", 5), 1.45],
    ["a fact gap, 0.6 · 0.75", at("factGap.boende", "gt", 10), 1.45],
    ["the largest fact gap, 0.6 · 0.75", at("fact_gap_abs", "gt", 10), 1.45],
    ["a difference from similar municipalities, 0.75", at("peer.N00610", "lt", 0), 1.75],
  ])("%s", (_, require, expected) => {
    const place = inputOf(even, { "peer.N00610": -4, "factGap.boende": 20, fact_gap_abs: 20, "item.boende-1": 30 });
    expect(fitIn(place, one({}, { require }))).toBeCloseTo(expected, 12);
  });

  test("of two comparisons of one field the louder counts, and the step of fit names the calls, loudest first", () => {
    const from40 = at("skiftandel", "gte", 40);
    const of = one(
      {},
      { require: { all: [shiftFrom25, yes] }, boost: [from40, no] },
      figures({ [factKey(shiftFrom25)]: 0.5, [factKey(from40)]: 0.125, [factKey(yes)]: 1, [factKey(no)]: 0.5 }, { skiftandel: 20 }),
    );
    const step = find(withFacts({ ...facts, skiftandel: 40 }), "X", of).contributions.find(({ kind }) => kind === "fit");
    // 25 or more: 1 bit · 1 = 1. 40 or more: 3 bits · 0.5, on its limit = 1.5. What all have says nothing: it is left out.
    expect(step?.calls).toEqual([
      { field: "skiftandel", strength: 1.5 },
      { field: "ob_omsorg", strength: 1 },
    ]);
    expect(step?.value).toBe(3.5);
  });

  test("equally loud calls stand by field, and of equals the requirement's is kept", () => {
    const calls = callsOf(rule({ require: yes, boost: [yes, no] }), facts, {
      fields: fieldCatalogue(instrument),
      reference: undefined,
    });
    expect(calls.map(({ field, from }) => [field, from])).toEqual([
      ["ob_omsorg", "boost"],
      ["rekryt_externt", "require"],
    ]);
  });

  test("rarer or farther beyond its limit is never quieter", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    forAll(
      [share, share, fc.double({ min: 25, max: 100, noNaN: true }), fc.double({ min: 25, max: 100, noNaN: true })],
      (p, q, a, b) => {
        const loud = (rarity: number, skiftandel: number) =>
          fitIn(
            withFacts({ skiftandel }),
            one({}, { require: shiftFrom25 }, figures({ [factKey(shiftFrom25)]: rarity }, { skiftandel: 30 })),
          ) ?? 0;
        expect(loud(Math.min(p, q), Math.max(a, b))).toBeGreaterThanOrEqual(loud(Math.max(p, q), Math.min(a, b)));
      },
      300,
    );
  });
});

test("M30 learning a fact never lowers a measure's score, unless a damp comes to hold", () => {
  const known = { ...wideCatalogue, reference };
  const asked = someFields.filter(({ kind, key }) => kind !== "score" && !Object.values(rankingFields).some((field) => field === key));
  const learned = fc.constantFrom(...asked).chain((field) => fc.tuple(fc.constant(field.key), valueIn(field)));
  let louder = 0;
  forAll([input, learned], (its, [field, value]) => {
    const before = select(instrument, known, { ...its, facts: { ...its.facts, [field]: null } }).candidates;
    const after = select(instrument, known, { ...its, facts: { ...its.facts, [field]: value } }).candidates;
    for (const [index, candidate] of before.entries()) {
      const then = after[index];
      if (candidate.gate.status !== "open" || then?.gate.status !== "open" || then.factors.damp < candidate.factors.damp) continue;
      expect(then.factors.score).toBeGreaterThanOrEqual(candidate.factors.score - 1e-12);
      if (then.factors.fit > candidate.factors.fit) louder += 1;
    }
  });
  expect(louder).toBeGreaterThan(100);
});

test("M31 the unit of a fact does not matter: limit, fact and spread in another unit give the same advice", () => {
  const positive = fc.double({ min: 0.5, max: 500, noNaN: true });
  forAll(
    [fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), positive, positive],
    (limit, fact, spread, unit) => {
      const strength = (by: number) => {
        const require = at("mv_pk", "gte", limit * by);
        return (
          fitIn(withFacts({ mv_pk: fact * by }), one({}, { require }, figures({ [factKey(require)]: 0.3 }, { mv_pk: spread * by }))) ?? 0
        );
      };
      // On the very limit a change of unit may round to the other side of it.
      fc.pre(Math.abs(limit - fact) > 1e-6);
      expect(strength(unit)).toBeCloseTo(strength(1), 6);
    },
  );
});

describe("M32 a party's own number shows only by which limits it passes", () => {
  const ownShifts: Instrument = {
    ...instrument,
    preconditions: instrument.preconditions.map((one) => (one.key === "skiftandel" ? { ...one, visibility: "ownParty" } : one)),
  };
  const of: Catalogue = { ...one({}, { require: shiftFrom25 }), reference: { factShare: {}, spread: { skiftandel: 30 } } };
  const score = (its: Instrument, skiftandel: number) =>
    select(its, of, withFacts({ skiftandel })).candidates[0]?.factors.score ?? Number.NaN;
  test("its distance from the limit is not in the points", () => {
    forAll([fc.double({ min: 25, max: 100, noNaN: true })], (skiftandel) => {
      expect(score(ownShifts, skiftandel)).toBe(score(ownShifts, 25));
    });
    expect(score(instrument, 40)).toBeGreaterThan(score(instrument, 25));
  });
});

describe("M33 what is usual among the reference places", () => {
  const place = (known: Facts) => ({ facts: known });
  const of = {
    rules: {
      A: rule({ require: { any: [shiftFrom25, { not: shortage }] }, boost: [at("fas", "known", true), no] }),
      B: rule({ boost: [shiftFrom25, at("mognad", "gte", 2)], exclude: growing, damp: [engineers], inPlace: yes }),
    },
  };
  const places = Array.from({ length: 20 }, (_, index) =>
    place({
      bostadslage: "brist",
      fas: "stabil",
      profil: [],
      rekryt_externt: true,
      skiftandel: index < 4 ? null : 5 * index,
      mognad: index < 11 ? null : index % 3,
    }),
  );
  test("is counted for the comparisons that can call, over the places where they are known", () => {
    // skiftandel is known in the sixteen places 4–19 as 20, 25 … 95, and 25 or over in fifteen of them; mognad in nine, as 2, 0, 1 …
    expect(referenceFigures(of, places).factShare).toEqual({ "mognad gte 2": 3 / 9, "skiftandel gte 25": 15 / 16 });
  });
  test("spreads are from the 10th to the 90th percentile, of ten values or more that are not all the same", () => {
    // Sixteen sorted values: number 1 (from 0) is 25, number 14 is 90.
    expect(referenceFigures(of, places).spread).toEqual({ skiftandel: 65 });
    expect(referenceFigures(of, places.slice(0, 13)).spread).toEqual({});
    expect(referenceFigures(of, places.slice(0, 14)).spread).toEqual({ skiftandel: 40 });
    expect(
      referenceFigures(
        of,
        Array.from({ length: 20 }, () => place({ skiftandel: 30 })),
      ).spread,
    ).toEqual({});
  });
  test("does not depend on the order of the places", () => {
    expect(referenceFigures(of, [...places].reverse())).toEqual(referenceFigures(of, places));
  });
});
