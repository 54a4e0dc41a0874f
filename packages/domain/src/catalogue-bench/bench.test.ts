import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { condition, forAll, input } from "../../test/arbitraries.ts";
import { catalogue, catalogueOf, even, inputOf, instrument, measure, rule, wideCatalogue } from "../../test/world.ts";
import type { Catalogue, Measure, MeasureRule } from "../catalogue/types.ts";
import type { Facts } from "../condition/types.ts";
import type { Instrument } from "../instrument/types.ts";
import { recommend } from "../recommendation/recommend.ts";
import type { AdviceInput } from "../recommendation/types.ts";
import { catalogueBench, isGreen, runCatalogueBench } from "./run-bench.ts";
import { specificityOver } from "./specificity.ts";
import { conditionCoverage, testPlaces } from "./test-places.ts";
import type { BenchExpectation, BenchPlace, BenchRequest, MeasureMove } from "./types.ts";

const kpiTitles = { N00610: { sv: "Trygg utomhus, andel", en: "Safe outdoors, share" } };
const place = (id: string, its: AdviceInput, kind: BenchPlace["kind"] = "municipality"): BenchPlace => ({
  id,
  name: `Orten ${id}`,
  kind,
  input: its,
});
const town = (facts: Facts = {}) => inputOf(even, facts);
const request = (given: Partial<BenchRequest>): BenchRequest => ({
  before: wideCatalogue,
  draft: wideCatalogue,
  instrument,
  places: [place("a", town())],
  expectations: [],
  takenIds: [],
  takenInInstrument: [],
  today: "2026-11",
  kpiTitles,
  ...given,
});
const bench = (given: Partial<BenchRequest>) => catalogueBench(request(given));
const withMeasure = (id: string, extra: Partial<Measure>, of: Catalogue = wideCatalogue): Catalogue => ({
  ...of,
  measures: of.measures.map((one) => (one.id === id ? { ...one, ...extra } : one)),
});
const withRule = (id: string, extra: Partial<MeasureRule>, of: Catalogue = wideCatalogue): Catalogue => ({
  ...of,
  rules: { ...of.rules, [id]: rule({ ...of.rules[id], ...extra }) },
});
const without = (id: string, of: Catalogue = wideCatalogue): Catalogue => ({
  ...of,
  measures: of.measures.filter((one) => one.id !== id),
  rules: Object.fromEntries(Object.entries(of.rules).filter(([key]) => key !== id)),
});
const codes = (given: Partial<BenchRequest>) =>
  bench(given).findings.map(({ severity, code, subject }) => `${severity} ${code} ${subject.id}`);

/** A draft that differs from the version in use by one measure or one rule. */
const drafts: fc.Arbitrary<Catalogue> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...wideCatalogue.measures.map(({ id }) => id)), condition(), fc.constantFrom("exclude", "require"))
    .map(([id, one, clause]) => withRule(id, { [clause]: one })),
  fc
    .tuple(fc.constantFrom(...wideCatalogue.measures.map(({ id }) => id)), fc.constantFrom("a", "d"))
    .map(([id, grade]) => withMeasure(id, { evidence: { grade: grade as "a", mixed: false, note: null } })),
  fc.constantFrom(...wideCatalogue.measures.map(({ id }) => id)).map((id) => without(id)),
  fc.constantFrom(...wideCatalogue.measures.map(({ id }) => id)).map((id) => ({ ...wideCatalogue, basicPackage: [id] })),
);

