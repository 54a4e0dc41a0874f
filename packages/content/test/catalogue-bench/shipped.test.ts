import {
  applyCatalogueChanges,
  applyInstrumentChanges,
  type BenchPlace,
  type BenchReport,
  type Catalogue,
  catalogueBench,
  conditionCoverage,
  diffCatalogues,
  diffInstruments,
  isGreen,
  recommend,
  select,
  testPlaces,
} from "@hp/domain";
import { describe, expect, test } from "vitest";
import { kpis, loadCatalogue, loadInstrument } from "../../src/index.ts";
import { referenceAdviceInput, referencePlaces, referenceSeed } from "../../src/reference/index.ts";
import { behaviour, type Mutant, mutantsOf, words } from "./mutants.ts";

const catalogue = loadCatalogue();
const instrument = loadInstrument();
const kpiTitles = Object.fromEntries([...kpis()].map(([id, { sv, en }]) => [id, { sv, en }]));
const generated = testPlaces(catalogue, instrument, { count: 60, seed: "shipped", kpiTitles });
const municipalities = referencePlaces(referenceSeed(1)).map(
  (place): BenchPlace => ({
    id: place.municipalityCode,
    name: place.municipalityCode,
    kind: "municipality",
    input: referenceAdviceInput(place),
  }),
);
const bench = (draft: Catalogue, places: readonly BenchPlace[]): BenchReport =>
  catalogueBench({
    before: catalogue,
    draft,
    instrument,
    places,
    expectations: [],
    takenIds: [],
    takenInInstrument: [],
    today: "2026-11",
    kpiTitles,
  });

describe("the shipped catalogue", () => {
  test("B11, B12: sixty made-up places, and ten as well, meet every comparison in every way, and open every gate", () => {
    expect(conditionCoverage(catalogue, instrument, generated, kpiTitles)).toMatchObject({ missing: [] });
    const ten = testPlaces(catalogue, instrument, { count: 10, seed: "shipped", kpiTitles });
    expect(conditionCoverage(catalogue, instrument, ten, kpiTitles).missing).toEqual([]);
    const open = new Set(
      generated
        .flatMap(({ input }) => select(instrument, catalogue, input).candidates.filter(({ gate }) => gate.status === "open"))
        .map(({ measure }) => measure.id),
    );
    expect(open.size).toBe(catalogue.measures.length);
  });

  test("B2, B5, B6: tried as its own draft on every municipality it is green and changes nothing", () => {
    const report = bench(catalogue, [...municipalities, ...generated]);
    expect(isGreen(report)).toBe(true);
    expect(report.places).toEqual([]);
    expect(report.specificity.after).toEqual(report.specificity.before);
    expect(report.counts).toEqual({ ours: 0, municipality: 290, generated: 60 });
  });

  test("D1: no difference from itself, and none in the instrument", () => {
    expect(diffCatalogues(catalogue, structuredClone(catalogue), instrument, kpiTitles)).toEqual([]);
    expect(diffInstruments(instrument, structuredClone(instrument), kpiTitles)).toEqual([]);
    expect(applyCatalogueChanges(catalogue, [])).toEqual(catalogue);
    expect(applyInstrumentChanges(instrument, [])).toEqual(instrument);
  });

  test("D5: a moved limit is told in words", () => {
    const rule = catalogue.rules.BO06;
    const exclude = rule?.exclude;
    if (rule === undefined || exclude == null || !("any" in exclude)) throw new Error("BO06 has another rule");
    const any = exclude.any.map((part) => ("field" in part && part.field === "vakans" ? { ...part, value: 3 } : part));
    const changes = diffCatalogues(
      catalogue,
      { ...catalogue, rules: { ...catalogue.rules, BO06: { ...rule, exclude: { any } } } },
      instrument,
      kpiTitles,
    );
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      {
        sv: "BO06 utesluts nu redan när vakansgraden i allmännyttan är minst 3\u00a0procent, förut 5\u00a0procent.",
        en: "BO06 is now excluded already when the vacancy rate in municipal housing is at least 3\u00a0per cent, before 5\u00a0per cent.",
      },
    ]);
  });
});

