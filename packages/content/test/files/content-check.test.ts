import type { Catalogue } from "@hp/domain";
import { expect, test } from "vitest";
import { checkContent } from "../../scripts/checked.ts";
import { loadCatalogue, loadInstrument } from "../../src/index.ts";

const today = "2026-11";

test("the content that ships has every text, card, source and review date, and each measure fits some places and not others", () => {
  const { faults, counts } = checkContent(loadInstrument(), loadCatalogue(), today);
  expect(faults).toEqual([]);
  expect(counts.cards).toBe(counts.measures);
});

test("what is taken away is missed", () => {
  const shipped = loadCatalogue();
  const [first, second, ...others] = shipped.measures;
  if (first === undefined || second === undefined) throw new Error("the catalogue is empty");
  const { card: _card, ...bare } = first;
  const spoilt: Catalogue = { ...shipped, measures: [bare, { ...second, source: { ...second.source, en: "" } }, ...others] };
  const { faults } = checkContent(loadInstrument(), spoilt, today);
  expect(faults.some((fault) => fault.includes(first.id))).toBe(true);
  expect(faults.some((fault) => fault.includes(second.id))).toBe(true);
  expect(checkContent(loadInstrument(), shipped, "2030-01").faults.length).toBeGreaterThan(0);
});
