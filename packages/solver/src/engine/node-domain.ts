import type { PreparedPortfolio } from "@hp/domain";

/** Not decided in this subtree. */
export const FREE = -1;
/** Not chosen in this subtree. */
export const OUT = 0;
/** Chosen in this subtree. */
export const IN = 1;

/** What a subtree of the search has decided: which measures are in or out, and in which years they may not start. */
export class Domain {
  /** By measure: FREE, OUT or IN. */
  readonly state: Int8Array;
  readonly #blocked: Uint8Array;
  readonly #years: number;

  private constructor(state: Int8Array, blocked: Uint8Array, years: number) {
    this.state = state;
    this.#blocked = blocked;
    this.#years = years;
  }

  /** What the request itself decides. A measure both locked in and impossible stays IN: the relaxation finds nothing. */
  static of({ measures, years }: PreparedPortfolio): Domain {
    const state = Int8Array.from(measures, ({ isLockedIn, isLockedOut, isExcludedByDone }) => {
      if (isLockedIn) return IN;
      return isLockedOut || isExcludedByDone ? OUT : FREE;
    });
    const blocked = Uint8Array.from({ length: measures.length * years }, (_, at) =>
      measures[Math.floor(at / years)]?.starts.includes(at % years) ? 0 : 1,
    );
    return new Domain(state, blocked, years);
  }

  /** A copy to change. */
  copy(): Domain {
    return new Domain(this.state.slice(), this.#blocked.slice(), this.#years);
  }

  /** Whether a measure may start in a year here. */
  mayStart(index: number, year: number): boolean {
    return this.state[index] !== OUT && this.#blocked[index * this.#years + year] === 0;
  }

  /** Takes a year from a measure; without any left it is out. */
  block(index: number, year: number): void {
    this.#blocked[index * this.#years + year] = 1;
    const start = index * this.#years;
    if (this.state[index] === FREE && this.#blocked.subarray(start, start + this.#years).every((flag) => flag === 1))
      this.state[index] = OUT;
  }

  /** Leaves a measure one year and chooses it. */
  startIn(index: number, year: number): void {
    this.state[index] = IN;
    for (let other = 0; other < this.#years; other += 1) if (other !== year) this.#blocked[index * this.#years + other] = 1;
  }
}