describe("the steps", () => {
  test("B1: tells after each place how far it has come, stops when asked to, and ends in the same report", () => {
    const given = request({ places: ["a", "b", "c"].map((id) => place(id, town())) });
    const run = runCatalogueBench(given);
    expect([run.next().value, run.next().value]).toEqual([
      { done: 1, total: 3, placeId: "a" },
      { done: 2, total: 3, placeId: "b" },
    ]);
    expect(run.next()).toMatchObject({ done: false, value: { done: 3 } });
    expect(run.next()).toEqual({ done: true, value: catalogueBench(given) });
    const stopped = runCatalogueBench(given);
    stopped.next();
    expect(stopped.return(undefined as never)).toMatchObject({ done: true });
    expect(stopped.next()).toEqual({ done: true, value: undefined });
  });
  test("B1: refuses a date, places and expectations that mean nothing", () => {
    expect(() => bench({ today: "2026-13" })).toThrow(/today must be YYYY-MM/);
    expect(() => bench({ places: [place("a", town()), place("a", town())] })).toThrow(/different ids: a/);
    expect(() => bench({ expectations: [{ placeId: "a", measureId: "BO01", kind: "among_first", n: null }] })).toThrow(
      /whole number from 1: null/,
    );
  });
  test("B1: without places there is a report without figures of places", () => {
    const report = bench({ places: [] });
    expect(report.specificity.after).toEqual({ overlap: null, distinct: 0, mostCommon: null });
    expect(report.findings.some(({ code }) => code === "never_advised")).toBe(false);
  });
});

