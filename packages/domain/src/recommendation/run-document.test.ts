import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll, input } from "../../test/arbitraries.ts";
import { catalogue, catalogueOf, even, inputOf, instrument, measure, rule } from "../../test/world.ts";
import { canonicalJson, firstDifference } from "./canonical-json.ts";
import { computeCommonness } from "./commonness.ts";
import { type RunDocument, replay, runDocument } from "./run-document.ts";
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

describe("M24 replay", () => {
  const stored = (document: RunDocument): RunDocument => JSON.parse(canonicalJson(document)) as RunDocument;
  test("a document, through JSON and back, gives the same bytes", () => {
    forAll(
      [input],
      (its) => {
        const document = stored(runDocument({ instrument, catalogue, input: its }));
        const again = replay(document);
        expect(again).toMatchObject({ identical: true, firstDifference: null, engineVersion: ENGINE_VERSION });
        expect(canonicalJson(again.advice)).toBe(canonicalJson(document.advice));
      },
      200,
    );
  });
  const document = runDocument({ instrument, catalogue, input: inputOf(even, { vakans: 12, rekryt_externt: true }) });
  test.each<readonly [string, (its: RunDocument) => RunDocument, RegExp]>([
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
        catalogue: {
          ...its.catalogue,
          rules: { ...its.catalogue.rules, SV01: rule({ exclude: { field: "vakans", op: "gte", value: 5 } }) },
        },
      }),
      /^\$\.measures/,
    ],
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
    ["the engine", (its) => ({ ...its, engineVersion: "0.9.0" }), /^\$\.engineVersion$/],
  ])("finds %s changed", (_, change, path) => {
    const again = replay(change(stored(document)));
    expect(again.identical).toBe(false);
    expect(again.firstDifference).toMatch(path);
  });
  test("another format is refused", () => {
    expect(() => replay({ ...document, format: "x" as RunDocument["format"] })).toThrow(RangeError);
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
