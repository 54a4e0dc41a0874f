import { describe, expect, test } from "vitest";
import { advise, find, one, withFacts, yes } from "../../test/advice.ts";
import { catalogueOf, even, inputOf, measure, rule } from "../../test/world.ts";
import type { Catalogue, Measure, MeasureRule } from "../catalogue/types.ts";
import type { AdviceInput } from "./types.ts";

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
  test("M22 nothing is asked for a measure that is excluded, in place or done", () => {
    const asked = advise(inputOf(even, { vakans: 12, ob_omsorg: true }, { done: ["AR01"] })).openQuestions.map(
      (question) => question.field,
    );
    for (const field of ["bostadslage", "skiftandel", "rekryt_externt"]) expect(asked).not.toContain(field);
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