describe("what comes and goes", () => {
  const lists = (draft: Catalogue, its: AdviceInput, status: "advised" | "basic") =>
    recommend({ instrument, catalogue: draft, input: its })
      .measures.filter((one) => one.status === status)
      .map(({ measureId }) => measureId);

  test("B2: an unchanged catalogue changes nothing in any place", () => {
    forAll([input], (its) => expect(bench({ places: [place("a", its)] }).places).toEqual([]), 200);
  });
  test("B3: gains and losses are what the advice before and after differ by, each with its reason in both languages", () => {
    forAll(
      [input, drafts],
      (its, draft) => {
        const [change] = bench({ draft, places: [place("a", its)] }).places;
        for (const status of ["advised", "basic"] as const) {
          const [was, is] = [lists(wideCatalogue, its, status), lists(draft, its, status)];
          const ids = (moves: readonly MeasureMove[] = []) =>
            moves.filter(({ basic }) => basic === (status === "basic")).map(({ measureId }) => measureId);
          expect(ids(change?.gains)).toEqual(is.filter((id) => !was.includes(id)));
          expect(ids(change?.losses)).toEqual(was.filter((id) => !is.includes(id)));
        }
        for (const { reason } of [...(change?.gains ?? []), ...(change?.losses ?? [])]) {
          expect(reason.sv).toMatch(/^\p{Lu}.{6,}\.$/u);
          expect(reason.en).toMatch(/^\p{Lu}.{6,}\.$/u);
          expect(`${reason.sv} ${reason.en}`).not.toMatch(/undefined|NaN|null/);
        }
      },
      300,
    );
  });
  test("B3: a gate said to have opened or closed did, and a score said to have moved moved that way", () => {
    forAll(
      [input, drafts],
      (its, draft) => {
        const report = bench({ draft, places: [place("a", its)] });
        const standing = (of: Catalogue) =>
          new Map(recommend({ instrument, catalogue: of, input: its }).measures.map((one) => [one.measureId, one]));
        const [was, is] = [standing(wideCatalogue), standing(draft)];
        const check = ({ measureId, cause }: MeasureMove, isGain: boolean) => {
          const [before, after] = [was.get(measureId), is.get(measureId)];
          if (cause.kind === "gate") expect([before?.score === null, after?.score === null]).toEqual([isGain, !isGain]);
          if (cause.kind === "score") {
            expect([cause.before, cause.after]).toEqual([before?.score, after?.score]);
            expect(cause.after > cause.before).toBe(isGain);
          }
          if (cause.kind === "removed") expect(after).toBeUndefined();
        };
        for (const { gains, losses } of report.places) {
          for (const move of gains) check(move, true);
          for (const move of losses) check(move, false);
        }
      },
      300,
    );
  });

  const cause = (
    draft: Catalogue,
    its: AdviceInput,
    id: string,
    before: Catalogue = catalogue,
    kind: BenchPlace["kind"] = "municipality",
  ) => {
    const [change] = bench({ before, draft, places: [place("a", its, kind)] }).places;
    return [...(change?.gains ?? []), ...(change?.losses ?? [])].find(({ measureId }) => measureId === id);
  };
  test("B4: the gate, with the fewest facts that close it", () => {
    const closed = withRule(
      "AR03",
      {
        exclude: {
          any: [
            { field: "vakans", op: "gte", value: 3 },
            { field: "mognad", op: "gte", value: 4 },
          ],
        },
      },
      catalogue,
    );
    const its = town({ vakans: 4 });
    expect(cause(closed, its, "AR03")).toMatchObject({
      cause: { kind: "gate", from: "open", to: "excluded" },
      reason: {
        sv: "Den stoppas nu av att vakansgraden i allmännyttan är minst 3\u00a0procent.",
        en: "It is now stopped because the vacancy rate in municipal housing is at least 3\u00a0per cent.",
      },
    });
    expect(cause(catalogue, its, "AR03", closed)?.reason.sv).toBe(
      "Den släpps nu fram; förut stoppades den av att vakansgraden i allmännyttan är minst 3\u00a0procent.",
    );
    const required = withRule("AR03", { require: { field: "vakans", op: "gte", value: 9 } }, catalogue);
    expect(cause(required, its, "AR03")?.reason.sv).toBe(
      "Den stoppas nu av att det inte stämmer att vakansgraden i allmännyttan är minst 9\u00a0procent.",
    );
    const harmful = withMeasure("AR03", { harm: true }, withRule("AR03", { require: { field: "vakans", op: "gte", value: 1 } }, catalogue));
    expect(cause(harmful, town(), "AR03")).toMatchObject({
      cause: { to: "held_back" },
      reason: { sv: "Den stoppas nu av att det är okänt om vakansgraden i allmännyttan är minst 1\u00a0procent." },
    });
  });
  test("B4: new, gone, retired, in use again, faulty, into Grundpaket, and by a score", () => {
    const its = town();
    const kinds = (draft: Catalogue, before: Catalogue = catalogue) => cause(draft, its, "AR03", before)?.cause.kind;
    const retired = withMeasure("AR03", { retired: true }, catalogue);
    expect([
      kinds(without("AR03", catalogue)),
      kinds(catalogue, without("AR03", catalogue)),
      kinds(retired),
      kinds(catalogue, retired),
    ]).toEqual(["removed", "added", "retired", "restored"]);
    expect(kinds(withRule("AR03", { require: { all: "x" } as never }, catalogue))).toBe("faulty");
    expect(kinds({ ...catalogue, basicPackage: ["AR03"] })).toBe("package");
    const weak = withMeasure("Z00", { evidence: { grade: "d", mixed: false, note: null }, effects: { boende: 1 } });
    const strong = withMeasure("Z00", { evidence: { grade: "a", mixed: false, note: null }, effects: { boende: 3 } });
    const moved = cause(strong, its, "Z00", weak);
    expect(moved?.cause).toMatchObject({ kind: "score", factor: "need", dimensionId: "boende" });
    expect(moved?.reason.sv).toMatch(/^Poängen är nu [\d,]+, förut [\d,]+, mest på grund av behovet i ”Bostäder och boendemiljö”\.$/);
  });
  test("B4: what moved for others' sake names them", () => {
    const [change] = bench({ before: without("AR03"), draft: wideCatalogue }).places;
    expect(change?.gains.map(({ measureId }) => measureId)).toEqual(["AR03"]);
    expect(change?.losses[0]?.cause).toEqual({ kind: "others", measureIds: ["AR03"] });
  });
  test("B13: a fact that only its own party sees is not told of a place of ours", () => {
    const closed = withRule("AR03", { exclude: { field: "fas", op: "eq", value: "stabil" } }, catalogue);
    const its = town({ fas: "stabil" });
    expect(cause(closed, its, "AR03", catalogue, "municipality")?.reason.sv).toMatch(/Stabil/);
    const ours = cause(closed, its, "AR03", catalogue, "ours")?.reason;
    expect(ours?.sv).toBe("Den stoppas nu av att en uppgift som bara den egna parten ser avgör.");
    expect(ours?.en).not.toMatch(/Stable|phase/i);
  });
});

