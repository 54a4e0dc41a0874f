import { type Prepared, type PreparedMeasure, resources } from "./prepared.ts";

/** How years are looked for. */
export interface PackingOptions {
  /** Whole kronor allowed on top of the budgets. */
  readonly maxExtraSek: number;
  /** Looks at the years of a measure before giving up: a few million a second. */
  readonly mostLooks: number;
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

const allResources: readonly number[] = resources.map((_, index) => index);

/**
 * Any start years for a set that keep the yearly limits and the order of prerequisites: depth-first, next a measure with
 * one year left, or that with the fewest, the larger of equal ones, in the year with most room. Totals over all years count only in what
 * extra kronor they ask for; whether hours and cost are within their totals is the caller's to see.
 *
 * @param chosen Measure indexes.
 */
export function packYears(prepared: Prepared, chosen: readonly number[], options: PackingOptions): Packing {
  return new Packer(prepared, chosen, options).run();
}

/** What a measure takes of each year and resource when it starts in a year: the amounts above 0, by `resource · years + year`. */
interface Takes {
  readonly at: Int32Array;
  readonly amounts: Float64Array;
}

const takesOf = new WeakMap<Prepared, readonly (readonly Takes[])[]>();

/** By measure and start year; laid out once for a question. */
function layOut(prepared: Prepared): readonly (readonly Takes[])[] {
  const known = takesOf.get(prepared);
  if (known !== undefined) return known;
  const laid = prepared.measures.map(({ loads }) =>
    loads.map((load): Takes => {
      const amounts = load.flatMap((years, resource) => years.map((amount, year) => [resource * prepared.years + year, amount] as const));
      const taken = amounts.filter(([, amount]) => amount > 0);
      return { at: Int32Array.from(taken, ([at]) => at), amounts: Float64Array.from(taken, ([, amount]) => amount) };
    }),
  );
  takesOf.set(prepared, laid);
  return laid;
}

class Packer {
  readonly #prepared: Prepared;
  readonly #measures: readonly PreparedMeasure[];
  readonly #options: PackingOptions;
  readonly #takes: readonly (readonly Takes[])[];
  readonly #isChosen: Uint8Array;
  readonly #startYears: Int8Array;
  /** By resource and year. */
  readonly #used: Float64Array;
  readonly #limits: Float64Array;
  /** By resource: what those without a year take in all. */
  readonly #waiting: Float64Array;
  readonly #overTotal: readonly number[];
  /** By measure: the largest share of any resource that it takes. */
  readonly #size: Float64Array;
  /** By measure: the chosen ones that name it as a prerequisite. */
  readonly #needing: ReadonlyMap<number, readonly PreparedMeasure[]>;
  /** By resource: 1 where no extra kronor can lift it. */
  readonly #isStrict: Uint8Array;
  readonly #liftable: readonly number[];
  readonly #roomByYear: Float64Array;
  #looks = 0;

  constructor(prepared: Prepared, chosen: readonly number[], options: PackingOptions) {
    this.#prepared = prepared;
    this.#options = options;
    this.#takes = layOut(prepared);
    this.#measures = chosen.map((index) => prepared.measures[index] as PreparedMeasure);
    this.#isChosen = new Uint8Array(prepared.measures.length);
    for (const index of chosen) this.#isChosen[index] = 1;
    this.#startYears = new Int8Array(prepared.measures.length).fill(-1);
    this.#limits = Float64Array.from(prepared.yearLimits.flat());
    this.#used = new Float64Array(this.#limits.length);
    this.#roomByYear = new Float64Array(prepared.years);
    const sumOf = (resource: number) => this.#measures.reduce((sum, { totals }) => sum + (totals[resource] as number), 0);
    this.#waiting = Float64Array.from(allResources, sumOf);
    this.#overTotal = prepared.totalLimits.map((limit, resource) => Math.max(0, (this.#waiting[resource] as number) - limit));
    const yearly = prepared.yearLimits.map((years) => Math.max(1, total(years)));
    this.#size = new Float64Array(prepared.measures.length);
    for (const { index, totals } of this.#measures)
      this.#size[index] = Math.max(...totals.map((amount, resource) => amount / (yearly[resource] as number)));
    this.#isStrict = Uint8Array.from(allResources, (resource) => (resource >= 2 || options.maxExtraSek === 0 ? 1 : 0));
    this.#liftable = options.maxExtraSek === 0 ? [] : [0, 1];
    const needs = this.#measures.flatMap((measure) =>
      measure.prerequisites.flatMap(({ anyOf }) => anyOf.map((needed) => ({ needed, measure }))),
    );
    this.#needing = new Map(
      [...Map.groupBy(needs, ({ needed }) => needed)].map(([needed, those]) => [needed, those.map(({ measure }) => measure)]),
    );
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

