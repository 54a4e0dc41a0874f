import { type Prepared, type PreparedMeasure, resources } from "./prepared.ts";

/** How years are looked for. */
export interface PackingOptions {
  /** Whole kronor allowed on top of the budgets. */
  readonly maxExtraSek: number;
  /** Looks at the years of a measure before giving up: a few million a second. */
  readonly mostLooks: number;
  /** Resources to keep within their limits, by index; the others are taken as boundless. */
  readonly resources: readonly number[];
  /** Whether prerequisites must come first. */
  readonly inOrder: boolean;
  /** Measures whose year is decided, by index. */
  readonly fixed: ReadonlyMap<number, number>;
}

/** Years that fit, that there are none, or that the search was cut off. */
export type Packing =
  | {
      readonly kind: "found";
      /** By measure index: the year it starts; −1 for what is not chosen. */
      readonly startYears: Int8Array;
      /** Whole kronor needed on top of the budgets. */
      readonly extraSek: number;
      /** Looks at the years of a measure. */
      readonly looks: number;
    }
  | { readonly kind: "none"; readonly looks: number }
  | { readonly kind: "unknown"; readonly looks: number };

/** The index of every resource. */
export const allResources: readonly number[] = resources.map((_, index) => index);

/**
 * Any start years for a set that keep the yearly limits and the order of prerequisites: depth-first, the measure with the
 * fewest years left next, the larger of equal ones, in the year with most room. Totals over all years count only in what
 * extra kronor they ask for; whether hours and cost are within their totals is the caller's to see.
 *
 * @param chosen Measure indexes.
 */
export function packYears(prepared: Prepared, chosen: readonly number[], options: PackingOptions): Packing {
  return new Packer(prepared, chosen, options).run();
}

class Packer {
  readonly #prepared: Prepared;
  readonly #measures: readonly PreparedMeasure[];
  readonly #options: PackingOptions;
  readonly #isChosen: Uint8Array;
  readonly #startYears: Int8Array;
  readonly #used: readonly Float64Array[];
  /** By resource: what those without a year take in all. */
  readonly #waiting: Float64Array;
  readonly #overTotal: readonly number[];
  readonly #size: ReadonlyMap<PreparedMeasure, number>;
  readonly #hasOrder: boolean;
  /** Resources that no extra kronor can lift. */
  readonly #strict: readonly number[];
  /** Resources that extra kronor lift. */
  readonly #liftable: readonly number[];
  #looks = 0;

