import { describe, expect, test } from "vitest";
import { advise, changed } from "../../test/advice.ts";
import { forAll, input } from "../../test/arbitraries.ts";
import { instrument, wideCatalogue } from "../../test/world.ts";
import type { Facts } from "../condition/types.ts";
import { select } from "./select.ts";

describe("M19 what would change it is true", () => {
  test("the facts named close an open gate and open a closed one", () => {
    let closed = 0;
    let opened = 0;
    forAll(
      [input],
      (its) => {
        for (const { measureId, wouldChange } of advise(its, wideCatalogue).measures) {
          const isOpen = (facts: Facts) =>
            select(instrument, wideCatalogue, { ...its, facts }).candidates.find(({ measure: { id } }) => id === measureId)?.gate.status ===
            "open";
          if (wouldChange.template === "change.closes") {
            closed += 1;
            expect(isOpen(its.facts)).toBe(true);
            expect(isOpen(changed(its.facts, wouldChange))).toBe(false);
          }
          if (wouldChange.template === "change.opens") {
            opened += 1;
            expect(isOpen(its.facts)).toBe(false);
            expect(isOpen(changed(its.facts, wouldChange))).toBe(true);
          }
        }
      },
      500,
    );
    expect(Math.min(closed, opened)).toBeGreaterThan(100);
  });

  test("at the score named the measure is level with the one named, and a tenth of a point before it is not", () => {
    let tried = 0;
    const all = input.filter((its) => its.scores.dimensions.every(({ place }) => place.kind === "scored"));
    forAll(
      [all],
      (its) => {
        const before = select(instrument, wideCatalogue, its);
        for (const { measureId, wouldChange } of advise(its, wideCatalogue).measures) {
          const { template, values } = wouldChange;
          if (template !== "change.score_up" && template !== "change.score_down") continue;
          const scoreAt = (score: number) => {
            const dimensions = its.scores.dimensions.map((dimension) =>
              dimension.dimensionId === values.dimensionId && dimension.place.kind === "scored"
                ? { ...dimension, place: { ...dimension.place, score } }
                : dimension,
            );
            return (
              select(instrument, wideCatalogue, { ...its, scores: { ...its.scores, dimensions } }).candidates.find(
                ({ measure: { id } }) => id === measureId,
              )?.factors.score ?? Number.NaN
            );
          };
          const rival = before.candidates.find(({ measure: { id } }) => id === values.rivalId)?.factors.score ?? Number.NaN;
          const to = Number(values.to);
          tried += 1;
          if (template === "change.score_up") {
            expect(scoreAt(to)).toBeLessThanOrEqual(rival + 1e-9);
            expect(scoreAt(to - 0.1)).toBeGreaterThan(rival - 1e-9);
          } else {
            expect(scoreAt(to)).toBeGreaterThanOrEqual(rival - 1e-9);
            expect(scoreAt(to + 0.1)).toBeLessThan(rival + 1e-9);
          }
        }
      },
      300,
    );
    expect(tried).toBeGreaterThan(100);
  });

  test("a measure said to stay, or to be out of reach, is", () => {
    forAll(
      [input],
      (its) => {
        const { candidates, open, advised } = select(instrument, wideCatalogue, its);
        for (const { measureId, wouldChange } of advise(its, wideCatalogue).measures) {
          const own = candidates.find(({ measure: { id } }) => id === measureId);
          const withoutNeed = (own?.factors.score ?? 0) > 0 ? own : undefined;
          if (wouldChange.template === "change.stays") expect(withoutNeed?.factors.score ?? 1).toBeGreaterThan(open[0]?.factors.score ?? 0);
          if (wouldChange.template === "change.out_of_reach")
            expect(own?.factors.score).toBeLessThanOrEqual(advised[0]?.factors.score ?? 0);
        }
      },
      300,
    );
  });
});
