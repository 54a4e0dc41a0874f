import { bruteForce, portfolioModel, preparePortfolio } from "@hp/domain";
import { expect, test } from "vitest";
import { numbersFrom } from "../bench/instances.ts";
import { LagrangianBound } from "../src/engine/bound.ts";
import { coverCuts } from "../src/engine/covers.ts";
import { dominators } from "../src/engine/dominance.ts";
import { setsLeft } from "../src/engine/enumerate.ts";
import { Heap } from "../src/engine/heap.ts";
import { highs } from "../src/engine/highs.ts";
import { Domain } from "../src/engine/node-domain.ts";
import { Relaxation } from "../src/engine/relaxation.ts";
import { Rows } from "../src/engine/rows.ts";
import { Selection, selectionFrame } from "../src/engine/selection.ts";
import { smallRequest } from "./small-requests.ts";

const solver = await highs();
const seeds = (count: number) => Array.from({ length: count }, (_, index) => index);

test("O5 · the bound holds for any prices, not only for those of the solver", () => {
  const next = numbersFrom(5);
  for (const seed of seeds(150)) {
    const request = smallRequest(seed);
    const best = bruteForce(request);
    if (best === null) continue;
    const prepared = preparePortfolio(request);
    const model = portfolioModel(prepared, { kind: "value" });
    const relaxation = new Relaxation(solver, prepared, model);
    const bounds = new LagrangianBound(prepared, model, relaxation.structural);
    const domain = Domain.of(prepared);
    const relaxed = relaxation.solve(domain, null, 10);
    expect(relaxed).not.toBe("infeasible");
    if (typeof relaxed === "string") continue;
    expect(bounds.of(domain, relaxed.duals).most).toBeGreaterThanOrEqual(best.value - 1e-9);
    const shaken = relaxed.duals.map((dual) => dual * (0.3 + 1.4 * next()) + (next() < 0.2 ? next() - 0.5 : 0));
    expect(bounds.of(domain, shaken).most).toBeGreaterThanOrEqual(best.value - 1e-9);
    relaxation.dispose();
  }
});

test("O6 · a cover cuts off what the values promise, and no set that fits", () => {
  const next = numbersFrom(9);
  let cuts = 0;
  for (const _ of seeds(300)) {
    const weights = seeds(7).map(() => 1 + Math.floor(next() * 20));
    const room = 10 + Math.floor(next() * 30);
    const rows = new Rows([
      {
        kind: "budget_total",
        subject: "x",
        terms: weights.map((weight, column) => [column, weight]),
        lower: Number.NEGATIVE_INFINITY,
        upper: room,
      },
    ]);
    const values = Float64Array.from(weights, () => next());
    for (const cut of coverCuts(
      rows,
      values,
      weights.map(() => true),
    )) {
      cuts += 1;
      expect(cut.terms.reduce((sum, [column]) => sum + values[column]!, 0)).toBeGreaterThan(cut.upper);
      for (const set of seeds(128)) {
        const chosen = seeds(7).filter((column) => set & (1 << column));
        if (chosen.reduce((sum, column) => sum + weights[column]!, 0) > room) continue;
        expect(cut.terms.filter(([column]) => chosen.includes(column)).length).toBeLessThanOrEqual(cut.upper);
      }
    }
  }
  expect(cuts).toBeGreaterThan(20);
});

test("O7 · what stands above a chosen measure is chosen in the best plan too", () => {
  let pairs = 0;
  for (const seed of seeds(400)) {
    const request = smallRequest(seed);
    const best = bruteForce(request);
    if (best === null) continue;
    const prepared = preparePortfolio(request);
    const isIn = (index: number) => best.starts.some(({ measureId }) => measureId === prepared.measures[index]?.id);
    dominators(prepared).forEach((above, index) => {
      pairs += above.length;
      if (isIn(index)) expect(above.every(isIn)).toBe(true);
      for (const other of above) expect(dominators(prepared)[other]).not.toContain(index);
    });
  }
  expect(pairs).toBeGreaterThan(50);
});

test("O8 · the estimate of sets left is never below their number", () => {
  const next = numbersFrom(3);
  for (const seed of seeds(40)) {
    const prepared = preparePortfolio(smallRequest(seed));
    const domain = Domain.of({
      ...prepared,
      measures: prepared.measures.map((each) => ({ ...each, isLockedIn: false, isLockedOut: false, isExcludedByDone: false })),
    });
    const worth = Float64Array.from(prepared.measures, () => next() - 0.5);
    const gap = next();
    const sets = seeds(2 ** worth.length).filter(
      (set) => worth.reduce((loss, value, index) => (set & (1 << index) ? loss + Math.abs(value) : loss), 0) <= gap,
    ).length;
    expect(setsLeft({ most: 1, worth }, domain, gap)).toBeGreaterThanOrEqual(sets);
  }
});

test("O9 · a set that changes one by one keeps the value and totals of one computed at once", () => {
  const next = numbersFrom(21);
  for (const seed of seeds(100)) {
    const prepared = preparePortfolio(smallRequest(seed));
    const selection = new Selection(selectionFrame(prepared), 0);
    for (const _ of seeds(40)) selection.toggle(Math.floor(next() * prepared.measures.length));
    const fresh = new Selection(selectionFrame(prepared), 0);
    fresh.become(selection.chosen);
    expect(selection.value).toBeCloseTo(fresh.value, 9);
    expect([...selection.totals]).toEqual([...fresh.totals]);
    expect(selection.isValid).toBe(fresh.isValid);
    expect(selection.costSek).toBe(fresh.costSek);
  }
});

test("O10 · the queue gives the highest first", () => {
  const next = numbersFrom(2);
  const heap = new Heap<number>();
  const all = seeds(200).map(() => Math.floor(next() * 50));
  for (const priority of all) heap.push(priority, priority);
  expect(heap.top).toBe(Math.max(...all));
  expect(all.map(() => heap.pop())).toEqual([...all].sort((one, other) => other - one));
  expect(heap.pop()).toBeUndefined();
  expect(heap.top).toBe(Number.NEGATIVE_INFINITY);
});
