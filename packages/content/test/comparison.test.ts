import { describe, expect, test } from "vitest";
import { kpis, openData } from "../src/index.ts";

const all = openData.municipalities();

describe("against the seven similar municipalities", () => {
  test("Avesta's differences by hand: eligible 75.0 against 77.9, unemployment with its sign turned", () => {
    const differences = openData.peerDifferences("2084");
    expect(differences.N15424).toBeCloseTo(75 - 77.9, 9);
    expect(differences.N15504).toBeCloseTo(209.1 - 215.8, 9);
    expect(differences.N00905).toBeCloseTo(288_100 - 282_200, 9);
    expect(differences.N03937).toBeCloseTo(2.794431 - 3.353552, 9);
  });

  test("only indicators with a direction are compared, and none more than three years old", () => {
    expect(Object.keys(openData.peerDifferences("2084")).sort()).toEqual([
      "BRA_VIOLENT_CRIME_1000",
      "N00905",
      "N03937",
      "N15424",
      "N15504",
    ]);
    for (const kpi of Object.keys(openData.peerDifferences("2084"))) expect(kpis().get(kpi)?.direction).not.toBe("neutral");
    expect(openData.peerDifferences("2084").BRA_VIOLENT_CRIME_1000).toBeNull();
    expect(openData.peerDifferences("2084", 2028).N03937).toBeNull();
    expect(openData.peerDifferences("2084", 2027).N03937).not.toBeNull();
  });

  test("a municipality without a value is unknown", () => {
    const without = all.filter(({ code }) => openData.indicatorValues(code).N15424 === null);
    expect(without).toHaveLength(2);
    for (const { code } of without) expect(openData.peerDifferences(code).N15424).toBeNull();
  });

  test("seven similar municipalities each, alphabetical, never the municipality itself", () => {
    for (const { code } of all) {
      const similar = openData.similarMunicipalities(code);
      expect(similar).toHaveLength(7);
      expect(similar.some((peer) => peer.code === code)).toBe(false);
      expect(new Set(similar.map((peer) => peer.code)).size).toBe(7);
    }
    expect(openData.similarMunicipalities("2084").map(({ name }) => name)).toEqual([
      "Bollnäs",
      "Burlöv",
      "Eksjö",
      "Härjedalen",
      "Kramfors",
      "Tierp",
      "Vetlanda",
    ]);
  });

  test("the population trend is read against similar places, not against zero", () => {
    const [avesta] = openData.outcomes("2084");
    expect(avesta).toMatchObject({ kpi: "N01958", period: "2019–2024", verdict: "below" });
    expect(avesta?.value).toBeCloseTo((100 * (22417 - 23178)) / 23178, 9);
    expect(avesta?.expected).toBeCloseTo(0.2197, 4);
    expect(avesta?.difference).toBeCloseTo((avesta?.value ?? 0) - (avesta?.expected ?? 0), 9);
    const verdicts = all.map(({ code }) => openData.outcomes(code)[0]);
    for (const outcome of verdicts) {
      const difference = outcome?.difference ?? 0;
      expect(outcome?.verdict).toBe(difference > 1 ? "above" : difference < -1 ? "below" : "level");
    }
    const shrinkingButAbove = verdicts.filter((outcome) => (outcome?.value ?? 0) < 0 && outcome?.verdict === "above");
    expect(shrinkingButAbove.length).toBeGreaterThan(0);
  });
});

describe("fact indexes", () => {
  test("ship for arbete and skola only, from the indicators that stand in for the missing ones", () => {
    const indexes = openData.factIndexes("2084");
    expect(Object.keys(indexes)).toHaveLength(13);
    expect(
      Object.entries(indexes)
        .filter(([, { value }]) => value !== null)
        .map(([id]) => id),
    ).toEqual(["arbete", "skola"]);
    expect(indexes.arbete?.indicators).toEqual([
      { kpi: "N00905", direction: "higher", value: 288_100, period: "2024" },
      { kpi: "N03937", direction: "lower", value: 3.353552, period: "2024" },
    ]);
    expect(indexes.skola?.indicators.map(({ kpi, period }) => `${kpi} ${period}`)).toEqual(["N15424 2026", "N15504 2026"]);
    expect(indexes.arbete).toMatchObject({ groupCode: "C6", groupSize: all.filter(({ group }) => group.code === "C6").length });
    expect(indexes.arbete?.sourceLine.sv).toBe("Egen bearbetning av data från Kolada");
  });

  test("stay in 0–100 and near 50 on average, and are missing in a group of three (A1) or without a value", () => {
    const values = all.map(({ code }) => openData.factIndexes(code));
    for (const index of values) {
      for (const { value } of Object.values(index)) if (value !== null) expect(value >= 0 && value <= 100).toBe(true);
    }
    const [threeCities, withoutSchoolFigure] = [3, 2];
    expect(values.filter(({ arbete }) => arbete?.value === null)).toHaveLength(threeCities);
    expect(values.filter(({ skola }) => skola?.value === null)).toHaveLength(threeCities + withoutSchoolFigure);
    const known = values.flatMap(({ arbete }) => arbete?.value ?? []);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    expect(mean).toBeGreaterThan(45);
    expect(mean).toBeLessThan(55);
  });

  test("turn with the direction: the group's least unemployed and best paid come out on top", () => {
    const group = all.filter(({ group: { code } }) => code === "C8");
    const best = [...group].sort(
      (a, b) => (openData.factIndexes(b.code).arbete?.value ?? 0) - (openData.factIndexes(a.code).arbete?.value ?? 0),
    )[0];
    const [own, typical] = [
      openData.indicatorValues(best?.code ?? ""),
      group.map(({ code }) => openData.indicatorValues(code).N03937 ?? 0).sort(),
    ];
    expect(own.N03937).toBeLessThan(typical[Math.floor(typical.length / 2)] ?? 0);
  });
});
