import type { PortfolioRequest, RuleAt } from "@hp/domain";
import type { EnginePlan } from "./engine/solve.ts";

/** What the worker is asked. */
export type Task =
  | { readonly kind: "best"; readonly request: PortfolioRequest; readonly timeLimitMs: number }
  | { readonly kind: "least_extra"; readonly request: PortfolioRequest; readonly valueParts: number; readonly timeLimitMs: number }
  | { readonly kind: "least_cost"; readonly request: PortfolioRequest; readonly timeLimitMs: number };

/** What the worker answers to a task. */
export interface Answer {
  readonly plan: EnginePlan | null;
  /** Points, or kronor below 0 for the least extra. */
  readonly bound: number;
  readonly isProven: boolean;
  readonly isSettled: boolean;
  /** Rules that cannot all be kept; null unless there is no plan, or where they were not found in time. */
  readonly conflicts: readonly RuleAt[] | null;
  /** The answer to `least_cost`. */
  readonly costSek: number | null;
  /** Milliseconds of the worker. */
  readonly ms: number;
}

/** A task on its way. */
export interface TaskMessage {
  readonly id: number;
  readonly task: Task;
}

/** What comes back: better plans and lower bounds as they are found, then an answer or a failure. */
export type WorkerMessage =
  | { readonly id: number; readonly kind: "better"; readonly plan: EnginePlan }
  | { readonly id: number; readonly kind: "bound"; readonly bound: number }
  | { readonly id: number; readonly kind: "answer"; readonly answer: Answer }
  | { readonly id: number; readonly kind: "failed"; readonly name: string; readonly message: string };
