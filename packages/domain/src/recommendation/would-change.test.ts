import { describe, expect, test } from "vitest";
import { advise, changed } from "../../test/advice.ts";
import { forAll, input, reference } from "../../test/arbitraries.ts";
import { instrument, wideCatalogue } from "../../test/world.ts";
import type { Facts } from "../condition/types.ts";
import { select } from "./select.ts";

/** With what is usual among the reference places, so that no two measures fit alike. */
const known = { ...wideCatalogue, reference };

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
    forAll(
      [input],
      (its) => {
        for (const { measureId, wouldChange } of advise(its, known).measures) {
          const { template, values } = wouldChange;
          if (template !== "change.score_up" && template !== "change.score_down") continue;
          const lead = (score: number) => {
            const dimensions = its.scores.dimensions.map((dimension) =>
              dimension.dimensionId === values.dimensionId && dimension.place.kind === "scored"
                ? { ...dimension, place: { ...dimension.place, score } }
                : dimension,
            );
            const { candidates } = select(instrument, known, { ...its, scores: { ...its.scores, dimensions } });
            const of = (id: unknown) => candidates.find(({ measure }) => measure.id === id)?.factors.score ?? Number.NaN;
            return of(measureId) - of(values.rivalId);
          };
          const to = Number(values.to);
          tried += 1;
          if (template === "change.score_up") {
            expect(to).toBeGreaterThanOrEqual(Number(values.from) - 1e-9);
            expect(lead(to)).toBeLessThanOrEqual(1e-9);
            expect(lead(to - 0.1)).toBeGreaterThan(-1e-9);
          } else {
            expect(to).toBeLessThanOrEqual(Number(values.from) + 1e-9);
            expect(lead(to)).toBeGreaterThanOrEqual(-1e-9);
            expect(lead(to + 0.1)).toBeLessThan(1e-9);
          }
        }
      },
      300,
    );
    expect(tried).toBeGreaterThan(100);
  });

  test("a measure said to stay stays ahead of all outside at 100, and one out of reach is behind at 0", () => {
    const tried = { stays: 0, outOfReach: 0 };
    forAll(
      [input],
      (its) => {
        const { open, advised, keptFor } = select(instrument, known, its);
        const last = advised.findLast(({ measure }) => !keptFor.has(measure.id));
        for (const { measureId, wouldChange } of advise(its, known).measures) {
          const { template, values } = wouldChange;
          if (template !== "change.stays" && template !== "change.out_of_reach") continue;
          const score = template === "change.stays" ? 100 : 0;
          const dimensions = its.scores.dimensions.map((dimension) =>
            dimension.dimensionId === values.dimensionId && dimension.place.kind === "scored"
              ? { ...dimension, place: { ...dimension.place, score } }
              : dimension,
          );
          const { candidates } = select(instrument, known, { ...its, scores: { ...its.scores, dimensions } });
          const of = (id: string | undefined) => candidates.find(({ measure }) => measure.id === id)?.factors.score ?? Number.NaN;
          if (template === "change.stays") {
            tried.stays += 1;
            expect(of(measureId)).toBeGreaterThanOrEqual(Math.max(...open.map(({ measure }) => of(measure.id))) - 1e-9);
          } else {
            tried.outOfReach += 1;
            expect(of(measureId)).toBeLessThanOrEqual(of(last?.measure.id) + 1e-9);
          }
        }
      },
      300,
    );
    expect(Math.min(tried.stays, tried.outOfReach)).toBeGreaterThan(50);
  });
});
