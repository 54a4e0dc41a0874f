import { describe, expect, test } from "vitest";
import { createFormat } from "./format.ts";

const sv = createFormat("sv");
const en = createFormat("en");
/** No-break spaces as dots, so that they can be seen. */
const seen = (text: string) => text.replaceAll("\u00a0", "·");

describe("Swedish", () => {
  test.each([
    [sv.number(12_345.6), "12·345,6"],
    [sv.number(-2.25, 1), "−2,3"],
    [sv.number(-0.04, 1), "0"],
    [sv.number(1000, 0), "1·000"],
    [sv.number(7, 2), "7"],
    [sv.kronor(1_975_000), "1·975·000·kr"],
    [sv.kronor(0), "0·kr"],
    [sv.percent(-0.022, 1), "−2,2·%"],
    [sv.percent(0.5), "50·%"],
    [sv.day("2026-11-24"), "24·nov.·2026"],
    [sv.day("2027-05-01"), "1·maj·2027"],
    [sv.time("2026-11-24T13:02:00Z"), "14.02"],
    [sv.moment("2026-11-24T13:02:00Z"), "24·nov.·2026 kl.·14.02"],
    [sv.list(["a", "b", "c"]), "a, b och c"],
  ])("%s", (text, expected) => expect(seen(text)).toBe(expected));
});

describe("English", () => {
  test.each([
    [en.number(12_345.6), "12,345.6"],
    [en.number(-2.25, 1), "−2.3"],
    [en.kronor(1_975_000), "SEK·1,975,000"],
    [en.percent(-0.022, 1), "−2.2%"],
    [en.day("2026-11-24"), "24·Nov·2026"],
    [en.time("2026-11-24T13:02:00Z"), "14:02"],
    [en.moment("2026-11-24T13:02:00Z"), "24·Nov·2026 at·14:02"],
    [en.list(["a", "b", "c"]), "a, b and c"],
  ])("%s", (text, expected) => expect(seen(text)).toBe(expected));
});

test("an instant is written in Swedish time, also around midnight and in summer", () => {
  expect(seen(sv.moment("2026-11-24T23:30:00Z"))).toBe("25·nov.·2026 kl.·00.30");
  expect(seen(sv.time("2026-07-01T12:00:00Z"))).toBe("14.00");
});

test("a day is itself whatever the time zone", () => {
  expect(seen(sv.day("2026-01-01"))).toBe("1·jan.·2026");
  expect(seen(sv.day("2026-12-31"))).toBe("31·dec.·2026");
});
