import { describe, expect, test } from "vitest";
import file from "../content/commonness.json" with { type: "json" };
import { loadCatalogue } from "../src/index.ts";
import { computeCommonnessFile } from "../src/reference/commonness.ts";

describe("commonness", () => {
  test("the committed file is what the engine gives over 290 municipalities and three seeds; if not, run scripts/commonness.ts", () => {
    const computed = computeCommonnessFile();
    expect(computed.places).toBe(870);
    expect(file).toEqual(computed);
  }, 30_000);

  test("Grundpaket is what at least 40 % of the places would get, at most ten", () => {
    const { commonness, basicPackage, measures } = loadCatalogue();
    expect(Object.keys(commonness)).toHaveLength(measures.length);
    expect(basicPackage.length).toBeLessThanOrEqual(10);
    for (const { id } of measures) {
      const share = commonness[id] ?? -1;
      expect(share >= 0 && share <= 1).toBe(true);
      if (basicPackage.includes(id)) expect(share).toBeGreaterThanOrEqual(0.4);
    }
  });
});
