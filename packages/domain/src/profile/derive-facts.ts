import type { Facts, FactValue } from "../condition/types.ts";
import type { Instrument } from "../instrument/types.ts";
import { withoutDust } from "../scoring/sum.ts";
import type { DimensionScore, RoundScores } from "../scoring/types.ts";
import { validatePreconditionValue } from "./validate-value.ts";

/** Kronor per square metre below which a housing market counts as weak (2025). Expert proposal. */
export const WEAK_MARKET_SEK_PER_M2 = 12_000;
/** Result as per cent of tax income and grants below which a municipality's finances count as weak. Expert proposal. */
export const WEAK_RESULT_PERCENT = 1;
/** Price of houses, kr/m²: the KPI that `mv_svag` is read from. */
export const HOUSE_PRICE_KPI = "N07909";

/** By derived precondition: the preconditions it is computed from. Asking for those answers it. */
export const derivedFrom: Readonly<Record<string, readonly string[]>> = {
  syss_gap: ["syss_inrikes", "syss_utrikes"],
  ekonomi_svag: ["ekonomi"],
};

/** What the facts of a place are made from. */
export interface FactSources {
  readonly instrument: Instrument;
  /** By precondition key: what is asked or fetched. Absent and null are unknown. */
  readonly values: Readonly<Record<string, FactValue | null>>;
  /** Null before the round is opened. */
  readonly scores: RoundScores | null;
  /** By dimension id, 0–100; absent and null are "fakta saknas". */
  readonly factIndex: Readonly<Record<string, number | null>>;
  /** By KPI: difference from the median of the similar municipalities, below 0 is worse. */
  readonly peers: Readonly<Record<string, number | null>>;
  /** By KPI: the municipality's own latest value, for the derived fields that need one (N07909, kr/m²). */
  readonly indicators?: Readonly<Record<string, number | null>>;
}

/**
 * Everything the rules may ask about a place: its preconditions, the derived ones, and what follows from the assessment
 * (`score.*`, `item.*`, `gap.*`, `factGap.*`, `max_gap`, `fact_gap_abs`) and from open data (`peer.*`).
 * Computed numbers are given to a billionth, so that binary dust never decides whether a limit is met.
 * A value that the instrument does not allow (a choice since removed) is unknown, like one never given.
 *
 * @returns Unknown is null or absent, never false or 0. Keys that the instrument does not have are left out.
 * @see docs/method.md#facts — formulas of the instrument's derived preconditions
 */
export function deriveFacts(sources: FactSources): Facts {
  const given = givenFacts(sources.instrument, sources.values);
  return { ...given, ...derivedFacts(given, sources), ...assessedFacts(sources), ...peerFacts(sources.peers) };
}

function givenFacts(instrument: Instrument, values: FactSources["values"]): Record<string, FactValue | null> {
  const facts: Record<string, FactValue | null> = {};
  for (const precondition of instrument.preconditions) {
    const value = Object.hasOwn(values, precondition.key) ? (values[precondition.key] ?? null) : null;
    const checked = value === null ? null : validatePreconditionValue(precondition, value);
    facts[precondition.key] = checked?.ok ? checked.value : null;
  }
  return facts;
}

/** `ekonomi_svag` and `mv_svag` may be set by hand, and then that holds; `syss_gap` is computed where it can be. */
function derivedFacts(
  given: Readonly<Record<string, FactValue | null>>,
  { instrument, indicators }: FactSources,
): Record<string, FactValue | null> {
  const number = (key: string) => (typeof given[key] === "number" ? given[key] : null);
  const [born, foreign, result] = [number("syss_inrikes"), number("syss_utrikes"), number("ekonomi")];
  const price = indicators?.[HOUSE_PRICE_KPI] ?? null;
  const derived: Record<string, FactValue | null> = {
    syss_gap: born === null || foreign === null ? (given.syss_gap ?? null) : withoutDust(born - foreign),
    ekonomi_svag: given.ekonomi_svag ?? (result === null ? null : result < WEAK_RESULT_PERCENT),
    mv_svag: given.mv_svag ?? (price === null ? null : price < WEAK_MARKET_SEK_PER_M2),
  };
  const known = new Set(instrument.preconditions.map((precondition) => precondition.key));
  return Object.fromEntries(Object.entries(derived).filter(([key]) => known.has(key)));
}

function assessedFacts({ scores, factIndex }: FactSources): Record<string, FactValue | null> {
  const dimensions = scores?.dimensions ?? [];
  const facts: Record<string, FactValue | null> = {};
  for (const dimension of dimensions) {
    facts[`score.${dimension.dimensionId}`] = scoreOf(dimension);
    facts[`gap.${dimension.dimensionId}`] = dimension.gap?.points ?? null;
    facts[`factGap.${dimension.dimensionId}`] = factGapOf(dimension, factIndex);
    for (const item of dimension.items) facts[`item.${item.statementId}`] = item.place;
  }
  facts.max_gap = largest(dimensions.map((dimension) => dimension.gap?.points ?? null));
  facts.fact_gap_abs = largest(dimensions.map((dimension) => factGapOf(dimension, factIndex)));
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, typeof value === "number" ? withoutDust(value) : value]));
}

const scoreOf = ({ place }: DimensionScore): number | null => (place.kind === "scored" ? place.score : null);

function factGapOf(dimension: DimensionScore, factIndex: FactSources["factIndex"]): number | null {
  const score = scoreOf(dimension);
  const fact = Object.hasOwn(factIndex, dimension.dimensionId) ? (factIndex[dimension.dimensionId] ?? null) : null;
  return score === null || fact === null ? null : score - fact;
}

/** The largest size among signed values; null where none is known. */
function largest(values: readonly (number | null)[]): number | null {
  const sizes = values.filter((value) => value !== null).map(Math.abs);
  return sizes.length === 0 ? null : Math.max(...sizes);
}

function peerFacts(peers: FactSources["peers"]): Record<string, FactValue | null> {
  return Object.fromEntries(Object.entries(peers).map(([kpi, difference]) => [`peer.${kpi}`, difference]));
}
