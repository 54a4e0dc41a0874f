import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll, input } from "../../test/arbitraries.ts";
import { catalogue, catalogueOf, even, inputOf, instrument, measure, rule, wideCatalogue } from "../../test/world.ts";
import { canonicalJson, firstDifference } from "./canonical-json.ts";
import { computeCommonness } from "./commonness.ts";
import { type CompactAdvice, type CompactMeasure, compactAdvice, readCompact } from "./compact-advice.ts";
import { recommend } from "./recommend.ts";
import {
  completeRun,
  EARLIER_RUN_FORMAT,
  type EarlierRunDocument,
  type RunDocument,
  readRun,
  replay,
  runDocument,
  storedRun,
} from "./run-document.ts";
import { toldAdvice, toldOf } from "./told-advice.ts";
import type { AdviceInput } from "./types.ts";
import { ENGINE_VERSION } from "./version.ts";

describe("M25 canonical JSON", () => {
  const plain = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });
  test("is read back as the same value, and two equal values have one spelling", () => {
    forAll([plain], (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(firstDifference(JSON.parse(text), value)).toBeNull();
    });
  });
  test("sorts keys by code unit, leaves undefined out, writes −0 as 0 and numbers as JavaScript does", () => {
    expect(canonicalJson({ b: 1, a: [-0, 1e21, 0.1], å: null, B: undefined, A: "”é" })).toBe('{"A":"”é","a":[0,1e+21,0.1],"b":1,"å":null}');
  });
  test.each([
    [Number.NaN],
    [[1, Number.POSITIVE_INFINITY]],
    [{ a: { b: undefined, c: [undefined] } }],
    [new Map()],
    [new Date(0)],
    [() => 1],
    [1n],
    [Symbol("x")],
    [undefined],
  ])("refuses %s", (value) => {
    expect(() => canonicalJson(value)).toThrow(RangeError);
  });
  test("names the path of what it refuses", () => {
    expect(() => canonicalJson({ a: [{ b: Number.NaN }] })).toThrow("$.a[0].b");
  });
  test.each([
    [{ a: 1 }, { a: 1, b: undefined }, null],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, "$.a[1].b"],
    [[1, 2], [1], "$[1]"],
    [{ a: 1 }, { b: 1 }, "$.a"],
    [{ a: null }, { a: 0 }, "$.a"],
    [[], {}, "$"],
  ])("%j and %j first differ at %s", (first, second, path) => {
    expect(firstDifference(first, second)).toBe(path);
  });
});

const through = <T>(value: T): T => JSON.parse(canonicalJson(value)) as T;

/** One thing changed in a run, and where the first difference is then named. */
type Tampering<T> = readonly [what: string, change: (its: T) => T, path: RegExp];
type AnyDocument = RunDocument | EarlierRunDocument;

const inputsChanged: readonly Tampering<AnyDocument>[] = [
  ["a fact", (its) => ({ ...its, input: { ...its.input, facts: { ...its.input.facts, vakans: 4 } } }), /^\$\.measures/],
  [
    "a score",
    (its) => ({ ...its, input: inputOf({ ...even, boende: { municipality: 41, industry: 36 } }, its.input.facts) }),
    /^\$\.measures/,
  ],
  [
    "a weight",
    (its) => ({
      ...its,
      instrument: { ...its.instrument, dimensions: its.instrument.dimensions.map((one) => ({ ...one, weight: one.weight + 0.001 })) },
    }),
    /^\$\.measures/,
  ],
  [
    "a rule",
    (its) => ({
      ...its,
      catalogue: { ...its.catalogue, rules: { ...its.catalogue.rules, SV01: rule({ exclude: { field: "vakans", op: "gte", value: 5 } }) } },
    }),
    /^\$\.measures/,
  ],
  ["the engine", (its) => ({ ...its, engineVersion: "0.9.0" }), /^\$\.engineVersion$/],
];

function found<T extends AnyDocument>(document: T, [, change, path]: Tampering<T>): void {
  const again = replay(change(through(document)));
  expect(again.identical).toBe(false);
  expect(again.firstDifference).toMatch(path);
}

