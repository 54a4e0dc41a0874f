// How fast SMAA is: 10,000 draws of 100 measures × 13 dimensions, and a place's advice in 1,000 draws. Prints nothing; judges nothing.
import { type AcceptabilityRequest, type AdviceRequest, acceptability, adviceRobustness, createRandom } from "../src/index.ts";

/** How long one call takes. */
export interface RobustnessRow {
  readonly what: string;
  /** Milliseconds: median, lowest and highest. */
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
}

/** Measures by dimensions with even random values, the same in every run: certain ones, or one table for each draw. */
export function benchAcceptability(draws = 10_000, measures = 100, dimensions = 13, drawn = false): AcceptabilityRequest {
  const random = createRandom("bench");
  const names = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
  return {
    alternatives: names("m", measures),
    criteria: names("d", dimensions),
    values: Float64Array.from({ length: measures * dimensions * (drawn ? draws : 1) }, () => random.uniform()),
    weights: { kind: "uniform" },
    draws,
    seed: "bench",
  };
}

/** SMAA as any caller has it. */
export function measureAcceptability(request: AcceptabilityRequest = benchAcceptability(), runs = 15): RobustnessRow {
  const { alternatives, criteria, draws } = request;
  const what = `SMAA, ${draws} draws, ${alternatives.length} measures × ${criteria.length} dimensions`;
  return timed(what, runs, () => acceptability(request));
}

/** The robustness of places' advice, one place after the other. */
export function measureAdviceRobustness(places: readonly AdviceRequest[], draws = 1000, runs = 20): RobustnessRow {
  let turn = 0;
  return timed(`robustness of a place's advice, ${draws} draws`, runs, () => {
    const request = places[turn % places.length];
    turn += 1;
    return request === undefined ? null : adviceRobustness(request, { draws, seed: "bench" });
  });
}

function timed(what: string, runs: number, work: () => unknown): RobustnessRow {
  for (let run = 0; run < 3; run += 1) work();
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((one, other) => one - other);
  return { what, medianMs: times[Math.floor(runs / 2)] ?? 0, lowMs: times[0] ?? 0, highMs: times.at(-1) ?? 0 };
}
