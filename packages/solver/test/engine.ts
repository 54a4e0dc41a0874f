import type { PortfolioRequest } from "@hp/domain";
import { highs } from "../src/engine/highs.ts";
import { type EngineResult, solve } from "../src/engine/solve.ts";

const solver = await highs();

/** The engine on this thread, without a worker: for tests of what it finds. */
export function solveHere(request: PortfolioRequest, timeLimitMs = 20_000): EngineResult {
  return solve(solver, { request, goal: { kind: "value" }, timeLimitMs, onBetter: () => {}, onBound: () => {} });
}