  /** A measure with one year left, or that with the fewest, the larger of equal ones, and its years as bits; null where one is seen to have none, and for nothing. */
  #tightest(rest: readonly PreparedMeasure[]): { readonly measure: PreparedMeasure; readonly years: number } | null {
    let best: { readonly measure: PreparedMeasure; readonly years: number } | null = null;
    let fewest = Number.POSITIVE_INFINITY;
    for (const measure of rest) {
      const years = this.#yearsFor(measure);
      if (years === 0) return null;
      const count = countOf(years);
      if (best !== null && (count > fewest || (count === fewest && !this.#isLarger(measure, best.measure)))) continue;
      best = { measure, years };
      if (count === 1) return best;
      fewest = count;
    }
    return best;
  }

  #isLarger(one: PreparedMeasure, other: PreparedMeasure): boolean {
    return (this.#size[one.index] as number) > (this.#size[other.index] as number);
  }

  /** The years that a measure can still have, as bits. */
  #yearsFor(measure: PreparedMeasure): number {
    this.#looks += 1;
    const fixed = this.#options.fixed.get(measure.index);
    let years = 0;
    for (const year of measure.starts) {
      if (fixed !== undefined && fixed !== year) continue;
      if (this.#hasRoom(measure, year) && this.#isInOrder(measure, year)) years |= 1 << year;
    }
    return years;
  }

  #hasRoom(measure: PreparedMeasure, start: number): boolean {
    const { at, amounts } = this.#takenBy(measure, start);
    for (let entry = 0; entry < at.length; entry += 1) {
      const slot = at[entry] as number;
      const isOver = (this.#used[slot] as number) + (amounts[entry] as number) > (this.#limits[slot] as number);
      if (isOver && this.#isStrict[Math.floor(slot / this.#prepared.years)] === 1) return false;
    }
    if (this.#liftable.length === 0) return true;
    this.#move(measure, start, 1);
    const isAffordable = this.#extraSek() <= this.#options.maxExtraSek;
    this.#move(measure, start, -1);
    return isAffordable;
  }

  #takenBy(measure: PreparedMeasure, start: number): Takes {
    return (this.#takes[measure.index] as readonly Takes[])[start] as Takes;
  }

  #roomiestFirst(bits: number): readonly number[] {
    const left: number[] = [];
    for (let year = 0; year < this.#prepared.years; year += 1) if ((bits & (1 << year)) !== 0) left.push(year);
    if (left.length < 2) return left;
    const room = this.#roomByYear;
    for (const year of left) room[year] = this.#leastRoom(year);
    return left.sort((one, other) => (room[other] as number) - (room[one] as number) || one - other);
  }

  /** The share of the year's limit that is left of what is left least of; 1 where nothing is limited. */
  #leastRoom(year: number): number {
    let least = 1;
    for (let slot = year; slot < this.#limits.length; slot += this.#prepared.years) {
      const limit = this.#limits[slot] as number;
      if (limit !== Number.POSITIVE_INFINITY) least = Math.min(least, 1 - (this.#used[slot] as number) / Math.max(1, limit));
    }
    return least;
  }

  #move(measure: PreparedMeasure, year: number, sign: 1 | -1): void {
    this.#startYears[measure.index] = sign === 1 ? year : -1;
    const { at, amounts } = this.#takenBy(measure, year);
    for (let entry = 0; entry < at.length; entry += 1) {
      const slot = at[entry] as number;
      this.#used[slot] = (this.#used[slot] as number) + sign * (amounts[entry] as number);
    }
    for (let resource = 0; resource < 4; resource += 1)
      this.#waiting[resource] = (this.#waiting[resource] as number) - sign * (measure.totals[resource] as number);
  }

  /** Whether what waits for a year can still have one, looking at each resource by itself. */
  #fits(): boolean {
    for (let resource = 0; resource < 4; resource += 1)
      if (this.#isStrict[resource] === 1 && (this.#waiting[resource] as number) > this.#room(resource)) return false;
    return this.#liftable.length === 0 || this.#extraSek() <= this.#options.maxExtraSek;
  }

  /** Kronor on top of the budgets that the placed need already, at least, with what waits laid where there is room. */
  #extraSek(): number {
    let sum = 0;
    for (const resource of this.#liftable) {
      const squeezed = Math.max(0, (this.#waiting[resource] as number) - this.#room(resource));
      sum += Math.max(this.#over(resource) + squeezed, this.#overTotal[resource] as number);
    }
    return sum;
  }

  #over(resource: number): number {
    const { years } = this.#prepared;
    let over = 0;
    for (let slot = resource * years; slot < (resource + 1) * years; slot += 1)
      over += Math.max(0, (this.#used[slot] as number) - (this.#limits[slot] as number));
    return over;
  }

  #room(resource: number): number {
    const { years } = this.#prepared;
    let room = 0;
    for (let slot = resource * years; slot < (resource + 1) * years; slot += 1)
      room += Math.max(0, (this.#limits[slot] as number) - (this.#used[slot] as number));
    return room;
  }

  /** Whether a measure, and those placed that may need it, can still have their prerequisites before them. */
  #isInOrder(measure: PreparedMeasure, year: number): boolean {
    this.#startYears[measure.index] = year;
    const isPossible = this.#keepsOrder(measure) && (this.#needing.get(measure.index) ?? []).every((other) => this.#keepsOrder(other));
    this.#startYears[measure.index] = -1;
    return isPossible;
  }

  #keepsOrder(measure: PreparedMeasure): boolean {
    if ((this.#startYears[measure.index] as number) < 0) return true;
    return measure.prerequisites.every(({ anyOf, lagYears }) => this.#canBeMet(measure, anyOf, lagYears));
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

const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
