import type { Dimension, Instrument } from "../instrument/types.ts";
import { meanOf } from "../scoring/sum.ts";
import type { DimensionScore } from "../scoring/types.ts";
import { parameters } from "./parameters.ts";
import type { AdviceInput } from "./types.ts";

/** How much a dimension needs something done, with what it was made from. */
export interface Need {
  readonly dimensionId: string;
  /** 0 and up; about 1 for an important dimension at 30 of 100. */
  readonly need: number;
  /** The place's score, 0–100; null where too few have answered (the mean of the others stood in). */
  readonly perceived: number | null;
  /** Fact index, 0–100; null for "fakta saknas". */
  readonly fact: number | null;
  /** The s of the formula, 0–100. */
  readonly standing: number;
  /** 1–5; null where nobody has said (3 stood in). */
  readonly importance: number | null;
  /** What one point less of perceived score adds to the need. */
  readonly perPoint: number;
}

/**
 * The need of every dimension: weight · (1 − s/100) · (0.6 + 0.2·(importance − 1)), s = 0.7·perceived + 0.3·fact where
 * there is a fact index. A dimension without a score counts as the mean of the place's others (50 if none has one):
 * neither urgent nor settled.
 *
 * @returns By dimension id, all of the instrument's.
 * @see docs/method.md#need
 */
export function needsOf(instrument: Instrument, { scores, factIndex }: AdviceInput): ReadonlyMap<string, Need> {
  const byId = new Map(scores.dimensions.map((dimension) => [dimension.dimensionId, dimension]));
  const known = scores.dimensions.flatMap(({ place }) => (place.kind === "scored" ? [place.score] : []));
  const usual = meanOf(known) ?? 50;
  return new Map(
    instrument.dimensions.map((dimension) => [
      dimension.id,
      needOf(dimension, byId.get(dimension.id), factOf(factIndex, dimension.id), usual),
    ]),
  );
}

const factOf = (factIndex: AdviceInput["factIndex"], id: string): number | null =>
  Object.hasOwn(factIndex, id) ? (factIndex[id] ?? null) : null;

function needOf({ id, weight }: Dimension, score: DimensionScore | undefined, fact: number | null, usual: number): Need {
  const perceived = score?.place.kind === "scored" ? score.place.score : null;
  const importance = score?.importance ?? null;
  const part = fact === null ? 1 : parameters.perceivedPart;
  const standing = part * (perceived ?? usual) + (1 - part) * (fact ?? 0);
  const { atImportance1, perStep, unknown } = parameters.importance;
  const urgency = weight * (atImportance1 + perStep * ((importance ?? unknown) - 1));
  return { dimensionId: id, need: urgency * (1 - standing / 100), perceived, fact, standing, importance, perPoint: (urgency * part) / 100 };
}
