import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atom, condition, facts, fields, forAll, someFields, valueIn } from "../../test/arbitraries.ts";
import { atomVerdict } from "./atom.ts";
import { applyChanges, type Goal, nearestChanges } from "./changes.ts";
import { explain } from "./decisive.ts";
import { compileCondition, evaluate } from "./evaluate.ts";
import type { FieldCatalogue } from "./field-catalogue.ts";
import { nearestFlip } from "./flip.ts";
import { factOf, kleene, partsOf } from "./shape.ts";
import type { Atom, Condition, Facts, FactValue, Finding, Verdict } from "./types.ts";

const verdicts = ["holds", "fails", "unknown"] as const;
const truth: Readonly<Record<Verdict, Condition>> = {
  holds: { field: "yes", op: "eq", value: true },
  fails: { field: "yes", op: "eq", value: false },
  unknown: { field: "missing", op: "eq", value: true },
};
const known: Facts = { yes: true };
const verdictOf = (one: Condition, those: Facts = known) => evaluate(one, those).verdict;

describe("C1 branches follow Kleene", () => {
  const rank = { fails: 0, unknown: 1, holds: 2 };
  test.each(verdicts.flatMap((a) => verdicts.map((b) => [a, b] as const)))("%s with %s", (a, b) => {
    const parts = [truth[a], truth[b]];
    const weakest = rank[a] <= rank[b] ? a : b;
    const strongest = rank[a] >= rank[b] ? a : b;
    expect(verdictOf({ all: parts })).toBe(weakest);
    expect(verdictOf({ any: parts })).toBe(strongest);
    expect(verdictOf({ atLeast: 1, of: parts })).toBe(strongest);
    expect(verdictOf({ atLeast: 2, of: parts })).toBe(weakest);
  });
  test("not mirrors and leaves unknown alone", () => {
    expect(verdicts.map((one) => verdictOf({ not: truth[one] }))).toEqual(["fails", "holds", "unknown"]);
  });
  test("two of three: decided as soon as enough hold or too few can", () => {
    const of = (...those: Verdict[]) => verdictOf({ atLeast: 2, of: those.map((one) => truth[one]) });
    expect(of("holds", "holds", "unknown")).toBe("holds");
    expect(of("holds", "unknown", "fails")).toBe("unknown");
    expect(of("unknown", "fails", "fails")).toBe("fails");
  });
  test("an empty all holds, an empty any fails", () => {
    expect(verdictOf({ all: [] })).toBe("holds");
    expect(verdictOf({ any: [] })).toBe("fails");
  });
});

test("C2 learning a missing fact never turns a known verdict", () => {
  const learnt = fc.record(Object.fromEntries(someFields.map((field) => [field.key, valueIn(field)])));
  forAll([condition(), facts, learnt], (one, before, more) => {
    const after = Object.fromEntries(Object.entries(more).map(([key, value]) => [key, before[key] ?? value]));
    const verdict = verdictOf(one, before);
    if (verdict !== "unknown") expect(verdictOf(one, after)).toBe(verdict);
    else expect(verdictOf(one, after)).not.toBe("unknown");
  });
});

