import { describe, expect, test } from "vitest";
import { openData } from "../src/index.ts";

/** Looked up by hand in the source rows (municipalities.csv, population_by_year.csv, kolada_values.csv, localities_scb_2020.csv). */
const spotChecks = [
  { code: "2081", name: "Borlänge", county: "Dalarnas län", group: "B3", population: 51425, town: 44898, tertiary: 30.05 },
  { code: "1783", name: "Hagfors", county: "Värmlands län", group: "C8", population: 11418, town: 4736, tertiary: 21.65 },
  { code: "1863", name: "Hällefors", county: "Örebro län", group: "C8", population: 6321, town: 4459, tertiary: 20.74 },
  { code: "2084", name: "Avesta", county: "Dalarnas län", group: "C6", population: 22417, town: 16268, tertiary: 24.08 },
] as const;

function indicator(code: string, key: string) {
  const found = openData.indicators(code).find((each) => each.key === key);
  if (found === undefined) throw new Error(`No indicator ${key}`);
  return found;
}

describe("the registers", () => {
  test("290 municipalities in 21 counties and 2,017 localities", () => {
    expect(openData.municipalities()).toHaveLength(290);
    expect(openData.counties()).toHaveLength(21);
    expect(openData.municipalities().reduce((sum, { code }) => sum + openData.localities(code).length, 0)).toBe(2017);
  });

  test.each(spotChecks)("$name as in the source rows", (expected) => {
    const found = openData.municipality(expected.code);
    expect(found).toMatchObject({
      name: expected.name,
      countyName: expected.county,
      population: expected.population,
      populationYear: 2024,
    });
    expect(found?.group.code).toBe(expected.group);
    expect(found?.mainLocality).toMatchObject({ name: expected.name, population: expected.town, registeredIn: null });
    expect(indicator(expected.code, "tertiary").value).toBeCloseTo(expected.tertiary, 6);
  });

  test("an unknown code is null where a user may have sent it and an error elsewhere", () => {
    expect(openData.municipality("9999")).toBeNull();
    expect(openData.municipality("__proto__")).toBeNull();
    expect(openData.locality("9999TC101")).toBeNull();
    for (const lookup of [
      openData.similarMunicipalities,
      openData.indicators,
      openData.outcomes,
      openData.factIndexes,
      openData.municipalityOutline,
    ]) {
      expect(() => lookup("9999")).toThrow(RangeError);
    }
  });

  test("localities stand in Swedish alphabetical order", () => {
    expect(openData.localities("2081").map(({ name }) => name)).toEqual([
      "Borlänge",
      "Halvarsgårdarna",
      "Norr Amsberg",
      "Ornäs",
      "Repbäcken",
      "Torsång",
    ]);
  });

  test("the 14 overrides hold: a town registered in a neighbour has no code and the municipality's residents", () => {
    const overridden = openData.municipalities().filter(({ mainLocality }) => mainLocality.code === null);
    expect(overridden).toHaveLength(14);
    expect(openData.municipality("0123")?.mainLocality).toEqual({
      code: null,
      name: "Jakobsberg",
      population: openData.municipality("0123")?.population,
      lat: 59.423,
      lon: 17.834,
      registeredIn: "0180",
    });
    expect(openData.municipality("0114")?.mainLocality.name).toBe("Upplands Väsby");
  });
});

describe("the profile of Avesta says what the mock-up says", () => {
  test.each([
    ["N01951", 22417, "2024", "Källa: SCB", null],
    ["bef_trend5", -3.3, "2019–2024", "Egen bearbetning av data från SCB", null],
    ["N03937", 3.4, "2024", "Källa: Kolada, N03937", null],
    ["N07909", 14564, "2025", "Källa: Kolada, N07909", "Få försäljningar gör att talet svänger mellan åren."],
    ["N15424", 75.0, "2026", "Källa: Kolada, N15424", "Små årskullar gör att talet svänger mellan åren."],
    ["tertiary", 24.1, "2021", "Källa: SCB", "Uppgiften är mer än tre år gammal."],
  ])("%s", (key, value, period, source, caution) => {
    const found = indicator("2084", key);
    expect(Number(found.value?.toFixed(found.decimals))).toBe(value);
    expect([found.period, found.sourceLine.sv, found.caution?.sv ?? null]).toEqual([period, source, caution]);
  });

  test("the seven similar municipalities stand in alphabetical order with their values", () => {
    expect(indicator("2084", "N07909").peers).toEqual([
      { code: "2183", name: "Bollnäs", value: 14267 },
      { code: "1231", name: "Burlöv", value: 33771 },
      { code: "0686", name: "Eksjö", value: 15396 },
      { code: "2361", name: "Härjedalen", value: 18885 },
      { code: "2282", name: "Kramfors", value: 5536 },
      { code: "0360", name: "Tierp", value: 17249 },
      { code: "0685", name: "Vetlanda", value: 13643 },
    ]);
  });

  test("the population series runs from 2001 to 2024", () => {
    const series = openData.populationSeries("2084");
    expect(series.at(0)).toEqual({ year: 2001, population: 22330 });
    expect(series.at(-1)).toEqual({ year: 2024, population: 22417 });
    expect(series).toHaveLength(17);
  });
});

describe("figures that are missing or old", () => {
  test("a municipality without a value is unknown, not 0", () => {
    const without = openData.municipalities().filter(({ code }) => indicator(code, "N15424").value === null);
    expect(without).toHaveLength(2);
    for (const { code } of without) {
      expect(indicator(code, "N15424")).toMatchObject({ value: null, period: null, year: null, caution: null, series: [] });
      expect(openData.indicatorValues(code).N15424).toBeNull();
    }
  });

  test("a large municipality carries no caution for few cases", () => {
    expect(indicator("0180", "N07909").caution).toBeNull();
    expect(indicator("0180", "N15424").caution).toBeNull();
  });

  test("figures more than three years old are not compared, and are said to be old", () => {
    expect(openData.indicatorValues("2084").BRA_VIOLENT_CRIME_1000).toBeNull();
    expect(indicator("2084", "BRA_VIOLENT_CRIME_1000").caution?.en).toBe("The figure is more than three years old.");
    expect(openData.indicatorValues("2084", 2029)).toMatchObject({ N15424: 75, N07909: null, N03937: null });
  });
});
