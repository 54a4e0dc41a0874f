import { exp, ln } from "./elementary.ts";
import { type IndexBranch, type IndexNode, isBranch } from "./tree.ts";

/** A branch of a flattened index: where it and its children stand. */
interface Step {
  readonly at: number;
  readonly children: readonly number[];
  readonly geometric: boolean;
}

/** An index laid out for scoring it thousands of times: nodes by place, branches after their children. */
export interface IndexProgram {
  /** Node ids by place, each branch before its children, the index first. */
  readonly ids: readonly string[];
  /** Weights by place. */
  readonly weights: Float64Array;
  readonly steps: readonly Step[];
  readonly floor: number;
}

/** The program of an index that `leavesOf` has checked. */
export function programOf(index: IndexBranch, floor = 0): IndexProgram {
  const ids: string[] = [];
  const weights: number[] = [];
  const steps: Step[] = [];
  const place = (node: IndexNode): number => {
    const at = ids.push(node.id) - 1;
    weights.push(node.weight);
    if (isBranch(node)) steps.push({ at, children: node.children.map(place), geometric: node.method === "geometric" });
    return at;
  };
  place(index);
  return { ids, weights: Float64Array.from(weights), steps, floor };
}

/** Scores by place: leaves as given, NaN where nothing was observed and for branches. */
export function valuesOf({ ids }: IndexProgram, scores: ReadonlyMap<string, number | null>): Float64Array {
  return Float64Array.from(ids, (id) => scores.get(id) ?? Number.NaN);
}

/**
 * The index's score, as by `aggregateTree` with any coverage, but without explanation and plainly summed: equal to it within 1e-9.
 *
 * @param weights By place, from 0; a weight of 0 leaves the node out.
 * @param values From `valuesOf`; branches are overwritten.
 * @returns 0–100; NaN where nothing is left. Callers turn that into null.
 */
export function quickScore({ steps, floor }: IndexProgram, weights: Float64Array, values: Float64Array): number {
  for (const { at, children, geometric } of steps) {
    values[at] = geometric ? geometricMean(children, weights, values, floor) : arithmeticMean(children, weights, values);
  }
  return Math.min(100, values[0] ?? Number.NaN);
}

function arithmeticMean(children: readonly number[], weights: Float64Array, values: Float64Array): number {
  let total = 0;
  let weighted = 0;
  for (const child of children) {
    const weight = weights[child] ?? 0;
    const value = values[child] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    total += weight;
    weighted += weight * value;
  }
  return weighted / total;
}

function geometricMean(children: readonly number[], weights: Float64Array, values: Float64Array, floor: number): number {
  let total = 0;
  let weighted = 0;
  for (const child of children) {
    const weight = weights[child] ?? 0;
    const value = values[child] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    total += weight;
    weighted += weight * ln(Math.max(value, floor) / 100);
  }
  return total === 0 ? Number.NaN : 100 * exp(weighted / total);
}
