import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ENGINE_VERSION } from "@hp/domain";
import { describe, expect, test } from "vitest";
import { expectedAmong, expectedMeasures } from "../scripts/specificity/archetypes.ts";
import { fewestUsed, limits, releaseRun } from "../scripts/specificity/limits.ts";
import { loadCatalogue } from "../src/index.ts";
import { referenceSeed, specificityOf } from "../src/reference/index.ts";

const report = readFileSync(fileURLToPath(new URL("../../../docs/generated/specificity.md", import.meta.url)), "utf8");

describe("preconditions move the advice, over all 290 municipalities with a seed that had no part in the parameters", () => {
  const specificity = specificityOf(referenceSeed(releaseRun));

  test.each(limits)("$figure: $limit", ({ of, kept }) => {
    const value = of(specificity);
    expect([value, kept(value)]).toEqual([value, true]);
  });

  test("at least 80 measures of the catalogue are used somewhere", () => {
    expect(specificity.places).toBe(290);
    expect(specificity.advised.length + loadCatalogue().basicPackage.length).toBeGreaterThanOrEqual(fewestUsed);
  });

  test("the report is of this engine and this catalogue, and says what this seed gives; if not, run scripts/specificity.ts", () => {
    expect(report).toContain(`Engine ${ENGINE_VERSION}, catalogue ${loadCatalogue().version}`);
    const { overlap, swap, redraw, nudge } = specificity;
    const cells =
      report
        .match(new RegExp(`^\\| ${releaseRun} \\|(.*)\\|$`, "m"))?.[1]
        ?.split("|")
        .map((cell) => cell.trim()) ?? [];
    expect([cells[0], cells[3], cells[4], cells[5]]).toEqual([overlap, swap, redraw, nudge].map((value) => value.toFixed(3)));
  });
});

test("an expected measure of a made-up place has a seat, is among the first 25, or the report says why not", () => {
  const low = expectedMeasures().filter(({ seat, rank }) => seat === "none" && rank > expectedAmong);
  expect(low.map(({ archetype, measureId }) => `${archetype} ${measureId}`)).toEqual([
    "A IN01",
    "C ID04",
    "C RE02",
    "D AR05",
    "D TR01",
    "E FR04",
  ]);
  for (const { archetype, measureId, rank, of } of low) {
    const line = report.split("\n").find((one) => one.startsWith(`| ${archetype} | ${measureId} `));
    expect(line).toContain(`| ${rank} of ${of} |`);
    expect(line?.split("|").at(-2)?.trim().length).toBeGreaterThan(20);
  }
});
