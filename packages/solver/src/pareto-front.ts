import { checkPortfolioRequest, type FrontProbe, frontOf, nextCostLimit, type PortfolioRequest } from "@hp/domain";
import { checkedLimit, type PortfolioPlan, type PortfolioResult, type SolveOptions, solvePortfolio } from "./solve-portfolio.ts";
import { solverThread } from "./solver-thread.ts";

/** A front of cost against value. */
export interface ParetoFront {
  /** `complete`: as many points as asked for, or all there are · `time_limit`, `cancelled`: those found until then · `infeasible`: no plan keeps every rule. */
  readonly status: "complete" | "time_limit" | "cancelled" | "infeasible";
  /** In rising order of cost and of value; none beaten by another in both. Each is the best plan for its cost, proven. */
  readonly points: readonly PortfolioPlan[];
}

/** Fewest points that may be asked for. */
export const FEWEST_POINTS = 8;
const mostPoints = 100;
/** Questions for one point: enough for all of them (SPEC.md F4 of the domain's portfolio). */
const probesPerPoint = 3;

/**
 * Plans from the cheapest to the best, spread over the cost: the best value for each of a row of cost limits
 * (ε-constraint), chosen one after another where the front is still widest open.
 *
 * @param request Its own `costLimitSek` is the upper end.
 * @param points 8 to 100; fewer come back where there are not so many efficient plans.
 * @param options The time limit holds for the whole front.
 * @throws RangeError, as a rejection, naming the field of a caller's mistake.
 * @see SPEC.md T7
 */
export async function paretoFront(request: PortfolioRequest, points: number, options: SolveOptions = {}): Promise<ParetoFront> {
  checkPortfolioRequest(request);
  if (!Number.isInteger(points) || points < FEWEST_POINTS || points > mostPoints)
    throw new RangeError(`points must be ${FEWEST_POINTS} to ${mostPoints}`);
  const deadline = performance.now() + checkedLimit(options);
  const within = (costLimitSek: number | null) => limited({ ...request, costLimitSek }, deadline, options);
  const best = await within(request.costLimitSek);
  if (best.status !== "optimal" || best.plan === null) return { status: asFront(best.status), points: [] };
  const cheapestSek = await leastCost(request, deadline, options);
  if (cheapestSek === null) return { status: options.signal?.aborted ? "cancelled" : "time_limit", points: [best.plan] };
  const probes: FrontProbe<PortfolioPlan>[] = [{ limitSek: best.plan.costSek, point: best.plan }];
  let limitSek: number | null = cheapestSek;
  for (let probe = 0; limitSek !== null && probe < points * probesPerPoint; probe += 1) {
    const found = await within(limitSek);
    if (found.status !== "optimal" || found.plan === null) return { status: asFront(found.status), points: frontOf(probes) };
    probes.push({ limitSek, point: found.plan });
    limitSek = frontOf(probes).length >= points ? null : nextCostLimit(probes);
  }
  return { status: "complete", points: frontOf(probes) };
}

const asFront = (status: PortfolioResult["status"]): ParetoFront["status"] => (status === "optimal" ? "complete" : status);

function limited(request: PortfolioRequest, deadline: number, { signal }: SolveOptions): Promise<PortfolioResult> {
  const timeLimitMs = Math.max(1, Math.ceil(deadline - performance.now()));
  return solvePortfolio(request, signal === undefined ? { timeLimitMs } : { timeLimitMs, signal });
}

async function leastCost(request: PortfolioRequest, deadline: number, { signal }: SolveOptions): Promise<number | null> {
  const timeLimitMs = Math.max(1, Math.ceil(deadline - performance.now()));
  const ended = await solverThread.run({ kind: "least_cost", request, timeLimitMs }, signal);
  return ended.kind === "answered" ? ended.answer.costSek : null;
}
