import type { Database } from "@hp/db";
import type { PortfolioRequest } from "@hp/domain";
import { cheapestIncrease, type PortfolioPlan, type PortfolioResult, paretoFront, solvePortfolio } from "@hp/solver";
import type { KeptPlan, LeftOut, ProposalResult } from "./proposal-result.ts";

/** How long the parts of an answer may take, in milliseconds, and how much they tell. */
const limits = { bestMs: 8000, frontMs: 15_000, frontPoints: 8, leftOutMs: 3000, leftOutMost: 8, leftOutAllMs: 12_000 } as const;
/** How often the worker tells how far it has come: also how soon it notices that somebody has called the question off. */
const tellEveryMs = 500;

const kept = ({ selection, startYears, value, costSek }: PortfolioPlan): KeptPlan => ({ selection, startYears, value, costSek });

/** Thrown where somebody has called the question off, or the worker is to end. */
class CalledOff extends Error {}

/** Candidates that the best package leaves out though nobody has said that they must be, in the question's order. */
function leftOutOf({ measures, lockedIn, lockedOut }: PortfolioRequest, plan: KeptPlan): readonly string[] {
  const settled = new Set([...plan.selection, ...lockedIn, ...lockedOut]);
  return measures.map(({ id }) => id).filter((id) => !settled.has(id));
}

const isLimited = ({ budgets }: PortfolioRequest): boolean =>
  Object.values(budgets).some((budget) => [...budget.sekByYear, ...budget.hoursByYear].some((amount) => amount !== null));

async function increaseFor(request: PortfolioRequest, measureId: string, signal: AbortSignal): Promise<LeftOut> {
  const found = await cheapestIncrease(request, measureId, { timeLimitMs: limits.leftOutMs, signal });
  if (found.kind === "fits") return { measureId, kind: "fits", sek: found.increaseSek };
  if (found.kind === "not_by_money") return { measureId, kind: "not_by_money", sek: 0 };
  return { measureId, kind: "unknown", sek: found.atLeastSek };
}

const bestOf = ({ status, plan, gap, conflicts }: PortfolioResult): ProposalResult["best"] => {
  if (status === "cancelled") throw new CalledOff();
  return { status, plan: plan === null ? null : kept(plan), gap, conflicts };
};

/**
 * Answers one question, part by part: the best package, then packages for less money, then what it would take for the
 * measures that are left out.
 *
 * @param tell Called after every part with what has been found until then.
 */
async function answer(
  request: PortfolioRequest,
  signal: AbortSignal,
  tell: (done: number, total: number, result?: ProposalResult) => Promise<void>,
): Promise<ProposalResult> {
  await tell(0, 2);
  const best = bestOf(await solvePortfolio(request, { timeLimitMs: limits.bestMs, signal }));
  if (best.plan === null) return { best, front: { complete: true, points: [] }, leftOut: [] };
  const asked = isLimited(request) ? leftOutOf(request, best.plan).slice(0, limits.leftOutMost) : [];
  const total = 2 + asked.length;
  await tell(1, total, { best, front: null, leftOut: null });
  const { status, points } = await paretoFront(request, limits.frontPoints, { timeLimitMs: limits.frontMs, signal });
  const front = { complete: status === "complete", points: points.map(kept) };
  const leftOut: LeftOut[] = [];
  const begun = performance.now();
  for (const [index, measureId] of asked.entries()) {
    await tell(2 + index, total, { best, front, leftOut: null });
    if (performance.now() - begun < limits.leftOutAllMs) leftOut.push(await increaseFor(request, measureId, signal));
  }
  return { best, front, leftOut };
}

/**
 * Takes the question for a package that has waited longest, answers it and leaves the answer. For the worker: the
 * optimiser works in a thread of its own, and keeps a core busy for some seconds.
 *
 * @param signal Aborted when the worker is asked to end: the question is left, and taken up anew by another worker.
 * @returns Null when none waits.
 */
export async function runNextProposal(
  database: Database,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ readonly proposalId: string; readonly outcome: "done" | "cancelled" } | null> {
  const job = await database.proposals.take();
  if (job === null) return null;
  const calledOff = new AbortController();
  let told: readonly [done: number, total: number] = [0, 2];
  const tell = async (done: number, total: number, result?: ProposalResult) => {
    told = [done, total];
    if (!(await database.proposals.progress(job.id, done, total, result))) calledOff.abort();
    if (calledOff.signal.aborted || signal.aborted) throw new CalledOff();
  };
  const alive = setInterval(() => {
    database.proposals.progress(job.id, ...told).then(
      (goesOn) => goesOn || calledOff.abort(),
      // The next sign of life will tell: one that did not get through ends nothing.
      () => {},
    );
  }, tellEveryMs);
  try {
    const result = await answer(job.request as PortfolioRequest, AbortSignal.any([signal, calledOff.signal]), tell);
    if (signal.aborted || calledOff.signal.aborted) return { proposalId: job.id, outcome: "cancelled" };
    await database.proposals.finish(job.id, result);
    return { proposalId: job.id, outcome: "done" };
  } catch (error) {
    if (error instanceof CalledOff) return { proposalId: job.id, outcome: "cancelled" };
    await database.proposals.fail(job.id, "fault");
    throw error;
  } finally {
    clearInterval(alive);
  }
}
