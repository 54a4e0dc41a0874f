import type { PortfolioModel } from "@hp/domain";
import type { Basis, Highs } from "highs";
import { type Bound, LagrangianBound } from "./bound.ts";
import { type Brancher, brancher } from "./branch.ts";
import { coverCuts } from "./covers.ts";
import { Enumerator, setsLeft } from "./enumerate.ts";
import { Heap } from "./heap.ts";
import type { Improver } from "./improve.ts";
import type { Incumbent } from "./incumbent.ts";
import { type Domain, FREE, IN, OUT } from "./node-domain.ts";
import type { Propagator } from "./propagate.ts";
import { Relaxation, type Relaxed } from "./relaxation.ts";
import { Selection, type SelectionFrame } from "./selection.ts";

/** What the search came to. */
export interface SearchOutcome {
  /** No plan reaches more than this, in the unit of the objective; −Infinity where there is no plan. */
  readonly bound: number;
  /** Every subtree was looked at, or could hold nothing better. */
  readonly isProven: boolean;
  /** Also no equally good plan comes before the best one in the order of plans. */
  readonly isSettled: boolean;
  /** Relaxations solved. */
  readonly relaxations: number;
}

/** What the search is given. */
export interface SearchTask {
  readonly solver: Highs;
  readonly frame: SelectionFrame;
  /** By measure: those above it, from `dominators`. */
  readonly above: readonly (readonly number[])[];
  readonly model: PortfolioModel;
  readonly incumbent: Incumbent;
  readonly improver: Improver;
  readonly propagator: Propagator;
  /** What follows from the request, propagated. */
  readonly root: Domain;
  /** Milliseconds, on the clock of `performance.now()`. */
  readonly deadline: number;
  /** Hears what no plan exceeds, in the unit of the objective, each time it has come down by a thousandth. */
  readonly onBound: (bound: number) => void;
}

interface Subtree {
  readonly domain: Domain;
  readonly most: number;
  readonly basis: Basis | null;
}

/** Sets that one subtree may leave to be looked at one by one instead of being divided. */
const mostSets = 10_000;
const mostUnschedulable = 60;
const mostRootRounds = 12;
/** Subtrees looked at only to settle which of equally good plans comes first. */
const mostForTies = 300;
const leastRootSeconds = 0.2;
/** Subtrees at whose values a plan is made. */
const improvedSubtrees = 40;
/** Subtrees at whose values tangents are added: each makes all later ones a little slower. */
const tightenedSubtrees = 200;
/** Relaxations after which plans are made with less care. */
const fewRelaxations = 20;

/**
 * Branch and bound, best bound first. A subtree is relaxed by HiGHS, bounded at its prices, and then closed, looked
 * through set by set where the bound leaves few of them, or divided. Bounds and values are our own arithmetic; of HiGHS
 * only that a relaxation is infeasible is taken as said.
 *
 * @see SPEC.md O1–O4; README.md of this package for the whole method
 */
export class Search {
  readonly #task: SearchTask;
  readonly #relaxation: Relaxation;
  readonly #bounds: LagrangianBound;
  readonly #enumerator: Enumerator;
  readonly #selection: Selection;
  readonly #brancher: Brancher;
  readonly #open = new Heap<Subtree>();
  #relaxations = 0;
  #ties = 0;
  /** Bounds of subtrees that were left without being looked through. */
  #left = Number.NEGATIVE_INFINITY;
  #lastHeard = Number.POSITIVE_INFINITY;

  constructor(task: SearchTask) {
    const { solver, frame, model, incumbent } = task;
    const { prepared } = frame;
    this.#task = task;
    this.#relaxation = new Relaxation(solver, prepared, model);
    this.#bounds = new LagrangianBound(prepared, model, this.#relaxation.structural);
    this.#selection = new Selection(frame, this.#extraAllowed);
    this.#enumerator = new Enumerator(prepared, task.above, incumbent, this.#selection);
    this.#brancher = brancher(prepared, model);
  }