describe("M24 replay", () => {
  test("a document, through JSON and back, gives the same bytes", () => {
    forAll(
      [input],
      (its) => {
        const document = through(runDocument({ instrument, catalogue: wideCatalogue, input: its }));
        const again = replay(document);
        expect(again).toMatchObject({ identical: true, firstDifference: null, engineVersion: ENGINE_VERSION });
        expect(canonicalJson(compactAdvice(toldAdvice(document)))).toBe(canonicalJson(document.result));
        expect(canonicalJson(again.advice)).toBe(canonicalJson(recommend({ instrument, catalogue: wideCatalogue, input: its })));
      },
      200,
    );
  });
  const document = runDocument({ instrument, catalogue, input: inputOf(even, { vakans: 12, rekryt_externt: true }) });
  const measures = (its: RunDocument, change: (one: CompactMeasure, index: number) => unknown): RunDocument => ({
    ...its,
    result: { ...its.result, measures: its.result.measures.map(change) as unknown as CompactMeasure[] },
  });
  test.each<Tampering<RunDocument>>([
    ...(inputsChanged as readonly Tampering<RunDocument>[]),
    [
      "a digit of a score",
      (its) => measures(its, (one, at) => (at === 2 ? [...one.slice(0, 3), (one[3] ?? 0) + 1e-12, ...one.slice(4)] : one)),
      /^\$\.measures\[2\]\.score$/,
    ],
    ["a status", (its) => measures(its, (one, at) => (at === 1 ? [one[0], "open", ...one.slice(2)] : one)), /^\$\.measures\[1\]\.status$/],
    [
      "a measure left out",
      (its) => measures({ ...its, result: { ...its.result, measures: its.result.measures.slice(1) } }, (one) => one),
      /^\$\.measures\[0\]/,
    ],
    [
      "a template",
      (its) => ({ ...its, result: { ...its.result, shapes: its.result.shapes.map(([, ...keys]) => ["suits.general", ...keys] as const) } }),
      /^\$\.measures\[0\]\.inFull\.strongest\.template$/,
    ],
    [
      "something that is told to nobody",
      (its) => ({ ...its, result: { ...its.result, shapes: [...its.result.shapes, ["change.done"]] } }),
      /^\$\.result\.shapes\[\d+\]$/,
    ],
  ])("finds %s changed", (...tampering) => found(document, tampering));

  const earlier: EarlierRunDocument = through({
    format: EARLIER_RUN_FORMAT,
    engineVersion: ENGINE_VERSION,
    instrument,
    catalogue,
    input: document.input,
    advice: recommend(document),
  });
  test("a document in the earlier layout is replayed to the same bytes, every trace among them", () => {
    const again = replay(earlier);
    expect(again).toMatchObject({ identical: true, firstDifference: null });
    expect(canonicalJson(again.advice)).toBe(canonicalJson(earlier.advice));
  });
  test.each<Tampering<EarlierRunDocument>>([
    ...(inputsChanged as readonly Tampering<EarlierRunDocument>[]),
    [
      "a digit of the result",
      (its) => ({
        ...its,
        advice: {
          ...its.advice,
          measures: its.advice.measures.map((one, index) => (index === 2 ? { ...one, score: (one.score ?? 0) + 1e-12 } : one)),
        },
      }),
      /^\$\.measures\[2\]\.score$/,
    ],
  ])("finds %s changed in the earlier layout", (...tampering) => found(earlier, tampering));
  test("another format is refused", () => {
    expect(() => replay({ ...document, format: "x" as RunDocument["format"] })).toThrow(RangeError);
    expect(() => readRun({ ...document, format: "x" as RunDocument["format"] })).toThrow(RangeError);
  });
});

describe("M35 compact results", () => {
  const request = (its: AdviceInput) => ({ instrument, catalogue: { ...wideCatalogue, basicPackage: ["Z00", "SV01"] }, input: its });
  test("say all that is told, through JSON and back", () => {
    forAll(
      [input],
      (its) => {
        const advice = toldAdvice(request(its));
        expect(firstDifference(readCompact(through(compactAdvice(advice))), advice)).toBeNull();
      },
      300,
    );
  });
  test("a stored run is read as what was told, in either layout", () => {
    forAll(
      [input],
      (its) => {
        const run = through(storedRun(request(its)));
        expect(firstDifference(readRun(run), { input: its, advice: toldAdvice(request(its)) })).toBeNull();
        const before = through({ input: its, advice: recommend(request(its)) });
        expect(firstDifference(readRun(before), { input: its, advice: toldOf(recommend(request(its))) })).toBeNull();
      },
      100,
    );
  });
  test("a stored run with its versions is a document that replays, in its own layout", () => {
    const its = request(inputOf(even, { vakans: 12 }));
    const versions = { instrument, catalogue: its.catalogue, engineVersion: ENGINE_VERSION };
    expect(replay(through(completeRun(storedRun(its), versions)))).toMatchObject({ identical: true });
    expect(completeRun(storedRun(its), versions)).toEqual(runDocument(its));
    const before = completeRun({ input: its.input, advice: recommend(its) }, versions);
    expect(before.format).toBe(EARLIER_RUN_FORMAT);
    expect(replay(through(before))).toMatchObject({ identical: true });
  });
  test("every measure is told, those advised in full", () => {
    forAll(
      [input],
      (its) => {
        const { measures } = recommend(request(its));
        const all = toldAdvice(request(its)).measures;
        expect(all.map(({ measureId }) => measureId)).toEqual(measures.map(({ measureId }) => measureId));
        for (const { status, inFull } of all) expect(inFull !== null).toBe(status === "advised" || status === "basic");
      },
      200,
    );
  });
  const its = compactAdvice(toldAdvice(request(inputOf(even, { vakans: 12 }))));
  test.each<readonly [string, unknown, RegExp]>([
    ["no list of measures", { ...its, measures: null }, /^measures must be a list/],
    ["a measure that is no list", { ...its, measures: [7] }, /^measures\[0\] must be a list/],
    ["a reason without its shape", { ...its, shapes: [] }, /^measures\[0\]\[4\]\[0\] must be the place of a shape/],
    [
      "a reason without its values",
      { ...its, shapes: its.shapes.map((shape) => [...shape, "x"]) },
      /^measures\[0\]\[4\]\[1\] must have \d+ values/,
    ],
  ])("refuses %s and names the place", (_, bad, message) => {
    expect(() => readCompact(bad as CompactAdvice)).toThrow(RangeError);
    expect(() => readCompact(bad as CompactAdvice)).toThrow(message);
  });
});

