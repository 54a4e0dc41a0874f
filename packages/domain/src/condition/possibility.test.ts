import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atom, condition, fields, forAll, runs, someFields, valueIn } from "../../test/arbitraries.ts";
import { smallCondition, smallFields, smallWorlds } from "../../test/small-fields.ts";
import { compileCondition } from "./evaluate.ts";
import type { Field, FieldCatalogue } from "./field-catalogue.ts";
import { possibility } from "./possibility.ts";
import { fieldsOf } from "./read.ts";
import type { Atom, Condition, Facts } from "./types.ts";

const both = ["holds", "fails"] as const;

/** Three to six comparisons of one field, in a small tree: often never or always true. */
const crowded: fc.Arbitrary<Condition> = fc
  .tuple(fc.array(atom, { minLength: 20, maxLength: 40 }), fc.nat({ max: 5 }))
  .map(([atoms, shape]) => {
    const groups = Map.groupBy(atoms, (one) => one.field);
    const [largest = []] = [...groups.values()].sort((x, y) => y.length - x.length);
    const its = largest.slice(0, 6);
    const [first, ...others] = its as [Condition, ...Condition[]];
    const shapes: readonly Condition[] = [
      { all: its },
      { any: its },
      { all: [first, { any: others }] },
      { not: { all: its } },
      { any: [first, { all: others }] },
      { atLeast: Math.ceil(its.length / 2), of: its },
    ];
    return shapes[shape] as Condition;
  });

const worlds: readonly Facts[] = fc.sample(fc.record(Object.fromEntries(someFields.map((field) => [field.key, valueIn(field)]))), {
  numRuns: 2000,
  seed: 17,
}) as readonly Facts[];

/** The random facts, with the condition's own limits among them. */
function withLimits(one: Condition, from: number): readonly Facts[] {
  const limits = (node: Condition): readonly Facts[] => {
    if ("field" in node) {
      const field = fields.get(node.field);
      return [node.value]
        .flat()
        .flatMap((value) => (typeof value === "number" ? [value - 0.1, value, value + 0.1] : []))
        .filter((value) => field?.type === "number" && value >= (field.min ?? value) && value <= (field.max ?? value))
        .map((value) => ({ [node.field]: value }));
    }
    return ("all" in node ? node.all : "any" in node ? node.any : "not" in node ? [node.not] : node.of).flatMap(limits);
  };
  const some = worlds.slice(from, from + 50);
  return [...some, ...limits(one).map((its, index) => ({ ...some[index % 50], ...its }))];
}

const inRange = (field: Field, value: unknown): boolean => {
  if (value === null) return true;
  if (field.type === "integer" && !Number.isInteger(value)) return false;
  if (typeof value === "number") return value >= (field.min ?? value) && value <= (field.max ?? value);
  return [value].flat().every((key) => field.choices?.some((choice) => choice.key === key) ?? true);
};

test("C17 what is possible is shown by facts within their ranges that give the verdict, `known` included", () => {
  forAll([fc.oneof(condition({ known: true }), crowded)], (one) => {
    for (const wanted of both) {
      const found = possibility(one, wanted, fields);
      if (found.kind !== "possible") continue;
      expect(compileCondition(one)(found.facts)).toBe(wanted);
      for (const [key, value] of Object.entries(found.facts)) expect(inRange(fields.get(key) as Field, value)).toBe(true);
    }
  });
});

test("C17 on small fields the answer is that of trying every assignment", () => {
  const seen = { possible: 0, impossible: 0, undecided: 0 };
  forAll(
    [smallCondition],
    (one) => {
      const verdicts = new Set(smallWorlds(fieldsOf(one)).map(compileCondition(one)));
      for (const wanted of both) {
        const { kind } = possibility(one, wanted, smallFields);
        seen[kind] += 1;
        expect(kind).toBe(verdicts.has(wanted) ? "possible" : "impossible");
      }
    },
    runs * 2,
  );
  expect(seen.undecided).toBe(0);
  expect(seen.impossible).toBeGreaterThan(runs / 20);
});

test("C18 what is never true is false, and what is always true is true, for 50 random assignments and at its own limits", () => {
  const seen = { never: 0, always: 0 };
  forAll([fc.oneof(condition(), { arbitrary: crowded, weight: 4 }), fc.nat({ max: 1950 })], (one, from) => {
    const verdict = compileCondition(one);
    const never = possibility(one, "holds", fields).kind === "impossible";
    const always = possibility(one, "fails", fields).kind === "impossible";
    if (never) seen.never += 1;
    if (always) seen.always += 1;
    if (!never && !always) return;
    for (const those of withLimits(one, from)) expect(verdict(those)).toBe(never ? "fails" : "holds");
  });
  expect(Math.min(seen.never, seen.always)).toBeGreaterThan(runs / 50);
});

