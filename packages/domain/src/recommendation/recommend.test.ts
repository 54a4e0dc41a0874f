import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fields, forAll, input } from "../../test/arbitraries.ts";
import { catalogue, catalogueOf, even, inputOf, instrument, measure, rule, scored } from "../../test/world.ts";
import type { Catalogue, Measure, MeasureRule } from "../catalogue/types.ts";
import { evaluate } from "../condition/evaluate.ts";
import type { Condition, Facts } from "../condition/types.ts";
import { sum } from "../scoring/sum.ts";
import { needsOf } from "./need.ts";
import { recommend } from "./recommend.ts";
import { byScore, select } from "./select.ts";
import type { AdviceInput, AdvisedMeasure } from "./types.ts";

const advise = (its: AdviceInput, of: Catalogue = catalogue) => recommend({ instrument, catalogue: of, input: its });
const find = (its: AdviceInput, id: string, of: Catalogue = catalogue): AdvisedMeasure => {
  const found = advise(its, of).measures.find((one) => one.measureId === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
};
const one = (extra: Partial<Measure>, its: Partial<MeasureRule> = {}, of: Partial<Catalogue> = {}): Catalogue =>
  catalogueOf([[measure("X", "boende", extra), rule(its)]], of);
/** The single measure's factor of a kind, as it stands in the formula. */
const factor = (kind: string, its: AdviceInput, of: Catalogue): number | undefined =>
  find(its, "X", of).contributions.find((part) => part.kind === kind)?.value;
const yes: Condition = { field: "rekryt_externt", op: "eq", value: true };
const withFacts = (facts: Facts, extra: Partial<AdviceInput> = {}) => inputOf(even, facts, extra);

describe("the gate", () => {
  test.each([
    ["exclude true", { exclude: yes }, true, "excluded"],
    ["exclude false", { exclude: yes }, false, "advised"],
    ["exclude unknown", { exclude: yes }, null, "advised"],
    ["require true", { require: yes }, true, "advised"],
    ["require false", { require: yes }, false, "excluded"],
    ["require unknown", { require: yes }, null, "advised"],
    ["in place", { inPlace: yes, exclude: yes }, true, "in_place"],
    ["no condition", {}, null, "advised"],
  ] as const)("M1 %s", (_, its, fact, status) => {
    expect(find(withFacts({ rekryt_externt: fact }), "X", one({}, its)).status).toBe(status);
  });
  test.each([
    ["exclude unknown", { exclude: yes }, null, "held_back"],
    ["require unknown", { require: yes }, null, "held_back"],
    ["require true", { require: yes }, true, "advised"],
    ["exclude true, so excluded and not held back", { exclude: yes }, true, "excluded"],
  ] as const)("M2 a harmful measure: %s", (_, its, fact, status) => {
    const found = find(withFacts({ rekryt_externt: fact }), "X", one({ harm: true }, its));
    expect(found.status).toBe(status);
    if (status !== "advised") expect([found.score, found.rank, found.contributions]).toEqual([null, null, []]);
  });
  test("M1 done comes before everything", () => {
    expect(find(withFacts({ rekryt_externt: true }, { done: ["X"] }), "X", one({}, { exclude: yes })).status).toBe("done");
  });
  test("M3 an unknown requirement takes 5 %, an unknown exclusion nothing", () => {
    const unknown = withFacts({ rekryt_externt: null });
    expect(factor("unknown_requirement", unknown, one({}, { require: yes }))).toBe(0.95);
    expect(factor("unknown_requirement", unknown, one({}, { exclude: yes }))).toBeUndefined();
    expect(factor("unknown_requirement", withFacts({ rekryt_externt: true }), one({}, { require: yes }))).toBeUndefined();
  });
});

describe("need and relevance", () => {
  test("M4 by hand: 1.2 · (1 − 0.38) · (0.6 + 0.2·3) = 0.8928", () => {
    expect(needsOf(instrument, inputOf(even)).get("boende")?.need).toBeCloseTo(0.8928, 12);
  });
  test("M4 with a fact index: s = 0.7·38 + 0.3·20 = 32.6", () => {
    const need = needsOf(instrument, inputOf(even, {}, { factIndex: { boende: 20 } })).get("boende");
    expect(need?.standing).toBeCloseTo(32.6, 12);
    expect(need?.need).toBeCloseTo(1.2 * 0.674 * 1.2, 12);
  });
  test("M4 without importance it counts as 3; without a score as the mean of the others; 50 if none has one", () => {
    const need = (its: AdviceInput, id: string) => needsOf(instrument, its).get(id);
    expect(need(inputOf({ ...even, boende: { municipality: 40, industry: 36 } }), "boende")?.need).toBeCloseTo(1.2 * 0.62, 12);
    const partial = inputOf({ ...even, samverkan: { municipality: null, industry: null } });
    expect(need(partial, "samverkan")).toMatchObject({ perceived: null, standing: (38 + 58) / 2 });
    expect(need(inputOf({}), "boende")).toMatchObject({ perceived: null, standing: 50 });
  });
  test("M5 by hand: main (0.8928·3)/3, side 0.35·(0.5·1)/3", () => {
    const found = find(inputOf(even), "X", one({ effects: { boende: 3, samverkan: 1 } }));
    expect(found.contributions.slice(0, 2)).toEqual([
      { kind: "need", dimensionId: "boende", points: expect.closeTo(0.8928, 10), value: expect.closeTo(0.8928, 10) },
      { kind: "side_need", dimensionId: "samverkan", points: expect.closeTo((0.35 * 0.5) / 3, 10), value: 0.5 },
    ]);
  });
});

describe("factors", () => {
  const no: Condition = { field: "ob_omsorg", op: "eq", value: true };
  const facts = { rekryt_externt: true, ob_omsorg: false };
  test.each<readonly [string, Partial<MeasureRule>, number]>([
    ["without any condition", {}, 0.9],
    ["with an exclusion only", { exclude: no }, 1],
    ["with a requirement that holds", { require: yes }, 1.1],
    ["with a requirement and a boost", { require: yes, boost: [yes] }, 1.25],
    ["with a boost that fails", { boost: [no] }, 1],
    ["with two boosts", { boost: [yes, yes] }, 1.3],
    ["at the ceiling", { require: yes, boost: [yes, yes, yes, yes] }, 1.45],
    ["with a damp", { boost: [yes], damp: [yes] }, 1.15 * 0.8],
    ["with two damps at the ceiling", { require: yes, boost: [yes, yes, yes], damp: [yes, yes] }, 1.45 * 0.64],
    ["with a damp that fails", { damp: [no] }, 1],
  ])("M6 fit %s is %d", (_, its, expected) => {
    expect(factor("fit", withFacts(facts), one({}, its))).toBeCloseTo(expected, 12);
  });
  test.each([
    ["a", false, 1],
    ["b", false, 0.95],
    ["c", false, 0.85],
    ["d", false, 0.75],
    ["a", true, 0.5],
    ["b", true, 0.75],
  ] as const)("M7 evidence %s, disputed %s: %d", (grade, mixed, expected) => {
    expect(factor("evidence", inputOf(even), one({ evidence: { grade, mixed, note: null } }))).toBe(expected);
  });
  test.each([
    ["small", false, 0.5, 1],
    ["small", true, 0, 1],
    ["medium", false, 2, 0.95],
    ["medium", true, 2, 0.85],
    ["medium", null, null, 0.9],
    ["medium", false, 0.9, 0.95 * 0.95],
    ["large", false, 3, 0.9],
    ["large", true, 3, 0.65],
    ["large", null, 3, 0.775],
    ["large", true, 0.5, 0.65 * 0.9],
    ["large", true, 1, 0.65 * 0.95],
    ["large", true, null, 0.65 * 0.95],
  ] as const)("M8 %s cost, weak finances %s, %s posts: %d", (cost, weak, posts, expected) => {
    expect(factor("feasibility", withFacts({ ekonomi_svag: weak, utv_resurs: posts }), one({ cost }))).toBeCloseTo(expected, 12);
  });
  test("M8 a costly measure under weak finances is shown, and says that it needs outside funding", () => {
    expect(find(withFacts({ ekonomi_svag: true }), "X", one({ cost: "large" }))).toMatchObject({
      status: "advised",
      needsExternalFunding: true,
    });
    expect(find(withFacts({ ekonomi_svag: false }), "X", one({ cost: "large" })).needsExternalFunding).toBe(false);
    expect(find(withFacts({ ekonomi_svag: true }), "X", one({ cost: "medium" })).needsExternalFunding).toBe(false);
  });
  test("M9 a measure that half of the places get loses a tenth", () => {
    expect(factor("commonness", inputOf(even), one({}, {}, { commonness: { X: 0.5 } }))).toBeCloseTo(0.9, 12);
    expect(factor("commonness", inputOf(even), one({}))).toBe(1);
  });
  test("the whole, by hand: 0.8928 · 1.25 · 0.85 · 0.85 · 0.9 = 0.7257…", () => {
    const its = one({ cost: "medium" }, { require: yes, boost: [yes] }, { commonness: { X: 0.5 } });
    expect(find(withFacts({ rekryt_externt: true, ekonomi_svag: true, utv_resurs: 2 }), "X", its).score).toBeCloseTo(
      0.8928 * 1.25 * 0.85 * 0.85 * 0.9,
      12,
    );
  });
});

describe("over random places", () => {
  test("M10 the contributions sum to the score", () => {
    forAll([input], (its) => {
      for (const found of advise(its).measures) {
        if (found.score === null) expect(found.contributions).toEqual([]);
        else expect(sum(found.contributions.map((part) => part.points))).toBeCloseTo(found.score, 9);
      }
    });
  });

  test("M11 neither the order of the catalogue nor that of keys matters", () => {
    const turned = (value: unknown): unknown =>
      typeof value !== "object" || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, turned(inner)]),
          );
    forAll(
      [input, fc.shuffledSubarray([...catalogue.measures], { minLength: catalogue.measures.length })],
      (its, measures) => {
        const other = { ...(turned(catalogue) as Catalogue), measures };
        expect(advise(turned(its) as AdviceInput, other)).toEqual(advise(its));
      },
      300,
    );
  });

  test("M12 a new measure changes no other's score and reorders no others", () => {
    const added: Catalogue = {
      ...catalogue,
      measures: [measure("AA00", "boende", { retains: true }), ...catalogue.measures],
      rules: { ...catalogue.rules, AA00: rule() },
    };
    forAll(
      [input],
      (its) => {
        const order = (of: Catalogue) =>
          select(instrument, of, its)
            .candidates.filter(({ gate }) => gate.status === "open")
            .sort(byScore)
            .map(({ measure: { id }, factors }) => [id, factors.score])
            .filter(([id]) => id !== "AA00");
        expect(order(added)).toEqual(order(catalogue));
      },
      300,
    );
  });

  test("M13 every measure exactly once, in order", () => {
    forAll([input], (its) => {
      const { measures } = advise(its, { ...catalogue, basicPackage: ["SV01", "AR03"] });
      expect(measures.map((found) => found.measureId).sort()).toEqual(catalogue.measures.map(({ id }) => id).sort());
      const of = (status: string) => measures.filter((found) => found.status === status);
      const [advised, basic] = [of("advised"), of("basic")];
      expect(measures.slice(0, advised.length + basic.length)).toEqual([...advised, ...basic]);
      for (const list of [advised, basic]) {
        expect(list.map((found) => found.rank)).toEqual(list.map((_, index) => index + 1));
        for (let i = 1; i < list.length; i += 1) expect(list[i - 1]?.score).toBeGreaterThanOrEqual(list[i]?.score ?? 0);
      }
      const rest = measures.slice(advised.length + basic.length).map((found) => found.measureId);
      expect(rest).toEqual([...rest].sort());
      expect(advised.length).toBeLessThanOrEqual(9);
      if (of("open").length > 0) expect(advised).toHaveLength(9);
    });
  });

  test("M28 reasons never contradict gate, facts and contributions", () => {
    forAll([input], (its) => {
      for (const found of advise(its).measures) {
        const { suits, weakest, whyNot, status, strongest } = found;
        expect(whyNot === null).toBe(status === "advised" || status === "basic");
        if (suits.template === "suits.facts") {
          for (let i = 0; i < Number(suits.values.count); i += 1)
            expect(its.facts[String(suits.values[`field${i}`])] ?? null).not.toBeNull();
        }
        if (weakest.template === "weakest.damp") expect(found.damps.some((damp) => damp.verdict === "holds")).toBe(true);
        if (weakest.template === "weakest.unknown") expect(found.gate.require?.verdict).toBe("unknown");
        if (whyNot?.template === "not.excluded") expect(found.gate.exclude?.verdict).toBe("holds");
        if (whyNot?.template === "not.required") expect(found.gate.require?.verdict).toBe("fails");
        if (strongest.template === "strongest.statement") expect(Number(strongest.values.score)).toBeLessThan(50);
        const needs = found.contributions.filter((part) => part.kind === "need" || part.kind === "side_need");
        const top = Math.max(...needs.map((part) => part.points));
        const named = needs.find((part) => part.dimensionId === strongest.values.dimensionId);
        if (found.score !== null && strongest.template !== "strongest.gap" && strongest.template !== "strongest.fact_gap")
          expect(named?.points).toBe(top);
      }
    });
  });
});

