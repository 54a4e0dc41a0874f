import { type Prepared, type PreparedMeasure, prepare, resources } from "./prepared.ts";
import { checkIds, requireThat } from "./require.ts";
import type { PlanFigures, PlannedStart, PortfolioRequest, PortfolioRule, RuleAt } from "./types.ts";
import { candidateOf } from "./value.ts";

/** What a plan gives and takes, and the rules it breaks. */
export interface PlanCheck {
  readonly figures: PlanFigures;
  /** Empty for a plan that keeps every rule. */
  readonly broken: readonly RuleAt[];
}

/**
 * Looks at a plan of any origin (the optimiser's, or one made by hand) with every rule of the request, each on its own
 * and in whole numbers. It shares nothing with the model that the optimiser solves: a fault in one shows in the other.
 *
 * @param plan Candidates of the request with the year they start; the order does not matter.
 * @throws RangeError naming the field, also for a measure that is no candidate or a year outside the horizon.
 * @see SPEC.md C1–C3
 */
export function checkPlan(request: PortfolioRequest, plan: readonly PlannedStart[]): PlanCheck {
  const prepared = prepare(request);
  checkIds(
    plan.map((start) => start.measureId),
    "plan",
  );
  const starts = new Map(
    plan.map(({ measureId, startYear }, at): [number, number] => {
      const index = prepared.measures.findIndex((measure) => measure.id === measureId);
      requireThat(index >= 0, `plan[${at}].measureId`, "must be a candidate");
      requireThat(
        Number.isInteger(startYear) && startYear >= 0 && startYear < prepared.years,
        `plan[${at}].startYear`,
        "must be a year of the horizon",
      );
      return [index, startYear];
    }),
  );
  const chosen = [...starts.keys()].sort((one, other) => one - other);
  const { value, costSek } = candidateOf(prepared, chosen);
  const used = usedBy(prepared, starts);
  const extraSek = extraOf(prepared, used);
  return {
    figures: { value, costSek, extraSek },
    broken: [
      ...prepared.measures.flatMap((measure) => brokenByMeasure(measure, starts)),
      ...brokenByDimension(prepared, starts),
      ...brokenByAmounts(prepared, used, extraSek),
      ...brokenByCost(prepared, costSek),
      ...prepared.balance
        .filter(({ weights }) => chosen.reduce((sum, index) => sum + (weights[index] ?? 0), 0) < 0)
        .map(({ rule, subject }) => ({ rule, subject })),
    ],
  };
}

type Starts = ReadonlyMap<number, number>;

function brokenByMeasure(measure: PreparedMeasure, starts: Starts): RuleAt[] {
  const at = (rule: PortfolioRule, broken: boolean, subject = measure.id): RuleAt[] => (broken ? [{ rule, subject }] : []);
  const start = starts.get(measure.index);
  if (start === undefined) return at("locked_in", measure.isLockedIn);
  const isMet = ({ anyOf, lagYears }: PreparedMeasure["prerequisites"][number]) =>
    anyOf.some((index) => (starts.get(index) ?? Number.POSITIVE_INFINITY) + lagYears <= start);
  const clash = measure.isExcludedByDone || measure.exclusions.some((index) => index > measure.index && starts.has(index));
  return [
    ...at("locked_out", measure.isLockedOut),
    ...at("start_window", !measure.starts.includes(start)),
    ...at("prerequisite", !measure.prerequisites.every(isMet)),
    ...at("exclusion", clash),
  ];
}

function brokenByDimension({ measures, request }: Prepared, starts: Starts): RuleAt[] {
  const mains = Map.groupBy(
    measures.filter((measure) => starts.has(measure.index)),
    (measure) => measure.source.mainDimension,
  );
  const limit = request.atMostPerDimension ?? Number.POSITIVE_INFINITY;
  return [
    ...[...mains].filter(([, those]) => those.length > limit).map(([subject]) => ({ rule: "dimension_limit" as const, subject })),
    ...request.requiredDimensions.filter((id) => !mains.has(id)).map((subject) => ({ rule: "required_dimension" as const, subject })),
  ];
}

/** By resource and year: what the plan takes. A start outside its window takes what it would from then on. */
function usedBy({ measures, years }: Prepared, starts: Starts): readonly (readonly number[])[] {
  return resources.map(({ party, kind }) => {
    const used = new Array<number>(years).fill(0);
    for (const [index, start] of starts) {
      const source = measures[index]?.source;
      const amounts = (kind === "sek" ? source?.costSek : source?.hours)?.[party] ?? [];
      amounts.forEach((amount, after) => {
        const year = Math.min(start + after, years - 1);
        used[year] = (used[year] as number) + amount;
      });
    }
    return used;
  });
}

const over = (used: number, limit: number | undefined): number => Math.max(0, used - (limit ?? Number.POSITIVE_INFINITY));
const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** Kronor needed on top of the budgets: for each party the larger of what its years and what its total lack. */
function extraOf({ yearLimits, totalLimits }: Prepared, used: readonly (readonly number[])[]): number {
  return [0, 1].reduce((sum, resource) => {
    const amounts = used[resource] ?? [];
    const years = amounts.reduce((lacking, amount, year) => lacking + over(amount, yearLimits[resource]?.[year]), 0);
    return sum + Math.max(years, over(total(amounts), totalLimits[resource]));
  }, 0);
}

function brokenByAmounts(prepared: Prepared, used: readonly (readonly number[])[], extraSek: number): RuleAt[] {
  const { yearLimits, totalLimits, request } = prepared;
  const isCovered = extraSek <= request.extraSek;
  const broken = resources.flatMap(({ party, kind }, resource): RuleAt[] => {
    if (kind === "sek" && isCovered) return [];
    const amounts = used[resource] ?? [];
    const inYears = amounts.flatMap((amount, year): RuleAt[] =>
      over(amount, yearLimits[resource]?.[year]) > 0
        ? [{ rule: kind === "sek" ? "budget_year" : "hours_year", subject: `${party}:${year}` }]
        : [],
    );
    const isOver = over(total(amounts), totalLimits[resource]) > 0;
    return isOver ? [...inYears, { rule: kind === "sek" ? "budget_total" : "hours_total", subject: party }] : inYears;
  });
  return isCovered || request.extraSek === 0 ? broken : [...broken, { rule: "extra", subject: "both" }];
}

function brokenByCost({ request }: Prepared, costSek: number): RuleAt[] {
  return costSek > (request.costLimitSek ?? Number.POSITIVE_INFINITY) ? [{ rule: "cost_limit", subject: "both" }] : [];
}
