import { analyseCatalogue, fieldCatalogue, findingText } from "@hp/domain";
import { expect, test } from "vitest";
import { kpis, loadCatalogue, loadInstrument } from "../src/index.ts";

test("static analysis finds nothing in the shipped catalogue", () => {
  const titles = Object.fromEntries([...kpis()].map(([id, { sv, en }]) => [id, { sv, en }]));
  const { measures, rules } = loadCatalogue();
  const findings = analyseCatalogue({ measures, rules, fields: fieldCatalogue(loadInstrument(), titles) });
  expect(findings.map((finding) => findingText(finding, "en"))).toEqual([]);
});