describe("floor and triggers", () => {
  /** Twelve plain measures that all beat what the rules must bring in. */
  const strong = (mainDimension: string, count = 12): readonly (readonly [Measure, MeasureRule])[] =>
    Array.from({ length: count }, (_, index) => [
      measure(`S${String(index).padStart(2, "0")}`, mainDimension, { evidence: { grade: "a", mixed: false, note: null } }),
      rule({ boost: [yes, yes] }),
    ]);
  const weak = { effects: { samverkan: 1 }, evidence: { grade: "d", mixed: false, note: null } } as const;
  const place = {
    boende: { municipality: 30, industry: 30 },
    arbete: { municipality: 60, industry: 60 },
    samverkan: { municipality: 80, industry: 80 },
  };
  const ids = (its: AdviceInput, of: Catalogue, status = "advised") =>
    advise(its, of)
      .measures.filter((found) => found.status === status)
      .map((found) => found.measureId);

  test("M13 nine at most, and equal scores stand by id", () => {
    const of = catalogueOf([...strong("boende")].reverse());
    expect(ids(inputOf(place), of)).toEqual(["S00", "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08"]);
    expect(ids(inputOf(place), of, "open")).toEqual(["S09", "S10", "S11"]);
  });
  test("M13 the basic package stands apart, ten at most, and only what passes its gate", () => {
    const of = catalogueOf(strong("boende", 24), {
      basicPackage: Array.from({ length: 12 }, (_, index) => `S${String(index).padStart(2, "0")}`),
    });
    expect(ids(inputOf(place), of, "basic")).toHaveLength(10);
    expect(ids(inputOf(place), of)).toHaveLength(9);
    expect(ids(inputOf(place), of)[0]).toBe("S10");
    const closed = { ...of, rules: { ...of.rules, S00: rule({ exclude: yes }) } };
    expect(find(inputOf(place, { rekryt_externt: true }), "S00", closed).status).toBe("excluded");
  });

  const low = { ...place, samverkan: { municipality: 20, industry: 20 } };
  test("M14 the weakest dimension gets its best measure, in the last seat", () => {
    const of = catalogueOf([
      ...strong("boende"),
      [measure("W1", "samverkan", weak), rule()],
      [measure("W2", "samverkan", { ...weak, effects: { samverkan: 2 } }), rule()],
    ]);
    const its = inputOf(low, { rekryt_externt: true });
    expect(ids(its, of)).toEqual(["S00", "S01", "S02", "S03", "S04", "S05", "S06", "S07", "W2"]);
    expect(find(its, "W2", of)).toMatchObject({ broughtBy: "weakest_dimension", rank: 9 });
  });
  test("M14 without a measure of its own it gets one that has an effect on it; without any, nothing", () => {
    const side = catalogueOf([
      ...strong("boende"),
      [measure("W1", "arbete", { effects: { arbete: 1, samverkan: 1 }, evidence: weak.evidence }), rule()],
    ]);
    expect(find(inputOf(low, { rekryt_externt: true }), "W1", side).broughtBy).toBe("weakest_dimension");
    expect(ids(inputOf(low), catalogueOf(strong("boende")))).toHaveLength(9);
    const shut = catalogueOf([...strong("boende"), [measure("W1", "samverkan", weak), rule({ exclude: yes })]]);
    expect(find(inputOf(low, { rekryt_externt: true }), "W1", shut).status).toBe("excluded");
  });

  const workshop: readonly [Measure, MeasureRule] = [
    measure("G1", "samverkan", weak),
    rule({ require: { field: "max_gap", op: "gte", value: 20 } }),
  ];
  test.each([
    [20, "advised"],
    [19.9, "excluded"],
  ])("M15 a gap of %d: the workshop is %s", (gap, status) => {
    const its = inputOf({ ...place, arbete: { municipality: 60 + gap, industry: 60 } }, { rekryt_externt: true });
    expect(find(its, "G1", catalogueOf([...strong("boende"), workshop]))).toMatchObject({
      status,
      broughtBy: status === "advised" ? "gap" : null,
    });
  });
  test("M15 in the basic package it is not brought in a second time", () => {
    const its = inputOf({ ...place, arbete: { municipality: 82, industry: 60 } }, { rekryt_externt: true });
    expect(find(its, "G1", catalogueOf([...strong("boende"), workshop], { basicPackage: ["G1"] }))).toMatchObject({
      status: "basic",
      broughtBy: null,
    });
  });

  const netnography: readonly [Measure, MeasureRule] = [
    measure("F1", "samverkan", weak),
    rule({ require: { field: "fact_gap_abs", op: "gte", value: 25 } }),
  ];
  test.each([
    ["a clear one", 15, 80, "fact_gap"],
    ["a difference of 40 that is not clear", 40, 80, null],
    ["no fact index", null, 80, null],
  ])("M16 %s", (_, fact, samverkan, broughtBy) => {
    const its = inputOf(
      { ...place, samverkan: { municipality: samverkan, industry: samverkan } },
      { rekryt_externt: true, fact_gap_abs: 40 },
      { factIndex: { samverkan: fact } },
    );
    expect(find(its, "F1", catalogueOf([...strong("boende"), netnography])).broughtBy).toBe(broughtBy);
  });

  test("M17 one that keeps people is brought in where the nine have none, and only then", () => {
    const keeps: readonly [Measure, MeasureRule] = [measure("K1", "samverkan", { ...weak, retains: true }), rule()];
    const its = inputOf(place, { rekryt_externt: true });
    expect(find(its, "K1", catalogueOf([...strong("boende"), keeps])).broughtBy).toBe("retain");
    const among = strong("boende").map(([its2, r], index) => [index === 8 ? { ...its2, retains: true } : its2, r] as const);
    expect(find(its, "K1", catalogueOf([...among, keeps]))).toMatchObject({ status: "open", broughtBy: null });
  });

  test("M18 four rules at once take four seats, the ones at the bottom, and keep what each other needs", () => {
    const others = [
      workshop,
      netnography,
      [measure("K1", "arbete", { ...weak, effects: { arbete: 1 }, retains: true }), rule()],
      [measure("W1", "samverkan", { ...weak, effects: { samverkan: 2 } }), rule()],
    ] as const;
    const its = inputOf(
      {
        boende: { municipality: 30, industry: 30 },
        arbete: { municipality: 85, industry: 61 },
        samverkan: { municipality: 20, industry: 20 },
      },
      { rekryt_externt: true, fact_gap_abs: 60 },
      { factIndex: { arbete: 10 } },
    );
    const of = catalogueOf([...strong("boende"), ...others]);
    expect(ids(its, of).slice(0, 5)).toEqual(["S00", "S01", "S02", "S03", "S04"]);
    expect(ids(its, of).slice(5).sort()).toEqual(["F1", "G1", "K1", "W1"]);
    expect(ids(its, of, "open")).toEqual(["S05", "S06", "S07", "S08", "S09", "S10", "S11"]);
  });
});

