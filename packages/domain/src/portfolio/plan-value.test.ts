import fc from "fast-check";
import { expect, test } from "vitest";
import { measure, request, requests, runs, scoredAt, unscored } from "../../test/portfolio-requests.ts";
import { expectedScores } from "./expected-scores.ts";
import { prepare } from "./prepared.ts";
import { candidateOf, comparePlans, inParts, planValue } from "./value.ts";

test("V1 · the value is the weighted mean of what expectedScores moves", () => {
  fc.assert(
    fc.property(requests, fc.nat(63), (asked, set) => {
      const prepared = prepare(asked);
      const chosen = prepared.measures.map(({ index }) => index).filter((index) => set & (1 << index));
      const actions = chosen.map((index) => prepared.measures[index]!.source);
      const moved = expectedScores({ standings: asked.dimensions, actions, done: asked.done, assumptions: asked.assumptions });
      let [sum, weights] = [0, 0];
      asked.dimensions.forEach(({ weight }, index) => {
        const place = moved[index]?.place;
        if (!place) return;
        sum += weight * (place.after.expected - place.now.expected);
        weights += weight;
      });
      expect(planValue(prepared, chosen)).toBeCloseTo(weights === 0 ? 0 : sum / weights, 9);
    }),
    { numRuns: runs },
  );
});

test("V2 · only ratios of weights matter, and a dimension without weight or score gives nothing", () => {
  const asked = request([measure("a"), measure("b", { effects: { skola: 2 } })]);
  const times = (factor: number) => ({ ...asked, dimensions: asked.dimensions.map((each) => ({ ...each, weight: each.weight * factor })) });
  expect(planValue(prepare(times(7)), [0, 1])).toBeCloseTo(planValue(prepare(asked), [0, 1]), 12);
  expect(planValue(prepare(times(0)), [0, 1])).toBe(0);
  const unknown = {
    ...asked,
    dimensions: asked.dimensions.map((each) => (each.dimensionId === "boende" ? { ...each, place: unscored } : each)),
  };
  expect(planValue(prepare(unknown), [0])).toBe(0);
  expect(planValue(prepare(unknown), [1])).toBeCloseTo((40 * 0.08) / 2, 10);
  const full = { ...asked, dimensions: asked.dimensions.map((each) => ({ ...each, place: scoredAt(100) })) };
  expect(planValue(prepare(full), [0, 1])).toBe(0);
});

test("V3 · plans are in a total order: value in millionths, cost, number, ids", () => {
  const cost = (sek: number) => ({ costSek: { municipality: [sek], industry: [] } });
  const prepared = prepare(request([measure("a", cost(5)), measure("b", cost(4)), measure("c", cost(4)), measure("d", { effects: {} })]));
  const plan = (...chosen: number[]) => candidateOf(prepared, chosen);
  expect(comparePlans(plan(0, 1), plan(1))).toBeLessThan(0);
  expect(comparePlans(plan(1), plan(0))).toBeLessThan(0);
  expect(comparePlans(plan(1), plan(2))).toBeLessThan(0);
  expect(comparePlans(plan(1), plan(1, 3))).toBeLessThan(0);
  expect(comparePlans(plan(1), plan(1))).toBe(0);
  const sets = Array.from({ length: 16 }, (_, set) => plan(...[0, 1, 2, 3].filter((index) => set & (1 << index))));
  const sorted = [...sets].sort(comparePlans);
  sorted.forEach((one, at) => {
    for (const other of sorted.slice(at + 1)) expect(comparePlans(one, other)).toBeLessThan(0);
  });
  expect(inParts(1.2345678)).toBe(1_234_568);
});
