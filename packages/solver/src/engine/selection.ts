import type { PreparedMeasure, PreparedPortfolio } from "@hp/domain";

type Parts = PreparedMeasure["exponents"];

/** What all sets of one question share. */
export interface SelectionFrame {
  readonly prepared: PreparedPortfolio;
  /** By resource: the least of the limit over all years and the sum of the years' limits. */
  readonly limits: Float64Array;
  readonly costLimit: number;
  readonly perDimension: number;
  /** By measure: its main dimension among `mainCount`. */
  readonly mainOf: Int32Array;
  readonly mainCount: number;
  /** Main dimensions that must be there. */
  readonly required: readonly number[];
  /** By dimension. */
  readonly points: Float64Array;
  readonly withPrerequisites: readonly PreparedMeasure[];
  /** By measure: the share that each of its exponents closes. */
  readonly closed: readonly Float64Array[];
  /** By measure: whose synergy it has or gives, and what that adds. */
  readonly pairs: readonly (readonly { readonly with: number; readonly added: Parts }[])[];
}

/** Lays out what the sets of a question share. */
export function selectionFrame(prepared: PreparedPortfolio): SelectionFrame {
  const { measures, dimensions, request } = prepared;
  const mains = [...new Set([...measures.map(({ source }) => source.mainDimension), ...request.requiredDimensions])];
  const pairs: { with: number; added: Parts }[][] = measures.map(() => []);
  for (const { index, synergies } of measures)
    for (const { with: other, added } of synergies) {
      pairs[index]?.push({ with: other, added });
      pairs[other]?.push({ with: index, added });
    }
  return {
    prepared,
    limits: limitsOverYears(prepared),
    costLimit: request.costLimitSek ?? Number.POSITIVE_INFINITY,
    perDimension: request.atMostPerDimension ?? Number.POSITIVE_INFINITY,
    mainOf: Int32Array.from(measures, ({ source }) => mains.indexOf(source.mainDimension)),
    mainCount: mains.length,
    required: request.requiredDimensions.map((id) => mains.indexOf(id)),
    points: Float64Array.from(dimensions, (dimension) => dimension.points),
    closed: measures.map(({ exponents }) => Float64Array.from(exponents, ({ exponent }) => -Math.expm1(-exponent))),
    withPrerequisites: measures.filter(({ prerequisites }) => prerequisites.length > 0),
    pairs,
  };
}

/** By resource: what can be spent over all years, the least of the total and the sum of the years. */
export function limitsOverYears({ totalLimits, yearLimits }: PreparedPortfolio): Float64Array {
  return Float64Array.from(totalLimits, (limit, resource) => {
    const years = yearLimits[resource] ?? [];
    return Math.min(
      limit,
      years.reduce((sum, year) => sum + year, 0),
    );
  });
}

/**
 * A set of candidates that changes one measure at a time, with its value and everything that does not depend on start
 * years kept up to date. The value drifts by rounding (under 1e-9 points): whoever decides by it recomputes it.
 */
export class Selection {
  /** By measure: 1 for chosen. */
  readonly isIn: Uint8Array;
  /** By resource: what the set takes in all. */
  readonly totals = new Float64Array(4);
  costSek = 0;
  /** Whole kronor on top of the budgets that still count as affordable. */
  extraAllowedSek: number;
  readonly #frame: SelectionFrame;
  /** By dimension: points that are left when the set has had its effect. */
  readonly #left: Float64Array;
  readonly #exponents: Float64Array;
  readonly #allPoints: number;
  readonly #mains: Int32Array;
  readonly #balance: Float64Array;
  #clashes = 0;

  constructor(frame: SelectionFrame, extraAllowedSek: number) {
    this.#frame = frame;
    this.extraAllowedSek = extraAllowedSek;
    this.isIn = new Uint8Array(frame.prepared.measures.length);
    this.#left = frame.points.slice();
    this.#allPoints = frame.points.reduce((sum, points) => sum + points, 0);
    this.#exponents = new Float64Array(frame.points.length);
    this.#mains = new Int32Array(frame.mainCount);
    this.#balance = new Float64Array(frame.prepared.balance.length);
  }

  /** Points that the set adds. */
  get value(): number {
    let left = 0;
    for (let dimension = 0; dimension < this.#left.length; dimension += 1) left += this.#left[dimension] as number;
    return this.#allPoints - left;
  }

  /** Indexes of what is chosen, ascending. */
  get chosen(): number[] {
    return Array.from(this.isIn.keys()).filter((index) => this.isIn[index] === 1);
  }

  /** Puts a measure in or takes it out. */
  toggle(index: number): void {
    const measure = this.#frame.prepared.measures[index] as PreparedMeasure;
    const sign = this.isIn[index] === 1 ? -1 : 1;
    this.#clashes += sign * this.#clashesOf(measure);
    this.isIn[index] = sign === 1 ? 1 : 0;
    this.costSek += sign * measure.costSek;
    for (let resource = 0; resource < 4; resource += 1)
      this.totals[resource] = (this.totals[resource] as number) + sign * (measure.totals[resource] as number);
    const main = this.#frame.mainOf[index] as number;
    this.#mains[main] = (this.#mains[main] as number) + sign;
    this.#frame.prepared.balance.forEach(({ weights }, row) => {
      this.#balance[row] = (this.#balance[row] as number) + sign * (weights[index] as number);
    });
    this.#shift(measure.exponents, sign);
    for (const pair of this.#frame.pairs[index] ?? []) if (this.isIn[pair.with] === 1) this.#shift(pair.added, sign);
  }

