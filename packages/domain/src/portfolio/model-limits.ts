import { HOUR_UNIT, MONEY_UNIT, type ModelColumns, type ModelConstraint } from "./model-types.ts";
import { type Prepared, resources } from "./prepared.ts";

const least = Number.NEGATIVE_INFINITY;
type Terms = ModelConstraint["terms"][number][];

/** Rows on money, hours and balance. */
export function limitRows(prepared: Prepared, columns: ModelColumns, extraIsLimited: boolean): ModelConstraint[] {
  const { request, measures } = prepared;
  const rows = resources.flatMap((_, resource) => [...yearRows(prepared, columns, resource), ...totalRow(prepared, columns, resource)]);
  if (request.costLimitSek !== null) {
    const terms = perMeasure(prepared, columns, (index) => (measures[index]?.costSek ?? 0) / MONEY_UNIT);
    rows.push({ kind: "cost_limit", subject: "both", terms, lower: least, upper: request.costLimitSek / MONEY_UNIT });
  }
  for (const { rule, subject, weights } of prepared.balance) {
    const largest = Math.max(...weights.map(Math.abs));
    const terms = perMeasure(prepared, columns, (index) => (weights[index] ?? 0) / largest);
    rows.push({ kind: rule, subject, terms, lower: 0, upper: Number.POSITIVE_INFINITY });
  }
  const extra = columns.extraColumns.flat();
  if (extraIsLimited && extra.length > 0) {
    const terms = extra.map((column): [number, number] => [column, 1]);
    rows.push({ kind: "extra", subject: "both", terms, lower: least, upper: request.extraSek / MONEY_UNIT });
  }
  return rows.filter((row) => row.terms.length > 0);
}

const unitOf = (resource: number): number => (resources[resource]?.kind === "sek" ? MONEY_UNIT : HOUR_UNIT);

/** Extra kronor lift the money rows of their party; hours have no extra. */
const extraOf = (columns: ModelColumns, resource: number): readonly number[] => columns.extraColumns[resource] ?? [];

function yearRows(prepared: Prepared, columns: ModelColumns, resource: number): ModelConstraint[] {
  const { party, kind } = resources[resource] as (typeof resources)[number];
  const limits = prepared.yearLimits[resource] ?? [];
  return limits.flatMap((limit, year): ModelConstraint[] => {
    if (limit === Number.POSITIVE_INFINITY) return [];
    const terms: Terms = prepared.measures.flatMap(({ index, loads }) =>
      (columns.startColumns[index] ?? []).flatMap((column, start): Terms => {
        const load = column < 0 ? 0 : (loads[start]?.[resource]?.[year] ?? 0);
        return load === 0 ? [] : [[column, load / unitOf(resource)]];
      }),
    );
    const extra = extraOf(columns, resource)[year];
    if (terms.length === 0) return [];
    if (extra !== undefined) terms.push([extra, -1]);
    return [
      {
        kind: kind === "sek" ? "budget_year" : "hours_year",
        subject: `${party}:${year}`,
        terms,
        lower: least,
        upper: limit / unitOf(resource),
      },
    ];
  });
}

function totalRow(prepared: Prepared, columns: ModelColumns, resource: number): ModelConstraint[] {
  const { party, kind } = resources[resource] as (typeof resources)[number];
  const limit = prepared.totalLimits[resource] as number;
  if (limit === Number.POSITIVE_INFINITY) return [];
  const terms = perMeasure(prepared, columns, (index) => (prepared.measures[index]?.totals[resource] ?? 0) / unitOf(resource));
  if (terms.length === 0) return [];
  terms.push(...extraOf(columns, resource).map((column): [number, number] => [column, -1]));
  return [{ kind: kind === "sek" ? "budget_total" : "hours_total", subject: party, terms, lower: least, upper: limit / unitOf(resource) }];
}

/** One coefficient for a measure, whatever year it starts. */
function perMeasure(prepared: Prepared, { startColumns }: ModelColumns, coefficientOf: (index: number) => number): Terms {
  return prepared.measures.flatMap(({ index }) => {
    const coefficient = coefficientOf(index);
    const columns = (startColumns[index] ?? []).filter((column) => column >= 0);
    return coefficient === 0 ? [] : columns.map((column): [number, number] => [column, coefficient]);
  });
}