  /** Searches until all is proven or time is out. */
  run(): SearchOutcome {
    try {
      const { most } = this.#bounds.of(this.#task.root, new Float64Array(this.#relaxation.structural.count));
      this.#process({ domain: this.#task.root.copy(), most, basis: null });
      while (this.#goesOn()) {
        this.#tellBound();
        this.#process(this.#open.pop() as Subtree);
      }
      this.#task.incumbent.settleOpen(() => this.#task.deadline - performance.now());
      return this.#outcome();
    } finally {
      this.#relaxation.dispose();
    }
  }

  /** Between two subtrees: every plan that may be better lies in one that is open or was left. */
  #tellBound(): void {
    const most = Math.max(this.#open.top, this.#left, this.#task.incumbent.openBound);
    if (this.#lastHeard - most < Math.abs(most) / 1000) return;
    this.#lastHeard = most;
    this.#task.onBound(most);
  }

  #goesOn(): boolean {
    const { incumbent } = this.#task;
    if (this.#open.size === 0 || this.#open.top < incumbent.threshold || this.#isOutOfTime()) return false;
    if (this.#open.top >= incumbent.proof) return true;
    this.#ties += 1;
    return this.#ties <= mostForTies;
  }

  #outcome(): SearchOutcome {
    const { incumbent } = this.#task;
    const most = Math.max(this.#open.top, this.#left, incumbent.openBound);
    const isProven = incumbent.best === null ? most === Number.NEGATIVE_INFINITY : most < incumbent.proof;
    const reached = incumbent.best === null ? Number.NEGATIVE_INFINITY : incumbent.proof;
    return {
      bound: isProven ? reached : Math.max(most, reached),
      isProven,
      isSettled: isProven && (incumbent.best === null || most < incumbent.threshold),
      relaxations: this.#relaxations,
    };
  }

  #process({ domain, most, basis }: Subtree): void {
    const isRoot = this.#relaxations === 0;
    const relaxed = this.#relax(() => this.#relaxation.solve(domain, basis, this.#secondsLeft));
    if (relaxed === "infeasible") return;
    if (relaxed === "unknown") {
      this.#divideBlindly(domain, most);
      return;
    }
    if (isRoot) this.#improve(relaxed, this.#bounds.of(domain, relaxed.duals));
    const found = isRoot ? this.#tighten(domain, relaxed) : { relaxed, bound: this.#bounds.of(domain, relaxed.duals) };
    if (found === null) return;
    if (!isRoot && this.#relaxations <= tightenedSubtrees) this.#relaxation.addTangents(found.relaxed.values, 1e-3);
    if (this.#relaxations <= improvedSubtrees || this.#task.incumbent.best === null) this.#improve(found.relaxed, found.bound);
    this.#close(domain, { ...found.bound, most: Math.min(most, found.bound.most) }, found.relaxed);
  }

  /** Goes on without a relaxation: one that HiGHS gave up on, for lack of time or of digits. */
  #divideBlindly(domain: Domain, most: number): void {
    const { frame, model } = this.#task;
    const values = new Float64Array(model.variables.length);
    const children = this.#isOutOfTime() ? [] : this.#brancher(domain, values, new Float64Array(frame.prepared.measures.length), false);
    if (children.length === 0) this.#left = Math.max(this.#left, most);
    for (const child of children) if (this.#propagate(child)) this.#open.push(most, { domain: child, most, basis: null });
  }

  /** Adds tangents and covers at the root for as long as they lower the bound. */
  #tighten(domain: Domain, first: Relaxed): { readonly relaxed: Relaxed; readonly bound: Bound } | null {
    const { variables } = this.#task.model;
    const isBinary = variables.map((variable) => variable.isInteger);
    let relaxed = first;
    let bound = this.#bounds.of(domain, relaxed.duals);
    for (let round = 0; round < mostRootRounds && !this.#isOutOfTime(); round += 1) {
      const cuts = coverCuts(this.#relaxation.structural, relaxed.values, isBinary);
      const tangents = this.#relaxation.addTangents(relaxed.values, 1e-5);
      for (const cut of cuts) this.#relaxation.addCut(cut);
      if (cuts.length + tangents === 0) break;
      const next = this.#relax(() => this.#relaxation.again(this.#secondsLeft));
      if (next === "infeasible") return null;
      if (next === "unknown") break;
      relaxed = next;
      const nextBound = this.#bounds.of(domain, relaxed.duals);
      if (nextBound.most < bound.most) bound = nextBound;
      if (!this.#isClose(bound)) this.#improve(relaxed, nextBound);
    }
    return { relaxed, bound };
  }

  /** Whether the best plan is within a hundredth of a bound. */
  #isClose({ most }: Bound): boolean {
    const { best, goal } = this.#task.incumbent;
    return best !== null && (goal.kind !== "value" || most - best.value <= most / 100);
  }

  #close(domain: Domain, bound: Bound, { values, basis }: Relaxed): void {
    const { incumbent } = this.#task;
    if (bound.most < incumbent.threshold) return;
    this.#fix(domain, bound);
    const gap = bound.most - incumbent.threshold;
    const isFew = setsLeft(bound, domain, gap) <= mostSets;
    if (isFew && this.#lookThrough(domain, bound)) return;
    for (const child of this.#brancher(domain, values, bound.worth, isFew)) {
      if (this.#propagate(child)) this.#open.push(bound.most, { domain: child, most: bound.most, basis });
    }
  }

  /** Decides what would cost more than the gap to decide otherwise. */
  #fix({ state }: Domain, { most, worth }: Bound): void {
    const { threshold } = this.#task.incumbent;
    worth.forEach((value, index) => {
      if (state[index] === FREE && most - Math.abs(value) < threshold) state[index] = value > 0 ? IN : OUT;
    });
  }

  #lookThrough(domain: Domain, bound: Bound): boolean {
    this.#selection.extraAllowedSek = this.#extraAllowed;
    const isComplete = this.#enumerator.run(bound, domain, { mostUnschedulable, isOutOfTime: () => this.#isOutOfTime() });
    if (!isComplete && this.#isOutOfTime()) this.#left = Math.max(this.#left, bound.most);
    return isComplete;
  }

  #improve({ values }: Relaxed, { worth }: Bound): void {
    const { startColumns } = this.#task.model;
    const chosen = startColumns.map((columns) => columns.reduce((sum, column) => (column < 0 ? sum : sum + (values[column] as number)), 0));
    const order = [...chosen.keys()].sort(
      (one, other) =>
        (chosen[other] as number) - (chosen[one] as number) || (worth[other] as number) - (worth[one] as number) || one - other,
    );
    this.#task.improver.run(order, this.#relaxations < fewRelaxations ? 30 : 3);
  }

  #propagate(domain: Domain): boolean {
    return this.#task.propagator.run(domain, this.#extraAllowed);
  }

  #relax(solve: () => Relaxed | "infeasible" | "unknown"): Relaxed | "infeasible" | "unknown" {
    this.#relaxations += 1;
    return solve();
  }

  /** Kronor on top of the budgets that a plan of interest may need. */
  get #extraAllowed(): number {
    const { incumbent, frame } = this.#task;
    if (incumbent.goal.kind === "value") return frame.prepared.request.extraSek;
    return incumbent.best === null ? Number.MAX_SAFE_INTEGER : incumbent.best.extraSek - 1;
  }

  /** The first relaxation always has some time: without it nothing is known of how good a plan is. */
  get #secondsLeft(): number {
    return Math.max(this.#relaxations === 1 ? leastRootSeconds : 0, (this.#task.deadline - performance.now()) / 1000);
  }

  #isOutOfTime(): boolean {
    return performance.now() >= this.#task.deadline;
  }
}