describe("M23 commonness", () => {
  const place = (rekryt_externt: boolean) => inputOf({ boende: { municipality: 30, industry: 30 } }, { rekryt_externt });
  const of = catalogueOf([
    ...Array.from({ length: 12 }, (_, index) => [measure(`S${String(index).padStart(2, "0")}`, "boende"), rule()] as const),
    [measure("R1", "boende"), rule({ require: { field: "rekryt_externt", op: "eq", value: true } })],
  ]);
  // R1 holds in one place of four: two bits, so it comes first there. Else the S by id.
  const four = [place(true), place(false), place(false), place(false)];
  test("is the share of places with the measure among their nine; of the basic package, the share that brought it there", () => {
    const { commonness, basicPackage } = computeCommonness({ instrument, catalogue: of, places: four });
    // First S00–S07 everywhere and S08 in three: nine are moved. Then S09–S11 everywhere: one more, and it has its ten.
    expect(basicPackage).toEqual(["S00", "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09"]);
    expect([commonness.S00, commonness.S07, commonness.S08, commonness.S09]).toEqual([1, 1, 0.75, 1]);
    expect([commonness.S10, commonness.S11, commonness.R1]).toEqual([1, 1, 0.25]);
    expect(Object.keys(commonness)).toHaveLength(13);
  });
  test("Grundpaket is 40 % and over, the most common first, ten at most", () => {
    const five = [place(true), place(true), place(false), place(false), place(false)];
    const { basicPackage } = computeCommonness({ instrument, catalogue: of, places: five });
    expect(basicPackage).toEqual(["S00", "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "R1"]);
    expect(computeCommonness({ instrument, catalogue: of, places: [place(true), place(false), place(false)] }).basicPackage).not.toContain(
      "R1",
    );
  });
  test("what becomes common when others have moved is moved too, and the rest have their share beside it", () => {
    const kind = (mognad: number) => inputOf({ boende: { municipality: 30, industry: 30 } }, { mognad });
    const own = (level: number) =>
      Array.from(
        { length: 6 },
        (_, index) =>
          [
            measure(`G${level}${index}`, "boende", { effects: { boende: 1 }, evidence: { grade: "d", mixed: false, note: null } }),
            rule({ require: { field: "mognad", op: "eq", value: level } }),
          ] as const,
      );
    // Scores by need: S 3/3 · 0.85 = 0.85. G, in its one place of four, 1/3 · fit 3 · 0.75 = 0.75. P 2/3 · 0.85 = 0.567.
    const wide = catalogueOf([
      ...["S0", "S1", "S2", "S3", "S4"].map((id) => [measure(id, "boende"), rule()] as const),
      ...["P0", "P1"].map((id) => [measure(id, "boende", { effects: { boende: 2 } }), rule()] as const),
      ...[0, 1, 2, 3].flatMap(own),
    ]);
    // First five S and four G each; without the S, six G and both P; without the P, six G.
    const { commonness, basicPackage } = computeCommonness({ instrument, catalogue: wide, places: [0, 1, 2, 3].map(kind) });
    expect(basicPackage).toEqual(["S0", "S1", "S2", "S3", "S4", "P0", "P1"]);
    expect([commonness.S0, commonness.P1, commonness.G00, commonness.G35]).toEqual([1, 1, 0.25, 0.25]);
  });
  test("comes with what is usual among the places", () => {
    expect(computeCommonness({ instrument, catalogue: of, places: four }).reference).toEqual({
      factShare: { "rekryt_externt eq true": 0.25 },
      spread: {},
    });
  });
  test("does not depend on the order of places, nor on a commonness that is there already", () => {
    const places = [place(true), place(false), place(false)];
    const first = computeCommonness({ instrument, catalogue: of, places });
    expect(computeCommonness({ instrument, catalogue: { ...of, ...first }, places: [...places].reverse() })).toEqual(first);
  });
  test("without places there is no share", () => {
    expect(() => computeCommonness({ instrument, catalogue: of, places: [] })).toThrow(RangeError);
  });
});
