import type { PortfolioRule } from "./types.ts";

/** Kronor in one unit of the model's money rows. */
export const MONEY_UNIT = 100_000;
/** Hours in one unit of the model's hour rows. */
export const HOUR_UNIT = 100;

/** A column of the programme. Bounds may be infinite. */
export interface ModelVariable {
  readonly name: string;
  readonly isInteger: boolean;
  readonly lower: number;
  readonly upper: number;
  readonly objective: number;
}

/** A row of the programme: lower <= Σ coefficient·variable <= upper. Bounds may be infinite. */
export interface ModelConstraint {
  /** The rule that the row keeps, or what holds the programme together. */
  readonly kind: PortfolioRule | "one_start" | "both" | "exponent" | "tangent" | "value";
  /** As in `RuleAt`. */
  readonly subject: string;
  /** Column and coefficient; no column twice. */
  readonly terms: readonly (readonly [number, number])[];
  readonly lower: number;
  readonly upper: number;
}

/** The concave gain of a dimension: gain <= points·(1 − e^(−exponent)). */
export interface GainCurve {
  /** Index among the prepared dimensions. */
  readonly dimension: number;
  readonly points: number;
  readonly exponentColumn: number;
  readonly gainColumn: number;
  /** What all candidates together could reach. */
  readonly mostExponent: number;
}

/** A programme in plain data; maximise Σ objective·variable. */
export interface PortfolioModel {
  readonly variables: readonly ModelVariable[];
  readonly constraints: readonly ModelConstraint[];
  readonly curves: readonly GainCurve[];
  /** By measure index and year: the column, −1 for years it may not start in. */
  readonly startColumns: readonly (readonly number[])[];
  /** By measure index, in the order of its prepared synergies. */
  readonly bothColumns: readonly (readonly number[])[];
  /** By party and year; empty where nothing may be spent on top of the budgets. */
  readonly extraColumns: readonly (readonly number[])[];
}

/** The columns that rows are made of. */
export type ModelColumns = Pick<PortfolioModel, "startColumns" | "bothColumns" | "extraColumns">;
