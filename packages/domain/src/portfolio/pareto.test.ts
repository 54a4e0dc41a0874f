import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../test/portfolio-requests.ts";
import { type FrontPoint, type FrontProbe, frontOf, nextCostLimit } from "./pareto.ts";

/** A made-up world of plans: what a cost limit gives. */
const plans: readonly FrontPoint[] = [
  { costSek: 0, value: 0 },
  { costSek: 10, value: 3 },
  { costSek: 11, value: 2 },
  { costSek: 40, value: 5 },
  { costSek: 41, value: 5 },
  { costSek: 90, value: 9 },
  { costSek: 100, value: 9.5 },
];
const probe = (limitSek: number): FrontProbe<FrontPoint> => {
  const within = plans.filter(({ costSek }) => costSek <= limitSek);
  const most = Math.max(...within.map(({ value }) => value));
  return { limitSek, point: within.find(({ value }) => value === most)! };
};
const climb = (): FrontProbe<FrontPoint>[] => {
  const probes = [probe(100), probe(0)];
  for (let limit = nextCostLimit(probes); limit !== null; limit = nextCostLimit(probes)) {
    expect(probes.map(({ limitSek }) => limitSek)).not.toContain(limit);
    probes.push(probe(limit));
  }
  return probes;
};

test("F1 · asked until nothing is left, every efficient plan is found, and no other", () => {
  expect(frontOf(climb()).map(({ costSek }) => costSek)).toEqual([0, 10, 40, 90, 100]);
});

test("F2 · a front rises in cost and value", () => {
  const front = frontOf(climb());
  front.slice(1).forEach((point, at) => {
    expect(point.costSek).toBeGreaterThan(front[at]!.costSek);
    expect(point.value).toBeGreaterThan(front[at]!.value);
  });
});

test("F3 · the next limit lies in the middle of the widest stretch that may hold a plan, then a krona below its end", () => {
  expect(nextCostLimit([probe(100), probe(0)])).toBe(50);
  expect(nextCostLimit([probe(100), probe(0), probe(50)])).toBe(75);
  expect(nextCostLimit([probe(100), probe(0), probe(50), probe(75)])).toBe(20);
  expect(nextCostLimit([probe(100), probe(0), probe(50), probe(75), probe(20)])).toBe(99);
  expect(nextCostLimit([probe(0)])).toBeNull();
  expect(frontOf([])).toEqual([]);
});

test("F4 · in any world of plans the whole front is found, in less than three probes for each of its points", () => {
  const worlds = fc.array(fc.record({ costSek: fc.integer({ min: 1, max: 5000 }), value: fc.integer({ min: 1, max: 60 }) }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(worlds, (drawn) => {
      const world = [{ costSek: 0, value: 0 }, ...drawn];
      const within = (limitSek: number): FrontProbe<FrontPoint> => {
        const affordable = world.filter(({ costSek }) => costSek <= limitSek);
        const point = affordable.reduce((best, each) =>
          each.value > best.value || (each.value === best.value && each.costSek < best.costSek) ? each : best,
        );
        return { limitSek, point };
      };
      const best = within(5000).point;
      const probes = [{ limitSek: best.costSek, point: best }, within(0)];
      for (let limit = nextCostLimit(probes); limit !== null; limit = nextCostLimit(probes)) probes.push(within(limit));
      const front = frontOf(probes);
      const isBeaten = (one: FrontPoint) =>
        world.some(({ costSek, value }) => costSek <= one.costSek && value >= one.value && (costSek < one.costSek || value > one.value));
      const efficient = new Set(world.filter((each) => !isBeaten(each)).map(({ costSek }) => costSek));
      expect(front.map(({ costSek }) => costSek)).toEqual([...efficient].sort((one, other) => one - other));
      expect(probes.length).toBeLessThan(3 * front.length);
    }),
    { numRuns: runs },
  );
});
