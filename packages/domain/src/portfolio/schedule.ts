import { type Prepared, type PreparedMeasure, resources } from "./prepared.ts";
import { planValue } from "./value.ts";

/** Start years of a chosen set, or why there are none. */
export type Schedule =
  | {
      readonly kind: "found";
      /** By measure index: the year it starts; −1 for what is not chosen. */
      readonly startYears: Int8Array;
      /** Whole kronor needed on top of the budgets. */
      readonly extraSek: number;
      /** False where `leastExtra` was asked for and the search was cut off before it was certain. */
      readonly isCertain: boolean;
    }
  | { readonly kind: "none" }
  /** The search was cut off: there may be one or not. */
  | { readonly kind: "unknown" };

/** How start years are looked for. */
export interface ScheduleOptions {
  /** Whole kronor allowed on top of the budgets. */
  readonly maxExtraSek: number;
  /** Look for the least extra instead of the earliest start. */
  readonly leastExtra: boolean;
  /** Partial schedules tried before giving up. */
  readonly mostSteps: number;
}

/**
 * Years for a chosen set that keep the budgets and hours of every year and the order of prerequisites. Of several it
 * gives the earliest: the measure that gives most alone starts as early as any schedule allows, then the next (ties by
 * id). Totals over all years are not looked at: no schedule changes them.
 *
 * @param chosen Measure indexes.
 * @see SPEC.md S1–S3
 */
export function scheduleOf(prepared: Prepared, chosen: readonly number[], options: ScheduleOptions): Schedule {
  return new Scheduler(prepared, chosen, options).run();
}

/** The indexes of all candidates in the order in which they may choose their year: most value alone first, then by id. */
export function inStartOrder(prepared: Prepared): readonly number[] {
  const alone = prepared.measures.map((measure) => planValue(prepared, [measure.index]));
  return prepared.measures.map((measure) => measure.index).sort((one, other) => (alone[other] ?? 0) - (alone[one] ?? 0) || one - other);
}

const orders = new WeakMap<Prepared, readonly number[]>();

function startOrder(prepared: Prepared): readonly number[] {
  const known = orders.get(prepared);
  if (known !== undefined) return known;
  const order = inStartOrder(prepared);
  orders.set(prepared, order);
  return order;
}

class Scheduler {
  readonly #prepared: Prepared;
  readonly #queue: readonly PreparedMeasure[];
  readonly #isChosen: Uint8Array;
  readonly #startYears: Int8Array;
  readonly #used: readonly Float64Array[];
  /** By resource: what those not yet placed take in all. */
  readonly #waiting: Float64Array;
  /** By resource: what the whole set takes above the limit over all years. */
  readonly #overTotal: readonly number[];
  readonly #options: ScheduleOptions;
  #mostExtra: number;
  #steps = 0;
  #best: { startYears: Int8Array; extraSek: number } | null = null;

  constructor(prepared: Prepared, chosen: readonly number[], options: ScheduleOptions) {
    this.#prepared = prepared;
    this.#options = options;
    this.#mostExtra = options.maxExtraSek;
    this.#isChosen = new Uint8Array(prepared.measures.length);
    for (const index of chosen) this.#isChosen[index] = 1;
    this.#queue = startOrder(prepared).flatMap((index) => (this.#isChosen[index] === 1 ? (prepared.measures[index] ?? []) : []));
    this.#startYears = new Int8Array(prepared.measures.length).fill(-1);
    this.#used = resources.map(() => new Float64Array(prepared.years));
    this.#waiting = Float64Array.from(resources, (_, resource) =>
      this.#queue.reduce((sum, { totals }) => sum + (totals[resource] ?? 0), 0),
    );
    this.#overTotal = prepared.totalLimits.map((limit, resource) => Math.max(0, (this.#waiting[resource] as number) - limit));
  }

  run(): Schedule {
    const isComplete = this.#place(0);
    if (this.#best !== null) return { kind: "found", ...this.#best, isCertain: isComplete };
    return { kind: isComplete ? "none" : "unknown" };
  }

  /** Places the rest of the queue. False when cut off. */
  #place(position: number): boolean {
    const measure = this.#queue[position];
    if (measure === undefined) {
      this.#best = { startYears: Int8Array.from(this.#startYears), extraSek: this.#extraSek() };
      this.#mostExtra = this.#best.extraSek - 1;
      return true;
    }
    for (const year of measure.starts) {
      this.#steps += 1;
      if (this.#steps > this.#options.mostSteps) return false;
      this.#move(measure, year, 1);
      const isComplete = this.#isPossible(measure) ? this.#place(position + 1) : true;
      this.#move(measure, year, -1);
      if (!isComplete || this.#isDone()) return isComplete;
    }
    return true;
  }

  #isDone(): boolean {
    return this.#best !== null && (!this.#options.leastExtra || this.#mostExtra < 0);
  }

  #move(measure: PreparedMeasure, year: number, sign: 1 | -1): void {
    this.#startYears[measure.index] = sign === 1 ? year : -1;
    measure.loads[year]?.forEach((load, resource) => {
      const used = this.#used[resource] as Float64Array;
      load.forEach((amount, at) => {
        used[at] = (used[at] as number) + sign * amount;
      });
      this.#waiting[resource] = (this.#waiting[resource] as number) - sign * (measure.totals[resource] as number);
    });
  }

  #isPossible(last: PreparedMeasure): boolean {
    return this.#hoursFit() && this.#extraSek() <= this.#mostExtra && this.#isInOrder(last);
  }

  #hoursFit(): boolean {
    return [2, 3].every((resource) => this.#over(resource) === 0 && (this.#waiting[resource] as number) <= this.#room(resource));
  }

  /** Kronor on top of the budgets that the placed need already, at least, with what waits for a year laid where there is room. */
  #extraSek(): number {
    return [0, 1].reduce((sum, resource) => {
      const squeezed = Math.max(0, (this.#waiting[resource] as number) - this.#room(resource));
      return sum + Math.max(this.#over(resource) + squeezed, this.#overTotal[resource] as number);
    }, 0);
  }

  #over(resource: number): number {
    const limits = this.#prepared.yearLimits[resource] as readonly number[];
    const used = this.#used[resource] as Float64Array;
    return limits.reduce((sum, limit, year) => sum + Math.max(0, (used[year] as number) - limit), 0);
  }

  #room(resource: number): number {
    const limits = this.#prepared.yearLimits[resource] as readonly number[];
    const used = this.#used[resource] as Float64Array;
    return limits.reduce((sum, limit, year) => sum + Math.max(0, limit - (used[year] as number)), 0);
  }

  /** Whether the last placed, and those placed that may need it, can still have their prerequisites before them. */
  #isInOrder(last: PreparedMeasure): boolean {
    return this.#queue.every(
      (measure) =>
        (this.#startYears[measure.index] as number) < 0 ||
        measure.prerequisites.every(
          ({ anyOf, lagYears }) => (measure !== last && !anyOf.includes(last.index)) || this.#canBeMet(measure, anyOf, lagYears),
        ),
    );
  }

  #canBeMet(measure: PreparedMeasure, anyOf: readonly number[], lagYears: number): boolean {
    const start = this.#startYears[measure.index] as number;
    return anyOf.some((index) => {
      if (this.#isChosen[index] !== 1) return false;
      const placed = this.#startYears[index] as number;
      const earliest = placed >= 0 ? placed : (this.#prepared.measures[index]?.starts[0] ?? 0);
      return earliest + lagYears <= start;
    });
  }
}
