import { meanOf } from "./sum.ts";
import type { DimensionScore, RoundScores } from "./types.ts";

/** A place's mean score over its scored dimensions and mean importance over those with one; null where there is none. */
export interface PlaceMeans {
  readonly score: number | null;
  readonly importance: number | null;
}

/** Where the four fields are split: at the place's own means, since most places find almost everything important. */
export function placeMeans({ dimensions }: RoundScores): PlaceMeans {
  const scores: number[] = [];
  const importances: number[] = [];
  for (const { place, importance } of dimensions) {
    if (place.kind === "scored") scores.push(place.score);
    if (importance !== null) importances.push(importance);
  }
  return { score: meanOf(scores), importance: meanOf(importances) };
}

/** A value with its standard error, on its own scale. */
export interface Measured {
  readonly value: number;
  readonly standardError: number;
}

/**
 * SCB's field of a dimension: Prioritera (important, low score), Bevara (important, high), Förbättra om möjligt (less
 * important, low) or Lägre prioritet (less important, high). On a line counts as above it.
 *
 * @param score On 0–100; null where the dimension has no score.
 * @param importance On 1–5; null where nobody has said.
 * @returns Null where a side is missing. Not `certain` within one standard error of either line.
 * @see docs/method.md#fields — SCB, Medborgarundersökningen, prioriteringsmatris
 */
export function quadrantOf(score: Measured | null, importance: Measured | null, means: PlaceMeans): DimensionScore["quadrant"] {
  if (score === null || importance === null || means.score === null || means.importance === null) return null;
  const high = score.value >= means.score;
  const important = importance.value >= means.importance;
  const name = important ? (high ? "keep" : "prioritise") : high ? "lower_priority" : "improve_if_possible";
  return { name, certain: isClear(score, means.score) && isClear(importance, means.importance) };
}

const isClear = ({ value, standardError }: Measured, line: number): boolean => Math.abs(value - line) > standardError;
