import { draftItemSave } from "@hp/contracts";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  askedOf,
  type DraftDimension,
  type DraftStatement,
  dimensionProblems,
  hasNewWords,
  nextStatementId,
  rewordingOf,
  withMoved,
  withoutStatement,
  withParty,
  withRestored,
  withRewording,
  withStatement,
  withWords,
} from "./dimension-edit.ts";

const statement = (id: string, rest: Partial<DraftStatement> = {}): DraftStatement => ({
  id,
  sv: `Påstående ${id}`,
  en: `Statement ${id}`,
  parties: ["municipality", "industry", "residents"],
  core: false,
  outcome: false,
  revision: 1,
  ...rest,
});
const area: DraftDimension = {
  id: "boende",
  sv: "Boende",
  en: "Housing",
  domain: "physical",
  kind: "physical",
  weight: 1.2,
  why: { sv: "Därför", en: "Because" },
  items: [
    statement("boende-1", { core: true, revision: 2 }),
    statement("boende-2", { parties: ["industry"] }),
    statement("boende-4", { core: true, parties: ["residents"] }),
  ],
  indicators: [],
};
const ids = ({ items }: DraftDimension) => items.map(({ id }) => id);
const one = (dimension: DraftDimension, id: string) => dimension.items.find((item) => item.id === id) as DraftStatement;

test.each([
  [[], "boende-1"],
  [["boende-1", "boende-3"], "boende-4"],
  [["boende-9", "skola-40", "boende-x", "boende-2b", "boende-10"], "boende-11"],
])("after %j comes %s", (used, expected) =>
  expect(
    nextStatementId(
      "boende",
      used.map((id) => ({ id })),
    ),
  ).toBe(expected),
);

test("a new id has never been used, whatever was added and taken out", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ add: fc.boolean(), at: fc.nat(40) }), { maxLength: 40 }), (acts) => {
      let dimension = area;
      let ever: readonly { id: string }[] = area.items;
      for (const { add, at } of acts) {
        if (add) {
          const id = nextStatementId("boende", ever);
          expect(ever.some((used) => used.id === id)).toBe(false);
          dimension = withStatement(dimension, id);
          ever = [...ever, { id }];
        } else dimension = withoutStatement(dimension, ids(dimension)[at % dimension.items.length] ?? "");
      }
      expect(dimension.items.length).toBeGreaterThan(0);
      expect(new Set(ids(dimension)).size).toBe(dimension.items.length);
    }),
    { numRuns: 1000 },
  );
});

test("a dimension with a new statement is one that a draft may hold", () => {
  const save = { kind: "dimension", draftId: "00000000-0000-4000-8000-000000000000", key: "boende", version: 1 };
  expect(draftItemSave.safeParse({ ...save, document: withStatement(area, "boende-5") }).success).toBe(true);
  expect(draftItemSave.safeParse({ ...save, document: withParty(area, "boende-2", "industry", false) }).success).toBe(false);
});

test("a statement moves a step, and not past the ends", () => {
  expect(ids(withMoved(area, "boende-1", 1))).toEqual(["boende-2", "boende-1", "boende-4"]);
  expect(ids(withMoved(area, "boende-4", -1))).toEqual(["boende-1", "boende-4", "boende-2"]);
  expect(withMoved(area, "boende-1", -1)).toBe(area);
  expect(withMoved(area, "boende-4", 1)).toBe(area);
  expect(withMoved(area, "boende-9", 1)).toBe(area);
});

test("a statement that was taken out can come back as it was, once", () => {
  const out = withoutStatement(area, "boende-2");
  expect(ids(out)).toEqual(["boende-1", "boende-4"]);
  expect(one(withRestored(out, one(area, "boende-2")), "boende-2")).toEqual(one(area, "boende-2"));
  expect(withRestored(area, one(area, "boende-2"))).toBe(area);
});

test("the last statement stays", () => {
  const single = { ...area, items: [statement("boende-1")] };
  expect(withoutStatement(single, "boende-1")).toBe(single);
});

test("new words keep the revision until the question is said to be another", () => {
  const published = one(area, "boende-1");
  const reworded = withWords(area, "boende-1", { sv: "Nytt", en: published.en }, published);
  expect(hasNewWords(one(reworded, "boende-1"), published)).toBe(true);
  expect([one(reworded, "boende-1").revision, rewordingOf(one(reworded, "boende-1"), published)]).toEqual([2, "same"]);
  const other = withRewording(reworded, published, "other");
  expect([one(other, "boende-1").revision, rewordingOf(one(other, "boende-1"), published)]).toEqual([3, "other"]);
  expect(one(withRewording(other, published, "other"), "boende-1").revision).toBe(3);
  expect(one(withRewording(other, published, "same"), "boende-1").revision).toBe(2);
});

test("back at the published words it is the published question again", () => {
  const published = one(area, "boende-1");
  const other = withRewording(withWords(area, "boende-1", { sv: "Nytt", en: "New" }, published), published, "other");
  expect(one(withWords(other, "boende-1", published, published), "boende-1")).toEqual(published);
});

test("words of a statement that is not published ask for no choice", () => {
  expect(hasNewWords(statement("boende-5", { sv: "Nytt" }), null)).toBe(false);
  expect(one(withWords(area, "boende-1", { sv: "A", en: "B" }, null), "boende-1").revision).toBe(2);
});

test("parties are asked in their usual order, and none at all stops saving", () => {
  const both = withParty(area, "boende-2", "municipality", true);
  expect(one(both, "boende-2").parties).toEqual(["municipality", "industry"]);
  const none = withParty(area, "boende-2", "industry", false);
  expect(dimensionProblems(none)).toEqual([{ code: "parties", id: "boende-2" }]);
  expect(withParty(area, "boende-9", "industry", true)).toBe(area);
});

test.each([0, -1, 10.5, Number.NaN])("a weight of %d stops saving", (weight) =>
  expect(dimensionProblems({ ...area, weight })).toEqual([{ code: "weight" }]),
);
test("what a draft may hold stops nothing", () => {
  expect(dimensionProblems(area)).toEqual([]);
  expect(dimensionProblems({ ...area, weight: 10 })).toEqual([]);
});

test("a party sees its own statements: the core ones in the quick round, all in the full one", () => {
  const asked = (...args: [Parameters<typeof askedOf>[1], Parameters<typeof askedOf>[2]]) => askedOf(area, ...args).map(({ id }) => id);
  expect(asked("municipality", "quick")).toEqual(["boende-1"]);
  expect(asked("industry", "full")).toEqual(["boende-1", "boende-2"]);
  expect(asked("residents", "quick")).toEqual(["boende-1", "boende-4"]);
});
