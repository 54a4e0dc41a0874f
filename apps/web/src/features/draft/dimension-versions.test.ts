import { expect, test } from "vitest";
import type { DraftDimension, DraftStatement } from "./dimension-edit.ts";
import { withMoved, withParty, withStatement, withWords } from "./dimension-edit.ts";
import { versionDifferences } from "./dimension-versions.ts";

const statement = (id: string): DraftStatement => ({
  id,
  sv: `Påstående ${id}`,
  en: `Statement ${id}`,
  parties: ["municipality", "industry"],
  core: false,
  outcome: false,
  revision: 1,
});
const area: DraftDimension = {
  id: "boende",
  sv: "Boende",
  en: "Housing",
  domain: "physical",
  kind: "physical",
  weight: 1.2,
  why: { sv: "Därför", en: "Because" },
  items: [statement("boende-1"), statement("boende-2")],
  indicators: [],
};

test("a version does not differ from itself", () => expect(versionDifferences(area, structuredClone(area))).toEqual([]));

test("every place that differs is told with both values", () => {
  const mine = withWords({ ...area, weight: 2 }, "boende-1", { sv: "Mitt", en: "Statement boende-1" }, null);
  const saved = withParty({ ...area, why: { sv: "Annat", en: "Because" } }, "boende-2", "industry", false);
  expect(versionDifferences(mine, saved)).toEqual([
    { statement: null, field: "weight", mine: 2, saved: 1.2 },
    { statement: null, field: "why.sv", mine: "Därför", saved: "Annat" },
    { statement: "boende-1", field: "sv", mine: "Mitt", saved: "Påstående boende-1" },
    { statement: "boende-2", field: "parties", mine: ["municipality", "industry"], saved: ["municipality"] },
  ]);
});

test("a statement that only one version has is told by its words, and is no difference of order", () => {
  const mine = withWords(withStatement(area, "boende-3"), "boende-3", { sv: "Nytt", en: "New" }, null);
  expect(versionDifferences(mine, area)).toEqual([
    { statement: "boende-3", field: "sv", mine: "Nytt", saved: null },
    { statement: "boende-3", field: "en", mine: "New", saved: null },
  ]);
});

test("another order is one difference", () => {
  expect(versionDifferences(area, withMoved(area, "boende-1", 1))).toEqual([
    { statement: null, field: "order", mine: ["boende-1", "boende-2"], saved: ["boende-2", "boende-1"] },
  ]);
});
