import type { PreparedMeasure, PreparedPortfolio } from "@hp/domain";
import { type Domain, FREE, IN, OUT } from "./node-domain.ts";
import type { Selection } from "./selection.ts";

/** What follows from what a subtree has decided: prerequisites, exclusions, full dimensions, spent budgets, dominance. */
export class Propagator {
  readonly #prepared: PreparedPortfolio;
  readonly #above: readonly (readonly number[])[];
  readonly #selection: Selection;
  readonly #mains: ReadonlyMap<string, readonly PreparedMeasure[]>;

  /** @param selection A set of its own to work with. */
  constructor(prepared: PreparedPortfolio, above: readonly (readonly number[])[], selection: Selection) {
    this.#prepared = prepared;
    this.#above = above;
    this.#selection = selection;
    this.#mains = Map.groupBy(prepared.measures, (measure) => measure.source.mainDimension);
  }

  /**
   * Decides in the domain what follows.
   *
   * @param extraAllowedSek Whole kronor on top of the budgets that a plan may need.
   * @returns False where the subtree holds no plan.
   */
  run(domain: Domain, extraAllowedSek: number): boolean {
    this.#selection.extraAllowedSek = extraAllowedSek;
    for (;;) {
      const before = domain.state.slice();
      const isPossible =
        this.#dimensions(domain) && this.#prepared.measures.every((measure) => this.#measure(domain, measure)) && this.#amounts(domain);
      if (!isPossible) return false;
      if (domain.state.every((state, index) => state === before[index])) return true;
    }
  }

  #decide(domain: Domain, index: number, state: typeof IN | typeof OUT): boolean {
    if (domain.state[index] === FREE) domain.state[index] = state;
    return domain.state[index] === state;
  }

  #measure(domain: Domain, measure: PreparedMeasure): boolean {
    const { index, exclusions, prerequisites } = measure;
    const above = this.#above[index] ?? [];
    if (domain.state[index] === IN) {
      return (
        exclusions.every((other) => this.#decide(domain, other, OUT)) &&
        above.every((other) => this.#decide(domain, other, IN)) &&
        prerequisites.every(({ anyOf }) => this.#oneOf(domain, anyOf))
      );
    }
    const isLost = prerequisites.some(({ anyOf }) => anyOf.every((other) => domain.state[other] === OUT));
    if (isLost || above.some((other) => domain.state[other] === OUT)) domain.state[index] = OUT;
    return true;
  }

  /** One of these must be in: the last one left is. */
  #oneOf(domain: Domain, indexes: readonly number[]): boolean {
    const left = indexes.filter((index) => domain.state[index] !== OUT);
    const [only] = left;
    return only !== undefined && (left.length > 1 || this.#decide(domain, only, IN));
  }

  #dimensions(domain: Domain): boolean {
    const { atMostPerDimension, requiredDimensions } = this.#prepared.request;
    const isFilled = requiredDimensions.every((id) =>
      this.#oneOf(
        domain,
        (this.#mains.get(id) ?? []).map(({ index }) => index),
      ),
    );
    if (!isFilled) return false;
    if (atMostPerDimension === null) return true;
    return [...this.#mains.values()].every((those) => {
      const chosen = those.filter(({ index }) => domain.state[index] === IN).length;
      if (chosen === atMostPerDimension) for (const { index } of those) if (domain.state[index] === FREE) domain.state[index] = OUT;
      return chosen <= atMostPerDimension;
    });
  }

  #amounts(domain: Domain): boolean {
    const { measures } = this.#prepared;
    this.#selection.become(measures.filter(({ index }) => domain.state[index] === IN).map(({ index }) => index));
    if (!this.#selection.isAffordable) return false;
    for (const { index } of measures) {
      if (domain.state[index] !== FREE) continue;
      this.#selection.toggle(index);
      if (!this.#selection.isAffordable) domain.state[index] = OUT;
      this.#selection.toggle(index);
    }
    return this.#years(domain, extraAllowed(this.#selection.extraAllowedSek));
  }

  /** Blocks start years that do not fit beside those already laid in one year. Only where nothing comes on top of the budgets. */
  #years(domain: Domain, mayExceed: boolean): boolean {
    const { measures, years, yearLimits } = this.#prepared;
    if (years === 1 || mayExceed) return true;
    const room = yearLimits.map((limits) => [...limits]);
    const fixed = measures.map(({ index, starts }) => {
      const left = domain.state[index] === IN ? starts.filter((year) => domain.mayStart(index, year)) : [];
      return left.length === 1 ? (left[0] as number) : -1;
    });
    fixed.forEach((year, index) => {
      if (year >= 0) takeFrom(room, measures[index]?.loads[year] ?? []);
    });
    if (room.some((limits) => limits.some((left) => left < 0))) return false;
    return measures.every(({ index, starts, loads }) => {
      if (domain.state[index] === OUT || fixed[index] !== -1) return true;
      for (const year of starts) if (domain.mayStart(index, year) && !fits(room, loads[year] ?? [])) domain.block(index, year);
      return domain.state[index] !== IN || starts.some((year) => domain.mayStart(index, year));
    });
  }
}

const extraAllowed = (sek: number): boolean => sek > 0;

function takeFrom(room: number[][], loads: readonly (readonly number[])[]): void {
  loads.forEach((load, resource) => {
    load.forEach((amount, year) => {
      const left = room[resource] as number[];
      left[year] = (left[year] as number) - amount;
    });
  });
}

function fits(room: readonly (readonly number[])[], loads: readonly (readonly number[])[]): boolean {
  return loads.every((load, resource) => load.every((amount, year) => amount <= (room[resource]?.[year] as number)));
}
