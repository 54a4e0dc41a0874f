import type { PreparedPortfolio } from "@hp/domain";
import type { Bound } from "./bound.ts";
import type { Incumbent } from "./incumbent.ts";
import { type Domain, FREE, IN } from "./node-domain.ts";
import type { Selection } from "./selection.ts";

const bins = 64;

/**
 * How many sets of a subtree a bound leaves, at most: those whose decisions against their worth cost no more than the
 * gap together. Losses are rounded down to a 64th of the gap.
 *
 * @see SPEC.md O8
 */
export function setsLeft({ worth }: Bound, domain: Domain, gap: number): number {
  const counts = new Float64Array(bins + 1);
  counts[0] = 1;
  worth.forEach((value, index) => {
    if (domain.state[index] !== FREE) return;
    const loss = Math.floor((Math.abs(value) / gap) * bins);
    for (let at = bins; at >= loss; at -= 1) counts[at] = (counts[at] as number) + (counts[at - loss] as number);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What stops an enumeration. */
export interface EnumerationLimits {
  readonly mostUnschedulable: number;
  readonly isOutOfTime: () => boolean;
}

/**
 * Looks at every set that a bound leaves in a subtree, each exactly once: from the set that the prices want, over fewer
 * and dearer decisions against them.
 *
 * @returns False if it was stopped before the end.
 */
export class Enumerator {
  readonly #prepared: PreparedPortfolio;
  readonly #above: readonly (readonly number[])[];
  readonly #incumbent: Incumbent;
  readonly #selection: Selection;
  #core: Int32Array = new Int32Array(0);
  #losses: Float64Array = new Float64Array(0);
  #most = 0;
  #visits = 0;
  #limits: EnumerationLimits = { mostUnschedulable: 0, isOutOfTime: () => false };
  #firstUnschedulable = 0;

  /** @param selection A set of its own to work with. */
  constructor(prepared: PreparedPortfolio, above: readonly (readonly number[])[], incumbent: Incumbent, selection: Selection) {
    this.#prepared = prepared;
    this.#above = above;
    this.#incumbent = incumbent;
    this.#selection = selection;
  }

  /** Looks at all of them. False if it was stopped before the end. */
  run({ most, worth }: Bound, domain: Domain, limits: EnumerationLimits): boolean {
    const wanted: number[] = [];
    const core: { readonly index: number; readonly loss: number }[] = [];
    domain.state.forEach((state, index) => {
      const value = worth[index] as number;
      if (state === IN || (state === FREE && value > 0)) wanted.push(index);
      if (state === FREE) core.push({ index, loss: Math.abs(value) });
    });
    core.sort((one, other) => one.loss - other.loss || one.index - other.index);
    this.#core = Int32Array.from(core, ({ index }) => index);
    this.#losses = Float64Array.from(core, ({ loss }) => loss);
    this.#most = most;
    this.#limits = limits;
    this.#firstUnschedulable = this.#incumbent.unschedulable;
    this.#selection.become(wanted);
    return this.#visit(0, 0);
  }

  #visit(from: number, lost: number): boolean {
    this.#visits += 1;
    if ((this.#visits & 1023) === 0 && this.#limits.isOutOfTime()) return false;
    this.#look();
    if (this.#incumbent.unschedulable - this.#firstUnschedulable > this.#limits.mostUnschedulable) return false;
    for (let at = from; at < this.#core.length; at += 1) {
      const loss = lost + (this.#losses[at] as number);
      if (this.#most - loss < this.#incumbent.threshold) return true;
      const index = this.#core[at] as number;
      this.#selection.toggle(index);
      const isComplete = this.#visit(at + 1, loss);
      this.#selection.toggle(index);
      if (!isComplete) return false;
    }
    return true;
  }

  #look(): void {
    if (!this.#selection.isAffordable || !this.#incumbent.isPromising(this.#selection) || this.#isDominated()) return;
    this.#incumbent.consider(this.#selection);
  }

  #isDominated(): boolean {
    const { isIn } = this.#selection;
    return this.#prepared.measures.some(
      ({ index }) => isIn[index] === 1 && (this.#above[index] as readonly number[]).some((other) => isIn[other] === 0),
    );
  }
}
