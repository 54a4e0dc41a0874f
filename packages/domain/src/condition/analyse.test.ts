import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { condition, fields, forAll, someFields, valueIn } from "../../test/arbitraries.ts";
import { catalogueOf, measure, rule, catalogue as shared } from "../../test/world.ts";
import type { MeasureRule } from "../catalogue/types.ts";
import { analyseCatalogue } from "./analyse.ts";
import { compileCondition } from "./evaluate.ts";
import { findingText } from "./finding-text.ts";
import type { CatalogueFinding, CatalogueFindingCode } from "./findings.ts";
import type { Atom, Condition, Facts } from "./types.ts";

const x = (op: Atom["op"], value: Atom["value"], field = "vakans"): Condition => ({ field, op, value });
const never: Condition = { all: [x("lt", 3), x("gt", 5)] };
const always: Condition = { any: [x("lt", 5), x("gte", 3)] };

const worlds = fc.sample(fc.record(Object.fromEntries(someFields.map((field) => [field.key, valueIn(field)]))), {
  numRuns: 50,
  seed: 21,
}) as readonly Facts[];

/** Measures A, B, C … with the rules given, on effects of their own. */
function analyse(rules: readonly Partial<MeasureRule>[], maxSteps?: number): readonly CatalogueFinding[] {
  const ids = ["A", "B", "C", "D", "E"];
  const entries = rules.map((its, index) => {
    const id = ids[index] ?? "Z";
    return [
      measure(id, "boende", { sv: `Åtgärd ${id}`, en: `Measure ${id}`, effects: { boende: 3, [`own${id}`]: 1 } }),
      rule(its),
    ] as const;
  });
  return analyseCatalogue({ ...catalogueOf(entries), fields }, maxSteps);
}
const codes = (rules: readonly Partial<MeasureRule>[], maxSteps?: number): readonly CatalogueFindingCode[] =>
  analyse(rules, maxSteps).map((finding) => finding.code);
const texts = (rules: readonly Partial<MeasureRule>[]) =>
  analyse(rules).map((finding) => [findingText(finding, "sv"), findingText(finding, "en")].map((text) => text.replaceAll("\u00a0", " ")));

describe("C20 clauses", () => {
  test("a sound rule has no findings", () => {
    expect(
      analyse([{ require: x("gte", 5), boost: [x("gte", 10), x("gte", 25, "skiftandel")], damp: [x("lt", 15, "restid_stad")] }]),
    ).toEqual([]);
  });
  test("every fault of a condition is told with its clause and path; the rest of the rule is still judged", () => {
    const its = { exclude: x("gte", 1, "no_such"), boost: [always, { all: [] }, x("gte", 101)] };
    expect(analyse([its])).toMatchObject([
      {
        code: "invalid_condition",
        clause: { name: "exclude", index: null },
        problem: { code: "unknown_field", path: "field", field: "no_such" },
      },
      { code: "invalid_condition", clause: { name: "boost", index: 1 }, problem: { code: "empty_branch" } },
      { code: "invalid_condition", clause: { name: "boost", index: 2 }, problem: { code: "out_of_range" } },
      { code: "always_holds", clause: { name: "boost", index: 0 } },
    ]);
  });
  test("anything at all in place of a condition is a finding, not a crash", () => {
    for (const junk of [null, 3, "x", [], {}, { all: 3 }, { not: null }, { field: "vakans" }]) {
      const found = codes([{ boost: [junk as unknown as Condition] }]);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found)).toEqual(new Set(["invalid_condition"]));
    }
  });
  test("never and always, in every clause", () => {
    expect(analyse([{ boost: [never], damp: [always] }])).toMatchObject([
      { code: "never_holds", clause: { name: "boost", index: 0 } },
      { code: "always_holds", clause: { name: "damp", index: 0 } },
    ]);
    expect(codes([{ exclude: never }])).toEqual(["never_holds", "gate_always_opens"]);
    expect(codes([{ exclude: always }])).toEqual(["always_holds", "gate_never_opens"]);
    expect(codes([{ require: never }])).toEqual(["never_holds", "gate_never_opens"]);
  });
  test("the same condition twice, in any order of its parts, in the rule or in a branch", () => {
    const [a, b] = [x("gte", 5), x("in", ["balans", "overskott"], "bostadslage")];
    const turned = x("in", ["overskott", "balans"], "bostadslage");
    expect(analyse([{ require: { all: [a, b] }, boost: [a, { all: [turned, a] }] }])).toMatchObject([
      { code: "duplicate_clauses", clause: { name: "boost", index: 1 }, other: { name: "require" } },
    ]);
    expect(codes([{ require: { any: [b, { all: [a, x("gte", 30, "skiftandel"), a] }, turned] } }])).toEqual([
      "duplicate_parts",
      "duplicate_parts",
    ]);
    expect(codes([{ boost: [{ all: [a, b] }, { any: [a, b] }, { atLeast: 1, of: [a, b] }, { not: a }] }])).toEqual([]);
  });
});

