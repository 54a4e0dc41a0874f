import { cel } from "./engines/cel.ts";
import { closures } from "./engines/closures.ts";
import type { Engine, MakeEngine } from "./engines/engine.ts";
import { jsonLogic } from "./engines/json-logic.ts";
import { jsonRules } from "./engines/json-rules.ts";
import { explained, traceOff } from "./engines/ours.ts";
import { zen } from "./engines/zen.ts";
import { workload } from "./workload.ts";

/** How fast one implementation is. An evaluation is one measure's rule, four comparisons, at one place. */
export interface RulesRow {
  readonly what: string;
  /** Million evaluations in a second: by the medians of the rounds, and by the fastest. */
  readonly perSecondM: number;
  readonly bestPerSecondM: number;
  /** Time as a multiple of the closures' in the same run, medians; below 1 is faster than they are. */
  readonly timesClosures: number;
  /** The same of the fastest rounds, which others' work on the machine disturbs least. */
  readonly timesClosuresBest: number;
  /** How many times as fast as json-rules-engine, medians. */
  readonly timesJsonRules: number;
  /** Places that a round covers: fewer for what is slow, scaled in the figures. */
  readonly places: number;
  /** Rules that hold over the first places, as many as every implementation covers: the same in all of them. */
  readonly hits: number;
}

/** An implementation, the places that a round of it covers, and how many of them are timed at once. */
export interface Implementation {
  readonly make: MakeEngine;
  readonly places: number;
  /** Divides `places`. Small enough for a few milliseconds: what is interrupted then falls out of the median. */
  readonly slice: number;
}

/** Every implementation; the reference first, the slowest last. */
export const implementations: readonly Implementation[] = [
  { make: closures, places: 1000, slice: 50 },
  { make: traceOff, places: 1000, slice: 50 },
  { make: explained, places: 1000, slice: 50 },
  { make: jsonLogic, places: 1000, slice: 50 },
  { make: cel, places: 1000, slice: 50 },
  { make: zen, places: 100, slice: 5 },
  { make: jsonRules, places: 25, slice: 1 },
];

/** Which rules hold at which of the first places, as sorted `place:rule`. */
export async function hitsOf(engine: Engine, places: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (let place = 0; place < places; place += 1) {
    const hits: number[] = [];
    await engine.run(place, hits);
    found.push(...hits.sort((a, b) => a - b).map((rule) => `${place}:${rule}`));
  }
  return found;
}

interface Timed extends Implementation {
  readonly engine: Engine;
  /** Milliseconds of every round, by slice. */
  readonly times: readonly number[][];
}

async function round({ engine, places, slice, times }: Timed, counted: boolean): Promise<void> {
  for (let from = 0; from < places; from += slice) {
    const started = performance.now();
    for (let place = from; place < from + slice; place += 1) {
      const held = engine.run(place);
      // Only what must be waited for is: a wait costs more than the closures of a place.
      if (typeof held !== "number") await held;
    }
    if (counted) times[from / slice]?.push(performance.now() - started);
  }
}

const medianOf = (times: readonly number[]): number => {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return ((sorted[middle - 1 + (sorted.length % 2)] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};

/** Nanoseconds per evaluation: every slice's median, or shortest, over the rounds, together. */
function perEvaluation({ places, times }: Timed, rules: number, of: (times: readonly number[]) => number): number {
  const total = times.reduce((sum, slice) => sum + of(slice), 0);
  return (total * 1e6) / (places * rules);
}

/**
 * 100 measures with a rule of four comparisons over 1,000 places, in every implementation, one after the other in each
 * round so that a busy moment strikes all of them.
 *
 * @param rounds Timed rounds, at least 1; as many again, at most 10, go before and are not counted.
 * @throws RangeError if an implementation finds other hits than the closures: then the times say nothing.
 */
export async function measureRules(rounds = 31): Promise<readonly RulesRow[]> {
  const work = workload();
  const all = implementations.map((one): Timed => {
    const times = Array.from({ length: one.places / one.slice }, () => []);
    return { ...one, engine: one.make(work), times };
  });
  const fewest = Math.min(...all.map(({ places }) => places));
  const hits = await Promise.all(all.map(({ engine }) => hitsOf(engine, fewest)));
  const other = all.find((_, index) => hits[index]?.join() !== hits[0]?.join());
  if (other !== undefined) throw new RangeError(`rules: ${other.engine.name} finds other hits than the closures`);
  for (let turn = -Math.min(rounds, 10); turn < rounds; turn += 1) {
    for (const timed of all) await round(timed, turn >= 0);
  }
  const medians = all.map((timed) => perEvaluation(timed, work.rules.length, medianOf));
  const bests = all.map((timed) => perEvaluation(timed, work.rules.length, (times) => Math.min(...times)));
  const at = (list: readonly number[], index: number): number => list.at(index) ?? Number.NaN;
  return all.map(
    ({ engine, places }, index): RulesRow => ({
      what: engine.name,
      perSecondM: 1000 / at(medians, index),
      bestPerSecondM: 1000 / at(bests, index),
      timesClosures: at(medians, index) / at(medians, 0),
      timesClosuresBest: at(bests, index) / at(bests, 0),
      timesJsonRules: at(medians, -1) / at(medians, index),
      places,
      hits: hits[index]?.length ?? 0,
    }),
  );
}
