import { hash } from "node:crypto";
import { validatePreconditionValue } from "@hp/domain";
import { describe, expect, test } from "vitest";
import { loadInstrument } from "../src/index.ts";
import { canonicalCells, canonicalLine } from "../src/reference/canonical.ts";
import { draw, referenceAdviceInput, referencePlace, referencePlaces, referenceScores, referenceSeed } from "../src/reference/index.ts";
import fixture from "./fixtures/reference-places.json" with { type: "json" };

const places = referencePlaces(referenceSeed(1));

describe("the generator of test places", () => {
  test("reproduces reference-places.csv: samples in full, all 290 by digest", () => {
    const cells = places.map(canonicalCells);
    for (const sample of fixture.samples) expect(cells.find(({ kommun }) => kommun === sample.kommun)).toEqual(sample);
    expect(cells).toHaveLength(fixture.count);
    expect(hash("sha256", cells.map(canonicalLine).join("\n"))).toBe(fixture.digest);
  });

  test("draws as described: SHA-256 of seed|code|field, sixteen-bit uniforms", () => {
    expect(referenceSeed(1)).toBe("hallbara-platser-reference-1");
    expect(draw("s", "2084", "vakans")).toEqual(draw("s", "2084", "vakans"));
    expect(draw("s", "2084", "vakans")).not.toEqual(draw("s", "2084", "fas"));
    const draws = Array.from({ length: 4000 }, (_, index) => draw("s", String(index), "x"));
    const mean = draws.reduce((sum, { z }) => sum + z, 0) / draws.length;
    const variance = draws.reduce((sum, { z }) => sum + (z - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.06);
    expect(Math.abs(variance - 1)).toBeLessThan(0.06);
    expect(draws.every(({ u }) => u >= 0 && u < 1)).toBe(true);
  });

  test("every drawn value is one that the instrument allows, but for Stockholm's number of businesses, which counts as unknown", () => {
    const preconditions = new Map(loadInstrument().preconditions.map((precondition) => [precondition.key, precondition]));
    const faults = places.flatMap(({ municipalityCode, values }) =>
      Object.entries(values).flatMap(([key, value]) => {
        const precondition = preconditions.get(key);
        return precondition !== undefined && validatePreconditionValue(precondition, value).ok
          ? []
          : [`${municipalityCode} ${key} ${value}`];
      }),
    );
    expect(faults).toEqual(["0180 verksamheter_centrum 10913"]);
    expect(referenceAdviceInput(referencePlace("0180", referenceSeed(1))).facts.verksamheter_centrum).toBeNull();
  });

  test("another seed draws other places from the same open data", () => {
    const [first, second] = [referencePlace("2084", referenceSeed(1)), referencePlace("2084", referenceSeed(2))];
    expect(first.values).not.toEqual(second.values);
    for (const key of ["inv_ort", "bef_trend5", "restid_stad", "mv_svag"]) expect(first.values[key]).toEqual(second.values[key]);
  });

  test("the perception is drawn apart from the facts, within its limits", () => {
    const place = referencePlace("2084", referenceSeed(1));
    const [own, anew] = [referenceAdviceInput(place), referenceAdviceInput(place, referenceSeed(2))];
    expect(own.scores).toEqual(referenceScores("2084", referenceSeed(1)));
    expect(anew.scores).not.toEqual(own.scores);
    expect(anew.facts.vakans).toBe(own.facts.vakans);
    for (const dimension of own.scores.dimensions) {
      const { place: score, gap, importance } = dimension;
      expect(score.kind === "scored" && score.score >= 0 && score.score <= 100).toBe(true);
      expect(own.facts[`score.${dimension.dimensionId}`]).toBeCloseTo(score.kind === "scored" ? score.score : Number.NaN, 8);
      expect(own.facts[`gap.${dimension.dimensionId}`]).toBeCloseTo(gap?.points ?? Number.NaN, 8);
      expect((importance ?? 0) >= 1 && (importance ?? 0) <= 5).toBe(true);
    }
    expect(
      Object.entries(own.factIndex)
        .filter(([, value]) => value !== null)
        .map(([id]) => id),
    ).toEqual(["arbete", "skola"]);
  });
});