describe("B15: mutants of the shipped catalogue", () => {
  const places = [...municipalities.filter((_, index) => index % 36 === 0), ...generated.filter((_, index) => index % 8 === 0)];
  /** What a place is advised, to the last digit, words apart: what a mutant must change to count as changing behaviour. */
  const signature = (of: Catalogue): string =>
    JSON.stringify(
      places.map(({ input }) => {
        const { candidates, advised, basic } = select(instrument, of, input);
        const each = candidates.map(({ measure, gate, factors, rule }) => [measure.id, gate.status, factors.score, rule.prerequisites]);
        return [each, advised.map(({ measure }) => measure.id), basic.map(({ measure }) => measure.id)];
      }),
    );
  const known = new Set(bench(catalogue, places).findings.map(({ code, subject }) => `${code} ${subject.id}`));
  const isNews = ({ findings }: BenchReport) =>
    findings.some(({ severity, code, subject }) => severity !== "info" && !known.has(`${code} ${subject.id}`));
  const original = signature(catalogue);
  const tried = (mutant: Mutant) => {
    const changes = diffCatalogues(catalogue, mutant.catalogue, instrument, kpiTitles);
    const report = bench(mutant.catalogue, places);
    return {
      mutant,
      isOther: signature(mutant.catalogue) !== original,
      byDiff: changes.some(({ kind }) => kind === "advice"),
      byBench: isNews(report) || report.places.length > 0,
      trips:
        JSON.stringify(applyCatalogueChanges(catalogue, changes).rules[mutant.measureId]) ===
        JSON.stringify(mutant.catalogue.rules[mutant.measureId]),
      sentences: changes.map(({ sentence }) => sentence),
    };
  };

  test("of those that change behaviour, all but a few are flagged, and the trial alone sees most of them", () => {
    const all = mutantsOf(catalogue, behaviour, 240, "mutants").map(tried);
    const others = all.filter(({ isOther }) => isOther);
    expect(others.length).toBeGreaterThanOrEqual(200);
    const missed = others.filter(({ byDiff, byBench }) => !byDiff && !byBench).map(({ mutant }) => `${mutant.kind} ${mutant.measureId}`);
    expect(1 - missed.length / others.length).toBeGreaterThanOrEqual(0.95);
    expect(others.filter(({ byBench }) => byBench).length / others.length).toBeGreaterThanOrEqual(0.9);
    for (const { sentences, trips } of all) {
      expect(trips).toBe(true);
      for (const { sv, en } of sentences) expect(`${sv} ${en}`).not.toMatch(/undefined|NaN|null|\[object/);
    }
  });

  test("none that edits words only is said to change advice, by either", () => {
    for (const { isOther, byDiff, byBench, mutant, sentences } of mutantsOf(catalogue, words, 60, "words").map(tried)) {
      expect([mutant.kind, isOther, byDiff, byBench]).toEqual([mutant.kind, false, false, false]);
      expect(sentences.length).toBeGreaterThan(0);
    }
  });

  test("every mutant that removes a measure or uses its id for another stops publishing", () => {
    for (const { catalogue: draft, measureId } of mutantsOf(catalogue, { "id reused": behaviour["id reused"] as never }, 20, "reused")) {
      expect(bench(draft, []).findings.filter(({ code, subject }) => code === "reused_id" && subject.id === measureId)).toHaveLength(1);
      const gone = { ...catalogue, measures: catalogue.measures.filter(({ id }) => id !== measureId) };
      expect(isGreen(bench(gone, []))).toBe(false);
    }
  });

  test("what is advised is what the engine advises: a whole run agrees with the trial", () => {
    const [place] = places;
    const [mutant] = mutantsOf(catalogue, { "clause dropped": behaviour["clause dropped"] as never }, 1, "whole");
    if (place === undefined || mutant === undefined) throw new Error("nothing to try");
    const nine = (of: Catalogue) =>
      recommend({ instrument, catalogue: of, input: place.input })
        .measures.filter(({ status }) => status === "advised")
        .map(({ measureId }) => measureId);
    const [was, is] = [nine(catalogue), nine(mutant.catalogue)];
    const [change] = bench(mutant.catalogue, [place]).places;
    expect((change?.gains ?? []).map(({ measureId }) => measureId)).toEqual(is.filter((id) => !was.includes(id)));
  });
});
