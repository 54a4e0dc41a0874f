import fc from "fast-check";
import { expect, test } from "vitest";
import { type NumberLocale, readNumber, writeNumber } from "./number-text.ts";

const locales = fc.constantFrom<NumberLocale>("sv", "en");

test("what is written for a field is read back as the same number", () => {
  const numbers = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((whole) => whole / 1000);
  fc.assert(
    fc.property(numbers, locales, (value, locale) => {
      expect(readNumber(writeNumber(value, locale), locale)).toBeCloseTo(value, 3);
    }),
  );
});

test.each([
  ["1 100 000", "sv", 1_100_000],
  ["1\u00a0100\u202f000", "sv", 1_100_000],
  ["38,5", "sv", 38.5],
  ["38.5", "sv", 38.5],
  ["\u22123,2", "sv", -3.2],
  ["1,100,000", "en", 1_100_000],
  ["1,100.5", "en", 1100.5],
  ["3,5", "en", 3.5],
  ["", "sv", null],
  ["  ", "sv", null],
] as const)("%j in %s is %j", (text, locale, value) => expect(readNumber(text, locale)).toBe(value));

test.each(["abc", "1.2.3", "1e5", "--1", "12 kr", "1,2,3"])("%j is not a number", (text) => expect(readNumber(text, "sv")).toBeNaN());

test("nothing is written for what is not known", () => expect(writeNumber(null, "sv")).toBe(""));