describe("what is wrong", () => {
  const whole = { summary: "s", municipality: "m", company: "c", counterEvidence: "e" };
  const two = (text: string) => ({ sv: text, en: text });
  const card = {
    summary: two(whole.summary),
    success: [],
    steps: [],
    municipality: two("m"),
    company: two("c"),
    followUp: [],
    counterEvidence: two("e"),
    funding: [],
  };
  const sound: Catalogue = catalogueOf(
    [
      [measure("BO01", "boende", { card }), rule({ require: { field: "vakans", op: "gte", value: 5 } })],
      [measure("BO02", "boende", { card, effects: { boende: 2 } }), rule()],
      [measure("AR01", "arbete", { card }), rule({ prerequisites: ["BO01"] })],
      [measure("SV01", "samverkan", { card }), rule({ boost: [{ field: "mognad", op: "gte", value: 2 }] })],
    ],
    { basicPackage: ["SV01"] },
  );
  const places = [place("a", town({ vakans: 6, mognad: 3 })), place("b", town({ vakans: 1, mognad: 1 }))];
  const found = (draft: Catalogue, given: Partial<BenchRequest> = {}) =>
    codes({ before: sound, draft, places, ...given }).filter((one) => !before.includes(one));
  const before = codes({ before: sound, draft: sound, places });

  test("B5: a sound catalogue is green", () => {
    expect(isGreen(bench({ before: sound, draft: sound, places }))).toBe(true);
    expect(isGreen(bench({ before: null, draft: sound, places }))).toBe(true);
    expect(before).toEqual(["yellow nearly_always BO02", "yellow nearly_always AR01", "info statement_unused samverkan-3"]);
  });
  const change = (id: string, extra: Partial<Measure>) => withMeasure(id, extra, sound);
  const rules = (id: string, extra: Partial<MeasureRule>) => withRule(id, extra, sound);
  test.each<readonly [string, Catalogue, readonly string[]]>([
    ["removed outright", without("BO02", sound), ["red removed_measure BO02"]],
    ["retired instead", change("BO02", { retired: true }), []],
    [
      "an id for something else",
      change("BO02", { ...two("Nytt"), mainDimension: "arbete", effects: { arbete: 1 } }),
      ["red reused_id BO02"],
    ],
    [
      "an id that was used before",
      {
        ...sound,
        measures: [...sound.measures, measure("BO09", "boende", { card, effects: { boende: 1 } })],
        rules: { ...sound.rules, BO09: rule() },
      },
      ["red taken_id BO09", "yellow nearly_always BO09"],
    ],
    ["a missing language", change("BO02", { caution: { sv: "Akta", en: " " } }), ["red missing_text BO02"]],
    ["no source", change("BO02", { source: { sv: "", en: "" } }), ["red missing_source BO02"]],
    ["no card", change("BO02", { card: undefined as never }), ["yellow missing_card BO02"]],
    ["a passed review", change("BO02", { reviewBy: "2026-10" }), ["yellow review_passed BO02"]],
    ["a review due this month", change("BO02", { reviewBy: "2026-11" }), []],
    ["a dimension that does not exist", change("BO02", { effects: { boende: 2, gone: 1 } }), ["red unknown_dimension BO02"]],
    ["no effect on the main dimension", change("BO02", { effects: { arbete: 2 } }), ["red no_main_effect BO02"]],
    ["an effect out of range", change("BO02", { effects: { boende: 7 } }), ["red bad_figure BO02"]],
    ["a cost the wrong way round", change("BO02", { costSek: { min: 9, max: 1 } }), ["red bad_figure BO02"]],
    ["harm without a requirement", change("BO02", { harm: true }), ["red harm_without_requirement BO02"]],
    ["an unknown indicator", change("BO02", { followUp: { kpis: ["N99999"], local: null } }), ["red unknown_indicator BO02"]],
    ["a package of nothing", { ...sound, basicPackage: ["SV01", "XX01"] }, ["red basic_package_unknown XX01"]],
    ["a prerequisite that is retired", change("BO01", { retired: true }), ["yellow prerequisite_retired AR01"]],
    ["a condition that is wrong", rules("BO02", { require: { field: "gone", op: "eq", value: 1 } }), ["red invalid_condition BO02"]],
    [
      "a requirement that never holds",
      rules("BO02", {
        require: {
          all: [
            { field: "vakans", op: "lt", value: 1 },
            { field: "vakans", op: "gt", value: 2 },
          ],
        },
      }),
      ["red gate_never_opens BO02", "red nowhere_open BO02", "yellow never_holds BO02", "yellow never_in_places BO02"],
    ],
    ["prerequisites in a circle", rules("BO01", { prerequisites: ["AR01"] }), ["red circular_prerequisites AR01"]],
    [
      "a conflict with what comes first",
      rules("AR01", { prerequisites: ["BO01"], conflicts: ["BO01"] }),
      ["red one_sided_conflict AR01", "red conflicts_with_prerequisite AR01"],
    ],
    ["a measure that does not exist", rules("AR01", { prerequisites: ["XX01"] }), ["red unknown_measure AR01"]],
    [
      "a rule that no place meets any more",
      rules("BO01", { require: { field: "vakans", op: "gte", value: 40 } }),
      ["red nowhere_open BO01", "yellow never_in_places BO01"],
    ],
    [
      "a condition that decides nothing here",
      rules("SV01", { boost: [{ field: "mognad", op: "gte", value: 1 }] }),
      ["yellow always_in_places SV01"],
    ],
    [
      "no measure of a dimension",
      change("AR01", { mainDimension: "boende", effects: { boende: 1 } }),
      ["yellow dimension_without_measures arbete"],
    ],
  ])("B5–B8: %s", (_, draft, expected) => {
    expect(found(draft, { takenIds: ["BO09"] })).toEqual(expected);
  });
  test("B7: what is new in the instrument does not take an id that an earlier version had; what has been there all the time may", () => {
    const [first, ...rest] = instrument.dimensions;
    if (first === undefined) throw new Error("no dimension");
    const [statement, ...others] = first.items;
    const [fact, ...facts] = instrument.preconditions;
    if (statement === undefined || fact === undefined) throw new Error("no statement or precondition");
    const beforeInstrument = { ...instrument, dimensions: [{ ...first, items: others }, ...rest], preconditions: facts };
    const takenInInstrument = [
      { kind: "dimension" as const, id: first.id },
      { kind: "statement" as const, id: statement.id },
      { kind: "statement" as const, id: fact.key },
      { kind: "precondition" as const, id: fact.key },
    ];
    const taken = (given: Partial<BenchRequest>) => codes(given).filter((code) => code.includes("taken"));
    expect(taken({ beforeInstrument, takenInInstrument })).toEqual([
      `red taken_in_instrument ${statement.id}`,
      `red taken_in_instrument ${fact.key}`,
    ]);
    expect(taken({ beforeInstrument })).toEqual([]);
    expect(taken({ takenInInstrument })).toEqual([]);
  });
  test("B7: an instrument that asks nobody, or lacks a text or an indicator", () => {
    const [first, ...rest] = instrument.dimensions;
    const [statement, ...others] = first?.items ?? [];
    if (first === undefined || statement === undefined) throw new Error("no statement");
    const poor: Instrument = {
      ...instrument,
      dimensions: [
        {
          ...first,
          items: [{ ...statement, parties: [], en: "" }, ...others],
          indicators: [{ kpi: "N9", direction: "higher", use: "index", shipped: false }],
        },
        ...rest,
      ],
    };
    expect(found(sound, { instrument: poor })).toEqual([
      "red missing_text boende-1",
      "red unknown_indicator boende",
      "red statement_without_party boende-1",
    ]);
  });
  test("B8: a measure lost to every real place is yellow while a made-up one can still get it", () => {
    const draft = rules("BO01", { require: { field: "vakans", op: "gte", value: 40 } });
    const both = [...places, place("g", town({ vakans: 50 }), "generated")];
    expect(found(draft, { places: both })).toEqual(["yellow nowhere_open_real BO01"]);
  });
  test("B8: figures of reach leave the made-up places out unless all are", () => {
    const made = place("g", town({ vakans: 50 }), "generated");
    const reach = (those: readonly BenchPlace[]) =>
      bench({ before: sound, draft: sound, places: those }).reach.find(({ measureId }) => measureId === "BO01");
    expect([reach([...places, made])?.after, reach([made])?.after]).toEqual([1, 1]);
    expect(bench({ before: null, draft: sound, places }).reach[0]).toMatchObject({ measureId: "BO01", before: null, after: 1 });
    expect(bench({ places: [...places, made] }).counts).toEqual({ ours: 0, municipality: 2, generated: 1 });
  });
  test("B14: whatever stands in place of a condition, the trial ends and says that it is wrong", () => {
    forAll(
      [fc.anything(), fc.constantFrom("exclude", "require", "inPlace", "boost", "damp")],
      (anything, clause) => {
        const value = clause === "boost" || clause === "damp" ? [anything] : anything;
        if (value === null) return;
        expect(isGreen(bench({ before: sound, draft: rules("BO02", { [clause]: value as never }), places }))).toBe(false);
      },
      300,
    );
  });
  test("B5: every finding reads as a sentence in both languages, the gravest first", () => {
    forAll(
      [drafts, fc.array(input, { minLength: 1, maxLength: 3 })],
      (draft, inputs) => {
        const { findings } = bench({ draft, places: inputs.map((its, index) => place(`p${index}`, its)) });
        const order = findings.map(({ severity }) => ["red", "yellow", "info"].indexOf(severity));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const { sentence } of findings)
          expect([sentence.sv, sentence.en].every((each) => each.length > 15 && each.endsWith("."))).toBe(true);
        for (const { sentence } of findings) expect(`${sentence.sv} ${sentence.en}`).not.toMatch(/undefined|NaN|null/);
      },
      100,
    );
  });
});

