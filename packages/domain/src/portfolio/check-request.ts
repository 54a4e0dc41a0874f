import { checkAction, checkAssumptions } from "./exponents.ts";
import { checkIds, checkRecords, isCount, isFraction, isRecord, requireThat } from "./require.ts";
import {
  type AmountsByParty,
  type Balance,
  type PartyBudget,
  type PortfolioMeasure,
  type PortfolioRequest,
  payingParties,
} from "./types.ts";

/** Most years that a plan may span. */
export const MOST_YEARS = 10;
/** Most candidates in one question. */
export const MOST_MEASURES = 1000;
/** Most kronor or hours in any one field, and in all candidates together: a thousand times that is still an exact whole number. */
export const MOST_AMOUNT = 9_000_000_000_000;
const mostAmounts = 30;

/**
 * Refuses a question that has no meaning, before anything is computed. What is merely impossible (a locked-in measure
 * that costs more than the budget) is no mistake: the optimiser answers "infeasible".
 *
 * @throws RangeError naming the first field that is wrong.
 * @see SPEC.md P1–P3
 */
export function checkRequest(request: PortfolioRequest): void {
  requireThat(isRecord(request), "request", "must be given");
  requireThat(isCount(request.horizonYears, MOST_YEARS) && request.horizonYears >= 1, "horizonYears", `must be 1 to ${MOST_YEARS}`);
  checkAssumptions(request.assumptions, "assumptions");
  checkDimensions(request);
  checkIds(request.done, "done");
  checkMeasures(request);
  requireThat(isRecord(request.budgets), "budgets", "must be given by party");
  for (const party of payingParties) checkBudget(request.budgets[party], request.horizonYears, `budgets.${party}`);
  requireThat(isCount(request.extraSek, MOST_AMOUNT), "extraSek", "must be whole kronor, 0 or more");
  checkLimit(request.costLimitSek, "costLimitSek", "kronor");
  checkLocks(request);
  checkLimit(request.atMostPerDimension, "atMostPerDimension", "measures");
  checkIds(request.requiredDimensions, "requiredDimensions");
  const known = new Set(request.dimensions.map((dimension) => dimension.dimensionId));
  request.requiredDimensions.forEach((id, index) => {
    requireThat(known.has(id), `requiredDimensions[${index}]`, "must be one of the dimensions");
  });
  requireThat(request.balance === null || isRecord(request.balance), "balance", "must be limits, or null for none");
  if (request.balance !== null) checkBalance(request, request.balance);
}

function checkDimensions({ dimensions }: PortfolioRequest): void {
  checkRecords(dimensions, "dimensions");
  checkIds(
    dimensions.map((dimension) => dimension.dimensionId),
    "dimensions",
  );
  dimensions.forEach((dimension, index) => {
    const at = `dimensions[${index}]`;
    requireThat(
      Number.isFinite(dimension.weight) && dimension.weight >= 0 && dimension.weight <= 1e6,
      `${at}.weight`,
      "must be 0 to 1 000 000",
    );
    requireThat(isRecord(dimension.byParty), `${at}.byParty`, "must be scores by party");
    const scores = [["place", dimension.place] as const, ...Object.entries(dimension.byParty)];
    for (const [name, scored] of scores) {
      requireThat(scored?.kind === "scored" || scored?.kind === "insufficient", `${at}.${name}.kind`, "must be scored or insufficient");
      requireThat(scored.kind !== "scored" || (scored.score >= 0 && scored.score <= 100), `${at}.${name}.score`, "must be 0 to 100");
    }
  });
}

function checkMeasures({ measures, done, dimensions, horizonYears, assumptions }: PortfolioRequest): void {
  checkRecords(measures, "measures");
  requireThat(measures.length <= MOST_MEASURES, "measures", `must be at most ${MOST_MEASURES}`);
  const known = new Set(dimensions.map((dimension) => dimension.dimensionId));
  const ids = new Set<string>();
  measures.forEach((measure, index) => {
    const at = `measures[${index}]`;
    checkAction(measure, assumptions, at);
    requireThat(!ids.has(measure.id), `${at}.id`, "is there twice");
    requireThat(!done.includes(measure.id), `${at}.id`, "is done already");
    requireThat(known.has(measure.mainDimension), `${at}.mainDimension`, "must be one of the dimensions");
    ids.add(measure.id);
    checkAmounts(measure.costSek, `${at}.costSek`, "kronor");
    checkAmounts(measure.hours, `${at}.hours`, "hours");
    checkOrder(measure, at, horizonYears);
  });
  const all = [allOf(measures, "costSek"), allOf(measures, "hours")];
  requireThat(
    all.every((amount) => amount <= MOST_AMOUNT),
    "measures",
    `must ask for at most ${MOST_AMOUNT} kronor and hours together`,
  );
}

