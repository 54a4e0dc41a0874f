export { type CheapestIncrease, cheapestIncrease } from "./cheapest-increase.ts";
export { FEWEST_POINTS, type ParetoFront, paretoFront } from "./pareto-front.ts";
export {
  DEFAULT_TIME_LIMIT_MS,
  type PortfolioPlan,
  type PortfolioResult,
  type SolveOptions,
  solvePortfolio,
  startSolver,
  stopSolver,
} from "./solve-portfolio.ts";