describe("open questions", () => {
  test("M22 unknown preconditions that would decide, most measures first, then by what is held back", () => {
    const asked = advise(inputOf(even)).openQuestions;
    expect(asked.map(({ field, measureIds, heldBack }) => [field, measureIds, heldBack])).toEqual([
      ["vakans", ["BO01", "BO02", "BO03"], ["BO02", "BO03"]],
      ["bef_trend5", ["BO02", "BO03"], ["BO02", "BO03"]],
      ["fas", ["AR02", "BO02"], ["BO02"]],
      ["bostadslage", ["BO02"], ["BO02"]],
      ["mognad", ["SV02"], []],
      ["ob_omsorg", ["SK01"], []],
      ["profil", ["AR02"], []],
      ["rekryt_externt", ["AR01"], []],
      ["skiftandel", ["SK01"], []],
    ]);
  });
  test("M22 what would not decide any more is not asked: BO03 is out by its vacancies", () => {
    const asked = advise(inputOf(even, { vakans: 1 })).openQuestions.find((question) => question.field === "bef_trend5");
    expect(asked?.measureIds).toEqual(["BO02"]);
  });
  test("M22 a derived fact is asked for by its unknown parts, scores and statistics of no one", () => {
    const its = one(
      {},
      {
        require: {
          any: [
            { field: "syss_gap", op: "gte", value: 15 },
            { field: "peer.N00610", op: "lt", value: 0 },
            { field: "item.boende-1", op: "lt", value: 50 },
            { field: "max_gap", op: "gte", value: 90 },
          ],
        },
      },
    );
    expect(advise(withFacts({ syss_inrikes: 80, max_gap: null }), its).openQuestions.map((question) => question.field)).toEqual([
      "syss_utrikes",
    ]);
  });
});