function allOf(measures: readonly PortfolioMeasure[], kind: "costSek" | "hours"): number {
  return measures.reduce((sum, measure) => payingParties.reduce((part, party) => measure[kind][party].reduce(add, part), sum), 0);
}

const add = (one: number, other: number): number => one + other;

function checkAmounts(amounts: AmountsByParty, at: string, unit: string): void {
  requireThat(isRecord(amounts), at, `must be ${unit} by party`);
  for (const party of payingParties) {
    const years = amounts[party];
    requireThat(Array.isArray(years) && years.length <= mostAmounts, `${at}.${party}`, `must be a list of at most ${mostAmounts} years`);
    years.forEach((amount, year) => {
      requireThat(isCount(amount, MOST_AMOUNT), `${at}.${party}[${year}]`, `must be whole ${unit}, 0 to ${MOST_AMOUNT}`);
    });
  }
}

function checkOrder(measure: PortfolioMeasure, at: string, horizonYears: number): void {
  checkRecords(measure.prerequisites, `${at}.prerequisites`);
  measure.prerequisites.forEach((prerequisite, index) => {
    const field = `${at}.prerequisites[${index}]`;
    checkIds(prerequisite.anyOf, `${field}.anyOf`);
    requireThat(prerequisite.anyOf.length > 0, `${field}.anyOf`, "must name at least one");
    requireThat(!prerequisite.anyOf.includes(measure.id), `${field}.anyOf`, "must not name the measure itself");
    requireThat(isCount(prerequisite.lagYears, MOST_YEARS), `${field}.lagYears`, `must be whole years, 0 to ${MOST_YEARS}`);
  });
  checkIds(measure.exclusions, `${at}.exclusions`);
  requireThat(!measure.exclusions.includes(measure.id), `${at}.exclusions`, "must not name the measure itself");
  const { earliestYear = 0, latestYear = horizonYears - 1 } = measure;
  requireThat(isCount(earliestYear, horizonYears - 1), `${at}.earliestYear`, "must be a year of the horizon");
  requireThat(
    isCount(latestYear, horizonYears - 1) && latestYear >= earliestYear,
    `${at}.latestYear`,
    "must be a year from earliestYear on",
  );
}

function checkBudget(budget: PartyBudget, years: number, at: string): void {
  requireThat(isRecord(budget), at, "must be given");
  checkYears(budget.sekByYear, years, `${at}.sekByYear`, "kronor");
  checkYears(budget.hoursByYear, years, `${at}.hoursByYear`, "hours");
  checkLimit(budget.totalSek, `${at}.totalSek`, "kronor");
  checkLimit(budget.totalHours, `${at}.totalHours`, "hours");
}

function checkYears(limits: readonly (number | null)[], years: number, at: string, unit: string): void {
  requireThat(Array.isArray(limits) && limits.length === years, at, "must have one entry for each year of the horizon");
  limits.forEach((limit, year) => {
    checkLimit(limit, `${at}[${year}]`, unit);
  });
}

function checkLimit(limit: number | null, at: string, unit: string): void {
  requireThat(limit === null || isCount(limit, MOST_AMOUNT), at, `must be whole ${unit}, 0 or more, or null for no limit`);
}

function checkLocks({ lockedIn, lockedOut, measures }: PortfolioRequest): void {
  checkIds(lockedIn, "lockedIn");
  checkIds(lockedOut, "lockedOut");
  const candidates = new Set(measures.map((measure) => measure.id));
  lockedIn.forEach((id, index) => {
    requireThat(candidates.has(id), `lockedIn[${index}]`, "must be a candidate");
    requireThat(!lockedOut.includes(id), `lockedIn[${index}]`, "is locked out too");
  });
}

function checkBalance({ dimensions, measures }: PortfolioRequest, balance: Balance): void {
  requireThat(isCount(balance.hourSek, 1_000_000), "balance.hourSek", "must be whole kronor, 0 to 1 000 000");
  const priced = allOf(measures, "costSek") + allOf(measures, "hours") * balance.hourSek;
  requireThat(priced <= MOST_AMOUNT, "balance.hourSek", `must leave all candidates within ${MOST_AMOUNT} kronor`);
  for (const kind of ["carries", "gets"] as const) {
    const limits = balance[kind];
    if (limits === null) continue;
    requireThat(isRecord(limits), `balance.${kind}`, "must be limits, or null for none");
    const isRange = isFraction(limits.min) && isFraction(limits.max) && limits.min <= limits.max;
    requireThat(isRange, `balance.${kind}`, "must have 0 <= min <= max <= 1");
  }
  if (balance.gets === null) return;
  const bothScored = payingParties.every((party) => dimensions.some(({ byParty }) => byParty[party]?.kind === "scored"));
  requireThat(bothScored, "balance.gets", "needs scores of both parties");
}