  constructor(prepared: Prepared, chosen: readonly number[], options: PackingOptions) {
    this.#prepared = prepared;
    this.#options = options;
    this.#measures = chosen.map((index) => prepared.measures[index] as PreparedMeasure);
    this.#isChosen = new Uint8Array(prepared.measures.length);
    for (const index of chosen) this.#isChosen[index] = 1;
    this.#startYears = new Int8Array(prepared.measures.length).fill(-1);
    this.#used = resources.map(() => new Float64Array(prepared.years));
    this.#waiting = Float64Array.from(resources, (_, resource) =>
      this.#measures.reduce((sum, { totals }) => sum + (totals[resource] as number), 0),
    );
    this.#overTotal = prepared.totalLimits.map((limit, resource) => Math.max(0, (this.#waiting[resource] as number) - limit));
    const limits = prepared.yearLimits.map((years) =>
      Math.max(
        1,
        years.reduce((sum, limit) => sum + limit, 0),
      ),
    );
    this.#size = new Map(
      this.#measures.map((measure) => [
        measure,
        Math.max(...options.resources.map((resource) => (measure.totals[resource] as number) / (limits[resource] as number)), 0),
      ]),
    );
    this.#strict = options.resources.filter((resource) => resource >= 2 || options.maxExtraSek === 0);
    this.#liftable = options.resources.filter((resource) => resource < 2 && options.maxExtraSek > 0);
    this.#hasOrder = options.inOrder && this.#measures.some(({ prerequisites }) => prerequisites.length > 0);
  }

  run(): Packing {
    const isWithinTotals = this.#overTotal[0] === 0 && this.#overTotal[1] === 0;
    const isPossible = (isWithinTotals || this.#options.maxExtraSek > 0) && this.#fits();
    const found = isPossible ? this.#place(this.#measures) : false;
    const looks = this.#looks;
    if (found === null) return { kind: "unknown", looks };
    return found ? { kind: "found", startYears: this.#startYears, extraSek: this.#extraSek(), looks } : { kind: "none", looks };
  }

  /** Gives the rest their years and leaves them there. Null when cut off. */
  #place(rest: readonly PreparedMeasure[]): boolean | null {
    if (this.#looks > this.#options.mostLooks) return null;
    const next = this.#tightest(rest);
    if (next === null) return rest.length === 0;
    const others = rest.filter((other) => other !== next.measure);
    for (const year of this.#roomiestFirst(next.years)) {
      this.#move(next.measure, year, 1);
      const found = this.#fits() ? this.#place(others) : false;
      if (found !== false) return found;
      this.#move(next.measure, year, -1);
    }
    return false;
  }

  /** The measure with the fewest years left, the larger of equal ones; null where one has none, and for nothing. */
  #tightest(rest: readonly PreparedMeasure[]): { readonly measure: PreparedMeasure; readonly years: readonly number[] } | null {
    let best: { readonly measure: PreparedMeasure; readonly years: readonly number[] } | null = null;
    for (const measure of rest) {
      const years = this.#yearsFor(measure);
      if (years.length === 0) return null;
      const isTighter = best === null || years.length < best.years.length;
      if (isTighter || (years.length === best?.years.length && this.#isLarger(measure, best.measure))) best = { measure, years };
    }
    return best;
  }

  #isLarger(one: PreparedMeasure, other: PreparedMeasure): boolean {
    return (this.#size.get(one) as number) > (this.#size.get(other) as number);
  }

  #yearsFor(measure: PreparedMeasure): readonly number[] {
    this.#looks += 1;
    const fixed = this.#options.fixed.get(measure.index);
    const years = fixed === undefined ? measure.starts : measure.starts.filter((year) => year === fixed);
    return years.filter((year) => this.#hasRoom(measure, year) && (!this.#hasOrder || this.#isInOrder(measure, year)));
  }

  #hasRoom(measure: PreparedMeasure, start: number): boolean {
    const loads = measure.loads[start] as readonly (readonly number[])[];
    for (const resource of this.#strict) {
      const load = loads[resource] as readonly number[];
      const limits = this.#prepared.yearLimits[resource] as readonly number[];
      const used = this.#used[resource] as Float64Array;
      for (let year = start; year < load.length; year += 1)
        if ((used[year] as number) + (load[year] as number) > (limits[year] as number)) return false;
    }
    if (this.#liftable.length === 0) return true;
    this.#move(measure, start, 1);
    const isAffordable = this.#extraSek() <= this.#options.maxExtraSek;
    this.#move(measure, start, -1);
    return isAffordable;
  }

  #roomiestFirst(years: readonly number[]): readonly number[] {
    const room = (year: number) =>
      Math.min(
        ...this.#options.resources.map((resource) => {
          const limit = this.#prepared.yearLimits[resource]?.[year] as number;
          return limit === Number.POSITIVE_INFINITY ? 1 : 1 - (this.#used[resource]?.[year] as number) / Math.max(1, limit);
        }),
      );
    return years.length < 2 ? years : [...years].sort((one, other) => room(other) - room(one) || one - other);
  }

  #move(measure: PreparedMeasure, year: number, sign: 1 | -1): void {
    this.#startYears[measure.index] = sign === 1 ? year : -1;
    const loads = measure.loads[year] as readonly (readonly number[])[];
    for (const resource of this.#options.resources) {
      const used = this.#used[resource] as Float64Array;
      const load = loads[resource] as readonly number[];
      for (let at = year; at < load.length; at += 1) used[at] = (used[at] as number) + sign * (load[at] as number);
      this.#waiting[resource] = (this.#waiting[resource] as number) - sign * (measure.totals[resource] as number);
    }
  }

  /** Whether what waits for a year can still have one, looking at each resource by itself. */
  #fits(): boolean {
    return (
      this.#strict.every((resource) => (this.#waiting[resource] as number) <= this.#room(resource)) &&
      (this.#liftable.length === 0 || this.#extraSek() <= this.#options.maxExtraSek)
    );
  }

  /** Kronor on top of the budgets that the placed need already, at least, with what waits laid where there is room. */
  #extraSek(): number {
    let sum = 0;
    for (const resource of this.#options.resources) {
      if (resource >= 2) continue;
      const squeezed = Math.max(0, (this.#waiting[resource] as number) - this.#room(resource));
      sum += Math.max(this.#over(resource) + squeezed, this.#overTotal[resource] as number);
    }
    return sum;
  }

  #over(resource: number): number {
    const limits = this.#prepared.yearLimits[resource] as readonly number[];
    const used = this.#used[resource] as Float64Array;
    let over = 0;
    for (let year = 0; year < used.length; year += 1) over += Math.max(0, (used[year] as number) - (limits[year] as number));
    return over;
  }

  #room(resource: number): number {
    const limits = this.#prepared.yearLimits[resource] as readonly number[];
    const used = this.#used[resource] as Float64Array;
    let room = 0;
    for (let year = 0; year < used.length; year += 1) room += Math.max(0, (limits[year] as number) - (used[year] as number));
    return room;
  }

  /** Whether a measure, and those placed that may need it, can still have their prerequisites before them. */
  #isInOrder(last: PreparedMeasure, year: number): boolean {
    this.#startYears[last.index] = year;
    const isPossible = this.#measures.every(
      (measure) =>
        (this.#startYears[measure.index] as number) < 0 ||
        measure.prerequisites.every(
          ({ anyOf, lagYears }) => (measure !== last && !anyOf.includes(last.index)) || this.#canBeMet(measure, anyOf, lagYears),
        ),
    );
    this.#startYears[last.index] = -1;
    return isPossible;
  }

  #canBeMet(measure: PreparedMeasure, anyOf: readonly number[], lagYears: number): boolean {
    const start = this.#startYears[measure.index] as number;
    return anyOf.some((index) => {
      if (this.#isChosen[index] !== 1) return false;
      const placed = this.#startYears[index] as number;
      const earliest = placed >= 0 ? placed : (this.#prepared.measures[index]?.starts[0] as number);
      return earliest + lagYears <= start;
    });
  }
}
