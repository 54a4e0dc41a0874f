import type { Workload } from "../workload.ts";

/** One implementation, ready to run: everything that can be done once is done. */
export interface Engine {
  readonly name: string;
  /**
   * Evaluates every rule for one place.
   *
   * @returns How many hold; with `hits`, also which: their numbers are added to it.
   */
  readonly run: (place: number, hits?: number[]) => number | Promise<number>;
}

/** Prepares an implementation for a workload. */
export type MakeEngine = (work: Workload) => Engine;

/** An engine that has one function per rule. */
export function perRule<Place>(name: string, rules: readonly ((place: Place) => boolean)[], places: readonly Place[]): Engine {
  return {
    name,
    run: (place, hits) => {
      const its = places[place] as Place;
      let count = 0;
      for (let index = 0; index < rules.length; index += 1) {
        if (!(rules[index] as (place: Place) => boolean)(its)) continue;
        count += 1;
        hits?.push(index);
      }
      return count;
    },
  };
}
