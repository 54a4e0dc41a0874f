import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { condition, fields, forAll } from "../../test/arbitraries.ts";
import { instrument } from "../../test/world.ts";
import { fieldCatalogue } from "./field-catalogue.ts";
import { fieldsOf, readCondition } from "./read.ts";
import type { Condition } from "./types.ts";
import { MAX_CONDITION_DEPTH, MAX_CONDITION_NODES, validateCondition } from "./validate.ts";
import { MAX_LIST_VALUES, operatorsFor } from "./validate-value.ts";

const fine: Condition = { field: "vakans", op: "gte", value: 5 };
const codes = (one: unknown) => validateCondition(one, fields).map(({ path, code }) => `${path}:${code}`);

describe("C11 validation", () => {
  test("accepts every well-formed condition", () => {
    forAll([condition({ known: true })], (one) => {
      expect(validateCondition(one, fields).filter(({ code }) => code !== "too_deep" && code !== "too_large")).toEqual([]);
    });
  });

  test.each([
    [null, ":not_a_condition"],
    [[], ":not_a_condition"],
    ["vakans > 5", ":not_a_condition"],
    [{}, ":not_a_condition"],
    [{ all: [fine], any: [fine] }, ":unknown_key"],
    [{ ...fine, note: "x" }, ":unknown_key"],
    [{ field: "vakans", op: "gte" }, ":unknown_key"],
    [{ all: [] }, "all:empty_branch"],
    [{ any: "x" }, "any:not_a_condition"],
    [{ all: [fine, 3] }, "all[1]:not_a_condition"],
    [{ not: { all: [{ ...fine, value: "5" }] } }, "not.all[0].value:wrong_value"],
    [{ atLeast: 0, of: [fine] }, "atLeast:bad_at_least"],
    [{ atLeast: 2, of: [fine] }, "atLeast:bad_at_least"],
    [{ atLeast: 1.5, of: [fine, fine] }, "atLeast:bad_at_least"],
    [{ ...fine, field: "vakanss" }, "field:unknown_field"],
    [{ ...fine, field: "__proto__" }, "field:unknown_field"],
    [{ ...fine, field: 5 }, "field:unknown_field"],
    [{ ...fine, op: "matches" }, "op:unknown_operator"],
    [{ ...fine, op: "toString" }, "op:unknown_operator"],
    [{ ...fine, op: "contains", value: "x" }, "op:operator_not_for_type"],
    [{ field: "profil", op: "eq", value: "operator" }, "op:operator_not_for_type"],
    [{ field: "bostadslage", op: "lt", value: "brist" }, "op:operator_not_for_type"],
    [{ field: "bostadslage", op: "eq", value: "slut" }, "value:not_a_choice"],
    [{ field: "bostadslage", op: "in", value: ["brist", "slut"] }, "value:not_a_choice"],
    [{ field: "bostadslage", op: "in", value: [] }, "value:wrong_value"],
    [{ field: "bostadslage", op: "in", value: ["brist", "brist"] }, "value:wrong_value"],
    [{ field: "rekryt_externt", op: "eq", value: 1 }, "value:wrong_value"],
    [{ field: "rekryt_externt", op: "known", value: "ja" }, "value:wrong_value"],
    [{ ...fine, value: 61 }, "value:out_of_range"],
    [{ ...fine, value: -0.1 }, "value:out_of_range"],
    [{ ...fine, value: Number.NaN }, "value:wrong_value"],
    [{ field: "mognad", op: "gte", value: 2.5 }, "value:wrong_value"],
    [{ field: "restid_stad", op: "between", value: [90, 45] }, "value:empty_interval"],
    [{ field: "restid_stad", op: "between", value: [45] }, "value:wrong_value"],
    [{ field: "score.boende", op: "lt", value: 101 }, "value:out_of_range"],
  ] as const)("%j gives %s", (one, expected) => {
    expect(codes(one)).toEqual([expected]);
  });

  test("gives every fault at once", () => {
    expect(
      codes({
        all: [
          { ...fine, value: 99 },
          {
            any: [
              { ...fine, field: "x" },
              { ...fine, op: "y" },
            ],
          },
        ],
      }),
    ).toEqual(["all[0].value:out_of_range", "all[1].any[0].field:unknown_field", "all[1].any[1].op:unknown_operator"]);
  });

  const nested = (levels: number): Condition => (levels === 1 ? fine : { not: nested(levels - 1) });
  test(`${MAX_CONDITION_DEPTH} levels are allowed, one more is not`, () => {
    expect(codes(nested(MAX_CONDITION_DEPTH))).toEqual([]);
    expect(validateCondition(nested(MAX_CONDITION_DEPTH + 1), fields).map(({ code }) => code)).toEqual(["too_deep"]);
  });
  test(`${MAX_CONDITION_NODES} nodes are allowed, one more is not, and a million end soon`, () => {
    const wide = (atoms: number): Condition => ({ all: Array.from({ length: atoms }, () => fine) });
    expect(codes(wide(MAX_CONDITION_NODES - 1))).toEqual([]);
    expect(validateCondition(wide(MAX_CONDITION_NODES), fields).map(({ code }) => code)).toEqual(["too_large"]);
    expect(validateCondition({ all: new Array(1_000_000).fill(fine) }, fields)).toHaveLength(1);
  });

  test(`a list of ${MAX_LIST_VALUES} values is allowed, one more is not, and a million end soon`, () => {
    const listed = (length: number) => ({ field: "inv_ort", op: "in", value: Array.from({ length }, (_, index) => index) });
    expect(codes(listed(MAX_LIST_VALUES))).toEqual([]);
    expect(codes({ all: [fine, listed(MAX_LIST_VALUES + 1)] })).toEqual(["all[1].value:too_large"]);
    expect(codes({ ...listed(1), value: new Array(1_000_000).fill("x") })).toEqual(["value:too_large"]);
  });

  test("never throws and changes nothing, whatever it is given", () => {
    forAll([fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true })], (anything) => {
      expect(Array.isArray(validateCondition(anything, fields))).toBe(true);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    });
  });

  test("each type offers the operators that make sense", () => {
    expect(operatorsFor("multiEnum")).toEqual(["contains", "known"]);
    expect(operatorsFor("boolean")).not.toContain("lt");
    expect(operatorsFor("number")).toContain("between");
  });
});

