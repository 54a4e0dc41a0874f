import type { ModelConstraint } from "@hp/domain";

/** Rows of a programme in compressed form, grown one at a time. */
export class Rows {
  readonly starts: number[] = [0];
  readonly columns: number[] = [];
  readonly coefficients: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];

  /** Adds rows in order. */
  constructor(rows: readonly ModelConstraint[] = []) {
    for (const row of rows) this.add(row);
  }

  /** Number of rows. */
  get count(): number {
    return this.lower.length;
  }

  /** Appends a row. */
  add({ terms, lower, upper }: Pick<ModelConstraint, "terms" | "lower" | "upper">): void {
    for (const [column, coefficient] of terms) {
      this.columns.push(column);
      this.coefficients.push(coefficient);
    }
    this.starts.push(this.columns.length);
    this.lower.push(lower);
    this.upper.push(upper);
  }
}
