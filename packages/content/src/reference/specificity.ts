import { type AdviceInput, clearFactGap, type DimensionScore, type Interval, type RoundScores, select } from "@hp/domain";
import { loadCatalogue } from "../published/catalogue.ts";
import { loadInstrument } from "../published/instrument.ts";
import { adviceInputOf, referenceScores } from "./advice-input.ts";
import { clamp } from "./draws.ts";
import { type ReferencePlace, referencePlaces, shuffledPlaces, withoutDraws } from "./place.ts";

/**
 * What the places are known by. `imputed`: open data, and all else drawn. `real`: open data only. `shuffled`: as imputed,
 * but every precondition dealt out anew among the places.
 */
export type Preconditions = "imputed" | "real" | "shuffled";

/** How much a place's advice is its own, over all municipalities with one seed's draws. Särskilt för er ort: the nine outside Grundpaket. */
export interface Specificity {
  readonly seed: string;
  readonly preconditions: Preconditions;
  readonly places: number;
  /** Mean Jaccard of the nine over all pairs of places. */
  readonly overlap: number;
  /** Measures that some place is advised, Grundpaket apart, by how many places have them, the most common first. */
  readonly advised: readonly (readonly [measureId: string, places: number])[];
  /** Share kept (mean Jaccard of the nine) when a place gets another place's preconditions and keeps its perceptions. */
  readonly swap: number;
  /** … when its perceptions are drawn anew and its preconditions stay. */
  readonly redraw: number;
  /** … when one dimension moves by five points up or down: its score, its interval and its statements. */
  readonly nudge: number;
  /** Share of the places in which a clear fact gap fires. */
  readonly factGap: number;
}

/** The other place whose preconditions a place gets: fixed, never its own, and far away in the list by code. */
const partnerOf = (index: number, count: number): number => (index * 37 + 101) % count;
const nudgePoints = 5;

/** Measures how specific the advice is over all municipalities, with the shipped catalogue. */
export function specificityOf(seed: string, preconditions: Preconditions = "imputed"): Specificity {
  const places = placesOf(seed, preconditions);
  const scores = places.map(({ municipalityCode }) => referenceScores(municipalityCode, seed));
  const inputs = places.map((place, index) => adviceInputOf(place, at(scores, index)));
  const nines = inputs.map(nineOf);
  const kept = (index: number, input: AdviceInput) => jaccard(at(nines, index), nineOf(input));
  const each = (share: (place: ReferencePlace, index: number) => number) => mean(places.map(share));
  return {
    seed,
    preconditions,
    places: places.length,
    overlap: mean(nines.flatMap((nine, index) => nines.slice(index + 1).map((other) => jaccard(nine, other)))),
    advised: tally(nines.flat()),
    swap: each((_, index) => kept(index, adviceInputOf(at(places, partnerOf(index, places.length)), at(scores, index)))),
    redraw: each((place, index) => kept(index, adviceInputOf(place, referenceScores(place.municipalityCode, `${seed}-again`)))),
    nudge: each((place, index) => kept(index, adviceInputOf(place, nudged(at(scores, index), index)))),
    factGap: inputs.filter(hasFactGap).length / places.length,
  };
}

function placesOf(seed: string, preconditions: Preconditions): readonly ReferencePlace[] {
  const imputed = referencePlaces(seed);
  if (preconditions === "imputed") return imputed;
  return preconditions === "real" ? imputed.map(withoutDraws) : shuffledPlaces(imputed);
}

function nineOf(input: AdviceInput): readonly string[] {
  return select(loadInstrument(), loadCatalogue(), input).advised.map(({ measure }) => measure.id);
}

function hasFactGap({ scores, factIndex }: AdviceInput): boolean {
  return scores.dimensions.some(({ dimensionId, place }) => clearFactGap(place, factIndex[dimensionId] ?? null) !== null);
}

/** One dimension moved, the first for the first place and so on; up in every other round of dimensions, else down. */
function nudged(scores: RoundScores, index: number): RoundScores {
  const count = scores.dimensions.length;
  const points = Math.floor(index / count) % 2 === 0 ? nudgePoints : -nudgePoints;
  return { ...scores, dimensions: scores.dimensions.map((one, position) => (position === index % count ? moved(one, points) : one)) };
}

function moved(dimension: DimensionScore, points: number): DimensionScore {
  const shift = (value: number) => clamp(value + points, 0, 100);
  const interval = ({ low, high }: Interval) => ({ low: shift(low), high: shift(high) });
  const { place, items } = dimension;
  return {
    ...dimension,
    place: place.kind === "scored" ? { ...place, score: shift(place.score), interval: interval(place.interval) } : place,
    items: items.map((item) => ({ ...item, place: item.place === null ? null : shift(item.place) })),
  };
}

/** The share that two lists have in common: what is in both of what is in either. */
function jaccard(first: readonly string[], second: readonly string[]): number {
  const both = first.filter((id) => second.includes(id)).length;
  return both / (first.length + second.length - both);
}

function tally(ids: readonly string[]): Specificity["advised"] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`index must be below ${list.length}: ${index}`);
  return value;
}
