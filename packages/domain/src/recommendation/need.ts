import type { Dimension, Instrument } from "../instrument/types.ts";
import { NORMAL_95 } from "../scoring/posterior.ts";
import { meanOf } from "../scoring/sum.ts";
import type { DimensionScore, Interval } from "../scoring/types.ts";
import { parameters } from "./parameters.ts";
import type { AdviceInput } from "./types.ts";

/** How much a dimension needs something done, with what it was made from. */
export interface Need {
  readonly dimensionId: string;
  /** 0 and up; about 1 for an important dimension at 30 of 100. */
  readonly need: number;
  /** The place's score, 0–100; null where too few have answered. */
  readonly perceived: number | null;
  /** The score as it counts: drawn towards the mean of the place's scores, and that mean itself where there is none. */
  readonly counted: number;
  /** How much of the difference from the mean is kept, 0–1: κ times the score's reliability; 0 without a score. */
  readonly kept: number;
  /** Fact index, 0–100; null for "fakta saknas". */
  readonly fact: number | null;
  /** The s of the formula, 0–100. */
  readonly standing: number;
  /** 1–5; null where nobody has said (3 stood in). */
  readonly importance: number | null;
  /** What one point less of the counted score adds to the need. */
  readonly perPoint: number;
}

/**
 * How reliable a score is: the part of the differences between scores like it that is not chance, τ²/(τ² + se²) with
 * the standard error from its 95 % interval.
 *
 * @returns 1 for an interval without width, ½ for one of ±1.96·12 points, towards 0 as it widens.
 * @see docs/method.md#need
 */
export function reliabilityOf({ low, high }: Interval): number {
  const standardError = (high - low) / (2 * NORMAL_95);
  const trueVariance = parameters.trueSpread ** 2;
  return trueVariance / (trueVariance + standardError ** 2);
}

/**
 * The need of every dimension: weight · (1 − s/100) · (0.6 + 0.2·(importance − 1)), s = 0.7·counted + 0.3·fact where
 * there is a fact index, else counted. Counted is the perceived score drawn towards the mean of the place's scores:
 * mean + κ · reliability · (perceived − mean). A dimension without a score counts as that mean (50 if none has one):
 * neither urgent nor settled.
 *
 * @returns By dimension id, all of the instrument's.
 * @see docs/method.md#need
 */
export function needsOf(instrument: Instrument, { scores, factIndex }: AdviceInput): ReadonlyMap<string, Need> {
  const byId = new Map(scores.dimensions.map((dimension) => [dimension.dimensionId, dimension]));
  const known = instrument.dimensions.flatMap(({ id }) => {
    const place = byId.get(id)?.place;
    return place?.kind === "scored" ? [place.score] : [];
  });
  const mean = meanOf(known) ?? 50;
  return new Map(
    instrument.dimensions.map((dimension) => [
      dimension.id,
      needOf(dimension, byId.get(dimension.id), factOf(factIndex, dimension.id), mean),
    ]),
  );
}

const factOf = (factIndex: AdviceInput["factIndex"], id: string): number | null =>
  Object.hasOwn(factIndex, id) ? (factIndex[id] ?? null) : null;

/**
 * What a dimension weighs: its weight times 0.6 + 0.2·(importance − 1).
 *
 * @param importance 1–5; null where nobody has said (3 stands in).
 * @returns 0.6 to 1.4 times the weight.
 */
export function urgencyOf(weight: number, importance: number | null): number {
  const { atImportance1, perStep, unknown } = parameters.importance;
  return weight * (atImportance1 + perStep * ((importance ?? unknown) - 1));
}

function needOf({ id, weight }: Dimension, score: DimensionScore | undefined, fact: number | null, mean: number): Need {
  const place = score?.place.kind === "scored" ? score.place : null;
  const perceived = place?.score ?? null;
  const kept = place === null ? 0 : parameters.perceptionKept * reliabilityOf(place.posterior ?? place.interval);
  const counted = mean + kept * ((perceived ?? mean) - mean);
  const importance = score?.importance ?? null;
  const part = fact === null ? 1 : parameters.perceivedPart;
  const standing = part * counted + (1 - part) * (fact ?? 0);
  const urgency = urgencyOf(weight, importance);
  const need = urgency * (1 - standing / 100);
  return { dimensionId: id, need, perceived, counted, kept, fact, standing, importance, perPoint: (urgency * part) / 100 };
}

/**
 * How every need changes when one dimension's perceived score rises by a point and its interval keeps its width. The
 * score moves its own dimension, and a little of all others, since it moves the mean that they are drawn towards.
 *
 * @param dimensionId A dimension with a score.
 * @returns By dimension id, all of them; never above 0.
 */
export function needSlopes(needs: ReadonlyMap<string, Need>, dimensionId: string): ReadonlyMap<string, number> {
  const scored = [...needs.values()].filter(({ perceived }) => perceived !== null).length;
  return new Map([...needs].map(([id, { kept, perPoint }]) => [id, -perPoint * ((1 - kept) / scored + (id === dimensionId ? kept : 0))]));
}