describe("M26 the strongest reason", () => {
  const items = {
    boende: { municipality: 40, industry: 36, items: { "boende-1": { municipality: 45, industry: 22 }, "boende-2": { municipality: 30 } } },
    arbete: even.arbete as (typeof even)["arbete"] & object,
  };
  test("is the statement that a party rates lowest in the dimension that gives most points", () => {
    expect(find(inputOf(items), "X", one({})).strongest).toEqual({
      template: "strongest.statement",
      values: { party: "industry", statementId: "boende-1", dimensionId: "boende", score: 22 },
      fields: ["item.boende-1"],
    });
  });
  test("prefers the statement that the measure's rule asks about", () => {
    const its = one({}, { boost: [{ field: "item.boende-2", op: "lt", value: 50 }] });
    expect(find(inputOf(items), "X", its).strongest.values).toMatchObject({ statementId: "boende-2", party: "municipality", score: 30 });
  });
  test("is a side dimension where that gives most", () => {
    const its = one({ effects: { boende: 1, arbete: 3 } });
    const place = inputOf({ boende: { municipality: 99, industry: 99 }, arbete: { municipality: 10, industry: 10 } });
    expect(find(place, "X", its).strongest).toMatchObject({
      template: "strongest.dimension",
      values: { dimensionId: "arbete", score: 10 },
    });
  });
  test("names the gap for the measure a gap brings, the facts for the one a fact gap brings", () => {
    const place = inputOf({ ...even, arbete: { municipality: 40, industry: 62 } }, { fact_gap_abs: 32 }, { factIndex: { samverkan: 82 } });
    expect(find(place, "SV04").strongest).toMatchObject({
      template: "strongest.gap",
      values: { dimensionId: "arbete", municipality: 40, industry: 62, points: 22 },
    });
    expect(find(place, "ID04").strongest).toMatchObject({
      template: "strongest.fact_gap",
      values: { dimensionId: "samverkan", score: 50, fact: 82 },
    });
  });
  test("says so where too few have answered", () => {
    expect(find(inputOf({ boende: { municipality: null, industry: null } }), "X", one({})).strongest.template).toBe("strongest.unscored");
  });
});

test("M27 prerequisites are named unless done or in place", () => {
  expect(find(inputOf(even), "SV02").startWith).toEqual(["SV01", "SK01"]);
  expect(find(inputOf(even, { ob_omsorg: true }), "SV02").startWith).toEqual(["SV01"]);
  expect(find(inputOf(even, { ob_omsorg: true }, { done: ["SV01"] }), "SV02").startWith).toEqual([]);
});

test("an advice keeps its findings: the gate's trace is that of evaluate", () => {
  const its = inputOf(even, { vakans: 12, bef_trend5: -7, fas: "stabil", bostadslage: "balans" });
  const found = find(its, "BO02");
  expect(found.gate.exclude).toEqual(evaluate(catalogue.rules.BO02?.exclude as Condition, its.facts, fields));
  expect(found.status).toBe("excluded");
  expect(scored(50).kind).toBe("scored");
});