  /** Makes the set the given one. */
  become(chosen: Iterable<number>): void {
    const wanted = new Uint8Array(this.isIn.length);
    for (const index of chosen) wanted[index] = 1;
    wanted.forEach((flag, index) => {
      if (flag !== this.isIn[index]) this.toggle(index);
    });
  }

  /** What the set lacks: kronor on top of the budgets that it needs however its years are laid, at least. */
  get extraSek(): number {
    return [0, 1].reduce(
      (sum, resource) => sum + Math.max(0, (this.totals[resource] as number) - (this.#frame.limits[resource] as number)),
      0,
    );
  }

  /** Whether hours, kronor and cost over all years are within their limits. */
  get isAffordable(): boolean {
    const { limits, costLimit } = this.#frame;
    return (
      (this.totals[2] as number) <= (limits[2] as number) &&
      (this.totals[3] as number) <= (limits[3] as number) &&
      this.costSek <= costLimit &&
      this.extraSek <= this.extraAllowedSek
    );
  }

  /** Whether the set would be affordable with a measure that is out. */
  hasRoomFor(index: number): boolean {
    const { limits, costLimit, prepared } = this.#frame;
    const { totals, costSek } = prepared.measures[index] as PreparedMeasure;
    const over = (resource: number) =>
      Math.max(0, (this.totals[resource] as number) + (totals[resource] as number) - (limits[resource] as number));
    return over(2) === 0 && over(3) === 0 && this.costSek + costSek <= costLimit && over(0) + over(1) <= this.extraAllowedSek;
  }

  /** Points that a measure that is out would add. */
  gainOf(index: number): number {
    const { closed, prepared, pairs } = this.#frame;
    for (const pair of pairs[index] ?? []) if (this.isIn[pair.with] === 1) return this.#gainByTrying(index);
    const shares = closed[index] as Float64Array;
    let gain = 0;
    prepared.measures[index]?.exponents.forEach(({ dimension }, at) => {
      gain += (this.#left[dimension] as number) * (shares[at] as number);
    });
    return gain;
  }

  #gainByTrying(index: number): number {
    const before = this.value;
    this.toggle(index);
    const gain = this.value - before;
    this.toggle(index);
    return gain;
  }

  /** Whether the set keeps every rule that does not depend on start years. Locks are the caller's. */
  get isValid(): boolean {
    return this.isAffordable && this.#clashes === 0 && this.#keepsDimensions() && this.#keepsBalance() && this.#keepsPrerequisites();
  }

  /** Whether a measure that is out could go in by everything but amounts, balance and required dimensions. */
  mayAdd(index: number): boolean {
    const measure = this.#frame.prepared.measures[index] as PreparedMeasure;
    const limit = this.#frame.perDimension;
    return (
      (this.#mains[this.#frame.mainOf[index] as number] as number) < limit &&
      this.#clashesOf(measure) === 0 &&
      this.#hasPrerequisites(measure)
    );
  }

  /** Whether no row of the balance is broken, or none that this measure would break further. */
  staysBalanced(index: number): boolean {
    return this.#frame.prepared.balance.every(({ weights }, row) => {
      const weight = weights[index] as number;
      return weight >= 0 || (this.#balance[row] as number) + weight >= 0;
    });
  }

  /** Whether something chosen would lose a prerequisite without this measure. */
  isNeeded(index: number): boolean {
    return this.#frame.withPrerequisites.some(
      (measure) =>
        this.isIn[measure.index] === 1 &&
        measure.prerequisites.some(
          ({ anyOf }) => anyOf.includes(index) && !anyOf.some((other) => other !== index && this.isIn[other] === 1),
        ),
    );
  }

  #shift(parts: PreparedMeasure["exponents"], sign: number): void {
    for (const { dimension, exponent } of parts) {
      const sum = (this.#exponents[dimension] as number) + sign * exponent;
      this.#exponents[dimension] = sum;
      this.#left[dimension] = (this.#frame.points[dimension] as number) * Math.exp(-sum);
    }
  }

  #clashesOf({ exclusions }: PreparedMeasure): number {
    let count = 0;
    for (const other of exclusions) count += this.isIn[other] as number;
    return count;
  }

  #keepsDimensions(): boolean {
    const limit = this.#frame.perDimension;
    return this.#mains.every((count) => count <= limit) && this.#frame.required.every((main) => (this.#mains[main] as number) > 0);
  }

  #keepsBalance(): boolean {
    return this.#balance.every((sum) => sum >= 0);
  }

  #keepsPrerequisites(): boolean {
    return this.#frame.withPrerequisites.every((measure) => this.isIn[measure.index] === 0 || this.#hasPrerequisites(measure));
  }

  #hasPrerequisites({ prerequisites }: PreparedMeasure): boolean {
    return prerequisites.every(({ anyOf }) => anyOf.some((other) => this.isIn[other] === 1));
  }
}
