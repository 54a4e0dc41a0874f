import type { ModelColumns, ModelConstraint } from "./model-types.ts";
import type { Prepared, PreparedMeasure } from "./prepared.ts";

const least = Number.NEGATIVE_INFINITY;
const most = Number.POSITIVE_INFINITY;
type Terms = ModelConstraint["terms"][number][];

/** Rows on what goes together and in which order: one start, locks, prerequisites, exclusions, synergies, dimensions. */
export function orderRows(prepared: Prepared, { startColumns, bothColumns }: ModelColumns): ModelConstraint[] {
  const startsOf = (index: number, until = prepared.years - 1, times = 1): Terms =>
    (startColumns[index] ?? []).flatMap((column, year) => (column >= 0 && year <= until ? [[column, times] as const] : []));
  return [
    ...prepared.measures.flatMap((measure) => [
      ...startRow(measure, startsOf(measure.index)),
      ...prerequisiteRows(measure, prepared.years, startsOf),
      ...exclusionRows(prepared, measure, startsOf),
      ...bothRows(measure, bothColumns[measure.index] ?? [], startsOf),
    ]),
    ...dimensionRows(prepared, startsOf),
  ];
}

type StartsOf = (index: number, until?: number, times?: number) => Terms;

/** A measure starts once at most; its one column says so by itself where it has but one year. */
function startRow(measure: PreparedMeasure, terms: Terms): ModelConstraint[] {
  const shared = { subject: measure.id, terms, upper: 1 };
  if (measure.isLockedIn) return [{ ...shared, kind: "locked_in", lower: 1 }];
  return terms.length > 1 ? [{ ...shared, kind: "one_start", lower: least }] : [];
}

/** By every year: what has started by then needs one of its prerequisites started `lagYears` before. */
function prerequisiteRows(measure: PreparedMeasure, years: number, startsOf: StartsOf): ModelConstraint[] {
  return measure.prerequisites.flatMap(({ anyOf, lagYears }) =>
    Array.from({ length: years }, (_, year) => year)
      .filter((year) => startsOf(measure.index, year).length > 0)
      .map((year) => ({
        kind: "prerequisite" as const,
        subject: measure.id,
        terms: [...startsOf(measure.index, year), ...anyOf.flatMap((index) => startsOf(index, year - lagYears, -1))],
        lower: least,
        upper: 0,
      })),
  );
}

function exclusionRows({ measures }: Prepared, measure: PreparedMeasure, startsOf: StartsOf): ModelConstraint[] {
  const row = (subject: string, terms: Terms, upper: number): ModelConstraint => ({
    kind: "exclusion",
    subject,
    terms,
    lower: least,
    upper,
  });
  const withDone = measure.isExcludedByDone && measure.isLockedIn ? [row(`${measure.id}:done`, startsOf(measure.index), 0)] : [];
  const later = measure.exclusions.filter((other) => other > measure.index);
  return [
    ...withDone,
    ...later.map((other) => row(`${measure.id}:${measures[other]?.id}`, [...startsOf(measure.index), ...startsOf(other)], 1)),
  ];
}

function bothRows(measure: PreparedMeasure, columns: readonly number[], startsOf: StartsOf): ModelConstraint[] {
  return measure.synergies.flatMap(({ with: other, added }, at): ModelConstraint[] => {
    const both: Terms = [[columns[at] as number, 1]];
    const shared = { kind: "both" as const, subject: measure.id };
    const strengthens = (added[0]?.exponent ?? 0) > 0;
    if (!strengthens)
      return [
        {
          ...shared,
          terms: [...both, ...startsOf(measure.index, undefined, -1), ...startsOf(other, undefined, -1)],
          lower: -1,
          upper: most,
        },
      ];
    return [measure.index, other].map((index) => ({
      ...shared,
      terms: [...both, ...startsOf(index, undefined, -1)],
      lower: least,
      upper: 0,
    }));
  });
}

function dimensionRows({ measures, request }: Prepared, startsOf: StartsOf): ModelConstraint[] {
  const mains = Map.groupBy(measures, (measure) => measure.source.mainDimension);
  const termsOf = (id: string) => (mains.get(id) ?? []).flatMap((measure) => startsOf(measure.index));
  const limit = request.atMostPerDimension;
  const limited = [...mains].filter(([, those]) => limit !== null && those.length > limit);
  return [
    ...limited.map(([subject]) => ({
      kind: "dimension_limit" as const,
      subject,
      terms: termsOf(subject),
      lower: least,
      upper: limit ?? most,
    })),
    ...request.requiredDimensions.map((subject) => ({
      kind: "required_dimension" as const,
      subject,
      terms: termsOf(subject),
      lower: 1,
      upper: most,
    })),
  ];
}
