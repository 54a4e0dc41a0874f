import type { DimensionView, OpenScores, ScoreCell } from "@hp/contracts";
import type {
  DumbbellGroup,
  DumbbellRow,
  Estimate,
  MatrixPoint,
  MatrixSplit,
  PerceivedRow,
  WheelGroup,
  WheelMark,
  WheelSector,
} from "@hp/ui";
import { gapSizeText, type ScoreKit, shortName } from "./score-words.ts";

const parties = ["municipality", "industry"] as const;
// A tenth of a point is less than a tenth of a unit in any drawing.
const tenth = (value: number) => Math.round(value * 10) / 10;
const orNull = (value: number | null | undefined) => (value === null || value === undefined ? null : tenth(value));

const mark = (party: WheelMark["party"], cell: ScoreCell): WheelMark => ({
  party,
  value: cell?.score ?? null,
  low: cell?.low ?? 0,
  high: cell?.high ?? 0,
});

function sector(dimension: DimensionView, kit: ScoreKit, present: readonly (typeof parties)[number][]): WheelSector {
  const { gap, place } = dimension;
  return {
    id: dimension.id,
    label: dimension.label,
    short: shortName(dimension, kit.t),
    value: orNull(place?.score),
    low: tenth(place?.low ?? 0),
    high: tenth(place?.high ?? 0),
    marks: present.map((party) => mark(party, dimension[party])),
    emphasis: gap?.band === "gap" ? kit.t("wheel.gap", { points: gapSizeText(gap, kit) }) : undefined,
    note: place === null ? kit.t("wheel.few") : undefined,
  };
}

/** The parties that have answered. */
export const presentParties = (scores: OpenScores) => parties.filter((party) => party !== scores.missingParty);

/** All areas in their domains, for the wheel. */
export function wheelGroups(scores: OpenScores, kit: ScoreKit): WheelGroup[] {
  const present = presentParties(scores);
  return scores.domains
    .map(({ key, label }) => ({
      label,
      sectors: scores.dimensions.filter(({ domain }) => domain === key).map((one) => sector(one, kit, present)),
    }))
    .filter(({ sectors }) => sectors.length > 0);
}

const estimate = (cell: ScoreCell, { format }: ScoreKit): Estimate | null =>
  cell && { value: tenth(cell.score), low: tenth(cell.low), high: tenth(cell.high), text: format.number(cell.score, 0) };

const bands = ["gap", "nuance", "consensus"] as const;

/** The parties' values per area, under the headings of the bands; what cannot be compared comes last. */
export function dumbbellGroups(scores: OpenScores, kit: ScoreKit): DumbbellGroup[] {
  const row = (one: DimensionView): DumbbellRow => ({
    id: one.id,
    label: one.label,
    a: estimate(one.municipality, kit),
    b: estimate(one.industry, kit),
    gap: one.gap === null ? "" : gapSizeText(one.gap, kit),
    strong: one.gap?.band === "gap",
    note: one.gap === null ? kit.t("wheel.few") : undefined,
  });
  const banded = bands.map((band) => ({
    heading: kit.t(`dumbbell.group.${band}`),
    rows: scores.dimensions.filter(({ gap }) => gap?.band === band).map(row),
  }));
  const missing = { heading: kit.t("dumbbell.group.missing"), rows: scores.dimensions.filter(({ gap }) => gap === null).map(row) };
  return [...banded, missing];
}

/** Short names of the dumbbell's groups, in their order. */
export const bandNames = (kit: Pick<ScoreKit, "t">) => [...bands, "missing"].map((band) => kit.t(`dumbbell.band.${band}`));

/** Areas with a score and a weight. */
export function matrixPoints(scores: OpenScores, kit: ScoreKit): (MatrixPoint & { readonly name: string })[] {
  return scores.dimensions.map((one) => ({
    id: one.id,
    label: shortName(one, kit.t),
    name: one.label,
    x: orNull(one.place?.score),
    xLow: tenth(one.place?.low ?? 0),
    xHigh: tenth(one.place?.high ?? 0),
    y: one.importance === null ? null : Math.round(one.importance * 100) / 100,
    certain: one.quadrant?.certain === true,
  }));
}

const standardError = ({ low, high }: NonNullable<ScoreCell>) => (high - low) / 3.92;

/**
 * The grey cross around the place's own means: sideways the middle standard error of the scores, upwards as far as the
 * farthest point that is uncertain for its weight alone. A picture of the zone; the ring says what holds for each point.
 */
export function matrixSplit(scores: OpenScores): MatrixSplit {
  const x = scores.means.score ?? 50;
  const y = scores.means.importance ?? 3;
  const errors = scores.dimensions.flatMap(({ place }) => (place === null ? [] : [standardError(place)])).sort((a, b) => a - b);
  const halfX = errors[Math.floor(errors.length / 2)] ?? 0;
  const uncertainWeights = scores.dimensions.flatMap(({ quadrant, place, importance }) =>
    quadrant?.certain === false && place !== null && importance !== null && Math.abs(place.score - x) > standardError(place)
      ? [Math.abs(importance - y)]
      : [],
  );
  const halfY = Math.max(0.04, ...uncertainWeights);
  return { x: [x - halfX, x + halfX], y: [y - halfY, y + halfY] };
}

/** Areas as perceived and as facts have it, largest difference first. */
export function perceivedRows(scores: OpenScores, kit: ScoreKit): PerceivedRow[] {
  const { t, format } = kit;
  return scores.dimensions
    .filter(({ fact, place }) => fact !== null && place !== null)
    .map((one) => {
      const difference = (one.place?.score ?? 0) - (one.fact ?? 0);
      const points = format.number(difference, 0);
      return {
        size: Math.abs(difference),
        row: {
          id: one.id,
          label: one.label,
          perceived: one.place && { value: tenth(one.place.score), low: tenth(one.place.low), high: tenth(one.place.high) },
          fact: orNull(one.fact),
          difference: difference > 0 && points !== "0" ? `+${points}` : points,
          strong: one.factGap !== null,
          note: one.factGap === null ? undefined : t(`fact.note.${one.factGap}`),
        },
      };
    })
    .sort((a, b) => b.size - a.size)
    .map(({ row }) => row);
}
