import { parameters } from "../recommendation/parameters.ts";
import type { EffectAssumptions } from "./types.ts";

/**
 * Assumptions, all of them expert proposals: effect 1, 2 and 3 close 4, 8 and 15 % of what is left to 100, times the
 * evidence factor of the ranking. The ranges are ours and have no source: the weaker the evidence, the wider; disputed
 * evidence reaches down to no effect at all, a measure that can do harm half its effect the wrong way.
 */
export const defaultAssumptions: EffectAssumptions = {
  closesShare: { 1: 0.04, 2: 0.08, 3: 0.15 },
  evidence: parameters.evidence,
  evidenceMixed: parameters.evidenceMixed,
  range: { a: { low: 0.75, high: 1.25 }, b: { low: 0.6, high: 1.4 }, c: { low: 0.4, high: 1.6 }, d: { low: 0.2, high: 1.8 } },
  mixedLow: 0,
  harmLow: -0.5,
};

/** Measures per main dimension where nothing else is asked. */
export const DEFAULT_PER_DIMENSION = 2;