describe("expectations and specificity", () => {
  const expectation = (measureId: string, kind: BenchExpectation["kind"], n: number | null = null, placeId = "a"): BenchExpectation => ({
    placeId,
    measureId,
    kind,
    n,
  });
  test("B10: each is met or not as the advice has it", () => {
    forAll(
      [input, fc.constantFrom(...wideCatalogue.measures.map(({ id }) => id)), fc.integer({ min: 1, max: 20 })],
      (its, id, n) => {
        const { measures } = recommend({ instrument, catalogue: wideCatalogue, input: its });
        const one = measures.find(({ measureId }) => measureId === id);
        const all = measures
          .filter(({ score }) => score !== null)
          .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.measureId < b.measureId ? -1 : 1));
        const rank = all.findIndex(({ measureId }) => measureId === id) + 1;
        const isListed = one?.status === "advised" || one?.status === "basic";
        const { expectations } = bench({
          places: [place("a", its)],
          expectations: [expectation(id, "among_first", n), expectation(id, "not_advised"), expectation(id, "excluded")],
        });
        expect(expectations.map(({ met }) => met)).toEqual([
          (rank > 0 && rank <= n) || (isListed && (one?.rank ?? 99) <= n),
          !isListed,
          one?.score === null,
        ]);
        expect(expectations[0]?.rank).toBe(rank === 0 ? null : rank);
      },
      300,
    );
  });
  test("B10: one that is not met stops publishing, one that cannot be tried does not", () => {
    const report = bench({ expectations: [expectation("BO03", "among_first", 3), expectation("BO01", "excluded", null, "elsewhere")] });
    expect(
      report.findings
        .filter(({ code }) => code.startsWith("expectation"))
        .map(({ severity, sentence }) => [severity, sentence.sv, sentence.en]),
    ).toEqual([
      [
        "red",
        "Orten a: BO03 ska vara bland de 3 första, men den ges inte alls.",
        "Orten a: BO03 is to be among the first 3, but it is not let through.",
      ],
      [
        "yellow",
        "En förväntan på BO01 kan inte prövas: orten elsewhere är inte med.",
        "An expectation of BO01 cannot be tried: the place elsewhere is not among those tried.",
      ],
    ]);
    expect(isGreen(report)).toBe(false);
    expect(report.expectations.map(({ met }) => met)).toEqual([false, null]);
  });
  test("B9: overlap is the mean Jaccard over all pairs", () => {
    const list = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"));
    forAll([fc.array(list, { minLength: 2, maxLength: 6 })], (lists) => {
      const pairs = lists.flatMap((one, index) => lists.slice(index + 1).map((other): readonly [string[], string[]] => [one, other]));
      const each = pairs.map(([one, other]) => {
        const union = new Set([...one, ...other]).size;
        return union === 0 ? 1 : one.filter((id) => other.includes(id)).length / union;
      });
      const { overlap, distinct } = specificityOver(lists.map((advised) => ({ advised, basic: ["z"] })));
      expect(overlap).toBeCloseTo(each.reduce((a, b) => a + b, 0) / each.length, 12);
      expect(distinct).toBe(new Set(lists.flat()).size + 1);
    });
    expect(
      specificityOver([
        { advised: ["a", "b"], basic: [] },
        { advised: ["b"], basic: [] },
      ]),
    ).toEqual({ overlap: 0.5, distinct: 2, mostCommon: { measureId: "b", share: 1 } });
  });
});

