import fc from "fast-check";
import { expect, test } from "vitest";
import { measure, request, requests, runs } from "../../test/portfolio-requests.ts";
import { bruteForce } from "./brute-force.ts";
import { checkPlan } from "./check-plan.ts";
import { closedBy } from "./expected-scores.ts";
import { portfolioModel } from "./model.ts";
import { MONEY_UNIT, type ModelConstraint, type PortfolioModel } from "./model-types.ts";
import { type Prepared, prepare } from "./prepared.ts";
import { firstTangents, tangentErrorBound } from "./tangents.ts";
import type { PlannedStart, PortfolioRequest } from "./types.ts";
import { planValue } from "./value.ts";

/** The columns that a plan means, with the most gain and the extra that its years ask for. */
function columnsOf(prepared: Prepared, model: PortfolioModel, plan: readonly PlannedStart[]): Float64Array {
  const values = new Float64Array(model.variables.length);
  const year = new Map(plan.map((start) => [start.measureId, start.startYear]));
  const isIn = (index: number) => year.has(prepared.measures[index]!.id);
  for (const { index, id, synergies } of prepared.measures) {
    if (isIn(index)) values[model.startColumns[index]![year.get(id)!]!] = 1;
    synergies.forEach((synergy, at) => {
      values[model.bothColumns[index]![at]!] = isIn(index) && isIn(synergy.with) ? 1 : 0;
    });
  }
  for (const { dimension, exponentColumn, gainColumn, points } of model.curves) {
    for (const { index, exponents, synergies } of prepared.measures.filter(({ index }) => isIn(index))) {
      const parts = [...exponents, ...synergies.filter((synergy) => isIn(synergy.with)).flatMap(({ added }) => added)];
      for (const part of parts) if (part.dimension === dimension) values[exponentColumn]! += part.exponent;
      expect(index).toBeGreaterThanOrEqual(0);
    }
    values[gainColumn] = points * closedBy(values[exponentColumn]!);
  }
  return values;
}

const isKept = ({ terms, lower, upper }: ModelConstraint, values: Float64Array) => {
  const sum = terms.reduce((total, [column, coefficient]) => total + coefficient * values[column]!, 0);
  return sum >= lower - 1e-9 && sum <= upper + 1e-9;
};

const anyPlan = (asked: PortfolioRequest, set: number, years: number): PlannedStart[] =>
  asked.measures
    .filter((_, index) => set & (1 << index))
    .map(({ id }, index) => ({ measureId: id, startYear: years & (1 << index) && asked.horizonYears > 1 ? 1 : 0 }));

test("M1 · a plan keeps all rows of the model exactly where it breaks no rule", () => {
  fc.assert(
    fc.property(requests, fc.nat(63), fc.nat(63), (drawn, set, years) => {
      const asked = { ...drawn, extraSek: 0 };
      const prepared = prepare(asked);
      const model = portfolioModel(prepared, { kind: "value" });
      const plan = anyPlan(asked, set, years);
      const values = columnsOf(prepared, model, plan);
      const isWithinBounds = model.variables.every(({ lower, upper }, column) => values[column]! >= lower && values[column]! <= upper);
      const rows = new Set(model.constraints.filter((row) => !isKept(row, values)).map(({ kind }) => kind));
      const { broken } = checkPlan(asked, plan);
      const rules = broken.map(({ rule }) => rule);
      const bounds = prepared.measures.some((each) => each.isExcludedByDone) ? ["locked_out", "exclusion"] : ["locked_out"];
      expect(rows.size === 0 && isWithinBounds).toBe(broken.length === 0);
      for (const rule of rules) if (!bounds.includes(rule)) expect([...rows]).toContain(rule);
    }),
    { numRuns: runs },
  );
});

test("M2 · the model's value of a plan with its most gain is the plan's value: tangents cut off nothing", () => {
  fc.assert(
    fc.property(requests, (asked) => {
      const best = bruteForce({ ...asked, extraSek: 0 });
      if (best === null) return;
      const prepared = prepare({ ...asked, extraSek: 0 });
      const model = portfolioModel(prepared, { kind: "value" });
      const values = columnsOf(prepared, model, best.starts);
      expect(model.constraints.filter((row) => !isKept(row, values))).toEqual([]);
      const objective = model.variables.reduce((sum, variable, column) => sum + variable.objective * values[column]!, 0);
      expect(objective).toBeCloseTo(best.value, 9);
    }),
    { numRuns: 1000 },
  );
});

test("M3 · the first tangents lie on or above the curve, and above it by at most an eighth of a percent of the points", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (points, most, share) => {
        const curve = { dimension: 0, points, exponentColumn: 0, gainColumn: 1, mostExponent: most };
        const tangents = firstTangents(curve);
        const exponent = most * share;
        const height = Math.min(...tangents.map(({ terms, upper }) => upper - terms[1]![1] * exponent));
        const over = height - points * closedBy(exponent);
        expect(over).toBeGreaterThanOrEqual(-1e-9);
        expect(over).toBeLessThanOrEqual(tangentErrorBound([curve]) + 1e-9);
        expect(tangents.length).toBeLessThanOrEqual(25);
      },
    ),
    { numRuns: runs },
  );
});

test("M4 · the model is plain data: it can be cloned, its columns exist, and no row has one twice", () => {
  fc.assert(
    fc.property(requests, (asked) => {
      const model = portfolioModel(prepare(asked), { kind: "value" });
      expect(structuredClone(model)).toEqual(model);
      for (const { terms, lower, upper } of model.constraints) {
        const columns = terms.map(([column]) => column);
        expect(new Set(columns).size).toBe(columns.length);
        expect(columns.every((column) => model.variables[column] !== undefined)).toBe(true);
        expect(lower).toBeLessThanOrEqual(upper);
      }
      expect(new Set(model.variables.map(({ name }) => name)).size).toBe(model.variables.length);
    }),
    { numRuns: 1000 },
  );
});

test("M5 · asked for the least extra, the model holds the value and lets every budget be lifted", () => {
  const dear = measure("a", { costSek: { municipality: [3 * MONEY_UNIT], industry: [] } });
  const asked = request([dear], {
    budgets: {
      municipality: { sekByYear: [MONEY_UNIT], totalSek: null, hoursByYear: [null], totalHours: null },
      industry: { sekByYear: [null], totalSek: null, hoursByYear: [null], totalHours: null },
    },
  });
  const prepared = prepare(asked);
  const value = planValue(prepared, [0]);
  const model = portfolioModel(prepared, { kind: "extra", valueAtLeast: value });
  const values = columnsOf(prepared, model, [{ measureId: "a", startYear: 0 }]);
  const extra = model.extraColumns[0]![0]!;
  values[extra] = 2;
  expect(model.constraints.filter((row) => !isKept(row, values))).toEqual([]);
  expect(model.variables[extra]?.objective).toBe(-1);
  values[extra] = 1.9;
  expect(model.constraints.filter((row) => !isKept(row, values)).map(({ kind }) => kind)).toEqual(["budget_year"]);
  const nothing = columnsOf(prepared, model, []);
  expect(model.constraints.filter((row) => !isKept(row, nothing)).map(({ kind }) => kind)).toEqual(["value"]);
});
