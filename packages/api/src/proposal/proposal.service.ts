import type { AdoptedView, PackageLimitsInput, PackageView, ProposalAdopt, ProposalAsk } from "@hp/contracts";
import {
  changePlace,
  type FullProposalRow,
  newestRun,
  type PlanRows,
  planOf,
  proposalById,
  proposalsOf,
  type RunRow,
  runById,
} from "@hp/db";
import {
  actionTitle,
  type Catalogue,
  type EarlierStoredRun,
  type Instrument,
  type PackageQuestion,
  type PortfolioRequest,
  packageCandidates,
  packageRequest,
  readRun,
  type StoredRun,
  usualLimits,
} from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { catalogueOf } from "../content/content.service.ts";
import { toDay } from "../day.ts";
import { digestOf } from "../digest.ts";
import { AppError, invalidField } from "../errors.ts";
import { submitOnce } from "../idempotency.service.ts";
import { peopleOf } from "../member/people.service.ts";
import type { planService } from "../plan/plan.service.ts";
import { adviceInputOf, type PlaceAdviceInput } from "../recommendation/make-run.service.ts";
import type { Kit, Locale } from "../services.ts";
import { answerView } from "./answer-view.ts";
import type { ProposalResult } from "./proposal-result.ts";

type Read = PlaceScope<"place.read">;
type Edit = PlaceScope<"plan.edit" | "place.read">;

/** Questions of one place that may wait at the same time. */
const waitingMost = 5;

/** What a package is chosen from: all but the limits. */
interface Ground {
  readonly run: RunRow;
  readonly instrument: Instrument;
  readonly catalogue: Catalogue;
  readonly question: Omit<PackageQuestion, "limits">;
}

/** Limits to begin from, from the next year on. */
const firstLimits = (): PackageLimitsInput => usualLimits(new Date().getUTCFullYear() + 1);

const standing = ({ actions }: PlanRows) => actions.filter(({ removedAt }) => removedAt === null);

function plannedActions(rows: PlanRows, { measures }: Catalogue, locale: Locale) {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return standing(rows).map((action) => ({
    ...action,
    title: actionTitle(action.title, byId.get(action.measureId ?? ""), locale),
    startsOn: toDay(action.startsOn),
  }));
}

const nobody = { name: null, party: null };

const headOf = ({ id, status, done, total, createdAt }: FullProposalRow) => ({
  id: id as never,
  status,
  done,
  total,
  createdAt: createdAt.toISOString(),
});

const asked = ({ request, result }: FullProposalRow) => ({
  request: request as unknown as PortfolioRequest,
  result: result as unknown as ProposalResult | null,
});

/** Everything that a package may hold, whatever the limits. */
function candidatesOf(question: Ground["question"], locale: Locale) {
  const limits = firstLimits();
  const of = (choose: "advised" | "possible") => packageCandidates({ ...question, limits: { ...limits, choose } });
  const advised = new Set(of("advised").map(({ id }) => id));
  const dimensions = new Map(question.instrument.dimensions.map((dimension) => [dimension.id, dimension[locale]]));
  return of("possible").map((measure) => ({
    measureId: measure.id,
    title: measure[locale],
    dimension: dimensions.get(measure.mainDimension) ?? "",
    advised: advised.has(measure.id),
  }));
}

/** Refuses measures and dimensions that a package of the place cannot hold: nothing that was asked for is dropped without a word. */
function checkLimits({ instrument, question }: Ground, limits: PackageLimitsInput): void {
  const possible = new Set(candidatesOf(question, "sv").map(({ measureId }) => measureId));
  const planned = new Set(question.actions.map(({ measureId }) => measureId));
  for (const field of ["lockedIn", "lockedOut"] as const)
    if (!limits[field].every((id) => possible.has(id) || planned.has(id))) throw invalidField(`limits.${field}`, "not_a_choice");
  if (!limits.requiredDimensions.every((id) => instrument.dimensions.some((dimension) => dimension.id === id)))
    throw invalidField("limits.requiredDimensions", "not_a_choice");
}

/** What of the measures that were picked goes into the plan, and from when: those of the package that are not there. */
function adopted(row: FullProposalRow | null, picked: readonly string[], inPlan: ReadonlySet<string | null>) {
  if (row === null) throw new AppError("not_found", { reason: "proposal" });
  const plan = asked(row).result?.best.plan ?? null;
  if (plan === null) throw new AppError("not_ready", { reason: "proposal_unanswered" });
  if (!picked.every((id) => plan.selection.includes(id))) throw invalidField("measureIds", "not_a_choice");
  const { firstYear } = row.limits as PackageLimitsInput;
  const startsOn = (id: string) => `${firstYear + (plan.startYears[id] ?? 0)}-01-01`;
  const added = [...new Set(picked)].filter((id) => !inPlan.has(id)).map((measureId) => ({ measureId, startsOn: startsOn(measureId) }));
  return { runId: row.runId, added };
}

