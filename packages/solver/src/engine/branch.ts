import type { PortfolioModel, PreparedPortfolio } from "@hp/domain";
import { type Domain, FREE, IN, OUT } from "./node-domain.ts";
import { limitsOverYears } from "./selection.ts";

/** Divides a subtree at the values of its relaxation. One of the parts holds every plan of it; none if nothing is left to decide. */
export type Brancher = (domain: Domain, values: Float64Array, worth: Float64Array, yearsFirst: boolean) => readonly Domain[];

const tolerance = 1e-6;

/**
 * Divides by the measure that is half in, most of all one that takes much; where all are in or out, by the one that the
 * prices decide least about. Start years are divided last, for a set is scheduled exactly once it is decided, or first
 * where many sets turned out to fit no schedule.
 */
export function brancher(prepared: PreparedPortfolio, model: PortfolioModel): Brancher {
  const { measures } = prepared;
  const limits = limitsOverYears(prepared);
  const size = measures.map(({ totals }) =>
    totals.reduce((sum, total, resource) => sum + total / Math.max(1, limits[resource] as number), 0.01),
  );
  const columnsOf = (index: number) => model.startColumns[index] as readonly number[];
  const at = (values: Float64Array, column: number) => (column < 0 ? 0 : (values[column] as number));

  const halfIn = (domain: Domain, values: Float64Array): number =>
    most(measures.length, (index) => {
      if (domain.state[index] !== FREE) return 0;
      const part = columnsOf(index).reduce((sum, column) => sum + at(values, column), 0);
      const half = Math.min(part, 1 - part);
      return half < tolerance ? 0 : half * (size[index] as number);
    });

  const spread = (domain: Domain, values: Float64Array): readonly [number, number] => {
    const largest = (index: number) => Math.max(...columnsOf(index).map((column) => at(values, column)));
    const index = most(measures.length, (measure) => {
      if (domain.state[measure] === OUT || largest(measure) < tolerance) return 0;
      const years = columnsOf(measure).filter((_, year) => domain.mayStart(measure, year)).length;
      const isWhole = largest(measure) > 1 - tolerance;
      return years < 2 || isWhole ? 0 : (size[measure] as number);
    });
    return [index, index < 0 ? -1 : columnsOf(index).findIndex((column) => at(values, column) === largest(index))];
  };

  const undecided = (domain: Domain, worth: Float64Array): number =>
    most(measures.length, (index) => (domain.state[index] === FREE ? 1 / (1e-9 + Math.abs(worth[index] as number)) : 0));

  const inSeveralYears = (domain: Domain): number =>
    measures.findIndex(({ index, starts }) => domain.state[index] === IN && yearsOf(domain, starts, index).length > 1);

  return (domain, values, worth, yearsFirst) => {
    const half = halfIn(domain, values);
    if (half >= 0) return byMeasure(domain, half);
    const [index, year] = yearsFirst ? spread(domain, values) : [-1, -1];
    if (index >= 0) return byYear(domain, index, year);
    const free = undecided(domain, worth);
    if (free >= 0) return byMeasure(domain, free);
    const open = inSeveralYears(domain);
    return open < 0 ? [] : byYear(domain, open, yearsOf(domain, measures[open]?.starts ?? [], open)[0] as number);
  };
}

const yearsOf = (domain: Domain, starts: readonly number[], index: number): readonly number[] =>
  starts.filter((year) => domain.mayStart(index, year));

/** The index with the highest score above 0, the first of equal ones; −1 if there is none. */
function most(count: number, scoreOf: (index: number) => number): number {
  let best = -1;
  let highest = 0;
  for (let index = 0; index < count; index += 1) {
    const score = scoreOf(index);
    if (score > highest) {
      highest = score;
      best = index;
    }
  }
  return best;
}

function byMeasure(domain: Domain, index: number): readonly Domain[] {
  return [OUT, IN].map((state) => {
    const child = domain.copy();
    child.state[index] = state;
    return child;
  });
}

function byYear(domain: Domain, index: number, year: number): readonly Domain[] {
  const without = domain.copy();
  without.block(index, year);
  const within = domain.copy();
  within.startIn(index, year);
  return [without, within];
}
