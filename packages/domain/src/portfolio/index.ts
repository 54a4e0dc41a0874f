export { DEFAULT_PER_DIMENSION, defaultAssumptions } from "./assumptions.ts";
export { type BruteForcePlan, bruteForce, MOST_BY_BRUTE_FORCE } from "./brute-force.ts";
export { checkPlan, type PlanCheck } from "./check-plan.ts";
export { checkRequest as checkPortfolioRequest } from "./check-request.ts";
export { type ExpectedScoresInput, expectedScores } from "./expected-scores.ts";
export { portfolioMeasure } from "./from-catalogue.ts";
export { type ModelGoal, portfolioModel } from "./model.ts";
export { type GainCurve, HOUR_UNIT, MONEY_UNIT, type ModelConstraint, type ModelVariable, type PortfolioModel } from "./model-types.ts";
export { type FrontPoint, type FrontProbe, frontOf, nextCostLimit } from "./pareto.ts";
export { type MovedDimension, type PlaceExpectation, placeExpectation, planExpectation } from "./place-expectation.ts";
export {
  type PackageLimits,
  type PackageQuestion,
  type PlannedAction,
  packageCandidates,
  packageCosts,
  packageRequest,
  usualLimits,
  type YearLimits,
} from "./place-request.ts";
export { type Prepared as PreparedPortfolio, type PreparedMeasure, prepare as preparePortfolio } from "./prepared.ts";
export { type Schedule, type ScheduleOptions, scheduleOf } from "./schedule.ts";
export { tangentAt, tangentErrorBound } from "./tangents.ts";
export * from "./types.ts";
export { type Candidate as PlanCandidate, candidateOf, comparePlans, inParts, PARTS_OF_POINT, planValue } from "./value.ts";