test("C12 fields are named once, in reading order", () => {
  expect(
    fieldsOf({
      all: [fine, { not: { field: "fas", op: "eq", value: "stabil" } }, { any: [fine, { field: "mognad", op: "gte", value: 2 }] }],
    }),
  ).toEqual(["vakans", "fas", "mognad"]);
});

describe("C13 readings", () => {
  const read = (one: Condition) => [readCondition(one, "sv", fields), readCondition(one, "en", fields)];
  const rawKey = new RegExp(
    `\\b(${[...fields.keys()]
      .filter((key) => /[_.]/.test(key))
      .map((key) => key.replace(".", "\\."))
      .join("|")}|overskott|ingenjor)\\b`,
  );

  test("never empty, never a raw key", () => {
    forAll([condition({ known: true })], (one) => {
      for (const text of read(one)) {
        expect(text.length).toBeGreaterThan(5);
        expect(text).not.toMatch(rawKey);
        expect(text).not.toMatch(/undefined|NaN|null/);
      }
    });
  });

  test.each<readonly [Condition, string, string]>([
    [fine, "vakansgraden i allmännyttan är minst 5\u00a0procent", "the vacancy rate in municipal housing is at least 5\u00a0per cent"],
    [
      { field: "restid_stad", op: "between", value: [45, 90] },
      "restiden till närmaste stad ligger mellan 45 och 90\u00a0minuter",
      "the travel time to the nearest city lies between 45 and 90\u00a0minutes",
    ],
    [
      { field: "bostadslage", op: "in", value: ["brist", "balans"] },
      "bostadsläget är ”Brist” eller ”Balans”",
      "the state of the housing market is “Shortage” or “Balance”",
    ],
    [
      { field: "profil", op: "contains", value: "ingenjor" },
      "svaret på ”Bristkompetens” omfattar ”Ingenjör”",
      "the answer to “Shortage occupations” includes “Engineer”",
    ],
    [
      { field: "rekryt_externt", op: "eq", value: true },
      "svaret på ”Rekryterar utifrån” är ja",
      "the answer to “Recruits from outside” is yes",
    ],
    [{ field: "mognad", op: "gte", value: 3 }, "samverkansmognaden är minst nivå 3", "the maturity of collaboration is at least level 3"],
    [
      { field: "bef_trend5", op: "lte", value: -2.5 },
      "befolkningsförändringen på fem år är högst −2,5\u00a0procent",
      "the population change over five years is at most −2.5\u00a0per cent",
    ],
    [
      { field: "inv_ort", op: "lt", value: 10_000 },
      "uppgiften ”Invånare i orten” är under 10\u00a0000",
      "the figure “Residents in the town” is below 10,000",
    ],
    [
      { field: "peer.N00610", op: "lt", value: 0 },
      "kommunen ligger sämre till än liknande kommuner i ”Trygg utomhus, andel”",
      "the municipality is worse off than similar ones in “Safe outdoors, share”",
    ],
    [
      { field: "vakans", op: "known", value: false },
      "vakansgraden i allmännyttan är okänd",
      "the vacancy rate in municipal housing is unknown",
    ],
    [{ field: "borttagen", op: "eq", value: 1 }, "en uppgift som inte längre finns är 1", "a fact that no longer exists is 1"],
    [
      { field: "bostadslage", op: "eq", value: "borttaget" },
      "bostadsläget är ett annat alternativ",
      "the state of the housing market is another choice",
    ],
    [
      { not: fine },
      "det gäller inte att vakansgraden i allmännyttan är minst 5\u00a0procent",
      "it is not so that the vacancy rate in municipal housing is at least 5\u00a0per cent",
    ],
    [
      {
        any: [
          { field: "gap.boende", op: "gte", value: 15 },
          { field: "gap.boende", op: "lte", value: -15 },
        ],
      },
      "glappet mellan kommun och industri i Bostäder och boendemiljö är minst 15\u00a0poäng åt något håll",
      "the gap between municipality and industry in Housing and living environment is at least 15\u00a0points either way",
    ],
    [
      {
        all: [
          fine,
          {
            any: [
              { field: "skiftandel", op: "lt", value: 10 },
              { field: "rekryt_externt", op: "eq", value: false },
            ],
          },
        ],
      },
      "vakansgraden i allmännyttan är minst 5\u00a0procent och (andelen anställda i skift är under 10\u00a0procent eller svaret på ”Rekryterar utifrån” är nej)",
      "the vacancy rate in municipal housing is at least 5\u00a0per cent and (the share of employees on shifts is below 10\u00a0per cent or the answer to “Recruits from outside” is no)",
    ],
    [
      { atLeast: 2, of: [fine, { field: "skiftandel", op: "lt", value: 10 }] },
      "minst 2 av följande gäller: vakansgraden i allmännyttan är minst 5\u00a0procent; andelen anställda i skift är under 10\u00a0procent",
      "at least 2 of the following hold: the vacancy rate in municipal housing is at least 5\u00a0per cent; the share of employees on shifts is below 10\u00a0per cent",
    ],
  ])("%j", (one, sv, en) => {
    expect(read(one)).toEqual([sv, en]);
  });
});

