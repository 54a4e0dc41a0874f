import { checkPortfolioRequest, inParts, type PortfolioRequest, type RuleAt } from "@hp/domain";
import { checkedLimit, type PortfolioPlan, type PortfolioResult, planOf, type SolveOptions, solvePortfolio } from "./solve-portfolio.ts";
import { solverThread } from "./solver-thread.ts";

/** What it would take for a measure to have a place in the best plan. */
export type CheapestIncrease =
  | {
      readonly kind: "fits";
      /** "Ryms vid +X kr": whole kronor on top of the budgets and of the request's own extra; 0 where it fits already. */
      readonly increaseSek: number;
      /** The best plan with the measure at that increase: none without it is better. */
      readonly plan: PortfolioPlan;
    }
  /** No money makes room: rules forbid it (the conflicts, if found), or others are better even then (none). */
  | { readonly kind: "not_by_money"; readonly conflicts: readonly RuleAt[] | null }
  /** Time ran out or it was called off: it is at least this. */
  | { readonly kind: "time_limit" | "cancelled"; readonly atLeastSek: number };

const parts = (result: PortfolioResult): number => (result.plan === null ? -1 : inParts(result.plan.value));

/**
 * The least whole kronor, usable by both parties in any year, at which no plan without the measure is better than the
 * best one with it. Both values only rise with the money, so that the answer is found by climbing: the least extra at
 * which the measure reaches the value of the best plan without it; with that money the best without may be better; and
 * so on until it is not. A krona less, and a plan without the measure is better.
 *
 * @param measureId A candidate that is not locked in.
 * @param options The time limit holds for the whole question.
 * @throws RangeError, as a rejection, naming the field of a caller's mistake.
 * @see SPEC.md X1–X3
 */
export async function cheapestIncrease(
  request: PortfolioRequest,
  measureId: string,
  options: SolveOptions = {},
): Promise<CheapestIncrease> {
  checkPortfolioRequest(request);
  const isCandidate = request.measures.some((measure) => measure.id === measureId) && !request.lockedIn.includes(measureId);
  if (!isCandidate) throw new RangeError("measureId must be a candidate that is not locked in");
  return new Climb(request, measureId, performance.now() + checkedLimit(options), options.signal).run();
}

class Climb {
  readonly #with: PortfolioRequest;
  readonly #without: PortfolioRequest;
  readonly #deadline: number;
  readonly #signal: AbortSignal | undefined;
  #extraSek: number;

  constructor(request: PortfolioRequest, measureId: string, deadline: number, signal: AbortSignal | undefined) {
    const lockedOut = request.lockedOut.filter((id) => id !== measureId);
    this.#with = { ...request, lockedOut, lockedIn: [...request.lockedIn, measureId] };
    this.#without = { ...request, lockedOut: [...lockedOut, measureId] };
    this.#deadline = deadline;
    this.#signal = signal;
    this.#extraSek = request.extraSek;
  }

  async run(): Promise<CheapestIncrease> {
    const boundless = await this.#best(this.#with, everything(this.#with));
    if (boundless.status === "infeasible") return { kind: "not_by_money", conflicts: boundless.conflicts };
    if (boundless.status !== "optimal") return this.#stopped();
    for (;;) {
      const without = await this.#best(this.#without, this.#extraSek);
      const within = await this.#best(this.#with, this.#extraSek);
      if (isOpen(without) || isOpen(within)) return this.#stopped();
      if (within.plan !== null && parts(within) >= parts(without)) return this.#fits(within.plan);
      if (parts(without) > parts(boundless)) return { kind: "not_by_money", conflicts: [] };
      const next = await this.#leastExtra(Math.max(0, parts(without)));
      if (next === null) return this.#stopped();
      this.#extraSek = next;
    }
  }

  #fits(plan: PortfolioPlan): CheapestIncrease {
    return { kind: "fits", increaseSek: this.#extraSek - this.#with.extraSek, plan };
  }

  #stopped(): CheapestIncrease {
    return { kind: this.#signal?.aborted ? "cancelled" : "time_limit", atLeastSek: this.#extraSek - this.#with.extraSek };
  }

  #best(request: PortfolioRequest, extraSek: number): Promise<PortfolioResult> {
    const timeLimitMs = this.#timeLeftMs;
    const options = this.#signal === undefined ? { timeLimitMs } : { timeLimitMs, signal: this.#signal };
    return solvePortfolio({ ...request, extraSek }, options);
  }

  /** The least extra at which the measure's best plan reaches a value; null where it was not proven in time. */
  async #leastExtra(valueParts: number): Promise<number | null> {
    const task = { kind: "least_extra", request: this.#with, valueParts, timeLimitMs: this.#timeLeftMs } as const;
    const ended = await solverThread.run(task, this.#signal);
    if (ended.kind !== "answered" || !ended.answer.isProven || ended.answer.plan === null) return null;
    return planOf(ended.answer.plan).extraSek;
  }

  get #timeLeftMs(): number {
    return Math.max(1, Math.ceil(this.#deadline - performance.now()));
  }
}

const isOpen = ({ status }: PortfolioResult): boolean => status === "time_limit" || status === "cancelled";

/** Whole kronor with which everything could be paid. */
function everything({ measures }: PortfolioRequest): number {
  const costs = measures.flatMap(({ costSek }) => [...costSek.municipality, ...costSek.industry]);
  return costs.reduce((sum, amount) => sum + amount, 0);
}
