import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { sum } from "../scoring/sum.ts";
import { type IccForm, iccForms, intraclassCorrelation } from "./intraclass.ts";
import { krippendorffAlpha, type MeasurementLevel } from "./krippendorff.ts";

const matrix = <T>(cell: fc.Arbitrary<T>) =>
  fc
    .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 6 }))
    .chain(([rows, columns]) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));
const ratings = matrix(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.double({ min: -100, max: 100, noNaN: true })));
const levels: readonly MeasurementLevel[] = ["nominal", "ordinal", "interval"];
const holed = matrix(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }));

/** Shrout and Fleiss (1979), table 2: four ratings on six targets. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe("S17 intraclass correlation as published", () => {
  const result = intraclassCorrelation(shroutFleiss);
  test("mean squares of Shrout and Fleiss (1979), table 3: 11.24, 6.26, 32.49, 1.02", () => {
    const { between, within, raters, error } = result.meanSquares;
    expect([between, within, raters, error].map((square) => square.toFixed(2))).toEqual(["11.24", "6.26", "32.49", "1.02"]);
  });
  // Values: Shrout and Fleiss (1979), table 4. Limits, F and p: R package psych, ICC(), printed in D. Wollschläger's
  // RExRepos, interRaterICC, for the same data.
  test.each([
    ["1,1", ".17", "1.8", "0.16477", -0.133, 0.72],
    ["2,1", ".29", "11.0", "0.00013", 0.019, 0.76],
    ["3,1", ".71", "11.0", "0.00013", 0.342, 0.95],
    ["1,k", ".44", "1.8", "0.16477", -0.884, 0.91],
    ["2,k", ".62", "11.0", "0.00013", 0.071, 0.93],
    ["3,k", ".91", "11.0", "0.00013", 0.676, 0.99],
  ] as const)("ICC(%s) is %s", (form, value, f, p, low, high) => {
    const estimate = result.forms[form];
    expect(estimate.value?.toFixed(2).replace("0.", ".")).toBe(value);
    expect(estimate.f?.statistic.toFixed(1)).toBe(f);
    expect(estimate.f?.p.toFixed(5)).toBe(p);
    expect(estimate.interval?.low).toBeCloseTo(low, 3);
    expect(estimate.interval?.high.toFixed(2)).toBe(high.toFixed(2));
  });
  test("more confidence, a wider interval", () => {
    for (const form of iccForms) {
      const [wide, narrow] = [intraclassCorrelation(shroutFleiss, 0.99), intraclassCorrelation(shroutFleiss, 0.8)].map(
        (one) => one.forms[form].interval,
      );
      expect(wide?.low).toBeLessThan(narrow?.low ?? -9);
      expect(wide?.high).toBeGreaterThan(narrow?.high ?? 9);
    }
  });
});

describe("S18 intraclass correlation of anything", () => {
  test("at most 1, finite, within its interval, and the mean of k as Spearman and Brown have it", () => {
    forAll([ratings], (those) => {
      const { forms, raters } = intraclassCorrelation(those);
      for (const { value, interval, f } of Object.values(forms)) {
        if (value !== null) expect(Number.isFinite(value) && value <= 1).toBe(true);
        if (interval !== null)
          expect(interval.low <= (value ?? 0) && (value ?? 0) <= interval.high && Number.isFinite(interval.high - interval.low)).toBe(true);
        if (f !== null) expect(Number.isFinite(f.statistic) && f.p >= 0 && f.p <= 1).toBe(true);
        if (value === null) expect(interval).toBeNull();
      }
      for (const design of ["1", "2", "3"]) {
        const [single, mean] = [forms[`${design},1` as IccForm].value, forms[`${design},k` as IccForm].value];
        if (single !== null && mean !== null && mean > -50) expect((raters * single) / (1 + (raters - 1) * single)).toBeCloseTo(mean, 5);
      }
    });
  });
  test("does not depend on unit, origin, or the order of subjects and raters", () => {
    forAll(
      [matrix(fc.integer({ min: 1, max: 5 })), fc.integer({ min: 1, max: 50 }), fc.integer({ min: -50, max: 50 })],
      (those, unit, origin) => {
        const turned = [...those].reverse().map((row) => [...row].reverse().map((rating) => rating * unit + origin));
        const [one, other] = [intraclassCorrelation(those).forms, intraclassCorrelation(turned).forms];
        for (const form of iccForms) {
          expect(other[form].value === null).toBe(one[form].value === null);
          if (Math.abs(one[form].value ?? 0) < 50) expect(other[form].value ?? 0).toBeCloseTo(one[form].value ?? 0, 6);
        }
      },
    );
  });
  test("consistency does not see a rater's level, agreement does: a rater one step above", () => {
    const level = [
      [1, 2],
      [2, 3],
      [3, 4],
      [5, 6],
    ];
    const { forms } = intraclassCorrelation(level);
    expect([forms["3,1"].value, forms["3,1"].interval, forms["3,1"].f]).toEqual([1, { low: 1, high: 1 }, null]);
    expect(forms["2,1"].value).toBeLessThan(1);
    expect(forms["1,1"].value).toBeLessThan(forms["2,1"].value ?? 0);
  });
  test("no differences at all is null, between subjects only is 1, within only is −1/(k − 1)", () => {
    forAll([fc.double({ min: -1e99, max: 1e99, noNaN: true }), fc.integer({ min: 2, max: 5 })], (same, raters) => {
      const flat = intraclassCorrelation(new Array(4).fill(new Array(raters).fill(same)));
      for (const form of iccForms) expect(flat.forms[form]).toEqual({ value: null, interval: null, f: null });
    });
    const perfect = intraclassCorrelation([0.1, 0.2, 0.7].map((score) => [score, score, score]));
    for (const form of iccForms) expect(perfect.forms[form].value).toBe(1);
    const within = intraclassCorrelation([
      [1, 2, 3],
      [3, 1, 2],
      [2, 3, 1],
    ]);
    expect(within.forms["1,1"].value).toBeCloseTo(-0.5, 12);
    expect([within.forms["1,k"].value, within.forms["3,k"].value]).toEqual([null, null]);
  });
  test("S40 the greatest and least numbers do no harm", () => {
    for (const unit of [1e99, 1e-200, 5e-324]) {
      const { forms } = intraclassCorrelation(shroutFleiss.map((row) => row.map((rating) => rating * unit)));
      expect(forms["3,1"].value).toBeCloseTo(0.715, 3);
    }
  });
});

/** Krippendorff's example of four observers, twelve units and missing values, a row per unit. */
const canonical = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, 3, null, null],
];