describe("C16 the field catalogue", () => {
  test("has every precondition and every computed field, each with a label in both languages", () => {
    const keys = [...fields.keys()];
    for (const { key } of instrument.preconditions) expect(keys).toContain(key);
    for (const { id, items } of instrument.dimensions) {
      for (const prefix of ["score", "gap", "factGap"]) expect(keys).toContain(`${prefix}.${id}`);
      for (const item of items) expect(keys).toContain(`item.${item.id}`);
    }
    for (const field of fields.values()) expect([field.label.sv, field.label.en].every((label) => label.length > 0)).toBe(true);
  });
  test("gap is signed, a score is not, a statistic has no limits and its title or its code", () => {
    expect(fields.get("gap.boende")).toMatchObject({ min: -100, max: 100 });
    expect(fields.get("score.boende")).toMatchObject({ min: 0, max: 100, kind: "score" });
    expect(fields.get("peer.N00610")).toMatchObject({ min: null, max: null, label: { en: "Safe outdoors, share" } });
    expect(fields.get("__proto__")).toBeUndefined();
    const bare = fieldCatalogue({
      ...instrument,
      dimensions: instrument.dimensions.map((one) => ({
        ...one,
        indicators: [{ kpi: "N1", direction: "higher", use: "index", shipped: false }],
      })),
    });
    expect(bare.get("peer.N1")?.label.sv).toBe("nyckeltalet N1 i Kolada");
  });
});