describe("C18 comparisons of the same field are seen together", () => {
  const x = (op: Atom["op"], value: Atom["value"], field = "vakans"): Condition => ({ field, op, value });
  const kinds = (one: Condition) => both.map((wanted) => possibility(one, wanted, fields).kind === "possible");
  test.each<readonly [string, Condition, boolean, boolean]>([
    ["below 3 and above 5", { all: [x("lt", 3), x("gt", 5)] }, false, true],
    ["below 5 or from 3", { any: [x("lt", 5), x("gte", 3)] }, true, false],
    ["below 5 or above 5: not 5 itself", { any: [x("lt", 5), x("gt", 5)] }, true, true],
    ["between two neighbours of one decimal lie real numbers", { all: [x("gt", 7.2), x("lt", 7.3)] }, true, true],
    ["no whole number lies between 4 and 5", { all: [x("gt", 4, "restid_stad"), x("lt", 5, "restid_stad")] }, false, true],
    ["at least the least", x("gte", 0), true, false],
    ["above the most", x("gt", 100), false, true],
    ["without limits, both", x("lt", -1e300, "peer.N00610"), true, true],
    ["every choice", x("in", ["brist", "balans", "overskott"], "bostadslage"), true, false],
    ["two choices at once", { all: [x("eq", "brist", "bostadslage"), x("eq", "balans", "bostadslage")] }, false, true],
    ["two keys of a list at once", { all: [x("contains", "operator", "profil"), x("contains", "ledare", "profil")] }, true, true],
    ["a key and not the key", { all: [x("contains", "ledare", "profil"), { not: x("contains", "ledare", "profil") }] }, false, true],
    ["yes and no", { any: [x("eq", true, "rekryt_externt"), x("eq", false, "rekryt_externt")] }, true, false],
    ["known or not", { any: [x("known", true), x("known", false)] }, true, false],
    ["unknown", x("known", false), true, true],
    ["known, or below 3: unknown where it is not, never failing", { any: [x("known", true), x("lt", 3)] }, true, false],
    ["unknown, yet above 5", { all: [x("known", false), x("gt", 5)] }, false, true],
    ["two of three that exclude each other", { atLeast: 2, of: [x("lt", 3), x("eq", 4), x("gt", 5)] }, false, true],
    ["an empty all", { all: [] }, true, false],
    ["an empty any", { any: [] }, false, true],
  ])("%s", (_, one, holds, fails) => {
    expect(kinds(one)).toEqual([holds, fails]);
  });
});

describe("C19 past the bound it says so", () => {
  test("a search that is broken off is undecided, and never contradicts the whole search", () => {
    forAll([fc.oneof(condition(), crowded), fc.integer({ min: 1, max: 12 })], (one, steps) => {
      for (const wanted of both) {
        const short = possibility(one, wanted, fields, steps).kind;
        if (short !== "undecided") expect(short).toBe(possibility(one, wanted, fields).kind);
      }
    });
  });
  test("more keys of a list than can be combined", () => {
    const keys = Array.from({ length: 11 }, (_, index) => `k${index}`);
    const field: Field = { ...(fields.get("profil") as Field), key: "many", choices: keys.map((key) => ({ key, sv: key, en: key })) };
    const many: FieldCatalogue = new Map([["many", field]]);
    const of = (count: number): Condition => ({
      all: keys.slice(0, count).map((value): Condition => ({ field: "many", op: "contains", value })),
    });
    expect([possibility(of(10), "holds", many).kind, possibility(of(11), "holds", many).kind]).toEqual(["possible", "undecided"]);
  });
  test("whole numbers without limits, unless too large to be told apart", () => {
    const free: FieldCatalogue = new Map([["free", { ...(fields.get("restid_stad") as Field), key: "free", min: null, max: null }]]);
    const kinds = [5, 2 ** 60].map((value) => possibility({ field: "free", op: "gt", value }, "fails", free).kind);
    expect(kinds).toEqual(["possible", "undecided"]);
    const beyond = (["gt", "lt"] as const).map((op) => possibility({ field: "free", op, value: 5 }, "holds", free).kind);
    expect(beyond).toEqual(["possible", "possible"]);
  });
  test("an unknown field is the caller's mistake", () => {
    expect(() => possibility({ field: "no_such", op: "eq", value: 1 }, "holds", fields)).toThrow("no_such");
  });
});
