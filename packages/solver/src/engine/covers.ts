import type { ModelConstraint } from "@hp/domain";
import type { Rows } from "./rows.ts";

type Cut = Pick<ModelConstraint, "terms" | "lower" | "upper">;

const violation = 1e-3;

/**
 * Extended cover inequalities that the values break: of columns that together ask for more than a row has, all but one
 * can be chosen, and a column at least as large as each of them counts as one of them.
 *
 * @param rows Every row is looked at whose coefficients are all above 0 and whose columns are all 0 or 1.
 * @param isBinary By column.
 * @see SPEC.md O6; E. Balas, "Facets of the knapsack polytope", Mathematical Programming 8 (1975)
 */
export function coverCuts(rows: Rows, values: Float64Array, isBinary: readonly boolean[]): readonly Cut[] {
  const cuts: Cut[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const cut = coverOf(itemsOf(rows, row, isBinary), rows.upper[row] as number, values);
    if (cut !== null) cuts.push(cut);
  }
  return cuts;
}

interface Item {
  readonly column: number;
  readonly weight: number;
}

/** The columns of a knapsack row; empty for any other row. */
function itemsOf(rows: Rows, row: number, isBinary: readonly boolean[]): readonly Item[] {
  if (!Number.isFinite(rows.upper[row]) || Number.isFinite(rows.lower[row])) return [];
  const items: Item[] = [];
  for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at += 1) {
    const column = rows.columns[at] as number;
    const weight = rows.coefficients[at] as number;
    if (weight <= 0 || isBinary[column] !== true) return [];
    items.push({ column, weight });
  }
  return items;
}

function coverOf(items: readonly Item[], room: number, values: Float64Array): Cut | null {
  const likelihoodOf = ({ column }: Item) => values[column] as number;
  const likely = items
    .filter((item) => likelihoodOf(item) > 1e-6)
    .sort((one, other) => (1 - likelihoodOf(one)) / one.weight - (1 - likelihoodOf(other)) / other.weight || one.column - other.column);
  const cover: Item[] = [];
  let weight = 0;
  for (const item of likely) {
    if (weight > room + 1e-9) break;
    cover.push(item);
    weight += item.weight;
  }
  if (weight <= room + 1e-9) return null;
  const needed = cover
    .sort((one, other) => likelihoodOf(one) - likelihoodOf(other) || one.column - other.column)
    .filter((item) => {
      if (weight - item.weight <= room + 1e-9) return true;
      weight -= item.weight;
      return false;
    });
  const largest = Math.max(...needed.map((item) => item.weight));
  const extended = items.filter((item) => item.weight >= largest || needed.includes(item));
  const sum = extended.reduce((total, item) => total + likelihoodOf(item), 0);
  if (sum <= needed.length - 1 + violation) return null;
  return { terms: extended.map(({ column }) => [column, 1]), lower: Number.NEGATIVE_INFINITY, upper: needed.length - 1 };
}
