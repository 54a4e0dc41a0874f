import { describe, expect, test } from "vitest";
import { condition, facts, fields, forAll } from "../../test/arbitraries.ts";
import { smallCondition, smallFacts, smallFields, smallWorlds } from "../../test/small-fields.ts";
import { applyChanges, nearestChanges } from "./changes.ts";
import { compileCondition } from "./evaluate.ts";
import { nearestFlips } from "./nearest-flips.ts";
import { fieldsOf } from "./read.ts";
import { kleene } from "./shape.ts";
import type { Condition, Facts } from "./types.ts";

const subsets = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: 2 ** list.length }, (_, mask) => list.filter((_one, bit) => (mask >> bit) % 2 === 1));

describe("C23 the smallest changes that turn a whole condition", () => {
  test("applied, each set turns the verdict; no proper part of it does; all are as small as the smallest known", () => {
    forAll([condition({ known: true }), facts], (one, those) => {
      const verdict = compileCondition(one);
      const before = verdict(those);
      const { sets, complete } = nearestFlips(one, those, fields);
      if (before === "unknown") expect(sets).toEqual([]);
      for (const set of sets) {
        expect(verdict(applyChanges(those, set))).toBe(kleene.not(before));
        for (const part of subsets(set))
          if (part.length < set.length) expect(verdict(applyChanges(those, part))).not.toBe(kleene.not(before));
      }
      if (before === "unknown" || !complete) return;
      const quick = nearestChanges(one, those, before === "holds" ? "fails" : "holds", fields);
      if (quick !== null) expect(sets[0]?.length).toBeLessThanOrEqual(quick.length);
    });
  });

  test("against every assignment of small fields: as small as can be, and every set of fields that is as small", () => {
    forAll([smallCondition, smallFacts], (one, those) => {
      const verdict = compileCondition(one);
      const before = verdict(those);
      if (before === "unknown") return;
      const names = fieldsOf(one);
      const turning = smallWorlds(names).filter((world) => verdict(world) === kleene.not(before));
      const differing = turning.map((world) => names.filter((name) => JSON.stringify(world[name]) !== JSON.stringify(those[name])));
      const smallest = Math.min(...differing.map((list) => list.length));
      const expected = [...new Set(differing.filter((list) => list.length === smallest).map((list) => list.join()))].sort();
      const { sets, complete } = nearestFlips(one, those, smallFields);
      expect(complete).toBe(true);
      const order = (set: (typeof sets)[number]) => names.filter((name) => set.some((change) => change.atom.field === name)).join();
      expect(sets.map(order).sort()).toEqual(expected);
    });
  });

  const gte = (field: string, value: number): Condition => ({ field, op: "gte", value });
  const named = (one: Condition, those: Facts) =>
    nearestFlips(one, those, fields).sets.map((set) => set.map(({ atom, to }) => [atom.field, to]));

  test("ties are all listed, the nearest first", () => {
    const two: Condition = { all: [gte("vakans", 5), gte("skiftandel", 25)] };
    expect(named(two, { vakans: 6, skiftandel: 90 })).toEqual([[["vakans", 4.9]], [["skiftandel", 24.9]]]);
    expect(named({ any: [two, gte("restid_stad", 45)] }, { vakans: 1, skiftandel: 3, restid_stad: 10 })).toEqual([[["restid_stad", 45]]]);
  });

  test("a set has the nearest values that do it", () => {
    const between: Condition = { field: "vakans", op: "between", value: [3, 8] };
    const within: Condition = { all: [gte("vakans", 3), { field: "vakans", op: "lte", value: 8 }] };
    for (const one of [between, within]) {
      expect([4, 7].map((vakans) => named(one, { vakans }))).toEqual([[[["vakans", 2.9]]], [[["vakans", 8.1]]]]);
    }
  });

  test("one fact that serves two parts is one change: smaller than part by part", () => {
    const one: Condition = {
      any: [
        { all: [gte("vakans", 5), { field: "vakans", op: "lte", value: 8 }, gte("skiftandel", 25)] },
        { all: [gte("restid_stad", 45), gte("bef_trend5", 1)] },
      ],
    };
    expect(named(one, { vakans: 2, skiftandel: 30, restid_stad: 10, bef_trend5: 0 })).toEqual([[["vakans", 5]]]);
  });

  test("a fact must leave both sides at once, and a list its keys", () => {
    const outside: Condition = {
      not: {
        any: [
          { field: "vakans", op: "lt", value: 5 },
          { field: "vakans", op: "gt", value: 8 },
        ],
      },
    };
    expect(named(outside, { vakans: 20 })).toEqual([[["vakans", 8]]]);
    const list: Condition = { any: ["operator", "ledare"].map((value): Condition => ({ field: "profil", op: "contains", value })) };
    expect(named(list, { profil: ["operator", "ingenjor", "ledare"] })).toEqual([[["profil", ["ingenjor"]]]]);
    expect(named(list, { profil: ["ingenjor"] })).toHaveLength(1);
  });

  test("nothing where nothing turns it or the verdict is unknown; broken off past the bound", () => {
    expect(nearestFlips(gte("skiftandel", 0), { skiftandel: 3 }, fields)).toEqual({ sets: [], complete: true });
    expect(nearestFlips(gte("skiftandel", 5), {}, fields)).toEqual({ sets: [], complete: true });
    const all: Condition = { all: [gte("vakans", 5), gte("skiftandel", 25)] };
    expect(nearestFlips(all, { vakans: 1, skiftandel: 1 }, fields, 2)).toEqual({ sets: [], complete: false });
  });
});
