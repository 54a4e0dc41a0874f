import {
  allResources,
  type PortfolioRequest,
  type PreparedPortfolio,
  packYears,
  portfolioModel,
  preparePortfolio,
  type Schedule,
} from "@hp/domain";
import type { Highs } from "highs";
import type { SecondLook } from "./incumbent.ts";
import { isGainRow, plainMip, startYearsOf } from "./plain-mip.ts";

const mostSeconds = 1;

/** Schedules a set by HiGHS: for the few sets where looking year by year comes to no end. */
export function scheduler(solver: Highs, prepared: PreparedPortfolio, deadline: number): SecondLook {
  return (chosen, maxExtraSek) => {
    const only = preparePortfolio(restricted(prepared, chosen, maxExtraSek));
    const model = portfolioModel(only, { kind: "value" });
    const answer = plainMip(solver, model, {
      constraints: model.constraints.filter((row) => !isGainRow(row)),
      minimise: model.variables.map((variable) => (variable.name.startsWith("extra:") ? 1 : 0)),
      secondsLeft: Math.min(mostSeconds, (deadline - performance.now()) / 1000),
    });
    if (answer.kind !== "solved") return { kind: answer.kind === "infeasible" ? "none" : "unknown" };
    const years = startYearsOf(model, answer.values);
    return exactly(prepared, chosen, maxExtraSek, new Map(chosen.map((index, at) => [index, years[at] as number])), answer.isBest);
  };
}

/** The question whether just these measures can be laid in years. */
function restricted({ request, measures }: PreparedPortfolio, chosen: readonly number[], maxExtraSek: number): PortfolioRequest {
  const sources = chosen.flatMap((index) => measures[index]?.source ?? []);
  const cost = chosen.reduce((sum, index) => sum + (measures[index]?.costSek ?? 0), 0);
  return {
    ...request,
    measures: sources,
    extraSek: Math.min(maxExtraSek, cost),
    costLimitSek: null,
    lockedIn: sources.map(({ id }) => id),
    lockedOut: [],
    atMostPerDimension: null,
    requiredDimensions: [],
    balance: null,
  };
}

/** HiGHS' years, if they hold in whole kronor and hours. */
function exactly(
  prepared: PreparedPortfolio,
  chosen: readonly number[],
  maxExtraSek: number,
  fixed: ReadonlyMap<number, number>,
  isCertain: boolean,
): Schedule {
  const packing = packYears(prepared, chosen, { maxExtraSek, mostSteps: chosen.length + 1, resources: allResources, inOrder: true, fixed });
  return packing.kind === "found" ? { ...packing, isCertain } : { kind: "unknown" };
}
