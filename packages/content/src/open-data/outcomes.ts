import { MINIMUM_PEERS, type Text } from "@hp/domain";
import { openDataSettings } from "../published/settings.ts";
import { requireMunicipality } from "./municipalities.ts";
import { populationTrend } from "./population.ts";
import { type PeerValue, peerValues } from "./similar.ts";
import { sourceLine } from "./source-line.ts";

/** Against the median of the similar municipalities: över, i nivå med, under förväntan. */
export type OutcomeVerdict = "above" | "level" | "below";

/** An outcome beside what similar municipalities have; never part of a score. */
export interface Outcome {
  /** The indicator it is: `N01958`. */
  readonly kpi: string;
  /** Per cent over the five years of `period`, unrounded; null if unknown. */
  readonly value: number | null;
  readonly period: string | null;
  /** Median of the similar municipalities, per cent; null with fewer than four values. */
  readonly expected: number | null;
  /** `value` − `expected`, percentage points; null if either is. */
  readonly difference: number | null;
  /** Level within one percentage point, ends included; null if there is nothing to compare. */
  readonly verdict: OutcomeVerdict | null;
  /** The seven, alphabetical. */
  readonly peers: readonly PeerValue<number>[];
  readonly sourceLine: Text;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/**
 * The outcomes that ship, for now the population trend. Nearly every mill town shrinks, so it is read against similar
 * municipalities and not against zero.
 *
 * @throws RangeError for a code that is no municipality.
 * @see docs/method.md §2 — outcomes
 */
export function outcomes(municipalityCode: string): readonly Outcome[] {
  requireMunicipality(municipalityCode);
  const { levelWithinPoints } = openDataSettings();
  const own = populationTrend(municipalityCode);
  const peers = peerValues(municipalityCode, (peer) => populationTrend(peer.code)?.value ?? null);
  const known = peers.flatMap(({ value }) => (value === null ? [] : [value]));
  const expected = known.length < MINIMUM_PEERS ? null : median(known);
  const difference = own === null || expected === null ? null : own.value - expected;
  const verdict =
    difference === null ? null : difference > levelWithinPoints ? "above" : difference < -levelWithinPoints ? "below" : "level";
  return [
    {
      kpi: "N01958",
      value: own?.value ?? null,
      period: own?.period ?? null,
      expected,
      difference,
      verdict,
      peers,
      sourceLine: sourceLine("SCB", null, true),
    },
  ];
}