describe("flips", () => {
  const at = (op: Atom["op"], value: Atom["value"], fact: FactValue, field = "skiftandel") =>
    nearestFlip({ field, op, value }, fact, fields.get(field))?.to ?? null;

  test("C3 the flip of an atom turns its verdict and is allowed", () => {
    forAll([atom, facts], (one, those) => {
      const field = fields.get(one.field);
      const flip = nearestFlip(one, factOf(those, one.field), field);
      const verdict = verdictOf(one, those);
      if (verdict === "unknown") expect(flip).toBeNull();
      if (flip === null) return;
      expect(verdictOf(one, { ...those, [one.field]: flip.to })).toBe(kleene.not(verdict));
      if (typeof flip.to === "number") {
        expect(flip.to).toBeGreaterThanOrEqual(field?.min ?? -Infinity);
        expect(flip.to).toBeLessThanOrEqual(field?.max ?? Infinity);
        if (field?.type === "integer") expect(Number.isInteger(flip.to)).toBe(true);
      }
    });
  });

  test("C3 without field types, too, a flip turns the verdict", () => {
    forAll([atom, facts], (one, those) => {
      const flip = nearestFlip(one, factOf(those, one.field));
      if (flip !== null) expect(verdictOf(one, { ...those, [one.field]: flip.to })).not.toBe(verdictOf(one, those));
    });
  });

  test.each([
    ["lt", 25, 24.9, 25],
    ["lt", 25, 38, 24.9],
    ["lte", 25, 25, 25.1],
    ["lte", 25, 38, 25],
    ["gt", 25, 38, 25],
    ["gt", 25, 25, 25.1],
    ["gte", 25, 38, 24.9],
    ["gte", 25, 10, 25],
    ["eq", 25, 38, 25],
    ["eq", 25, 25, 24.9],
    ["ne", 25, 25, 24.9],
    ["ne", 25, 38, 25],
    ["gte", 0, 38, null],
    ["lte", 100, 38, null],
  ] as const)("C4 %s %d met by %d turns at %s", (op, limit, fact, to) => {
    expect(at(op, limit, fact)).toBe(to);
  });

  test("C4 between includes its limits and is left by the nearer end", () => {
    const range = [45, 90] as const;
    expect([45, 90].map((fact) => verdictOf({ field: "x", op: "between", value: range }, { x: fact }))).toEqual(["holds", "holds"]);
    expect([44, 91].map((fact) => verdictOf({ field: "x", op: "between", value: range }, { x: fact }))).toEqual(["fails", "fails"]);
    expect([at("between", range, 50, "restid_stad"), at("between", range, 80, "restid_stad")]).toEqual([44, 91]);
    expect([at("between", range, 10, "restid_stad"), at("between", range, 200, "restid_stad")]).toEqual([45, 90]);
  });

  test("C4 integers move by 1, shares by 0.1, ratios by 0.01", () => {
    expect(at("lte", 45, 45, "restid_stad")).toBe(46);
    expect(at("gte", 5, 12, "vakans")).toBe(4.9);
    expect(at("lt", 0.9, 0.7, "mv_pk")).toBe(0.9);
    expect(at("gte", 0.9, 1.1, "mv_pk")).toBe(0.89);
    expect(at("lte", 2.5, 2, "restid_stad")).toBe(3);
  });

  test("C4 without a field, numbers move at the precision of limit and fact", () => {
    expect(nearestFlip({ field: "x", op: "gte", value: 20 }, 24)?.to).toBe(19);
    expect(nearestFlip({ field: "x", op: "gte", value: 20 }, 24.25)?.to).toBe(19.99);
  });

  test("choices: the neighbouring choice, the yes for a no, one key more or less", () => {
    expect(at("eq", "overskott", "overskott", "bostadslage")).toBe("balans");
    expect(at("in", ["balans", "overskott"], "overskott", "bostadslage")).toBe("brist");
    expect(at("eq", "brist", "overskott", "bostadslage")).toBe("brist");
    expect(at("eq", true, false, "rekryt_externt")).toBe(true);
    expect(at("contains", "ingenjor", ["operator", "ledare"], "profil")).toEqual(["operator", "ingenjor", "ledare"]);
    expect(at("contains", "ingenjor", ["operator", "ingenjor"], "profil")).toEqual(["operator"]);
    expect(nearestFlip({ field: "x", op: "eq", value: "a" }, "a")).toBeNull();
    expect(nearestFlip({ field: "x", op: "known", value: true }, 3)).toBeNull();
  });

  test("C5 one step back from the flip, the verdict is what it was", () => {
    forAll([atom, facts], (one, those) => {
      const field = fields.get(one.field);
      const fact = factOf(those, one.field);
      const flip = nearestFlip(one, fact, field);
      if (flip === null || typeof flip.to !== "number" || typeof fact !== "number" || one.op === "in") return;
      const step = 10 ** -(field?.decimals ?? 0);
      if (Math.abs(flip.to - fact) < step) return;
      const back = Number((flip.to + Math.sign(fact - flip.to) * step).toFixed(field?.decimals ?? 0));
      expect(verdictOf(one, { ...those, [one.field]: back })).toBe(verdictOf(one, those));
    });
  });
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("C6 a field named %s is unknown", (field) => {
  const one: Condition = { field, op: "ne", value: "x" };
  expect(evaluate(one, {})).toMatchObject({ verdict: "unknown", fact: null, flip: null });
  expect(compileCondition(one)({})).toBe("unknown");
  expect(verdictOf({ field, op: "known", value: true }, {})).toBe("fails");
});

describe("C6 what facts inherit is unknown", () => {
  const one: Condition = { all: [{ field: "vakans", op: "gte", value: 5 }] };
  const both = (those: Facts) => [evaluate(one, those, fields).verdict, compileCondition(one)(those)];
  const own = { vakans: 12 };

  test("from another object, also when that object was judged just before", () => {
    expect(both(own)).toEqual(["holds", "holds"]);
    expect(both(Object.create(own))).toEqual(["unknown", "unknown"]);
    expect(both(own)).toEqual(["holds", "holds"]);
    expect(both(Object.assign(Object.create(null), own))).toEqual(["holds", "holds"]);
    expect(both(Object.assign(Object.create({ vakans: 1 }), own))).toEqual(["holds", "holds"]);
  });

  test("from a changed Object.prototype", () => {
    const judged = () => [both({ skiftandel: 3 }), both({ vakans: 1 })];
    Object.defineProperty(Object.prototype, "vakans", { value: 12, enumerable: true, configurable: true, writable: true });
    let changed: ReturnType<typeof judged>;
    try {
      changed = judged();
    } finally {
      Reflect.deleteProperty(Object.prototype, "vakans");
    }
    expect(changed).toEqual([
      ["unknown", "unknown"],
      ["fails", "fails"],
    ]);
  });
});

test.each([
  ["lt", 5, "4"],
  ["eq", 5, "5"],
  ["ne", "a", 5],
  ["eq", true, "true"],
  ["contains", "a", "a"],
  ["in", ["a"], 5],
  ["in", [1, 2], "1"],
  ["between", [1, 2], "1"],
  ["gte", 0, true],
  ["eq", "a", ["a"]],
  ["gt", 0, Number.NaN],
  ["gt", 0, Number.POSITIVE_INFINITY],
] as const)("C7 %s %j says nothing about %j", (op, value, fact) => {
  expect(verdictOf({ field: "x", op, value } as Atom, { x: fact as FactValue })).toBe("unknown");
});

test("C7 known tells null and absent from a value, and is never unknown", () => {
  const knows = (value: boolean, those: Facts) => verdictOf({ field: "x", op: "known", value }, those);
  expect([knows(true, {}), knows(true, { x: null }), knows(true, { x: 0 }), knows(true, { x: false })]).toEqual([
    "fails",
    "fails",
    "holds",
    "holds",
  ]);
  expect([knows(false, {}), knows(false, { x: 0 })]).toEqual(["holds", "fails"]);
});

test("C8 a compiled condition gives the verdict of evaluate", () => {
  forAll([condition({ known: true }), facts], (one, those) => {
    expect(compileCondition(one)(those)).toBe(verdictOf(one, those));
  });
});

test("C9 a finding keeps the tree and every branch follows from its parts", () => {
  const combined = (finding: Finding): Verdict => {
    const parts = finding.parts.map((part) => part.verdict);
    if ("all" in finding.condition) return kleene.all(parts);
    if ("any" in finding.condition) return kleene.any(parts);
    if ("not" in finding.condition) return kleene.not(parts[0] ?? "unknown");
    return "of" in finding.condition ? kleene.atLeast(finding.condition.atLeast, parts) : finding.verdict;
  };
  const visit = (finding: Finding, one: Condition, those: Facts): void => {
    expect(finding.condition).toBe(one);
    expect(finding.verdict).toBe(combined(finding));
    if ("field" in one) expect(finding.fact).toEqual(factOf(those, one.field));
    expect(finding.parts).toHaveLength(partsOf(one).length);
    for (const [index, part] of finding.parts.entries()) visit(part, partsOf(one)[index] as Condition, those);
  };
  forAll([condition({ known: true }), facts], (one, those) => visit(evaluate(one, those, fields), one, those));
});

describe("C25 what is worked out beforehand changes nothing", () => {
  /** The definition: each comparison by itself, nothing kept. */
  const defined = (one: Condition, those: Facts, catalogue?: FieldCatalogue): Finding => {
    if ("field" in one) {
      const fact = factOf(those, one.field);
      const flip = nearestFlip(one, fact, catalogue?.get(one.field));
      return { condition: one, verdict: atomVerdict(one, fact), fact, flip, parts: [] };
    }
    const parts = partsOf(one).map((part) => defined(part, those, catalogue));
    const its = parts.map((part) => part.verdict);
    const join = (): Verdict => {
      if ("all" in one) return kleene.all(its);
      if ("any" in one) return kleene.any(its);
      return "not" in one ? kleene.not(its[0] as Verdict) : kleene.atLeast(one.atLeast, its);
    };
    return { condition: one, verdict: join(), parts };
  };
  const choices = someFields.flatMap((field) => field.choices?.map(({ key }) => key) ?? []);
  const large = fc.tuple(fc.constantFrom(-1, 1), fc.double({ min: 1e8, max: 1e17, noNaN: true })).map(([sign, size]) => sign * size);
  const anyFact = fc.oneof(
    fc.double(),
    large,
    fc.integer({ min: -200, max: 200 }),
    fc.boolean(),
    fc.constantFrom(...choices, "x"),
    fc.array(fc.constantFrom(...choices, "x"), { maxLength: 6 }),
    fc.constantFrom(null, undefined),
  );
  const anyFacts = fc.record(Object.fromEntries(someFields.map((field) => [field.key, anyFact])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Facts>;
  const listed = fc.oneof(facts, anyFacts);
  /** Whatever an import may hold in place of a value. */
  const anyAtom = fc
    .tuple(
      fc.constantFrom(...someFields, { key: "toString" }, { key: "stray" }),
      atom,
      atom,
      fc.oneof(large, fc.constantFrom<Atom["value"]>([], ["x", 3], 1e9, -1e9)),
    )
    .chain(([field, one, other, odd]) =>
      fc.constantFrom(one.value, other.value, odd).map((value): Atom => ({ field: field.key, op: other.op, value })),
    );

  test("of random conditions", () => {
    forAll([condition({ known: true }), listed], (one, those) => {
      expect(evaluate(one, those, fields)).toEqual(defined(one, those, fields));
      expect(evaluate(one, those)).toEqual(defined(one, those));
      expect(compileCondition(one)(those)).toBe(defined(one, those).verdict);
    });
  });

  test("of comparisons whose value fits neither operator nor field", () => {
    forAll(
      [anyAtom, listed],
      (one, those) => {
        expect(evaluate(one, those, fields)).toEqual(defined(one, those, fields));
        expect(compileCondition(one)(those)).toBe(defined(one, those).verdict);
      },
      5000,
    );
  });

  test("of every comparison, many facts one after the other", () => {
    forAll([fc.oneof(atom, anyAtom), fc.array(anyFact, { minLength: 1, maxLength: 12 })], (one, all) => {
      for (const fact of all) {
        const those = { [one.field]: fact } as Facts;
        expect(evaluate(one, those, fields)).toEqual(defined(one, those, fields));
      }
    });
  });
});

test("C10 the order of the parts does not change the verdict", () => {
  const reversed = (one: Condition): Condition => {
    if ("all" in one) return { all: one.all.map(reversed).reverse() };
    if ("any" in one) return { any: one.any.map(reversed).reverse() };
    if ("not" in one) return { not: reversed(one.not) };
    return "of" in one ? { atLeast: one.atLeast, of: one.of.map(reversed).reverse() } : one;
  };
  forAll([condition({ known: true }), facts], (one, those) => expect(verdictOf(reversed(one), those)).toBe(verdictOf(one, those)));
});

describe("C14 what would change it", () => {
  const reached: Record<Goal, (verdict: Verdict) => boolean> = {
    holds: (verdict) => verdict === "holds",
    fails: (verdict) => verdict === "fails",
    passes: (verdict) => verdict !== "fails",
    not_holds: (verdict) => verdict !== "holds",
  };
  const goals = fc.constantFrom<Goal>("holds", "fails", "passes", "not_holds");

  test("the changes, applied, reach the goal, and none can be left out", () => {
    forAll([condition(), facts, goals], (one, those, goal) => {
      const before = structuredClone(those);
      const changes = nearestChanges(one, those, goal, fields);
      expect(those).toEqual(before);
      if (changes === null) return;
      expect(reached[goal](verdictOf(one, applyChanges(those, changes)))).toBe(true);
      if (reached[goal](verdictOf(one, those))) expect(changes).toEqual([]);
      for (const change of changes) {
        const fewer = changes.filter((other) => other !== change);
        expect(reached[goal](verdictOf(one, applyChanges(those, fewer)))).toBe(false);
      }
    });
  });

  test("finds the nearest single fact where one will do", () => {
    const one: Condition = {
      all: [
        { field: "skiftandel", op: "gte", value: 25 },
        {
          any: [
            { field: "vakans", op: "gte", value: 5 },
            { field: "rekryt_externt", op: "eq", value: true },
          ],
        },
      ],
    };
    const changes = nearestChanges(one, { skiftandel: 38, vakans: 12, rekryt_externt: true }, "fails", fields);
    expect(changes).toMatchObject([{ atom: { field: "skiftandel" }, from: 38, to: 24.9 }]);
  });

  test("takes both sides of a signed gap at once, and every key of a list", () => {
    const gap: Condition = {
      any: [
        { field: "gap.boende", op: "gte", value: 15 },
        { field: "gap.boende", op: "lte", value: -15 },
      ],
    };
    expect(nearestChanges(gap, { "gap.boende": -22 }, "fails", fields)).toMatchObject([{ from: -22, to: -14.9 }]);
    const list: Condition = {
      any: [
        { field: "profil", op: "contains", value: "operator" },
        { field: "profil", op: "contains", value: "ledare" },
      ],
    };
    expect(nearestChanges(list, { profil: ["operator", "ingenjor", "ledare"] }, "fails", fields)).toMatchObject([{ to: ["ingenjor"] }]);
  });

  test("prefers a fact that is not a party's own", () => {
    const one: Condition = {
      all: [
        { field: "fas", op: "eq", value: "stabil" },
        { field: "bostadslage", op: "eq", value: "brist" },
      ],
    };
    expect(nearestChanges(one, { fas: "stabil", bostadslage: "brist" }, "fails", fields)).toMatchObject([
      { atom: { field: "bostadslage" } },
    ]);
  });

  test("an unknown fact is given the value that decides", () => {
    expect(nearestChanges({ field: "vakans", op: "gte", value: 5 }, {}, "fails", fields)).toMatchObject([{ from: null, to: 4.9 }]);
    expect(nearestChanges({ field: "vakans", op: "gte", value: 5 }, {}, "passes", fields)).toEqual([]);
  });

  test("null where nothing helps", () => {
    expect(nearestChanges({ field: "skiftandel", op: "gte", value: 0 }, { skiftandel: 3 }, "fails", fields)).toBeNull();
  });
});

test("C15 knowing only the facts an explanation names gives the same verdict", () => {
  forAll([condition(), facts], (one, those) => {
    const finding = evaluate(one, those, fields);
    const { atoms } = explain(finding, fields);
    const told = Object.fromEntries(atoms.map(({ condition: { field } }) => [field, those[field] ?? null]));
    if (finding.verdict === "unknown") expect(atoms).toEqual([]);
    else expect(verdictOf(one, told)).toBe(finding.verdict);
  });
});

test("C15 an explanation takes one reason where one will do, a public one first, and says whether one turns it", () => {
  const those = { fas: "stabil", vakans: 12, skiftandel: 30 };
  const any: Condition = {
    any: [
      { field: "fas", op: "eq", value: "stabil" },
      { field: "vakans", op: "gte", value: 5 },
      { field: "skiftandel", op: "gte", value: 25 },
    ],
  };
  const told = explain(evaluate(any, those), fields);
  expect(told.atoms.map((one) => one.condition.field)).toEqual(["vakans"]);
  expect(told.oneTurnsIt).toBe(false);
  const failing = explain(evaluate(any, { fas: "expansion", vakans: 1, skiftandel: 3 }), fields);
  expect(failing.atoms).toHaveLength(3);
  expect(failing.oneTurnsIt).toBe(true);
});

test("C15 of at least one of three that all fail, all three are the explanation; of at least two, any two", () => {
  const of = ["vakans", "skiftandel", "bef_trend5"].map((field): Condition => ({ field, op: "gte", value: 50 }));
  const named = (atLeast: number, value: number) =>
    explain(evaluate({ atLeast, of }, { vakans: value, skiftandel: value, bef_trend5: value }), fields).atoms.length;
  expect([named(1, 1), named(2, 1), named(3, 1)]).toEqual([3, 2, 1]);
  expect([named(1, 55), named(2, 55), named(3, 55)]).toEqual([1, 2, 3]);
});
