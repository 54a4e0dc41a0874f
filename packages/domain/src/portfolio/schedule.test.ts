import fc from "fast-check";
import { expect, test } from "vitest";
import { boundless, measure, request, requests } from "../../test/portfolio-requests.ts";
import { checkPlan } from "./check-plan.ts";
import { prepare } from "./prepared.ts";
import { inStartOrder, type ScheduleOptions, scheduleOf } from "./schedule.ts";
import type { PortfolioRequest } from "./types.ts";

const dated = ["budget_year", "budget_total", "hours_year", "prerequisite", "start_window", "extra"];
const options = (given: Partial<ScheduleOptions> = {}): ScheduleOptions => ({
  maxExtraSek: 0,
  aim: "earliest",
  mostLooks: 100_000,
  ...given,
});

/** All ways to lay a set in years that break none of the rules on years, in the order in which measures may choose. */
function allSchedules(asked: PortfolioRequest, chosen: readonly number[]): number[][] {
  const prepared = prepare(asked);
  const order = inStartOrder(prepared).filter((index) => chosen.includes(index));
  const ways = order.reduce<number[][]>(
    (all) => all.flatMap((way) => Array.from({ length: asked.horizonYears }, (_, year) => [...way, year])),
    [[]],
  );
  return ways.filter((way) => {
    const plan = order.map((index, at) => ({ measureId: prepared.measures[index]!.id, startYear: way[at]! }));
    return checkPlan(asked, plan).broken.every(({ rule }) => !dated.includes(rule));
  });
}

test("S1, S2 · of all start years that fit, the first in the order of measures is given; none where none fit", () => {
  fc.assert(
    fc.property(requests, fc.nat(63), (asked, set) => {
      const prepared = prepare(asked);
      const chosen = prepared.measures.map(({ index }) => index).filter((index) => set & (1 << index));
      const [first] = allSchedules(asked, chosen);
      const schedule = scheduleOf(prepared, chosen, options({ maxExtraSek: asked.extraSek }));
      if (first === undefined) expect(schedule.kind).toBe("none");
      else {
        expect(schedule).toMatchObject({ kind: "found", isCertain: true });
        const order = inStartOrder(prepared).filter((index) => chosen.includes(index));
        if (schedule.kind === "found") expect(order.map((index) => schedule.startYears[index])).toEqual(first);
      }
    }),
    { numRuns: 1000 },
  );
});

test("S3 · the least extra is the least of all schedules'", () => {
  fc.assert(
    fc.property(requests, fc.nat(63), (drawn, set) => {
      const asked = { ...drawn, extraSek: 1_000_000 };
      const prepared = prepare(asked);
      const chosen = prepared.measures.map(({ index }) => index).filter((index) => set & (1 << index));
      const order = inStartOrder(prepared).filter((index) => chosen.includes(index));
      const extras = allSchedules(asked, chosen).map((way) => {
        const plan = order.map((index, at) => ({ measureId: prepared.measures[index]!.id, startYear: way[at]! }));
        return checkPlan(asked, plan).figures.extraSek;
      });
      const schedule = scheduleOf(prepared, chosen, options({ maxExtraSek: 1_000_000, aim: "least_extra" }));
      if (extras.length === 0) expect(schedule.kind).toBe("none");
      else expect(schedule).toMatchObject({ kind: "found", extraSek: Math.min(...extras), isCertain: true });
    }),
    { numRuns: 1000 },
  );
});

test("S4 · the measure that gives most alone starts first; one that only fits later waits for it", () => {
  const cost = { costSek: { municipality: [1], industry: [] } };
  const asked = request([measure("a", { ...cost, effects: { boende: 1 } }), measure("b", { ...cost, effects: { boende: 3 } })], {
    horizonYears: 2,
    budgets: { municipality: { ...boundless(2), sekByYear: [1, 1] }, industry: boundless(2) },
  });
  const schedule = scheduleOf(prepare(asked), [0, 1], options());
  expect(schedule.kind === "found" && [...schedule.startYears]).toEqual([1, 0]);
});

test("S5 · cut off, it says that it does not know", () => {
  const measures = Array.from({ length: 12 }, (_, index) =>
    measure(`m${index}`, { costSek: { municipality: [7 + (index % 5)], industry: [] } }),
  );
  const total = measures.reduce((sum, { costSek }) => sum + costSek.municipality[0]!, 0);
  const years = [Math.floor(total / 3), Math.floor(total / 3), Math.ceil(total / 3)];
  const asked = request(measures, {
    horizonYears: 3,
    budgets: { municipality: { ...boundless(3), sekByYear: years }, industry: boundless(3) },
  });
  const all = measures.map((_, index) => index);
  expect(scheduleOf(prepare(asked), all, options({ mostLooks: 20, aim: "any" })).kind).toBe("unknown");
});
