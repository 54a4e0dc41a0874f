import { fieldCatalogue, fieldsOf } from "@hp/domain";
import { describe, expect, test } from "vitest";
import { kpis, legend, loadCatalogue, loadInstrument } from "../src/index.ts";
import { conditionsOf } from "../src/published/check-references.ts";
import { outcomeIndicators } from "../src/published/instrument.ts";
import { openDataSettings, referenceModel } from "../src/published/settings.ts";
import { possibleVerdicts, tally } from "./helpers.ts";

const instrument = loadInstrument();
const catalogue = loadCatalogue();
const { measures, rules } = catalogue;
const titles = Object.fromEntries([...kpis()].map(([id, { sv, en }]) => [id, { sv, en }]));
const fields = fieldCatalogue(instrument, titles);
const conditions = Object.entries(rules).flatMap(([id, rule]) =>
  conditionsOf(rule).map(({ where, condition }) => ({ id, where, condition })),
);
const atoms = conditions.flatMap(({ condition }) => atomFields(condition));

function atomFields(condition: Parameters<typeof fieldsOf>[0]): string[] {
  if ("field" in condition) return [condition.field];
  const parts =
    "all" in condition ? condition.all : "any" in condition ? condition.any : "not" in condition ? [condition.not] : condition.of;
  return parts.flatMap(atomFields);
}

describe("the shipped content is as large as its README says", () => {
  test("13 dimensions, 66 statements of which one is an outcome, 72 preconditions, 93 measures with a rule each", () => {
    const statements = instrument.dimensions.flatMap((dimension) => dimension.items);
    expect(instrument.dimensions).toHaveLength(13);
    expect(statements).toHaveLength(66);
    expect(statements.filter((statement) => statement.outcome)).toHaveLength(1);
    expect(measures).toHaveLength(93);
    expect(Object.keys(rules)).toHaveLength(93);
  });

  test("every dimension has five scored statements, two of them core", () => {
    for (const dimension of instrument.dimensions) {
      const scored = dimension.items.filter((statement) => !statement.outcome);
      expect([dimension.id, scored.length, scored.filter((statement) => statement.core).length]).toEqual([dimension.id, 5, 2]);
    }
  });

  test("preconditions by type and by who is asked", () => {
    expect(tally(instrument, "type")).toEqual({ number: 28, integer: 12, enum: 10, multiEnum: 3, boolean: 19 });
    expect(tally(instrument, "askedOf")).toEqual({ openData: 25, municipality: 25, company: 10, either: 7, derived: 5 });
  });

  test("exclude 28, require 85, boost 129, damp 8, inPlace 6; 325 atoms beside those that inPlace repeats", () => {
    const count = (kind: string) => conditions.filter(({ where }) => where.split(".")[0] === kind).length;
    expect(["exclude", "require", "boost", "damp", "inPlace"].map(count)).toEqual([28, 85, 129, 8, 6]);
    const repeated = conditions.filter(({ where }) => where === "inPlace").flatMap(({ condition }) => atomFields(condition));
    expect(atoms.length - repeated.length).toBe(325);
  });

  test("37 atoms can be decided by shipped data and 72 by the assessment", () => {
    const shipped = new Set([
      "inv_ort",
      "inv_kommun",
      "bef_trend5",
      "restid_stad",
      "restid_larosate",
      "mv_svag",
      "peer.N15424",
      "peer.N15504",
    ]);
    const assessed = /^(score|item|gap|factGap)\.|^(max_gap|fact_gap_abs)$/;
    expect(atoms.filter((field) => shipped.has(field))).toHaveLength(37);
    expect(atoms.filter((field) => assessed.test(field))).toHaveLength(72);
  });

  test("the measures marked as able to do harm, and the candidates for Grundpaket", () => {
    expect(
      measures
        .filter((measure) => measure.harm)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["BO05", "BO06", "BO08", "BO12", "ID05", "SK06"]);
    expect(
      measures
        .filter((measure) => measure.universal)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["AR04", "FR02", "IN03", "KO02", "KO08", "SK04", "SV01", "SV07"]);
    expect(Object.values(rules).filter((rule) => rule.exclude === null && rule.require === null)).toHaveLength(4);
  });
});

