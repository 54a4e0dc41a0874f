import type { PartyBudget, PortfolioMeasure, PortfolioRequest } from "@hp/domain";
import { instance, numbersFrom } from "../bench/instances.ts";

/**
 * A small made-up question of a seed, with every kind of rule here and there: years, prerequisites (and / or, with lag),
 * exclusions, synergies both ways, locks, required dimensions, totals, extra, cost limit, balance, done measures,
 * dimensions without a score, costs that repeat so that plans tie.
 */
export function smallRequest(seed: number, mostMeasures = 12): PortfolioRequest {
  const next = numbersFrom(seed * 7919 + 13);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const often = (chance: number) => next() < chance;
  const years = often(0.55) ? 1 : whole(2, 3);
  const count = years === 1 ? whole(3, mostMeasures) : whole(3, Math.min(mostMeasures, 8));
  const request = instance({
    seed,
    measures: count,
    dimensions: whole(2, 4),
    years,
    budgetShare: 0.25 + next() * 0.6,
    atMostPerDimension: often(0.6) ? whole(1, 3) : null,
    tied: often(0.7) ? 0.35 : 0.1,
  });
  const ids = request.measures.map((measure) => measure.id);
  const some = (chance: number) => ids.filter(() => often(chance));
  const isTieProne = often(0.25);
  const measures = request.measures.map((measure): PortfolioMeasure => {
    const window = years > 1 && often(0.2) ? { earliestYear: whole(0, years - 1) } : {};
    const late = years > 1 && often(0.15) ? { latestYear: whole(window.earliestYear ?? 0, years - 1) } : {};
    if (!isTieProne) return { ...measure, ...window, ...late };
    const price = 100_000 * whole(1, 3);
    return {
      ...measure,
      effects: { [measure.mainDimension]: whole(2, 3) },
      evidence: { grade: "c", mixed: false },
      costSek: { municipality: [price], industry: [often(0.5) ? price : 0] },
      hours: { municipality: [100], industry: [50] },
    };
  });
  const spent = (kind: "costSek" | "hours", party: "municipality" | "industry") =>
    measures.reduce((sum, measure) => sum + measure[kind][party].reduce((part, amount) => part + amount, 0), 0);
  const budgetOf = (party: "municipality" | "industry"): PartyBudget => {
    const share = 0.25 + next() * 0.6;
    const perYear = (amount: number) =>
      Array.from({ length: years }, () => (often(0.15) ? null : Math.floor(((amount * share) / years) * (0.6 + next() * 0.8))));
    return {
      sekByYear: perYear(spent("costSek", party)),
      totalSek: often(0.3) ? Math.floor(spent("costSek", party) * share * 0.9) : null,
      hoursByYear: perYear(spent("hours", party) * 1.3),
      totalHours: often(0.3) ? Math.floor(spent("hours", party) * share) : null,
    };
  };
  const lockedIn = often(0.3) ? some(0.12) : [];
  const cost = spent("costSek", "municipality") + spent("costSek", "industry");
  const limits = () => {
    const min = next() * 0.4;
    return { min, max: Math.min(1, min + 0.3 + next() * 0.4) };
  };
  return {
    ...request,
    dimensions: request.dimensions.map((dimension) =>
      often(0.1) ? { ...dimension, place: { kind: "insufficient", coverage: 0, respondents: 0, missing: [] } } : dimension,
    ),
    measures: measures.map((measure) =>
      often(0.05) ? { ...measure, prerequisites: [...measure.prerequisites, { anyOf: ["done-1", "nobody"], lagYears: 0 }] } : measure,
    ),
    done: often(0.5) ? ["done-1"] : [],
    budgets: { municipality: budgetOf("municipality"), industry: budgetOf("industry") },
    extraSek: often(0.25) ? Math.floor(cost * next() * 0.2) : 0,
    costLimitSek: often(0.2) ? Math.floor(cost * (0.2 + next() * 0.5)) : null,
    lockedIn,
    lockedOut: often(0.3) ? some(0.15).filter((id) => !lockedIn.includes(id)) : [],
    requiredDimensions: often(0.25) ? [`d${whole(0, request.dimensions.length - 1)}`] : [],
    balance: often(0.3)
      ? { carries: often(0.8) ? limits() : null, gets: often(0.5) ? limits() : null, hourSek: often(0.5) ? 450 : 0 }
      : null,
  };
}
