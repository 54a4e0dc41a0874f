import {
  candidateOf,
  comparePlans,
  inParts,
  MONEY_UNIT,
  PARTS_OF_POINT,
  type PlanCandidate,
  type PreparedPortfolio,
  type Schedule,
  scheduleOf,
} from "@hp/domain";
import type { Selection } from "./selection.ts";

/** A plan that keeps every rule. */
export interface FoundPlan extends PlanCandidate {
  /** By measure: start year, −1 for what is not chosen. */
  readonly startYears: Int8Array;
  readonly extraSek: number;
}

/** What is looked for: the best plan, or the least kronor on top of the budgets that reach a value (in millionths of a point). */
export type SearchGoal = { readonly kind: "value" } | { readonly kind: "extra"; readonly valueParts: number };

/** Partial schedules tried for one set before it is left open. */
const mostScheduleSteps = 10_000;

/** Looks for a schedule in another way where the quick search gave up. */
export type SecondLook = (chosen: readonly number[], maxExtraSek: number) => Schedule;

/**
 * The best plan so far, and what another must reach to take its place. Values are recomputed exactly and sets are
 * scheduled exactly before anything is taken in.
 */
export class Incumbent {
  best: FoundPlan | null = null;
  /** The most that a set reaches whose schedule was left open, in the unit of the objective: the proof must look beyond it. */
  openBound = Number.NEGATIVE_INFINITY;
  /** Sets that no schedule fits. */
  unschedulable = 0;
  readonly goal: SearchGoal;
  readonly #prepared: PreparedPortfolio;
  readonly #onBetter: (plan: FoundPlan) => void;
  readonly #secondLook: SecondLook;
  /** Sets that have no schedule, or none that was found. */
  readonly #closed = new Set<string>();

  constructor(prepared: PreparedPortfolio, goal: SearchGoal, secondLook: SecondLook, onBetter: (plan: FoundPlan) => void) {
    this.#prepared = prepared;
    this.goal = goal;
    this.#secondLook = secondLook;
    this.#onBetter = onBetter;
  }

  /** The least bound, in the unit of the objective, of a subtree that may hold a better plan or an equal one of earlier ids. */
  get threshold(): number {
    if (this.best === null) return Number.NEGATIVE_INFINITY;
    if (this.goal.kind === "extra") return (0.5 - this.best.extraSek) / MONEY_UNIT;
    return (inParts(this.best.value) - 0.5) / PARTS_OF_POINT;
  }

  /** The objective of the best plan as the proof needs it: a bound up to here says that none is better, though some may be equal. */
  get proof(): number {
    if (this.best === null) return Number.NEGATIVE_INFINITY;
    return this.goal.kind === "extra" ? this.threshold : (inParts(this.best.value) + 0.5) / PARTS_OF_POINT;
  }

  /** A quick look: whether a set is worth checking exactly. */
  isPromising(selection: Selection): boolean {
    if (this.goal.kind === "value") return selection.value >= this.threshold - 1e-9;
    const isEnough = selection.value >= (this.goal.valueParts - 0.5) / PARTS_OF_POINT - 1e-9;
    return isEnough && (this.best === null || selection.extraSek < this.best.extraSek);
  }

  /** Takes a set in if it is better than the best and can be scheduled. The set keeps its locks. */
  consider(selection: Selection): boolean {
    if (!this.isPromising(selection) || !selection.isValid) return false;
    const candidate = candidateOf(this.#prepared, selection.chosen);
    return this.goal.kind === "value" ? this.#considerValue(candidate) : this.#considerExtra(candidate, this.goal.valueParts);
  }

  #considerValue(candidate: PlanCandidate): boolean {
    if (this.best !== null && comparePlans(this.best, candidate) <= 0) return false;
    return this.#schedule(candidate, this.#prepared.request.extraSek, false);
  }

  #considerExtra(candidate: PlanCandidate, valueParts: number): boolean {
    if (inParts(candidate.value) < valueParts) return false;
    return this.#schedule(candidate, this.best === null ? Number.MAX_SAFE_INTEGER : this.best.extraSek - 1, true);
  }

  #schedule(candidate: PlanCandidate, maxExtraSek: number, leastExtra: boolean): boolean {
    const key = leastExtra ? "" : candidate.chosen.join();
    if (!leastExtra && this.#closed.has(key)) return false;
    const aim = leastExtra ? "least_extra" : "any";
    const quick = scheduleOf(this.#prepared, candidate.chosen, { maxExtraSek, aim, mostSteps: mostScheduleSteps });
    const schedule = quick.kind === "unknown" ? this.#secondLook(candidate.chosen, maxExtraSek) : quick;
    if (schedule.kind !== "found") {
      this.unschedulable += 1;
      if (schedule.kind === "unknown") this.#leaveOpen(candidate);
      if (!leastExtra) this.#closed.add(key);
      return false;
    }
    if (!schedule.isCertain) this.#leaveOpen(candidate);
    this.best = { ...candidate, startYears: schedule.startYears, extraSek: schedule.extraSek };
    this.#onBetter(this.best);
    return true;
  }

  #leaveOpen(candidate: PlanCandidate): void {
    this.openBound = Math.max(this.openBound, this.goal.kind === "extra" ? 0 : candidate.value);
  }
}