describe("C21 the gate as a whole", () => {
  test("a requirement that the exclusion covers never opens", () => {
    expect(codes([{ require: x("gte", 8), exclude: x("gte", 5) }])).toEqual(["gate_never_opens"]);
    expect(codes([{ require: x("gte", 5), exclude: x("gt", 5) }])).toEqual([]);
  });
  test("boosts and damps that can hold, but not where the gate is open", () => {
    expect(analyse([{ require: x("gte", 5), boost: [x("lt", 5), x("lt", 6)], damp: [x("eq", 2)] }])).toMatchObject([
      { code: "never_with_gate", clause: { name: "boost", index: 0 } },
      { code: "never_with_gate", clause: { name: "damp", index: 0 } },
    ]);
    expect(codes([{ exclude: { any: [x("gte", 5), x("lt", 2)] }, boost: [{ any: [x("gte", 6), x("eq", 1)] }] }])).toEqual([
      "never_with_gate",
    ]);
  });
  test("what is in place must be excluded, by meaning", () => {
    const inPlace = x("gte", 5);
    expect(codes([{ inPlace }])).toEqual(["in_place_not_excluded"]);
    expect(codes([{ inPlace, exclude: x("gt", 5) }])).toEqual(["in_place_not_excluded"]);
    expect(codes([{ inPlace, exclude: { any: [x("eq", true, "rekryt_externt"), inPlace] } }])).toEqual([]);
    expect(codes([{ inPlace, exclude: x("gte", 4) }])).toEqual([]);
  });
  test("past the bound it is undecided, clause and gate, and nothing is claimed", () => {
    expect(new Set(codes([{ require: never, exclude: always, boost: [{ not: always }] }], 1))).toEqual(
      new Set(["undecided", "gate_undecided"]),
    );
  });
  test("for random rules: a gate said never to open is open in no world, one said always to open shut in none", () => {
    const seen = { never: 0, always: 0 };
    forAll([condition(), condition()], (require, exclude) => {
      const open: Condition = { all: [require, { not: exclude }] };
      for (const its of [
        { require, exclude },
        { require, exclude: { any: [exclude, require] } },
      ]) {
        const found = codes([its]);
        const gate = its.exclude === exclude ? open : { all: [require, { not: its.exclude }] };
        const [never, always] = [found.includes("gate_never_opens"), found.includes("gate_always_opens")];
        if (never) seen.never += 1;
        if (always) seen.always += 1;
        for (const world of worlds) {
          const verdict = compileCondition(gate)(world);
          if (never) expect(verdict).toBe("fails");
          if (always) expect(verdict).toBe("holds");
        }
        // Where all that is required is excluded, nothing gets through.
        if (its.exclude !== exclude) expect(never).toBe(true);
      }
    });
    expect(seen.never).toBeGreaterThan(0);
  });
});

