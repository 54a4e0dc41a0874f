import { expect, test } from "vitest";
import { type Draft, draftOf, isAnswer, sameDraft, toggled } from "./fact-draft.ts";

const draft = (...values: string[]): Draft => ({ values, isUnknown: false });

test.each([
  [{ type: "number", state: "known", value: 38.5 }, draft("38,5")],
  [{ type: "boolean", state: "known", value: false }, draft("no")],
  [{ type: "multiEnum", state: "known", value: [] }, draft("none")],
  [{ type: "multiEnum", state: "known", value: ["sjo"] }, draft("sjo")],
  [
    { type: "enum", state: "unknown", value: null },
    { values: [], isUnknown: true },
  ],
  [{ type: "enum", state: "unanswered", value: null }, draft()],
] as const)("%j stands in its field as %j", (fact, expected) => expect(draftOf(fact as never, "sv")).toEqual(expected));

test("the last choice turned off leaves none of these; none of these turns the others off", () => {
  expect(toggled(draft("sjo"), "sjo", false)).toEqual(draft("none"));
  expect(toggled(draft("sjo", "skog"), "none", true)).toEqual(draft("none"));
  expect(toggled(draft("none"), "skog", true)).toEqual(draft("skog"));
  expect(toggled({ values: [], isUnknown: true }, "skog", true)).toEqual(draft("skog"));
});

test("not knowing is an answer, an empty field is none", () => {
  expect(isAnswer({ values: [], isUnknown: true })).toBe(true);
  expect(isAnswer(draft(""))).toBe(false);
  expect(isAnswer(draft())).toBe(false);
  expect(sameDraft(draft("a", "b"), draft("a", "b"))).toBe(true);
});