describe("the shipped content holds together", () => {
  test("no measure is without any condition", () => {
    expect(Object.entries(rules).filter(([, rule]) => conditionsOf(rule).length === 0)).toEqual([]);
  });

  test("every field of a rule exists, and each condition can both hold and fail", () => {
    for (const { id, where, condition } of conditions) {
      for (const field of fieldsOf(condition)) expect(fields.has(field), `${id} ${where} ${field}`).toBe(true);
      expect({ id, where, ...possibleVerdicts(condition, fields) }).toEqual({ id, where, holds: true, fails: true });
    }
  });

  test("every gate can be open and can be closed", () => {
    for (const [id, { require, exclude }] of Object.entries(rules)) {
      const parts = [...(require === null ? [] : [require]), ...(exclude === null ? [] : [{ not: exclude }])];
      if (parts.length > 0) expect({ id, ...possibleVerdicts({ all: parts }, fields) }).toEqual({ id, holds: true, fails: true });
    }
  });

  test("no condition asks for a fact that is only shown", () => {
    const informational = new Set(instrument.preconditions.filter((precondition) => precondition.informational).map(({ key }) => key));
    expect(atoms.filter((field) => informational.has(field))).toEqual([]);
  });

  test("costs lie inside their class, and horizons inside theirs", () => {
    const { cost, horizon } = legend();
    for (const measure of measures) {
      const costClass = cost.find(({ key }) => key === measure.cost);
      const span = horizon.find(({ key }) => key === measure.horizon);
      expect(measure.costSek.min, measure.id).toBeGreaterThanOrEqual(costClass?.minSek ?? Infinity);
      expect(measure.costSek.max, measure.id).toBeLessThanOrEqual(costClass?.maxSek ?? Infinity);
      expect([measure.id, measure.horizonMonths]).toEqual([measure.id, { min: span?.months[0], max: span?.months[1] }]);
    }
  });

  test("own judgement is graded d and never mixed", () => {
    const expert = measures.filter((measure) => measure.sourceKind === "expert");
    expect(expert.filter(({ evidence }) => evidence.grade !== "d" || evidence.mixed)).toEqual([]);
  });

  test("every outcome and every shown indicator is in the catalogue of indicators, or is ours", () => {
    for (const { kpi } of outcomeIndicators()) expect(kpis().has(kpi), kpi).toBe(true);
    const own = new Set(["bef_trend5", "tertiary", "N00900"]);
    for (const { key } of openDataSettings().indicators) expect(own.has(key) || kpis().has(key), key).toBe(true);
  });

  test("every text is there in Swedish and English, everywhere", () => {
    const missing: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      const own = value as Record<string, unknown>;
      const languages = ["sv", "en"].filter((locale) => typeof own[locale] === "string" && own[locale] !== "");
      if (("sv" in own || "en" in own) && typeof own.sv !== "object" && languages.length !== 2) missing.push(path);
      for (const [key, member] of Object.entries(own)) walk(member, `${path}.${key}`);
    };
    walk(
      {
        instrument,
        catalogue,
        legend: legend(),
        kpis: [...kpis().values()],
        openData: openDataSettings(),
        reference: referenceModel().note,
      },
      "",
    );
    expect(missing).toEqual([]);
  });

  test("what is loaded cannot be changed, and is loaded once", () => {
    expect(loadInstrument()).toBe(instrument);
    expect(loadCatalogue()).toBe(catalogue);
    expect(() => ((instrument.dimensions[0] as { weight: number }).weight = 2)).toThrow(TypeError);
    expect(() => (measures as unknown[]).push({})).toThrow(TypeError);
  });

  test("maintainers' notes and file references stay out of the instrument", () => {
    const allowed = new Set(["version", "scale", "importance", "domains", "dimensions", "preconditionGroups", "preconditions"]);
    expect(Object.keys(instrument).filter((key) => !allowed.has(key))).toEqual([]);
    expect(JSON.stringify(instrument)).not.toContain("data/");
    expect(instrument.dimensions.flatMap(({ items }) => items).find(({ id }) => id === "identitet-2")).toEqual({
      id: "identitet-2",
      sv: "Jag skulle rekommendera en vän att flytta hit.",
      en: "I would recommend a friend to move here.",
      parties: ["municipality", "industry", "residents"],
      core: false,
      outcome: true,
      revision: 2,
    });
  });
});
