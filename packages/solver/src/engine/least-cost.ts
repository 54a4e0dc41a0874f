import { checkPlan, MONEY_UNIT, type PreparedPortfolio, portfolioModel } from "@hp/domain";
import type { Highs } from "highs";
import { isGainRow, plainMip, startYearsOf } from "./plain-mip.ts";

/**
 * Whole kronor of the cheapest plan that keeps every rule, whatever it gives: where a front of cost against value begins.
 *
 * @returns 0 where nothing has to be in; null where nothing fits, where time ran out, and where HiGHS' plan keeps a rule
 *   only within its tolerances.
 */
export function leastCost(solver: Highs, prepared: PreparedPortfolio, secondsLeft: number): number | null {
  const { request, measures } = prepared;
  if (request.lockedIn.length + request.requiredDimensions.length === 0) return 0;
  const model = portfolioModel(prepared, { kind: "value" });
  const minimise = model.variables.map(() => 0);
  model.startColumns.forEach((columns, index) => {
    for (const column of columns) if (column >= 0) minimise[column] = (measures[index]?.costSek ?? 0) / MONEY_UNIT;
  });
  const answer = plainMip(solver, model, { constraints: model.constraints.filter((row) => !isGainRow(row)), minimise, secondsLeft });
  if (answer.kind !== "solved" || !answer.isBest) return null;
  const startYears = startYearsOf(model, answer.values);
  const starts = measures.flatMap(({ id, index }) => {
    const startYear = startYears[index] as number;
    return startYear < 0 ? [] : [{ measureId: id, startYear }];
  });
  const { figures, broken } = checkPlan(request, starts);
  return broken.length === 0 ? figures.costSek : null;
}
