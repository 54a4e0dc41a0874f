import { finding, ofMeasure } from "./finding.ts";
import type { RankedPlace } from "./ranked-place.ts";
import type { BenchExpectation, BenchFinding, BenchPlace, ExpectationResult } from "./types.ts";

/**
 * Refuses expectations that ask for nothing that can be tried.
 *
 * @throws RangeError if `among_first` has no whole number from 1.
 */
export function checkExpectations(expectations: readonly BenchExpectation[]): void {
  for (const { kind, n, measureId } of expectations)
    if (kind === "among_first" && (n === null || !Number.isInteger(n) || n < 1))
      throw new RangeError(`n of an expectation of ${measureId} must be a whole number from 1: ${n}`);
}

/**
 * Whether a place is as expected. `among_first`: at most n-th among all that pass their gate, or in its own list (the nine
 * or Grundpaket). `not_advised`: in neither list. `excluded`: its gate is not open, whatever closes it; so also for a
 * measure that is retired.
 */
export function expectationMet({ measureId, kind, n }: BenchExpectation, { ranked, advised, basic }: RankedPlace): boolean {
  if (kind === "not_advised") return !advised.includes(measureId) && !basic.includes(measureId);
  if (kind === "excluded") return !ranked.includes(measureId);
  return [ranked, advised, basic].some((list) => list.slice(0, n ?? 0).includes(measureId));
}

/**
 * An expectation with how it went.
 *
 * @param place Undefined where the place is not among those of the trial.
 */
export function expectationResult(expectation: BenchExpectation, place: RankedPlace | undefined): ExpectationResult {
  if (place === undefined) return { ...expectation, met: null, rank: null };
  const index = place.ranked.indexOf(expectation.measureId);
  return { ...expectation, met: expectationMet(expectation, place), rank: index < 0 ? null : index + 1 };
}

/** Red for each that is not met, yellow for each that could not be tried. */
export function expectationFindings(results: readonly ExpectationResult[], places: readonly BenchPlace[]): readonly BenchFinding[] {
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return results.flatMap(({ placeId, measureId, kind, n, met, rank }): readonly BenchFinding[] => {
    if (met === true) return [];
    const values = { placeId, place: names.get(placeId) ?? placeId, kind, n, rank };
    return [
      finding(met === null ? "yellow" : "red", met === null ? "expectation_untested" : "expectation_unmet", ofMeasure(measureId), values),
    ];
  });
}