describe("C22 links between measures", () => {
  test("circles of prerequisites, each once, from the smallest id; also of one", () => {
    const found = analyse([
      { prerequisites: ["C"] },
      { prerequisites: ["A"] },
      { prerequisites: ["B"] },
      { prerequisites: ["A"] },
      { prerequisites: ["E"] },
    ]);
    expect(found.map((finding) => finding.code === "circular_prerequisites" && finding.measures.map(({ id }) => id))).toEqual([
      ["A", "C", "B"],
      ["E"],
    ]);
  });
  test("two circles that share nothing of each other but a measure are both told", () => {
    const found = analyse([{ prerequisites: ["B", "C"] }, { prerequisites: ["A"] }, { prerequisites: ["A"] }]);
    expect(found.map((finding) => finding.code === "circular_prerequisites" && finding.measures.map(({ id }) => id))).toEqual([
      ["A", "B"],
      ["C", "A"],
    ]);
  });
  test("a chain without a circle is none", () => {
    expect(codes([{ prerequisites: ["B", "C"] }, { prerequisites: ["C"] }, {}])).toEqual([]);
  });
  test("a conflict with a prerequisite, however far, told by either side", () => {
    const direct = analyse([{ prerequisites: ["B"], conflicts: ["B"] }, { conflicts: ["A"] }]);
    expect(direct).toMatchObject([{ code: "conflicts_with_prerequisite", through: [{ id: "A" }, { id: "B" }] }]);
    const far = analyse([{ prerequisites: ["B"] }, { prerequisites: ["C"] }, { conflicts: ["A"] }]);
    expect(far).toMatchObject([
      { code: "conflicts_with_prerequisite", measure: { id: "A" }, through: [{ id: "A" }, { id: "B" }, { id: "C" }] },
      { code: "one_sided_conflict", measure: { id: "C" }, other: { id: "A" } },
    ]);
  });
  test("one-sided conflicts, measures that do not exist, oneself, and the same twice", () => {
    expect(codes([{ conflicts: ["B"] }, {}])).toEqual(["one_sided_conflict"]);
    expect(codes([{ conflicts: ["B"] }, { conflicts: ["A"] }])).toEqual([]);
    expect(
      analyse([
        {
          prerequisites: ["X1", "toString"],
          conflicts: ["X2", "A"],
          synergies: [
            { with: "X3", factor: 1.1 },
            { with: "B", factor: 1.1 },
            { with: "B", factor: 1 },
          ],
        },
        {},
      ]),
    ).toMatchObject([
      { code: "unknown_measure", list: "prerequisites", id: "X1" },
      { code: "unknown_measure", list: "prerequisites", id: "toString" },
      { code: "unknown_measure", list: "conflicts", id: "X2" },
      { code: "refers_to_itself", list: "conflicts" },
      { code: "unknown_measure", list: "synergies", id: "X3" },
      { code: "duplicate_reference", list: "synergies", id: "B" },
    ]);
  });
  test("two measures that no place can tell apart, one id twice, a rule or a measure alone", () => {
    const twin = (id: string, its: Partial<MeasureRule>) => [measure(id, "boende"), rule(its)] as const;
    const [a, b] = [x("gte", 5), x("gte", 25, "skiftandel")];
    const of = catalogueOf([
      twin("A", { require: { all: [a, b] }, boost: [x("gte", 9), x("gte", 40, "skiftandel")] }),
      twin("B", { require: { all: [b, a] }, boost: [x("gte", 40, "skiftandel"), x("gte", 9)] }),
      twin("C", { require: { any: [a, b] } }),
    ]);
    expect(analyseCatalogue({ ...of, fields })).toMatchObject([{ code: "duplicate_measures", measure: { id: "B" }, other: { id: "A" } }]);
    const [first] = of.measures;
    const alone = {
      measures: [first, first, measure("N", "arbete")].filter((one) => one !== undefined),
      rules: { A: rule(), S: rule() },
      fields,
    };
    expect(analyseCatalogue(alone).map((finding) => finding.code)).toEqual([
      "duplicate_id",
      "measure_without_rule",
      "rule_without_measure",
    ]);
  });
  test("the order of the catalogue does not change what is found", () => {
    const sorted = (measures: typeof shared.measures) =>
      analyseCatalogue({ ...shared, measures, fields })
        .map((finding) => findingText(finding, "en"))
        .sort();
    expect(sorted([...shared.measures].reverse())).toEqual(sorted(shared.measures));
  });
});

describe("C24 a finding in plain words", () => {
  test("in both languages, with titles and readings", () => {
    expect(texts([{ require: never }])).toEqual([
      [
        "”Åtgärd A” (A): kravet (vakansgraden i allmännyttan är under 3 procent och vakansgraden i allmännyttan är över 5 procent) kan aldrig uppfyllas.",
        "“Measure A” (A): the requirement (the vacancy rate in municipal housing is below 3 per cent and the vacancy rate in municipal housing is above 5 per cent) can never hold.",
      ],
      [
        "”Åtgärd A” (A) kan aldrig ges: kravet och uteslutningen kan inte båda släppa igenom den.",
        "“Measure A” (A) can never be advised: the requirement and the exclusion cannot both let it through.",
      ],
    ]);
    expect(texts([{ prerequisites: ["B"] }, { prerequisites: ["A"] }])).toEqual([
      [
        "Förutsättningarna går i cirkel, så ingen av åtgärderna kan göras först: ”Åtgärd A” (A) → ”Åtgärd B” (B) → ”Åtgärd A” (A).",
        "The prerequisites go in a circle, so none of the measures can be done first: “Measure A” (A) → “Measure B” (B) → “Measure A” (A).",
      ],
    ]);
    expect(texts([{ boost: [x("gte", 101)] }])).toEqual([
      [
        "”Åtgärd A” (A): förstärkning 1 är fel (vid value): värdet ligger utanför det tillåtna (vakans).",
        "“Measure A” (A): boost 1 is faulty (at value): the value is outside what is allowed (vakans).",
      ],
    ]);
  });
  test("every finding of these tests is a whole sentence without holes", () => {
    const all = [
      ...analyse([
        { require: never, exclude: always, boost: [x("gte", 101), always], inPlace: x("gte", 9), conflicts: ["A", "B", "B", "Q"] },
        {},
      ]),
      ...analyse([
        { require: x("gte", 5), boost: [x("lt", 5), x("gte", 5)] },
        { require: { any: [x("gte", 5), x("gte", 5)] }, inPlace: x("gte", 9) },
      ]),
      ...analyse([{ prerequisites: ["B"], conflicts: ["B"] }, { prerequisites: ["A"] }]),
      ...analyse([{ require: never, exclude: always }], 1),
    ];
    expect(new Set(all.map((finding) => finding.code)).size).toBeGreaterThan(12);
    for (const finding of all) {
      for (const locale of ["sv", "en"] as const) {
        expect(findingText(finding, locale)).toMatch(/^[”“A-ZÅÄÖ].*\.$/);
        expect(findingText(finding, locale)).not.toMatch(/undefined|null|\[object|NaN/);
      }
    }
  });
});
