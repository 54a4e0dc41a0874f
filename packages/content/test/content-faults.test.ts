import { instrumentFile, legendFile, measuresFile, rulesFile } from "@hp/contracts/content";
import { describe, expect, test } from "vitest";
import legendJson from "../content/legend.json" with { type: "json" };
import measuresJson from "../content/measures.json" with { type: "json" };
import modelJson from "../content/model.json" with { type: "json" };
import rulesJson from "../content/rules.json" with { type: "json" };
import { kpis, loadCatalogue, loadInstrument } from "../src/index.ts";
import { checkReferences } from "../src/published/check-references.ts";
import { parseContent } from "../src/published/parse-content.ts";

/** A deep copy with one member exchanged, or taken away where `value` is undefined. The path is keys and positions. */
function spoiled<T>(content: T, path: string, value?: unknown): T {
  const copy = structuredClone(content);
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  const owner = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy as Record<string, unknown>);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}

describe("bad content is refused with file, id and field", () => {
  test.each([
    ["a text that is missing in English", "3.en", undefined, /^measures\.json · \w{2}\d{2} · en: /],
    ["an unknown cost class", "0.cost", "huge", /^measures\.json · SV01 · cost: /],
    ["a key nobody knows", "0.colour", "red", /^measures\.json · SV01: Unrecognized key: "colour"/],
    ["a main dimension without effect", "0.mainDimension", "boende", /^measures\.json · SV01 · mainDimension: Not among the effects/],
    ["an effect of 4", "0.effects.samverkan", 4, /^measures\.json · SV01 · effects\.samverkan: /],
    ["an id twice", "1.id", "SV01", /^measures\.json · SV01 · id: Occurs twice: SV01/],
  ])("measures: %s", (_, path, value, message) => {
    expect(() => parseContent("measures.json", measuresFile, spoiled(measuresJson, path, value))).toThrow(message);
  });

  const atom = { field: "max_gap", op: "gte", value: 20 };
  test.each([
    ["an operator that does not exist", { ...atom, op: "like" }, /^rules\.json · SV04 · require\.op: /],
    ["a text where a number belongs", { ...atom, value: "20" }, /^rules\.json · SV04 · require\.value: For gte: /],
    ["code in a condition", "facts.max_gap > 20", /^rules\.json · SV04 · require: /],
    ["limits the wrong way round", { field: "vakans", op: "between", value: [9, 1] }, /^rules\.json · SV04 · require\.value: .*upper/],
    ["more than there are", { atLeast: 2, of: [atom] }, /^rules\.json · SV04 · require\.atLeast: /],
    ["two branches in one", { all: [atom], any: [atom] }, /^rules\.json · SV04 · require: Unrecognized key: "any"/],
    [
      "a fault far in",
      { all: [atom, { not: { any: [{ ...atom, op: "~" }] } }] },
      /^rules\.json · SV04 · require\.all\.1\.not\.any\.0\.op: /,
    ],
  ])("rules: %s", (_, require, message) => {
    expect(() => parseContent("rules.json", rulesFile, spoiled(rulesJson, "rules.SV04.require", require))).toThrow(message);
  });

  test.each([
    ["a number without limits", "preconditions.2.max", null, /^model\.json · inv_ort · min: A number needs min below max/],
    ["a precondition in no group", "preconditions.2.group", "other", /^model\.json · inv_ort · group: No such group/],
    ["a statement without Swedish", "dimensions.0.items.0.sv", " ", /^model\.json · arbete-1 · sv: /],
    ["a choice without English", "preconditions.14.values.0.en", undefined, /^model\.json · fas · values\.nedlaggningshot\.en: /],
    ["a dimension in no domain", "dimensions.0.domain", "rest", /^model\.json · arbete · domain: /],
  ])("instrument: %s", (_, path, value, message) => {
    expect(() => parseContent("model.json", instrumentFile, spoiled(modelJson, path, value))).toThrow(message);
  });

  test("a legend without one of its keys", () => {
    const bad = spoiled(legendJson, "evidence", legendJson.evidence.slice(0, 3));
    expect(() => parseContent("legend.json", legendFile, bad)).toThrow("legend.json · evidence: Not exactly once: d");
  });
});

describe("content that names what does not exist is refused", () => {
  const set = { instrument: loadInstrument(), kpis: kpis(), catalogue: loadCatalogue() };
  const withRule = (id: string, change: object) =>
    ({
      ...set,
      catalogue: { ...set.catalogue, rules: { ...set.catalogue.rules, [id]: { ...set.catalogue.rules[id], ...change } } },
    }) as typeof set;

  test("the shipped content names nothing that does not exist", () => {
    expect(checkReferences(set)).toEqual([]);
  });

  test.each([
    ["a field", { require: { field: "vakanser", op: "gte", value: 5 } }, "rules.json · BO01 · require.field: unknown_field (vakanser)"],
    ["a choice", { require: { field: "fas", op: "eq", value: "boom" } }, "rules.json · BO01 · require.value: not_a_choice (fas)"],
    [
      "a value outside the range",
      { damp: [{ all: [{ field: "vakans", op: "gte", value: 500 }] }] },
      "rules.json · BO01 · damp.0.all[0].value: out_of_range (vakans)",
    ],
    [
      "an indicator without direction",
      { require: { field: "peer.N07909", op: "lt", value: 0 } },
      "rules.json · BO01 · require: peer.N07909 has no direction",
    ],
    ["a prerequisite", { prerequisites: ["ZZ99"] }, "rules.json · BO01 · prerequisites: No such measure: ZZ99"],
    ["itself", { prerequisites: ["BO01"] }, "rules.json · BO01 · prerequisites: Comes back to itself"],
    ["a conflict the other does not know of", { conflicts: ["AR01"] }, "rules.json · BO01 · conflicts: AR01 does not say the same"],
  ])("%s", (_, change, fault) => {
    expect(checkReferences(withRule("BO01", change))).toContain(fault);
  });

  test("an effect on no dimension and a follow-up by no indicator", () => {
    const measures = set.catalogue.measures.map((measure) =>
      measure.id === "BO01"
        ? { ...measure, effects: { ...measure.effects, lycka: 1 }, followUp: { kpis: ["N99999"], local: null } }
        : measure,
    );
    expect(checkReferences({ ...set, catalogue: { ...set.catalogue, measures } })).toEqual([
      "measures.json · BO01 · effects: No such dimension: lycka",
      "measures.json · BO01 · followUp.kpis: No such indicator: N99999",
    ]);
  });
});
