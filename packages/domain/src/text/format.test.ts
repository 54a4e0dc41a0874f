import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { capitalise, formatNumber, joinWords, quote } from "./format.ts";

describe("numbers in text", () => {
  test.each([
    [0, "0", "0"],
    [-0, "0", "0"],
    [-0.04, "0", "0"],
    [38, "38", "38"],
    [4.25, "4,3", "4.3"],
    [-7.5, "−7,5", "−7.5"],
    [1234, "1\u00a0234", "1,234"],
    [-1234567.89, "−1\u00a0234\u00a0567,9", "−1,234,567.9"],
    [100, "100", "100"],
  ])("%d is %s and %s", (value, swedish, english) => {
    expect([formatNumber(value, "sv"), formatNumber(value, "en")]).toEqual([swedish, english]);
  });
  test("read back, a number is itself to its decimals", () => {
    forAll([fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.nat(4)], (value, decimals) => {
      const back = Number(formatNumber(value, "en", decimals).replaceAll(",", "").replace("\u2212", "-"));
      expect(Math.abs(back - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6);
    });
  });
  test("an unknown number has no text", () => {
    expect(() => formatNumber(Number.NaN, "sv")).toThrow(RangeError);
  });
});

test("words are joined as each language does, and quoted in its marks", () => {
  expect([
    joinWords(["a", "b", "c"], "sv", "and"),
    joinWords(["a", "b"], "en", "or"),
    joinWords(["a"], "sv", "or"),
    joinWords([], "sv", "and"),
  ]).toEqual(["a, b och c", "a or b", "a", ""]);
  expect([quote("x", "sv"), quote("x", "en"), capitalise("åka")]).toEqual(["”x”", "“x”", "Åka"]);
});
