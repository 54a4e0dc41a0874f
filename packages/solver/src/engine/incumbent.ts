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

/** Looks at the years of measures for one set before it is left open. */
const mostLooks = 200_000;
/** The same for a set that is only hoped to be good. */
const quickLooks = 5000;
/** Looks that a millisecond has room for, on a slow and busy machine. */
const looksPerMs = 300;

/**
 * The best plan so far, and what another must reach to take its place. Values are recomputed exactly and sets are
 * scheduled exactly before anything is taken in.
 */
export class Incumbent {
  best: FoundPlan | null = null;
  /** Sets that no schedule fits. */
  unschedulable = 0;
  readonly goal: SearchGoal;
  readonly #prepared: PreparedPortfolio;
  readonly #onBetter: (plan: FoundPlan) => void;
  /** Sets that have no schedule, or none that was found. */
  readonly #closed = new Set<string>();
  /** Sets whose schedule was left open. */
  #open: PlanCandidate[] = [];

  constructor(prepared: PreparedPortfolio, goal: SearchGoal, onBetter: (plan: FoundPlan) => void) {
    this.#prepared = prepared;
    this.goal = goal;
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

  /** Whether the best plan is this very set, or better. */
  holds(selection: Selection): boolean {
    return this.best !== null && this.best.value >= selection.value - 1e-9;
  }

  /** Takes a set in if it is better than the best and can be scheduled. The set keeps its locks. */
  consider(selection: Selection): boolean {
    return this.#consider(selection, true);
  }

  /** The same, but a set that is not easily scheduled is let go: nothing is concluded from it. */
  hopeFor(selection: Selection): boolean {
    return this.#consider(selection, false);
  }

  #consider(selection: Selection, isThorough: boolean): boolean {
    if (!this.isPromising(selection) || !selection.isValid) return false;
    const candidate = candidateOf(this.#prepared, selection.chosen);
    const maxExtraSek = this.#maxExtraFor(candidate);
    return maxExtraSek !== null && this.#schedule(candidate, maxExtraSek, isThorough);
  }

  /** Kronor on top of the budgets within which the set would be better than the best; null if it cannot be. */
  #maxExtraFor(candidate: PlanCandidate): number | null {
    if (this.goal.kind === "value") {
      const isBetter = this.best === null || comparePlans(this.best, candidate) > 0;
      return isBetter ? this.#prepared.request.extraSek : null;
    }
    if (inParts(candidate.value) < this.goal.valueParts) return null;
    return this.best === null ? Number.MAX_SAFE_INTEGER : this.best.extraSek - 1;
  }

  #schedule(candidate: PlanCandidate, maxExtraSek: number, isThorough: boolean): boolean {
    const key = candidate.chosen.join();
    if (this.#closed.has(key)) return false;
    const schedule = this.#look(candidate, maxExtraSek, isThorough ? mostLooks : quickLooks);
    if (schedule.kind === "found") return this.#take(candidate, schedule);
    if (schedule.kind === "unknown" && !isThorough) return false;
    this.unschedulable += 1;
    if (schedule.kind === "unknown") this.#open.push(candidate);
    this.#closed.add(key);
    return false;
  }

  #look({ chosen }: PlanCandidate, maxExtraSek: number, looks: number): Schedule {
    const aim = this.goal.kind === "extra" ? "least_extra" : "any";
    return scheduleOf(this.#prepared, chosen, { maxExtraSek, aim, mostLooks: looks });
  }

  #take(candidate: PlanCandidate, { startYears, extraSek, isCertain }: Extract<Schedule, { kind: "found" }>): boolean {
    if (!isCertain) this.#open.push(candidate);
    this.best = { ...candidate, startYears, extraSek };
    this.#onBetter(this.best);
    return true;
  }

  /**
   * Looks longer and longer at the sets whose schedule was left open and that would be better than the best, for as long
   * as there is time.
   *
   * @param msLeft Milliseconds that are left.
   */
  settleOpen(msLeft: () => number): void {
    for (let looks = 4 * mostLooks; msLeft() > 0; looks *= 4) {
      const waiting = this.#open.sort(comparePlans);
      this.#open = [];
      for (const candidate of waiting) {
        const maxExtraSek = this.#maxExtraFor(candidate);
        if (maxExtraSek === null) continue;
        const schedule = this.#look(candidate, maxExtraSek, Math.min(looks, Math.max(1, msLeft()) * looksPerMs));
        if (schedule.kind === "found") this.#take(candidate, schedule);
        else if (schedule.kind === "unknown") this.#open.push(candidate);
      }
      if (this.#open.length === 0) return;
    }
  }

  /** The most that a set reaches whose schedule was left open, in the unit of the objective: the proof must look beyond it. */
  get openBound(): number {
    const open = this.#open.filter((candidate) => this.#maxExtraFor(candidate) !== null);
    return open.reduce((most, { value }) => Math.max(most, this.goal.kind === "extra" ? 0 : value), Number.NEGATIVE_INFINITY);
  }
}
