import { checkPortfolioRequest, type PortfolioRequest, type RuleAt } from "@hp/domain";
import type { EnginePlan } from "./engine/solve.ts";
import type { Answer } from "./protocol.ts";
import { type Ended, solverThread } from "./solver-thread.ts";

/** How long a question may take and how it is called off. */
export interface SolveOptions {
  /** Milliseconds of solving, whole, 1 to 600 000; 5000 if absent. Waiting for others and the first start of the thread (under a second) come on top. */
  readonly timeLimitMs?: number;
  /** Calls it off: the thread is ended at once and the best plan so far comes back. */
  readonly signal?: AbortSignal;
}

/** A plan as the optimiser gives it. */
export interface PortfolioPlan {
  /** Ids of the chosen measures, in order. */
  readonly selection: readonly string[];
  /** By id: the year it starts, 0 is the plan's first. */
  readonly startYears: Readonly<Record<string, number>>;
  /** Points that the weighted mean of the place's scores gains, computed from the selection. */
  readonly value: number;
  /** Whole kronor, both parties, all years. */
  readonly costSek: number;
  /** Whole kronor needed on top of the budgets. */
  readonly extraSek: number;
}

/** The optimiser's answer. */
export interface PortfolioResult {
  /** `optimal`: proven, to a millionth of a point · `time_limit`, `cancelled`: the best found so far, if any · `infeasible`: proven that no plan keeps every rule. */
  readonly status: "optimal" | "time_limit" | "cancelled" | "infeasible";
  /** Null where none was found. */
  readonly plan: PortfolioPlan | null;
  /** No plan gives more points than this; null where nothing is known, and where no plan is possible. */
  readonly bound: number | null;
  /** (bound − value)/bound: how far the plan may be from the best, 0–1; 0 for `optimal`, null without a plan or a bound: called off before it began. */
  readonly gap: number | null;
  /** Whether the plan is also the first of equally good ones (less cost, fewer measures, ids). Nearly always true of `optimal`. */
  readonly tiesSettled: boolean;
  /** For `infeasible`: rules that cannot be kept together, none too many; null where that was not found in a second. */
  readonly conflicts: readonly RuleAt[] | null;
  /** Milliseconds of solving. */
  readonly ms: number;
}

/** Milliseconds of solving where nothing else is asked. */
export const DEFAULT_TIME_LIMIT_MS = 5000;
const longestMs = 600_000;

/**
 * The best package under the request's limits, found in a worker thread: the caller's event loop stays free. The same
 * request gives the same answer whenever it ends as `optimal` or `infeasible`.
 *
 * @throws RangeError, as a rejection, naming the field of a caller's mistake.
 * @see SPEC.md O1–O4, T1–T6
 */
export async function solvePortfolio(request: PortfolioRequest, options: SolveOptions = {}): Promise<PortfolioResult> {
  checkPortfolioRequest(request);
  const timeLimitMs = checkedLimit(options);
  const ended = await solverThread.run({ kind: "best", request, timeLimitMs }, options.signal);
  return resultOf(ended);
}

/** Starts the solver's thread ahead of the first question, so that it does not wait for it. */
export function startSolver(): void {
  solverThread.start();
}

/** Ends the solver's thread; questions under way count as cancelled. It starts again with the next question. */
export function stopSolver(): Promise<void> {
  return solverThread.stop();
}

/**
 * The time limit of the options.
 *
 * @throws RangeError for anything but whole milliseconds from 1 to 600 000.
 */
export function checkedLimit({ timeLimitMs = DEFAULT_TIME_LIMIT_MS }: SolveOptions): number {
  if (!Number.isInteger(timeLimitMs) || timeLimitMs < 1 || timeLimitMs > longestMs)
    throw new RangeError(`timeLimitMs must be whole milliseconds, 1 to ${longestMs}`);
  return timeLimitMs;
}

/** A plan in the words of the answer. */
export function planOf({ starts, value, costSek, extraSek }: EnginePlan): PortfolioPlan {
  return {
    selection: starts.map((start) => start.measureId),
    startYears: Object.fromEntries(starts.map((start) => [start.measureId, start.startYear])),
    value,
    costSek,
    extraSek,
  };
}

function resultOf(ended: Ended): PortfolioResult {
  if (ended.kind === "answered") return answered(ended.answer);
  const { kind, plan, bound, ms } = ended;
  const status = kind === "cancelled" ? "cancelled" : "time_limit";
  return { status, ...withBound(plan, bound), tiesSettled: false, conflicts: null, ms };
}

function answered({ plan, bound, isProven, isSettled, conflicts, ms }: Answer): PortfolioResult {
  const shared = { tiesSettled: isSettled, conflicts, ms };
  if (!isProven) return { status: "time_limit", ...withBound(plan, bound), ...shared };
  if (plan === null) return { status: "infeasible", plan, bound: null, gap: null, ...shared };
  return { status: "optimal", plan: planOf(plan), bound: plan.value, gap: 0, ...shared };
}

/** A plan with what is known of how far it may be from the best. */
function withBound(plan: EnginePlan | null, bound: number | null): Pick<PortfolioResult, "plan" | "bound" | "gap"> {
  const isKnown = bound !== null && Number.isFinite(bound);
  if (plan === null) return { plan, bound: isKnown ? bound : null, gap: null };
  if (!isKnown) return { plan: planOf(plan), bound: null, gap: null };
  const most = Math.max(bound, plan.value);
  return { plan: planOf(plan), bound: most, gap: most === 0 ? 0 : (most - plan.value) / most };
}
