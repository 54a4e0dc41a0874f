import { sum } from "../scoring/sum.ts";
import { checkLength, checkNumber } from "./check.ts";

/** What differences between values mean: none but being different, their order, or their size. */
export type MeasurementLevel = "nominal" | "ordinal" | "interval";

/** Krippendorff's alpha with what it is made of. */
export interface KrippendorffResult {
  /** At most 1; 0 as by chance, below 0 worse than that. Null where nothing can be paired or all values are the same. */
  readonly alpha: number | null;
  /** Values that stand in a unit with at least one other. */
  readonly pairable: number;
  /** Mean difference within units, in squared ranks or squared shares of the range. */
  readonly observed: number;
  /** Mean difference between any two pairable values. */
  readonly expected: number;
}

/**
 * Krippendorff's alpha, the agreement of any number of observers with any values missing: α = 1 − D_o/D_e, the difference
 * within units over that to be expected by chance. Differences: nominal 1 for different values; ordinal
 * (Σ_{g=c…k} n_g − (n_c + n_k)/2)² with n_g how often a value occurs; interval (c − k)².
 *
 * @param units A row per unit, in it each observer's value, null where it is missing. Rows may differ in length: which
 *   observer gave a value does not matter. For nominal data the numbers are names.
 * @returns Alpha depends on the values' names only (nominal), order only (ordinal), or neither unit nor origin (interval).
 * @throws RangeError if there are no units, a value is not finite or the level is unknown.
 * @see K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), repository.upenn.edu/asc_papers/43
 * @see A. F. Hayes and K. Krippendorff, "Answering the call for a standard reliability measure for coding data",
 *   Communication Methods and Measures 1 (2007), 77–89
 */
export function krippendorffAlpha(units: readonly (readonly (number | null)[])[], level: MeasurementLevel): KrippendorffResult {
  const paired = pairableUnits(units);
  const values = [...new Set(paired.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const counted = paired.map((unit) => countsOf(unit, place));
  const totals = values.map((_, index) => sum(counted.map((counts) => counts.get(index) ?? 0)));
  const difference = differenceOf(level, values, totals);
  const pairable = sum(totals);
  if (pairable === 0) return { alpha: null, pairable, observed: 0, expected: 0 };
  const observed = sum(counted.map((counts) => unitDifference(counts, difference))) / pairable;
  const expected = expectedDifference(totals, difference) / (pairable * (pairable - 1));
  return { alpha: expected === 0 ? null : 1 - observed / expected, pairable, observed, expected };
}

function pairableUnits(units: readonly (readonly (number | null)[])[]): readonly (readonly number[])[] {
  checkLength(units, "units", 1);
  return units.flatMap((unit, row) => {
    const known = unit.filter((value) => value !== null);
    for (const value of known) checkNumber(value, `units[${row}]`);
    return known.length < 2 ? [] : [known.map((value) => value + 0)];
  });
}

function countsOf(unit: readonly number[], place: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of unit) {
    const index = place.get(value) ?? 0;
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return counts;
}

type Difference = (first: number, second: number) => number;

/** Squared difference of two values by their places in the sorted list. */
function differenceOf(level: MeasurementLevel, values: readonly number[], totals: readonly number[]): Difference {
  switch (level) {
    case "nominal":
      return (first, second) => (first === second ? 0 : 1);
    case "ordinal": {
      const middles = middleRanks(totals);
      return (first, second) => squared((middles[first] ?? 0) - (middles[second] ?? 0));
    }
    case "interval": {
      const range = (values.at(-1) ?? 0) - (values[0] ?? 0) || 1;
      return (first, second) => squared(((values[first] ?? 0) - (values[second] ?? 0)) / range);
    }
    default:
      throw new RangeError(`level must be nominal, ordinal or interval: ${String(level)}`);
  }
}

/** Σ_{g<c} n_g + n_c/2: the difference of two of them is Krippendorff's ordinal one. */
function middleRanks(totals: readonly number[]): readonly number[] {
  let before = 0;
  return totals.map((total) => {
    const middle = before + total / 2;
    before += total;
    return middle;
  });
}

/** Over all ordered pairs of values in a unit of m: each is one of m − 1 that a value takes part in. */
function unitDifference(counts: ReadonlyMap<number, number>, difference: Difference): number {
  const entries = [...counts];
  const pairs = entries.flatMap(([first, times], index) =>
    entries.slice(index + 1).map(([second, others]) => 2 * times * others * difference(first, second)),
  );
  return sum(pairs) / (sum(entries.map(([, times]) => times)) - 1);
}

function expectedDifference(totals: readonly number[], difference: Difference): number {
  return sum(
    totals.map((times, first) => times * sum(totals.slice(0, first).map((others, second) => 2 * others * difference(first, second)))),
  );
}

const squared = (value: number): number => value * value;
