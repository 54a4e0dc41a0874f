import { preparePortfolio } from "@hp/domain";
import type { Highs } from "highs";
import type { Answer, Task } from "../protocol.ts";
import { conflictsOf } from "./conflicts.ts";
import { leastCost } from "./least-cost.ts";
import { type EngineListener, solve } from "./solve.ts";

/** Milliseconds that naming a conflict may take on top of the time limit's rest. */
const conflictMs = 1000;

/** Does one task from start to end, on the thread it is called on. */
export function answerTo(solver: Highs, task: Task, listener: EngineListener): Answer {
  const started = performance.now();
  const ms = () => performance.now() - started;
  const { request, timeLimitMs } = task;
  if (task.kind === "least_cost") {
    const costSek = leastCost(solver, preparePortfolio(request), timeLimitMs / 1000);
    return { plan: null, bound: 0, isProven: costSek !== null, isSettled: true, conflicts: null, costSek, ms: ms() };
  }
  const goal = task.kind === "best" ? ({ kind: "value" } as const) : ({ kind: "extra", valueParts: task.valueParts } as const);
  const { plan, bound, isProven, isSettled } = solve(solver, { request, goal, timeLimitMs, ...listener });
  const isImpossible = plan === null && isProven && task.kind === "best";
  const deadline = started + Math.max(timeLimitMs, ms() + conflictMs);
  const conflicts = isImpossible ? conflictsOf(solver, preparePortfolio(request), deadline) : null;
  return { plan, bound, isProven, isSettled, conflicts, costSek: null, ms: ms() };
}