describe("S19 Krippendorff's alpha as published", () => {
  // Krippendorff (2011), example D; the data also in R package irr, kripp.alpha().
  test.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
  ] as const)("%s: %d", (level, wanted) => {
    const { alpha, pairable } = krippendorffAlpha(canonical, level);
    expect(alpha).toBeCloseTo(wanted, 3);
    expect(pairable).toBe(40);
  });
});

describe("S20 Krippendorff's alpha of anything", () => {
  test("equals its definition over all pairs of values, at most 1, finite or null", () => {
    forAll([holed, fc.constantFrom(...levels)], (units, level) => {
      const { alpha } = krippendorffAlpha(units, level);
      const wanted = byDefinition(units, level);
      if (wanted === null) return expect(alpha).toBeNull() as undefined;
      expect(alpha).toBeCloseTo(wanted, 9);
      expect(alpha).toBeLessThanOrEqual(1);
    });
  });
  test("nominal sees only names, ordinal only order, interval neither unit nor origin; observers may change places", () => {
    forAll([holed, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: 9 })], (units, unit, origin) => {
      const as = (name: (value: number) => number) =>
        units.map((row) => [...row].reverse().map((value) => (value === null ? null : name(value))));
      const same = (level: MeasurementLevel, name: (value: number) => number) => {
        const [one, other] = [krippendorffAlpha(units, level).alpha, krippendorffAlpha(as(name), level).alpha];
        if (one === null) expect(other).toBeNull();
        else expect(other).toBeCloseTo(one, 9);
      };
      same("nominal", (value) => [0, 3, -1, 9, 4, 7][value] ?? 0);
      same("ordinal", (value) => value * value * value);
      same("interval", (value) => value * unit + origin);
    });
  });
  test("1 for full agreement, null without pairs or without differences, below 0 for systematic disagreement", () => {
    for (const level of levels) {
      expect(
        krippendorffAlpha(
          [
            [1, 1],
            [2, 2],
            [5, 5],
          ],
          level,
        ).alpha,
      ).toBe(1);
      expect(
        krippendorffAlpha(
          [
            [3, 3],
            [3, 3],
          ],
          level,
        ).alpha,
      ).toBeNull();
      expect(krippendorffAlpha([[3, null], [null, 2], []], level)).toEqual({ alpha: null, pairable: 0, observed: 0, expected: 0 });
      expect(
        krippendorffAlpha(
          [
            [1, 5],
            [5, 1],
          ],
          level,
        ).alpha,
      ).toBeLessThan(0);
    }
  });
  test("S39 mistakes are named", () => {
    expect(() => krippendorffAlpha([], "nominal")).toThrow(/^units/);
    expect(() => krippendorffAlpha([[1, Number.NaN]], "nominal")).toThrow(/^units\[0\]/);
    expect(() => krippendorffAlpha([[1, 1]], "ratio" as MeasurementLevel)).toThrow(/^level/);
    expect(() => intraclassCorrelation([[1, 2]])).toThrow(/^ratings must have at least 2/);
    expect(() => intraclassCorrelation([[1], [2]])).toThrow(/^ratings\[0\]/);
    expect(() =>
      intraclassCorrelation([
        [1, 2],
        [1, 2, 3],
      ]),
    ).toThrow(/^ratings\[1\] must have 2/);
    expect(() =>
      intraclassCorrelation([
        [1, 2],
        [1, Number.POSITIVE_INFINITY],
      ]),
    ).toThrow(/^ratings\[1\]\[1\]/);
    expect(() => intraclassCorrelation(shroutFleiss, 1)).toThrow(/^confidence/);
  });
});

/** 1 − D_o/D_e as in the docstring, pair by pair. */
function byDefinition(units: readonly (readonly (number | null)[])[], level: MeasurementLevel): number | null {
  const paired = units.map((unit) => unit.filter((value) => value !== null)).filter((unit) => unit.length > 1);
  const all = paired.flat();
  const difference = (c: number, k: number) => {
    if (level === "nominal") return c === k ? 0 : 1;
    if (level === "interval") return (c - k) ** 2;
    const between = all.filter((g) => g >= Math.min(c, k) && g <= Math.max(c, k)).length;
    const ends = all.filter((g) => g === c).length + all.filter((g) => g === k).length;
    return c === k ? 0 : (between - ends / 2) ** 2;
  };
  const pairs = (values: readonly number[]) => sum(values.flatMap((c, i) => values.map((k, j) => (i === j ? 0 : difference(c, k)))));
  const expected = pairs(all) / (all.length - 1);
  const observed = sum(paired.map((unit) => pairs(unit) / (unit.length - 1)));
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected;
}