describe("made-up places", () => {
  const options = { count: 20, seed: "s", kpiTitles };
  test("B11: the same seed gives the same places, another seed others", () => {
    expect(testPlaces(catalogue, instrument, options)).toEqual(testPlaces(catalogue, instrument, options));
    expect(testPlaces(catalogue, instrument, options)).not.toEqual(testPlaces(catalogue, instrument, { ...options, seed: "t" }));
    expect(() => testPlaces(catalogue, instrument, { ...options, count: 0 })).toThrow(/count must be a whole number from 1/);
  });
  test("B11: every comparison of any rules holds somewhere, fails somewhere and is unknown somewhere", () => {
    forAll(
      [fc.array(condition({ known: true }), { minLength: 1, maxLength: 4 })],
      (boost) => {
        const draft = catalogueOf([[measure("BO01", "boende"), rule({ boost })]]);
        const coverage = conditionCoverage(draft, instrument, testPlaces(draft, instrument, { ...options, count: 60 }), kpiTitles);
        expect(coverage.missing).toEqual([]);
      },
      300,
    );
  });
  test("B11: too few places are said to leave things out", () => {
    const { covered, possible, missing } = conditionCoverage(
      catalogue,
      instrument,
      testPlaces(catalogue, instrument, { ...options, count: 1 }),
      kpiTitles,
    );
    expect(covered + missing.length).toBe(possible);
    expect(missing.length).toBeGreaterThan(10);
  });
  test("B12: every measure can be advised somewhere, and the assessment says what the facts do", () => {
    const places = testPlaces(wideCatalogue, instrument, { ...options, count: 60 });
    const open = new Set(
      places.flatMap(({ input: its }) =>
        recommend({ instrument, catalogue: wideCatalogue, input: its })
          .measures.filter(({ score }) => score !== null)
          .map(({ measureId }) => measureId),
      ),
    );
    expect(open.size).toBe(wideCatalogue.measures.length);
    for (const { input: its } of places) {
      for (const { dimensionId, place: score, items, gap } of its.scores.dimensions) {
        expect(its.facts[`score.${dimensionId}`] ?? null).toBe(score.kind === "scored" ? score.score : null);
        if (score.kind === "scored") expect(its.facts[`gap.${dimensionId}`] ?? null).toBe(gap?.points ?? null);
        for (const item of items) expect(its.facts[`item.${item.statementId}`] ?? null).toBe(item.place);
      }
    }
  });
});
