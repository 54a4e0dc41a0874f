import { type FactValue, type Precondition, validatePreconditionValue } from "@hp/domain";
import { describe, expect, test } from "vitest";
import { loadInstrument, openData } from "../src/index.ts";

const byKey = new Map(loadInstrument().preconditions.map((precondition) => [precondition.key, precondition]));

function precondition(key: string): Precondition {
  const found = byKey.get(key);
  if (found === undefined) throw new Error(`No precondition ${key}`);
  return found;
}

function valuesOf(municipalityCode: string, localityCode: string | null): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(openData.prefill({ municipalityCode, localityCode }).map(({ key, value }) => [key, value]));
}

describe("prefilling a place from open data", () => {
  test.each([
    ["2081", "2081TC101", { inv_ort: 44898, inv_kommun: 51425, kommungrupp: "B3", restid_stad: 0, restid_larosate: 0, mv_svag: false }],
    ["1783", "1783TC104", { inv_ort: 4736, inv_kommun: 11418, kommungrupp: "C8", mv_svag: true }],
    ["1863", "1863TC103", { inv_ort: 4459, inv_kommun: 6321, kommungrupp: "C8", mv_svag: true }],
    ["2084", "2084TC101", { inv_ort: 16268, inv_kommun: 22417, kommungrupp: "C6", bef_trend5: -3.28, mv_svag: false }],
  ])("%s as in the source rows", (municipalityCode, localityCode, expected) => {
    expect(valuesOf(municipalityCode, localityCode)).toMatchObject({ kommun: municipalityCode, ort: localityCode, ...expected });
  });

  test("a whole entry has unit, time, source line and the seven", () => {
    const trend = openData.prefill({ municipalityCode: "2084", localityCode: "2084TC101" }).find(({ key }) => key === "bef_trend5");
    expect(trend).toMatchObject({
      value: -3.28,
      unit: { sv: "%", en: "%" },
      period: "2019–2024",
      year: 2024,
      sourceLine: { sv: "Egen bearbetning av data från SCB", en: "Own processing of data from SCB" },
      caution: null,
    });
    expect(trend?.peers.map(({ name }) => name)).toEqual(["Bollnäs", "Burlöv", "Eksjö", "Härjedalen", "Kramfors", "Tierp", "Vetlanda"]);
  });

  test("every place gets values of the right type and inside their limits", () => {
    const places = openData
      .municipalities()
      .flatMap(({ code }) =>
        [null, ...openData.localities(code).map((locality) => locality.code)].map((locality) => [code, locality] as const),
      );
    expect(places).toHaveLength(290 + 2017);
    const faults = places.flatMap(([municipalityCode, localityCode]) =>
      Object.entries(valuesOf(municipalityCode, localityCode))
        .filter(([key, value]) => !validatePreconditionValue(precondition(key), value).ok)
        .map(([key, value]) => `${municipalityCode} ${localityCode} ${key} ${value}`),
    );
    expect(faults).toEqual([]);
  });

  test("every municipality gets everything for its main locality, with seven peers in alphabetical order", () => {
    const collator = new Intl.Collator("sv-SE");
    for (const { code, mainLocality } of openData.municipalities()) {
      const filled = openData.prefill({ municipalityCode: code, localityCode: mainLocality.code });
      const expected = openData.prefilledKeys().filter((key) => key !== "ort" || mainLocality.code !== null);
      expect(filled.map(({ key }) => key)).toEqual(expected);
      for (const { key, peers } of filled) {
        expect(peers, `${code} ${key}`).toHaveLength(key === "kommun" || key === "ort" ? 0 : 7);
        expect(peers.map(({ name }) => name)).toEqual(peers.map(({ name }) => name).sort(collator.compare));
        expect(peers.every(({ value }) => value !== null)).toBe(true);
      }
    }
  });

  test("unemployment is never filled from open unemployment, and nothing unshipped is guessed", () => {
    expect(openData.prefilledKeys()).toEqual([
      "kommun",
      "ort",
      "inv_ort",
      "inv_kommun",
      "kommungrupp",
      "bef_trend5",
      "restid_stad",
      "restid_larosate",
      "mv_svag",
    ]);
  });

  test("a district without a locality has no residents of its own, and is travelled from the main locality", () => {
    const filled = openData.prefill({ municipalityCode: "1883", localityCode: null });
    expect(filled.map(({ key }) => key)).toEqual([
      "kommun",
      "inv_kommun",
      "kommungrupp",
      "bef_trend5",
      "restid_stad",
      "restid_larosate",
      "mv_svag",
    ]);
    expect(filled.find(({ key }) => key === "restid_stad")?.caution?.sv).toMatch(/från kommunens huvudort/);
  });

  test("a town that belongs to a neighbour's locality has the municipality's residents, and says so", () => {
    const residents = openData.prefill({ municipalityCode: "0160", localityCode: null }).find(({ key }) => key === "inv_ort");
    expect(residents?.value).toBe(openData.municipality("0160")?.population);
    expect(residents?.caution?.en).toMatch(/registered in a neighbouring municipality/);
    expect(valuesOf("0160", null).restid_stad).toBe(0);
  });

  test("a locality of another municipality is refused", () => {
    expect(() => openData.prefill({ municipalityCode: "2084", localityCode: "2081TC101" })).toThrow(RangeError);
    expect(() => openData.prefill({ municipalityCode: "2084", localityCode: "nowhere" })).toThrow(RangeError);
  });
});
