import { type Prepared, type PreparedMeasure, prepare, resources } from "./prepared.ts";
import { requireThat } from "./require.ts";
import { inStartOrder } from "./schedule.ts";
import type { PlannedStart, PortfolioRequest } from "./types.ts";
import { type Candidate, candidateOf, comparePlans } from "./value.ts";

/** Most candidates that brute force takes: 65 536 sets. */
export const MOST_BY_BRUTE_FORCE = 16;

/** The best plan found by trying everything. */
export interface BruteForcePlan {
  readonly value: number;
  readonly costSek: number;
  /** In the order of ids. */
  readonly starts: readonly PlannedStart[];
}

/**
 * The best plan by trying every set and every start year: what the optimiser is tested against. Written as plainly as
 * can be and apart from model, bounds and search.
 *
 * @returns Null where no plan keeps all rules.
 * @throws RangeError for a caller's mistake, and for more than 16 candidates.
 */
export function bruteForce(request: PortfolioRequest): BruteForcePlan | null {
  const prepared = prepare(request);
  const count = prepared.measures.length;
  requireThat(count <= MOST_BY_BRUTE_FORCE, "measures", `must be at most ${MOST_BY_BRUTE_FORCE} for brute force`);
  const order = inStartOrder(prepared);
  let best: { readonly candidate: Candidate; readonly starts: ReadonlyMap<number, number> } | null = null;
  for (let set = 0; set < 2 ** count; set += 1) {
    const candidate = candidateOf(
      prepared,
      prepared.measures.map((measure) => measure.index).filter((index) => (set & (1 << index)) !== 0),
    );
    if (best !== null && comparePlans(best.candidate, candidate) < 0) continue;
    if (!keepsSetRules(prepared, candidate)) continue;
    const queue = order.filter((index) => candidate.chosen.includes(index)).map((index) => prepared.measures[index] as PreparedMeasure);
    const starts = firstSchedule(prepared, queue, new Map());
    if (starts !== null) best = { candidate, starts };
  }
  if (best === null) return null;
  const { candidate, starts } = best;
  return {
    value: candidate.value,
    costSek: candidate.costSek,
    starts: candidate.chosen.map((index) => ({ measureId: prepared.measures[index]?.id ?? "", startYear: starts.get(index) ?? 0 })),
  };
}

function keepsSetRules(prepared: Prepared, { chosen, costSek }: Candidate): boolean {
  const { measures, request } = prepared;
  const has = (index: number) => chosen.includes(index);
  const mains = chosen.map((index) => measures[index]?.source.mainDimension);
  return (
    measures.every((measure) => (has(measure.index) ? !measure.isLockedOut : !measure.isLockedIn)) &&
    chosen.every((index) => !measures[index]?.isExcludedByDone && !measures[index]?.exclusions.some(has)) &&
    chosen.every((index) => measures[index]?.prerequisites.every(({ anyOf }) => anyOf.some(has))) &&
    mains.every((main) => mains.filter((other) => other === main).length <= (request.atMostPerDimension ?? chosen.length)) &&
    request.requiredDimensions.every((id) => mains.includes(id)) &&
    costSek <= (request.costLimitSek ?? costSek) &&
    prepared.balance.every(({ weights }) => chosen.reduce((sum, index) => sum + (weights[index] ?? 0), 0) >= 0) &&
    [2, 3].every((resource) => totalOf(prepared, chosen, resource) <= (prepared.totalLimits[resource] ?? 0))
  );
}

const totalOf = ({ measures }: Prepared, chosen: readonly number[], resource: number): number =>
  chosen.reduce((sum, index) => sum + (measures[index]?.totals[resource] ?? 0), 0);

/** The first schedule in the order of the queue, each measure trying its years from the first on. */
function firstSchedule(prepared: Prepared, queue: readonly PreparedMeasure[], starts: Map<number, number>): Map<number, number> | null {
  if (!keepsAmounts(prepared, starts)) return null;
  const measure = queue[starts.size];
  if (measure === undefined) return keepsOrder(prepared, starts) ? starts : null;
  for (const year of measure.starts) {
    const found = firstSchedule(prepared, queue, new Map([...starts, [measure.index, year]]));
    if (found !== null) return found;
  }
  return null;
}

function keepsAmounts(prepared: Prepared, starts: ReadonlyMap<number, number>): boolean {
  const { measures, request, yearLimits, totalLimits } = prepared;
  const over = resources.map((_, resource) => {
    const used = (yearLimits[resource] ?? []).map((limit, year) => {
      const load = [...starts].reduce((sum, [index, start]) => sum + (measures[index]?.loads[start]?.[resource]?.[year] ?? 0), 0);
      return Math.max(0, load - limit);
    });
    return used.reduce((sum, amount) => sum + amount, 0);
  });
  const extra = [0, 1].map((resource) => {
    const total = totalOf(prepared, [...starts.keys()], resource);
    return Math.max(over[resource] ?? 0, total - (totalLimits[resource] ?? 0));
  });
  return over[2] === 0 && over[3] === 0 && (extra[0] ?? 0) + (extra[1] ?? 0) <= request.extraSek;
}

function keepsOrder({ measures }: Prepared, starts: ReadonlyMap<number, number>): boolean {
  return [...starts].every(([index, start]) =>
    measures[index]?.prerequisites.every(({ anyOf, lagYears }) =>
      anyOf.some((other) => (starts.get(other) ?? Number.POSITIVE_INFINITY) + lagYears <= start),
    ),
  );
}
