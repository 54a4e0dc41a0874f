import { MONEY_UNIT, type PortfolioModel, type PreparedPortfolio } from "@hp/domain";
import { type Domain, IN, OUT } from "./node-domain.ts";
import type { Rows } from "./rows.ts";

/** An upper bound on what any plan of a subtree reaches, and what each free measure is worth in it. */
export interface Bound {
  /** In the unit of the objective, rounding errors allowed for. */
  readonly most: number;
  /** By measure: what choosing it adds at the prices of the bound. Deciding a free one against its sign costs its size. */
  readonly worth: Float64Array;
}

const rounding = 1e-9;

/**
 * Lagrangian bounds. Every row but the tangents is priced with a dual; each measure then stands alone (the better of
 * out and its best year), and each concave gain is replaced by the supporting line with the priced slope, in its exact
 * form. That is a bound for **any** prices of the right sign: HiGHS' duals make it sharp, and its tolerances cannot make
 * it wrong.
 *
 * @see SPEC.md O5; A. M. Geoffrion, "Lagrangean relaxation for integer programming", Mathematical Programming Study 2 (1974)
 */
export class LagrangianBound {
  readonly #prepared: PreparedPortfolio;
  readonly #model: PortfolioModel;
  readonly #rows: Rows;
  readonly #objective: Float64Array;
  readonly #reduced: Float64Array;
  readonly #mostExtra: number;

  constructor(prepared: PreparedPortfolio, model: PortfolioModel, rows: Rows) {
    this.#prepared = prepared;
    this.#model = model;
    this.#rows = rows;
    this.#objective = Float64Array.from(model.variables, (variable) => variable.objective);
    this.#reduced = new Float64Array(model.variables.length);
    this.#mostExtra = prepared.measures.reduce((sum, { costSek }) => sum + costSek, 0) / MONEY_UNIT;
  }

  /** The bound of a subtree at these prices, one per row. */
  of(domain: Domain, duals: Float64Array): Bound {
    const worth = new Float64Array(this.#prepared.measures.length);
    const parts = [this.#priceRows(duals), this.#gains(), this.#extras(), this.#pairs(domain), this.#measures(domain, worth)];
    const most = parts.reduce((sum, part) => sum + part, 0);
    return { most: most + rounding * (1 + Math.abs(most)), worth };
  }

  #priceRows(duals: Float64Array): number {
    const { starts, columns, coefficients, lower, upper, count } = this.#rows;
    const reduced = this.#reduced;
    reduced.set(this.#objective);
    let priced = 0;
    for (let row = 0; row < count; row += 1) {
      const dual = duals[row] ?? 0;
      const side = (dual > 0 ? upper[row] : lower[row]) as number;
      if (dual === 0 || !Number.isFinite(side)) continue;
      priced += dual * side;
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at += 1) {
        const column = columns[at] as number;
        reduced[column] = (reduced[column] as number) - dual * (coefficients[at] as number);
      }
    }
    return priced;
  }

  #gains(): number {
    return this.#model.curves.reduce((sum, { points, gainColumn, exponentColumn, mostExponent }) => {
      const height = points * Math.max(0, this.#reduced[gainColumn] as number);
      return sum + aboveLine(height, -(this.#reduced[exponentColumn] as number), mostExponent);
    }, 0);
  }

  #extras(): number {
    return this.#model.extraColumns.flat().reduce((sum, column) => sum + Math.max(0, this.#reduced[column] as number) * this.#mostExtra, 0);
  }

  #pairs({ state }: Domain): number {
    let sum = 0;
    for (const { index, synergies } of this.#prepared.measures) {
      if (synergies.length === 0 || state[index] === OUT) continue;
      synergies.forEach((synergy, at) => {
        if (state[synergy.with] !== OUT) sum += Math.max(0, this.#reduced[this.#model.bothColumns[index]?.[at] as number] as number);
      });
    }
    return sum;
  }

  #measures(domain: Domain, worth: Float64Array): number {
    let sum = 0;
    this.#model.startColumns.forEach((columns, index) => {
      let best = Number.NEGATIVE_INFINITY;
      columns.forEach((column, year) => {
        if (column >= 0 && domain.mayStart(index, year)) best = Math.max(best, this.#reduced[column] as number);
      });
      worth[index] = best;
      if (domain.state[index] === IN) sum += best;
      else if (best > 0) sum += best;
    });
    return sum;
  }
}

/** The most that height·(1 − e^(−z)) − slope·z reaches for z from 0 to `end`. */
function aboveLine(height: number, slope: number, end: number): number {
  const top = height > 0 && slope > 0 ? Math.log(height / slope) : height > 0 || slope < 0 ? end : 0;
  const at = Math.min(end, Math.max(0, top));
  return height * -Math.expm1(-at) - slope * at;
}
