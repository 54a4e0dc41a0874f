import { type ModelConstraint, type PortfolioModel, type PreparedPortfolio, tangentAt } from "@hp/domain";
import type { Basis, Highs, Model } from "highs";
import { modelData } from "./highs.ts";
import { type Domain, IN } from "./node-domain.ts";
import { Rows } from "./rows.ts";

/** What the relaxation of a subtree says. */
export interface Relaxed {
  /** By column. */
  readonly values: Float64Array;
  /** By row of `Relaxation.structural`. */
  readonly duals: Float64Array;
  readonly basis: Basis;
}

/**
 * The model without whole numbers, kept in HiGHS and solved again and again for one subtree after another, each from the
 * basis of its parent. Its answers steer the search and are never trusted as bounds: those are computed from the duals
 * in `bound.ts`.
 */
export class Relaxation {
  /** All rows but the tangents: what a bound is made of. */
  readonly structural: Rows;
  readonly #model: PortfolioModel;
  readonly #lp: Model;
  readonly #solver: Highs;
  readonly #prepared: PreparedPortfolio;
  /** HiGHS' row of each structural row. */
  readonly #rowOf: number[] = [];
  /** By measure: HiGHS' row that says it starts once, −1 where its one column says so. */
  readonly #startRow: Int32Array;
  readonly #columns: Int32Array;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;

  constructor(solver: Highs, prepared: PreparedPortfolio, full: PortfolioModel) {
    const model = withFewTangents(full);
    this.#solver = solver;
    this.#prepared = prepared;
    this.#model = model;
    this.#lp = solver.createModel(modelData(solver, model, { isRelaxed: true }));
    this.#lp.options.set({ output_flag: false, random_seed: 0 });
    const index = new Map(prepared.measures.map((measure) => [measure.id, measure.index]));
    this.#startRow = new Int32Array(prepared.measures.length).fill(-1);
    const structural: ModelConstraint[] = [];
    model.constraints.forEach((row, at) => {
      if (row.kind === "one_start" || row.kind === "locked_in") this.#startRow[index.get(row.subject) ?? 0] = at;
      else if (row.kind !== "tangent") {
        this.#rowOf.push(at);
        structural.push(row);
      }
    });
    this.structural = new Rows(structural);
    this.#columns = Int32Array.from(model.startColumns.flat().filter((column) => column >= 0));
    this.#lower = new Float64Array(this.#columns.length);
    this.#upper = new Float64Array(this.#columns.length);
  }

  /** Gives HiGHS' memory back. The relaxation is of no use after it. */
  dispose(): void {
    this.#lp.dispose();
  }

  /**
   * Solves for one subtree.
   *
   * @param basis Of the parent; null starts from nothing.
   * @returns `infeasible` where nothing fits, `unknown` where HiGHS came to no end in time.
   */
  solve(domain: Domain, basis: Basis | null, secondsLeft: number): Relaxed | "infeasible" | "unknown" {
    this.#setBounds(domain);
    if (basis !== null) this.#setBasis(basis);
    return this.#run(secondsLeft);
  }

  /** Solves again after rows were added, from the basis it has. */
  again(secondsLeft: number): Relaxed | "infeasible" | "unknown" {
    return this.#run(secondsLeft);
  }

  /** Adds a row that every plan keeps; it takes part in bounds from now on. */
  addCut(row: Pick<ModelConstraint, "terms" | "lower" | "upper">): void {
    this.#rowOf.push(this.#addRow(row));
    this.structural.add(row);
  }

  /**
   * Adds tangents where the values lie above the curves by more than the tolerance.
   *
   * @returns How many.
   */
  addTangents(values: Float64Array, tolerance: number): number {
    let added = 0;
    for (const curve of this.#model.curves) {
      const exponent = Math.max(0, values[curve.exponentColumn] as number);
      const gain = curve.points * -Math.expm1(-exponent);
      if ((values[curve.gainColumn] as number) <= gain + tolerance) continue;
      this.#addRow(tangentAt(curve, exponent));
      added += 1;
    }
    return added;
  }

  #addRow({ terms, lower, upper }: Pick<ModelConstraint, "terms" | "lower" | "upper">): number {
    const row = this.#lp.getDimensions().numRows;
    this.#lp.addRow(lower, upper, { indices: terms.map(([column]) => column), values: terms.map(([, coefficient]) => coefficient) });
    return row;
  }

  #setBounds(domain: Domain): void {
    let at = 0;
    for (const { index } of this.#prepared.measures) {
      const columns = this.#model.startColumns[index] ?? [];
      const mustStart = domain.state[index] === IN;
      const row = this.#startRow[index] as number;
      if (row >= 0) this.#lp.changeRowBounds(row, mustStart ? 1 : -this.#solver.infinity, 1);
      columns.forEach((column, year) => {
        if (column < 0) return;
        this.#upper[at] = domain.mayStart(index, year) ? 1 : 0;
        this.#lower[at] = mustStart && row < 0 ? (this.#upper[at] as number) : 0;
        at += 1;
      });
    }
    this.#lp.changeColsBounds({ kind: "set", indices: this.#columns }, this.#lower, this.#upper);
  }

  /** A basis of before some rows were added: they are basic in it. */
  #setBasis(basis: Basis): void {
    const { numRows } = this.#lp.getDimensions();
    const rowStatus = new Int32Array(numRows).fill(this.#solver.constants.basisStatus.basic);
    rowStatus.set(basis.rowStatus);
    this.#lp.setBasis({ colStatus: basis.colStatus, rowStatus });
  }

  #run(secondsLeft: number): Relaxed | "infeasible" | "unknown" {
    this.#lp.zeroAllClocks();
    this.#lp.options.set("time_limit", Math.max(0.001, secondsLeft));
    const { modelStatus } = this.#lp.run();
    const { optimal, infeasible } = this.#solver.constants.modelStatus;
    if (modelStatus === infeasible) return "infeasible";
    if (modelStatus !== optimal) return "unknown";
    const { colValue, rowDual } = this.#lp.getSolution();
    return { values: colValue, duals: Float64Array.from(this.#rowOf, (row) => rowDual[row] as number), basis: this.#lp.getBasis() };
  }
}

/** One in so many of the model's first tangents is enough to begin with: more are added where solutions lie, and fewer rows solve faster. */
const oneTangentIn = 3;

function withFewTangents(model: PortfolioModel): PortfolioModel {
  const seen = new Map<string, number>();
  const constraints = model.constraints.filter(({ kind, subject }) => {
    if (kind !== "tangent") return true;
    const count = seen.get(subject) ?? 0;
    seen.set(subject, count + 1);
    return count % oneTangentIn === 0;
  });
  return { ...model, constraints };
}