/** Proposals for a package: asked for here, answered by the worker, put into the plan here. */
export const proposalService = ({ transaction, locale }: Kit, plan: Pick<ReturnType<typeof planService>, "addMeasure">) => {
  const groundOf = async (scope: Read, run: RunRow, { input, instrument }: PlaceAdviceInput): Promise<Ground> => {
    const catalogue = await catalogueOf(transaction, run.catalogueVersion);
    const { advice } = readRun(run.document as unknown as StoredRun | EarlierStoredRun);
    const actions = plannedActions(await planOf(transaction, scope), catalogue, locale);
    return { run, instrument, catalogue, question: { instrument, catalogue, scores: input.scores, told: advice.measures, actions } };
  };

  const view = async (scope: Read, proposalId: string | null): Promise<PackageView> => {
    const now = await adviceInputOf(transaction, scope);
    if (now === null) return { kind: "none", reason: "results_closed" };
    const run = await newestRun(transaction, scope);
    if (run === null) return { kind: "none", reason: "not_run" };
    const { instrument, catalogue, question } = await groundOf(scope, run, now);
    const rows = await proposalsOf(transaction, scope);
    const wanted = proposalId ?? rows[0]?.id ?? null;
    const row = wanted === null ? null : await proposalById(transaction, scope, wanted);
    if (wanted !== null && row === null) throw new AppError("not_found", { reason: "proposal" });
    const limits = row === null ? firstLimits() : (row.limits as PackageLimitsInput);
    const people = await peopleOf(
      transaction,
      scope,
      rows.map(({ createdById }) => createdById),
    );
    const all = rows.map(({ id, status, createdAt, createdById }) => ({
      id: id as never,
      status,
      createdAt: createdAt.toISOString(),
      createdBy: people.get(createdById) ?? nobody,
    }));
    const shownOf = (one: FullProposalRow) => ({
      ...headOf(one),
      createdBy: people.get(one.createdById) ?? nobody,
      limits,
      outdated: one.runId !== run.id || digestOf(packageRequest({ ...question, limits })) !== one.digest,
      answer: answerView({ ...asked(one), limits, instrument, catalogue, actions: question.actions, locale }),
    });
    return {
      kind: "ready",
      runId: run.id as never,
      limits,
      candidates: candidatesOf(question, locale),
      dimensions: instrument.dimensions.map(({ id, ...names }) => ({ id, name: names[locale] })),
      shown: row === null ? null : shownOf(row),
      all,
    };
  };

  return {
    view,

    /** Puts a question to the optimiser. The same question that still waits is not put twice. */
    ask: (scope: Edit, input: ProposalAsk): Promise<PackageView> =>
      submitOnce(transaction, scope.actor.userId, "proposal.ask", input, async () => {
        const run = await runById(transaction, scope, input.runId);
        const now = await adviceInputOf(transaction, scope);
        if (run === null || now === null) throw new AppError("not_found", { reason: "run" });
        const ground = await groundOf(scope, run, now);
        checkLimits(ground, input.limits);
        const request = packageRequest({ ...ground.question, limits: input.limits });
        const digest = digestOf(request);
        const waiting = (await proposalsOf(transaction, scope)).filter(({ status }) => status === "queued" || status === "running");
        const same = waiting.find((row) => row.digest === digest);
        if (same !== undefined) return view(scope, same.id);
        if (waiting.length >= waitingMost) throw new AppError("too_many", { reason: "proposals" });
        return changePlace(transaction, scope, { action: "plan.edit", kind: "proposal.ask", target: "" }, async (place) => {
          const { id } = await place.ask({ runId: run.id, limits: input.limits, request, digest });
          return { result: await view(scope, id), before: null, after: { limits: input.limits, digest }, target: id };
        });
      }),

    /** Calls a question off that is not answered yet. */
    callOff: (scope: Edit, proposalId: string): Promise<PackageView> =>
      changePlace(transaction, scope, { action: "plan.edit", kind: "proposal.callOff", target: proposalId }, async (place) => {
        if ((await proposalById(transaction, scope, proposalId)) === null) throw new AppError("not_found", { reason: "proposal" });
        if ((await place.callOff(proposalId)) === 0) throw new AppError("closed", { reason: "proposal_finished" });
        return { result: await view(scope, proposalId), before: null, after: null };
      }),

    /** Puts measures of a proposal into the plan, each from the first day of the year it starts. What is in the plan already stays as it is. */
    adopt: (scope: Edit, input: ProposalAdopt): Promise<AdoptedView> =>
      submitOnce(transaction, scope.actor.userId, "proposal.adopt", input, async () => {
        const inPlan = new Set(standing(await planOf(transaction, scope)).map(({ measureId }) => measureId));
        const { runId, added } = adopted(await proposalById(transaction, scope, input.proposalId), input.measureIds, inPlan);
        const run = await runById(transaction, scope, runId);
        const { measures } = await catalogueOf(transaction, run?.catalogueVersion ?? "");
        const actionIds: string[] = [];
        for (const { measureId, startsOn } of added) {
          const measure = measures.find(({ id }) => id === measureId);
          if (measure === undefined) throw new Error(`run ${runId} names measure ${measureId}, which its catalogue lacks`);
          actionIds.push((await plan.addMeasure(scope, runId, measure, startsOn)).id);
        }
        return { added: actionIds as never[], already: input.measureIds.filter((id) => inPlan.has(id)) };
      }),
  };
};
