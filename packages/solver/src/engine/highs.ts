import type { PortfolioModel } from "@hp/domain";
import loadHighs, { type Highs, type ModelData } from "highs";
import { Rows } from "./rows.ts";

let loading: Promise<Highs> | null = null;

/** HiGHS, loaded once per thread (about 45 ms). */
export function highs(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** What of a model is given to HiGHS. */
export interface DataOptions {
  /** Leave out that start variables are whole. */
  readonly isRelaxed: boolean;
  /** Objective by column instead of the model's; minimised. */
  readonly minimise?: readonly number[];
}

/** A programme as HiGHS takes it. */
export function modelData(solver: Highs, model: Pick<PortfolioModel, "variables" | "constraints">, options: DataOptions): ModelData {
  const { variables, constraints } = model;
  const rows = new Rows(constraints);
  const { maximize, minimize } = solver.constants.objectiveSense;
  return {
    numCols: variables.length,
    numRows: rows.count,
    sense: options.minimise === undefined ? maximize : minimize,
    colCost: options.minimise ?? variables.map((variable) => variable.objective),
    colLower: variables.map((variable) => variable.lower),
    colUpper: variables.map((variable) => variable.upper),
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: {
      format: "csr",
      numRows: rows.count,
      numCols: variables.length,
      starts: rows.starts,
      indices: rows.columns,
      values: rows.coefficients,
    },
    ...(options.isRelaxed ? {} : { integrality: variables.map((variable) => (variable.isInteger ? 1 : 0)) }),
  };
}
