import {
  checkPlan,
  inParts,
  MONEY_UNIT,
  PARTS_OF_POINT,
  type PlannedStart,
  type PortfolioModel,
  type PortfolioRequest,
  type PreparedPortfolio,
  planValue,
  portfolioModel,
  preparePortfolio,
  scheduleOf,
} from "@hp/domain";
import type { Highs } from "highs";
import { dominators } from "./dominance.ts";
import { Improver } from "./improve.ts";
import { type FoundPlan, Incumbent, type SearchGoal } from "./incumbent.ts";
import { Domain } from "./node-domain.ts";
import { Propagator } from "./propagate.ts";
import { Search } from "./search.ts";
import { limitsOverYears, Selection, selectionFrame } from "./selection.ts";

/** A plan in the words of the request. */
export interface EnginePlan {
  /** In the order of ids. */
  readonly starts: readonly PlannedStart[];
  /** Points, computed from the selection. */
  readonly value: number;
  readonly costSek: number;
  readonly extraSek: number;
}

/** What the engine came to. */
export interface EngineResult {
  readonly plan: EnginePlan | null;
  /** The unit of the goal: points, or kronor below 0. */
  readonly bound: number;
  readonly isProven: boolean;
  readonly isSettled: boolean;
  readonly relaxations: number;
}

/** Swaps before the first relaxation, whose values lead to better plans sooner. */
const firstRounds = 8;

/** Who hears how far the engine is, in case it is stopped before the end. */
export interface EngineListener {
  /** Every better plan. */
  readonly onBetter: (plan: EnginePlan) => void;
  /** What no plan exceeds, in the unit of the goal: at the start, and when it has come down by a thousandth. */
  readonly onBound: (bound: number) => void;
}

/** What the engine is asked. */
export interface EngineTask extends EngineListener {
  readonly request: PortfolioRequest;
  readonly goal: SearchGoal;
  readonly timeLimitMs: number;
}

/**
 * Finds the best plan: first a good one by filling up and swapping, then the proof, or better ones, by branch and bound.
 *
 * @throws RangeError for a caller's mistake; Error if its own answer breaks a rule, which would be a fault of the engine.
 */
export function solve(solver: Highs, { request, goal, timeLimitMs, onBetter, onBound }: EngineTask): EngineResult {
  const deadline = performance.now() + timeLimitMs;
  const prepared = preparePortfolio(request);
  const incumbent = new Incumbent(prepared, goal, (plan) => onBetter(inWords(prepared, plan)));
  const frame = selectionFrame(prepared);
  const above = dominators(prepared);
  const extraSek = goal.kind === "extra" ? Number.MAX_SAFE_INTEGER : request.extraSek;
  const root = Domain.of(prepared);
  const propagator = new Propagator(prepared, above, new Selection(frame, extraSek));
  if (!propagator.run(root, extraSek))
    return { plan: null, bound: Number.NEGATIVE_INFINITY, isProven: true, isSettled: true, relaxations: 0 };
  const valueAtLeast = goal.kind === "extra" ? (goal.valueParts - 0.5) / PARTS_OF_POINT : 0;
  const model = portfolioModel(prepared, goal.kind === "extra" ? { kind: "extra", valueAtLeast } : { kind: "value" });
  const unit = goal.kind === "extra" ? MONEY_UNIT : 1;
  onBound(goal.kind === "extra" ? 0 : mostOf(model));
  // Half of the time at most before the first relaxation: a plan without a bound is worth less.
  let improveUntil = performance.now() + timeLimitMs / 2;
  const improver = new Improver(frame, incumbent, root, extraSek, () => performance.now() >= improveUntil);
  for (const order of firstOrders(prepared)) improver.run(order, firstRounds);
  improveUntil = deadline;
  const hear = (bound: number) => onBound(bound * unit);
  const outcome = new Search({ solver, frame, above, model, incumbent, improver, propagator, root, deadline, onBound: hear }).run();
  const best = incumbent.best === null ? null : startedEarly(prepared, incumbent.best);
  const plan = best === null ? null : checked(request, inWords(prepared, best));
  return { ...outcome, bound: outcome.bound * unit, plan };
}

/** Points that all candidates together could give if nothing were a limit. */
function mostOf({ curves }: PortfolioModel): number {
  return curves.reduce((sum, { points, mostExponent }) => sum + points * -Math.expm1(-mostExponent), 0);
}

/** Most value for what it takes, counted against the limits; most value; least cost. */
function firstOrders(prepared: PreparedPortfolio): readonly (readonly number[])[] {
  const { measures } = prepared;
  const limits = limitsOverYears(prepared);
  const alone = measures.map(({ index }) => planValue(prepared, [index]));
  const share = measures.map(({ totals }) =>
    totals.reduce((sum, total, resource) => sum + total / Math.max(1, limits[resource] as number), 1e-6),
  );
  const by = (score: (index: number) => number) =>
    measures.map(({ index }) => index).sort((one, other) => score(other) - score(one) || one - other);
  return [by((index) => (alone[index] as number) / (share[index] as number)), by((index) => alone[index] as number)];
}

/** The same set with its earliest start years, if they are found in reasonable time. */
function startedEarly(prepared: PreparedPortfolio, plan: FoundPlan): FoundPlan {
  const maxExtraSek = Math.max(plan.extraSek, prepared.request.extraSek);
  const schedule = scheduleOf(prepared, plan.chosen, { maxExtraSek, aim: "earliest", mostLooks: 300_000 });
  return schedule.kind === "found" ? { ...plan, startYears: schedule.startYears, extraSek: schedule.extraSek } : plan;
}

function inWords({ measures }: PreparedPortfolio, { chosen, startYears, value, costSek, extraSek }: FoundPlan): EnginePlan {
  return {
    starts: chosen.map((index) => ({ measureId: measures[index]?.id ?? "", startYear: startYears[index] as number })),
    value,
    costSek,
    extraSek,
  };
}

function checked(request: PortfolioRequest, plan: EnginePlan): EnginePlan {
  const { figures, broken } = checkPlan(request, plan.starts);
  const isRight = inParts(figures.value) === inParts(plan.value) && figures.costSek === plan.costSek && figures.extraSek === plan.extraSek;
  const rules = broken.filter(({ rule }) => rule !== "extra" && rule !== "budget_year" && rule !== "budget_total");
  if (!isRight || rules.length > 0 || (broken.length > 0 && plan.extraSek <= request.extraSek))
    throw new Error(`the optimiser's plan breaks a rule: ${JSON.stringify({ broken, figures, plan })}`);
  return plan;
}
