import type { PreparedMeasure, PreparedPortfolio } from "@hp/domain";

/**
 * For every candidate those that are at least as good in everything and bound to nothing else, so that a best plan with
 * the candidate has them too: same main dimension, no less effect anywhere, no more of any resource in any year, no worse
 * for the balance, may start whenever it may. Where all is equal the first id stands above the second. Candidates with
 * locks, prerequisites, exclusions or synergies, or that are a prerequisite, are left out of the comparison.
 *
 * @returns By measure index: indexes of those above it.
 * @see SPEC.md O7
 */
export function dominators(prepared: PreparedPortfolio): readonly (readonly number[])[] {
  const { measures } = prepared;
  const isNamed = new Set(
    measures.flatMap(({ prerequisites, synergies }) => [
      ...prerequisites.flatMap(({ anyOf }) => anyOf),
      ...synergies.map((synergy) => synergy.with),
    ]),
  );
  const isAlone = (measure: PreparedMeasure) =>
    !isNamed.has(measure.index) &&
    !measure.isLockedIn &&
    !measure.isLockedOut &&
    !measure.isExcludedByDone &&
    measure.prerequisites.length + measure.exclusions.length + measure.synergies.length === 0;
  const alone = measures.filter(isAlone);
  const byMain = Map.groupBy(alone, (measure) => measure.source.mainDimension);
  return measures.map((measure) =>
    isAlone(measure)
      ? (byMain.get(measure.source.mainDimension) ?? []).filter((other) => isAbove(prepared, other, measure)).map(({ index }) => index)
      : [],
  );
}

function isAbove(prepared: PreparedPortfolio, above: PreparedMeasure, below: PreparedMeasure): boolean {
  if (above.index === below.index || !isAtLeast(prepared, above, below)) return false;
  return above.index < below.index || !isAtLeast(prepared, below, above);
}

function isAtLeast({ balance }: PreparedPortfolio, one: PreparedMeasure, other: PreparedMeasure): boolean {
  const exponentOf = (dimension: number) => one.exponents.find((part) => part.dimension === dimension)?.exponent ?? 0;
  return (
    other.exponents.every(({ dimension, exponent }) => exponentOf(dimension) >= exponent) &&
    balance.every(({ weights }) => (weights[one.index] as number) >= (weights[other.index] as number)) &&
    one.totals.every((total, resource) => total <= (other.totals[resource] as number)) &&
    other.starts.every((year) => one.starts.includes(year) && takesNoMore(one.loads[year], other.loads[year]))
  );
}

type Loads = PreparedMeasure["loads"][number] | undefined;

function takesNoMore(one: Loads, other: Loads): boolean {
  return (one ?? []).every((load, resource) => load.every((amount, year) => amount <= (other?.[resource]?.[year] ?? 0)));
}
