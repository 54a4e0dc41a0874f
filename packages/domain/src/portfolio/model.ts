import { limitRows } from "./model-limits.ts";
import { orderRows } from "./model-order.ts";
import type { GainCurve, ModelConstraint, ModelVariable, PortfolioModel } from "./model-types.ts";
import type { Prepared } from "./prepared.ts";
import { firstTangents } from "./tangents.ts";

/** What the model is asked for. */
export type ModelGoal =
  /** Most value within the limits. */
  | { readonly kind: "value" }
  /** Least kronor on top of the budgets that still give this value, in points; `extraSek` of the request is not a limit then. */
  | { readonly kind: "extra"; readonly valueAtLeast: number };

/**
 * The package as a mixed-integer linear programme in plain data, for any solver. Maximised.
 *
 * - `start:m:t` 0 or 1: measure m starts in year t. Nothing else must be whole.
 * - `both:a:b`: a has the synergy of b. At most either where it strengthens; at least their sum less 1 where it weakens.
 * - `exponent:d` = Σ exponents of what is chosen; `gain:d` at most every tangent of points·(1 − e^(−exponent)).
 * - `extra:p:t`: kronor on top of party p's budget of year t.
 *
 * The gain is concave, so tangents lie on or above it: the model's best value is never below the true best, and above
 * it by at most the error bound of `firstTangents`; adding tangents where a solution lies closes the rest.
 * Money is in `MONEY_UNIT` kronor and hours in `HOUR_UNIT` hours, so that a solver's tolerances mean something.
 *
 * @see SPEC.md M1–M5
 */
export function portfolioModel(prepared: Prepared, goal: ModelGoal): PortfolioModel {
  const variables: ModelVariable[] = [];
  const add = (name: string, rest: Omit<ModelVariable, "name">): number => variables.push({ name, ...rest }) - 1;
  const startColumns = prepared.measures.map((measure) =>
    Array.from({ length: prepared.years }, (_, year) => {
      if (!measure.starts.includes(year)) return -1;
      const isOut = measure.isLockedOut || (measure.isExcludedByDone && !measure.isLockedIn);
      return add(`start:${measure.id}:${year}`, { isInteger: true, lower: 0, upper: isOut ? 0 : 1, objective: 0 });
    }),
  );
  const bothColumns = prepared.measures.map((measure) =>
    measure.synergies.map((synergy) =>
      add(`both:${measure.id}:${prepared.measures[synergy.with]?.id}`, { isInteger: false, lower: 0, upper: 1, objective: 0 }),
    ),
  );
  const isUnbounded = { isInteger: false, lower: 0, upper: Number.POSITIVE_INFINITY };
  const gain = goal.kind === "value" ? 1 : 0;
  const curves = prepared.dimensions.map(
    ({ id, points }, dimension): GainCurve => ({
      dimension,
      points,
      exponentColumn: add(`exponent:${id}`, { ...isUnbounded, objective: 0 }),
      gainColumn: add(`gain:${id}`, { ...isUnbounded, objective: gain }),
      mostExponent: mostExponent(prepared, dimension),
    }),
  );
  const hasExtra = goal.kind === "extra" || prepared.request.extraSek > 0;
  const extraColumns = (["municipality", "industry"] as const).map((party) =>
    Array.from({ length: hasExtra ? prepared.years : 0 }, (_, year) =>
      add(`extra:${party}:${year}`, { ...isUnbounded, objective: goal.kind === "extra" ? -1 : 0 }),
    ),
  );
  const columns = { startColumns, bothColumns, curves, extraColumns };
  const constraints: ModelConstraint[] = [
    ...orderRows(prepared, columns),
    ...limitRows(prepared, columns, goal.kind === "value"),
    ...exponentRows(prepared, columns),
    ...(goal.kind === "extra" ? [valueRow(curves, goal.valueAtLeast)] : []),
    ...curves.flatMap(firstTangents),
  ];
  return { variables, constraints, ...columns };
}

function mostExponent({ measures }: Prepared, dimension: number): number {
  const here = (parts: readonly { readonly dimension: number; readonly exponent: number }[]) =>
    parts.reduce((sum, part) => (part.dimension === dimension ? sum + Math.max(0, part.exponent) : sum), 0);
  return measures.reduce(
    (sum, { exponents, synergies }) => sum + here(exponents) + synergies.reduce((part, { added }) => part + here(added), 0),
    0,
  );
}

type Columns = Pick<PortfolioModel, "startColumns" | "bothColumns" | "curves" | "extraColumns">;

/** exponent:d = Σ what the chosen and their synergies add. */
function exponentRows({ measures }: Prepared, { startColumns, bothColumns, curves }: Columns): ModelConstraint[] {
  return curves.map(({ dimension, exponentColumn }) => {
    const terms: [number, number][] = [[exponentColumn, -1]];
    for (const { index, exponents, synergies } of measures) {
      const own = exponents.find((part) => part.dimension === dimension)?.exponent ?? 0;
      if (own !== 0)
        terms.push(...(startColumns[index] ?? []).filter((column) => column >= 0).map((column): [number, number] => [column, own]));
      synergies.forEach(({ added }, at) => {
        const extra = added.find((part) => part.dimension === dimension)?.exponent ?? 0;
        if (extra !== 0) terms.push([bothColumns[index]?.[at] as number, extra]);
      });
    }
    return { kind: "exponent", subject: String(dimension), terms, lower: 0, upper: 0 };
  });
}

const valueRow = (curves: readonly GainCurve[], valueAtLeast: number): ModelConstraint => ({
  kind: "value",
  subject: "place",
  terms: curves.map(({ gainColumn }): [number, number] => [gainColumn, 1]),
  lower: valueAtLeast,
  upper: Number.POSITIVE_INFINITY,
});
