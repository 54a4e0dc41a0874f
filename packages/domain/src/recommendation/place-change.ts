import type { Facts, FactValue } from "../condition/types.ts";
import type { Instrument } from "../instrument/types.ts";
import type { DimensionScore, Interval } from "../scoring/types.ts";
import type { AdviceInput } from "./types.ts";

/**
 * What is known about a place, with another score of one dimension and all else as it was. Its intervals move along and
 * keep their width: how much of the score is chance stands. So do the facts that are that score by another name:
 * `score.d`, `factGap.d` and, where it is the largest of the fact gaps known, `fact_gap_abs`. Statements, gaps between the
 * parties and importance stand.
 *
 * @param to 0–100.
 * @throws RangeError naming `dimensionId` if the dimension has no score, or `to` if it is out of range.
 */
export function withScore(input: AdviceInput, dimensionId: string, to: number): AdviceInput {
  if (!(to >= 0 && to <= 100)) throw new RangeError(`to must be 0–100: ${to}`);
  const place = input.scores.dimensions.find((one) => one.dimensionId === dimensionId)?.place;
  if (place?.kind !== "scored") throw new RangeError(`dimensionId must name a dimension with a score: ${dimensionId}`);
  const dimensions = input.scores.dimensions.map((one) => (one.dimensionId === dimensionId ? moved(one, to) : one));
  return { ...input, scores: { ...input.scores, dimensions }, facts: movedFacts(input.facts, dimensionId, to, to - place.score) };
}

/** The dimension with another score; as it is where it has none. */
export function moved(dimension: DimensionScore, to: number): DimensionScore {
  const { place } = dimension;
  if (place.kind !== "scored") return dimension;
  const by = to - place.score;
  const { posterior } = place;
  const intervals = { interval: shifted(place.interval, by), ...(posterior === undefined ? {} : { posterior: shifted(posterior, by) }) };
  return { ...dimension, place: { ...place, score: to, ...intervals } };
}

/** May lead outside 0–100, so that the width is kept. */
const shifted = ({ low, high }: Interval, by: number): Interval => ({ low: low + by, high: high + by });

/** Fields of a place's facts that `withScore` moves with a dimension's score. */
export function movedFields(facts: Facts, dimensionId: string): readonly string[] {
  const [scoreKey, gapKey] = [`score.${dimensionId}`, `factGap.${dimensionId}`];
  const isNumber = (key: string) => Object.hasOwn(facts, key) && typeof facts[key] === "number";
  return [...(isNumber(scoreKey) ? [scoreKey] : []), ...(isNumber(gapKey) ? [gapKey, "fact_gap_abs"] : [])];
}

function movedFacts(facts: Facts, dimensionId: string, to: number, by: number): Facts {
  const [scoreKey, gapKey] = [`score.${dimensionId}`, `factGap.${dimensionId}`];
  const changed: Record<string, FactValue> = {};
  if (typeof facts[scoreKey] === "number") changed[scoreKey] = to;
  const gap = facts[gapKey];
  if (typeof gap === "number") {
    changed[gapKey] = gap + by;
    if (facts.fact_gap_abs === largestGap(facts)) changed.fact_gap_abs = largestGap({ ...facts, ...changed });
  }
  return { ...facts, ...changed };
}

const largestGap = (facts: Facts): number =>
  Math.max(
    0,
    ...Object.entries(facts).map(([key, value]) => (key.startsWith("factGap.") && typeof value === "number" ? Math.abs(value) : 0)),
  );

/**
 * The instrument with another weight of one dimension, in per cent of what it was.
 *
 * @param percent −100 (no weight) and up.
 * @throws RangeError naming `dimensionId` if the instrument lacks it, or `percent` if it is below −100 or not finite.
 */
export function withWeight(instrument: Instrument, dimensionId: string, percent: number): Instrument {
  if (!(percent >= -100 && Number.isFinite(percent))) throw new RangeError(`percent must be −100 or more: ${percent}`);
  if (!instrument.dimensions.some(({ id }) => id === dimensionId))
    throw new RangeError(`dimensionId is not of the instrument: ${dimensionId}`);
  const dimensions = instrument.dimensions.map((one) =>
    one.id === dimensionId ? { ...one, weight: one.weight * (1 + percent / 100) } : one,
  );
  return { ...instrument, dimensions };
}
