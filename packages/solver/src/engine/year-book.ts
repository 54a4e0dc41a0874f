import type { PreparedMeasure, PreparedPortfolio } from "@hp/domain";

/** Start years laid first come, first served, for a set that grows and shrinks: quick, and may miss a schedule that exists. */
export class YearBook {
  readonly #prepared: PreparedPortfolio;
  readonly #extraSek: number;
  /** By resource and year. */
  readonly #used: Float64Array;
  readonly #starts: Int8Array;

  constructor(prepared: PreparedPortfolio, extraSek: number) {
    this.#prepared = prepared;
    this.#extraSek = extraSek;
    this.#used = new Float64Array(4 * prepared.years);
    this.#starts = new Int8Array(prepared.measures.length).fill(-1);
  }

  /** Gives a measure its first year with room. False, and nothing done, where there is none. */
  place(index: number): boolean {
    const measure = this.#prepared.measures[index] as PreparedMeasure;
    for (const year of measure.starts) {
      if (!this.#isInOrder(measure, year)) continue;
      this.#shift(measure, year, 1);
      if (this.#fits()) {
        this.#starts[index] = year;
        return true;
      }
      this.#shift(measure, year, -1);
    }
    return false;
  }

  /** Takes a measure's year back. */
  take(index: number): void {
    const year = this.#starts[index] as number;
    if (year < 0) return;
    this.#shift(this.#prepared.measures[index] as PreparedMeasure, year, -1);
    this.#starts[index] = -1;
  }

  /** What `restore` needs to come back here. */
  snapshot(): { readonly used: Float64Array; readonly starts: Int8Array } {
    return { used: this.#used.slice(), starts: this.#starts.slice() };
  }

  /** Goes back to a snapshot. */
  restore({ used, starts }: { readonly used: Float64Array; readonly starts: Int8Array }): void {
    this.#used.set(used);
    this.#starts.set(starts);
  }

  #isInOrder({ prerequisites }: PreparedMeasure, year: number): boolean {
    return prerequisites.every(({ anyOf, lagYears }) =>
      anyOf.some((other) => (this.#starts[other] as number) >= 0 && (this.#starts[other] as number) + lagYears <= year),
    );
  }

  #shift({ loads }: PreparedMeasure, start: number, sign: 1 | -1): void {
    const { years } = this.#prepared;
    (loads[start] ?? []).forEach((load, resource) => {
      load.forEach((amount, year) => {
        const at = resource * years + year;
        this.#used[at] = (this.#used[at] as number) + sign * amount;
      });
    });
  }

  #fits(): boolean {
    return this.#over(2) === 0 && this.#over(3) === 0 && this.#overSek(0) + this.#overSek(1) <= this.#extraSek;
  }

  #overSek(resource: number): number {
    const { years, totalLimits } = this.#prepared;
    let total = 0;
    for (let year = 0; year < years; year += 1) total += this.#used[resource * years + year] as number;
    return Math.max(this.#over(resource), total - (totalLimits[resource] as number));
  }

  #over(resource: number): number {
    const { years, yearLimits } = this.#prepared;
    let over = 0;
    for (let year = 0; year < years; year += 1)
      over += Math.max(0, (this.#used[resource * years + year] as number) - (yearLimits[resource]?.[year] as number));
    return over;
  }
}
