import { sum } from "../scoring/sum.ts";
import { expectedScores } from "./expected-scores.ts";
import { type PackageQuestion, packageRequest, usualLimits } from "./place-request.ts";
import type { Banded, ExpectedDimension, ExpectedScore, PortfolioRequest } from "./types.ts";

/** What some measures can be expected to do to a place. */
export interface PlaceExpectation {
  /** The mean of the scored dimensions, weighted as in the optimiser; null where none that weighs has a score. */
  readonly place: { readonly now: number; readonly after: Banded } | null;
  /** The dimensions that move and have a score, the one that moves most first. */
  readonly dimensions: readonly MovedDimension[];
}

/** A dimension that has a score. */
export type MovedDimension = ExpectedDimension & { readonly place: ExpectedScore };

const gainOf = ({ place: { now, after } }: MovedDimension): number => after.expected - now.expected;

/**
 * What some of a question's measures can be expected to do: the same function that the optimiser maximises.
 *
 * @param selection Ids of measures of the request; others are passed over.
 * @throws RangeError for a caller's mistake, as `expectedScores`.
 * @see docs/method.md#what-to-expect
 */
export function placeExpectation(
  { dimensions, measures, done, assumptions }: Pick<PortfolioRequest, "dimensions" | "measures" | "done" | "assumptions">,
  selection: readonly string[],
): PlaceExpectation {
  const chosen = new Set(selection);
  const expected = expectedScores({ standings: dimensions, actions: measures.filter(({ id }) => chosen.has(id)), done, assumptions });
  const scored = expected.filter((one): one is MovedDimension => one.place !== null);
  const weights = new Map(dimensions.map(({ dimensionId, weight }) => [dimensionId, weight]));
  const weightOf = ({ dimensionId }: MovedDimension) => weights.get(dimensionId) ?? 0;
  const total = sum(scored.map(weightOf));
  const mean = (of: (place: ExpectedScore) => number) => sum(scored.map((one) => weightOf(one) * of(one.place))) / total;
  const after = (end: keyof Banded) => mean((place) => place.after[end]);
  return {
    place:
      total === 0
        ? null
        : { now: mean(({ now }) => now.expected), after: { expected: after("expected"), low: after("low"), high: after("high") } },
    dimensions: scored.filter(({ closedShare }) => closedShare.expected !== 0).sort((one, other) => gainOf(other) - gainOf(one)),
  };
}

/**
 * What a place's plan can be expected to do, with the measures that are proposed, planned or under way. What is done has had
 * its effect, what has stopped has none, and an action of the place's own moves no score: nobody has said what it does.
 */
export function planExpectation(question: Omit<PackageQuestion, "told" | "limits">): PlaceExpectation {
  // Nothing is chosen: only what the plan has is in the question, whatever its years.
  const request = packageRequest({ ...question, told: [], limits: usualLimits(0) });
  return placeExpectation(request, request.lockedIn);
}
