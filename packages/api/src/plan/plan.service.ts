import type { ActionPatch, ActionView, DecisionSet, DecisionView, PlanView } from "@hp/contracts";
import { type ActionFields, type ActionRow, changePlace, type DecisionRow, planOf, runById } from "@hp/db";
import { actionTitle, type Catalogue, type Measure, planExpectation, planTotals, proposedAmounts } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { catalogueOf, contentOfPlace } from "../content/content.service.ts";
import { fromDay, toDay } from "../day.ts";
import { AppError } from "../errors.ts";
import { submitOnce } from "../idempotency.service.ts";
import { type People, peopleOf } from "../member/people.service.ts";
import { newestScores } from "../score/round-scores.service.ts";
import type { Kit } from "../services.ts";
import { expectationView } from "./expectation-view.ts";

const amounts = ["municipalityCostSek", "industryCostSek", "municipalityHours", "industryHours"] as const;

/** What the views of actions take their names from. */
interface Names {
  readonly people: People;
  readonly titleOf: (row: Pick<ActionRow, "measureId" | "title">) => string;
}

const toActionView = (row: ActionRow, { people, titleOf }: Names): ActionView =>
  ({
    id: row.id,
    measureId: row.measureId,
    title: titleOf(row),
    note: row.note,
    responsibleParty: row.responsibleParty,
    responsibleName: row.responsibleName,
    startsOn: toDay(row.startsOn),
    endsOn: toDay(row.endsOn),
    municipalityCostSek: row.municipalityCostSek,
    industryCostSek: row.industryCostSek,
    municipalityHours: row.municipalityHours,
    industryHours: row.industryHours,
    status: row.status,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: people.get(row.updatedById) ?? { name: null, party: null },
    removed: row.removedAt !== null,
  }) as ActionView;

const toDecisionView = (row: DecisionRow): DecisionView => ({
  decisionOn: toDay(row.decisionOn),
  decisionNote: row.decisionNote,
  followUpOn: toDay(row.followUpOn),
  version: row.version,
});

/** Only what the patch names; days become dates. */
function toFields({ startsOn, endsOn, ...rest }: ActionPatch): Partial<ActionFields> {
  const fields: Partial<ActionFields> = { ...rest };
  if (startsOn !== undefined) fields.startsOn = fromDay(startsOn);
  if (endsOn !== undefined) fields.endsOn = fromDay(endsOn);
  return fields;
}

/** The fields that the trail keeps: what changed, before and after. */
const traced = (row: ActionRow, fields: Iterable<string>) => {
  const all: Record<string, unknown> = { ...row, startsOn: toDay(row.startsOn), endsOn: toDay(row.endsOn) };
  return { title: row.title, ...Object.fromEntries([...fields].map((field) => [field, (all[field] ?? null) as string | number | null])) };
};

/** The shared plan: both parties edit it, and nobody's words disappear. */
export const planService = ({ transaction, locale }: Kit) => {
  const namesOf = async (
    scope: PlaceScope<"place.read">,
    rows: readonly ActionRow[],
    catalogue: Pick<Catalogue, "measures">,
  ): Promise<Names> => {
    const measures = new Map(catalogue.measures.map((measure) => [measure.id, measure]));
    const authors = rows.map((row) => row.updatedById);
    return {
      people: await peopleOf(transaction, scope, authors),
      titleOf: ({ measureId, title }) => actionTitle(title, measures.get(measureId ?? ""), locale),
    };
  };
  const view = async (scope: PlaceScope<"place.read">, row: ActionRow) =>
    toActionView(row, await namesOf(scope, [row], (await contentOfPlace(transaction, scope)).catalogue));

  /** What the plan can be expected to do; null before results are open. */
  const expectedOf = async (
    scope: PlaceScope<"place.read">,
    current: readonly ActionRow[],
    catalogue: Catalogue,
  ): Promise<PlanView["expected"]> => {
    const open = await newestScores(transaction, scope);
    if (typeof open === "string") return null;
    const { instrument, scores } = open;
    const actions = current.map((row) => ({ ...row, startsOn: toDay(row.startsOn) }));
    return expectationView(planExpectation({ instrument, catalogue, scores, actions }), instrument, locale);
  };

  const stale = async (scope: PlaceScope<"place.read">, now: ActionRow | null): Promise<never> => {
    if (now === null) throw new AppError("not_found", { reason: "action" });
    throw new AppError("stale", { current: await view(scope, now) });
  };

  /** One versioned change of one action: refused with the saved version when someone was first. */
  const change = (
    scope: PlaceScope<"plan.edit" | "place.read">,
    event: { readonly kind: string; readonly actionId: string; readonly fields: readonly string[] },
    apply: (actions: Parameters<Parameters<typeof changePlace<"plan.edit", ActionRow>>[3]>[0]) => Promise<number>,
  ): Promise<ActionView> =>
    changePlace(transaction, scope, { action: "plan.edit", kind: event.kind, target: event.actionId }, async (place) => {
      const before = await place.byId(event.actionId);
      const changed = before === null ? 0 : await apply(place);
      const now = await place.byId(event.actionId);
      if (before === null || now === null || changed === 0) return stale(scope, now);
      return { result: await view(scope, now), before: traced(before, event.fields), after: traced(now, event.fields) };
    });

  const add = (
    scope: PlaceScope<"plan.edit" | "place.read">,
    fields: ActionFields & { measureId: string | null; runId: string | null },
  ): Promise<ActionView> =>
    changePlace(transaction, scope, { action: "plan.edit", kind: "plan.add", target: "" }, async (place) => {
      if (fields.measureId !== null && (await place.byMeasure(fields.measureId)) !== null)
        throw new AppError("already_exists", { reason: "measure_in_plan" });
      const row = await place.add(fields);
      return {
        result: await view(scope, row),
        before: null,
        after: traced(row, ["measureId", "responsibleParty", ...amounts]),
        target: row.id,
      };
    });

  /** Puts a measure into the plan, with the catalogue's proposal for who carries what. */
  const addMeasure = (
    scope: PlaceScope<"plan.edit" | "place.read">,
    runId: string,
    measure: Measure,
    startsOn: string | null,
  ): Promise<ActionView> =>
    add(scope, {
      ...proposedAmounts(measure),
      measureId: measure.id,
      runId,
      title: measure[locale],
      note: "",
      responsibleName: "",
      startsOn: fromDay(startsOn),
      endsOn: null,
      status: "proposed",
    });

  return {
    addMeasure,
    /** The plan with its totals; removed actions apart, so that they can be put back. */
    get: async (scope: PlaceScope<"place.read">): Promise<PlanView> => {
      const { actions, decision } = await planOf(transaction, scope);
      const { catalogue } = await contentOfPlace(transaction, scope);
      const names = await namesOf(scope, actions, catalogue);
      const current = actions.filter((row) => row.removedAt === null);
      return {
        actions: current.map((row) => toActionView(row, names)),
        removed: actions.filter((row) => row.removedAt !== null).map((row) => toActionView(row, names)),
        totals: planTotals(current.filter((row) => row.status !== "stopped")),
        expected: await expectedOf(scope, current, catalogue),
        decision: toDecisionView(decision),
      };
    },

    /** Puts a measure of a run into the plan, with the catalogue's proposal for who carries what. */
    addFromAdvice: (
      scope: PlaceScope<"plan.edit" | "place.read">,
      input: { runId: string; measureId: string; idempotencyKey: string },
    ): Promise<ActionView> =>
      submitOnce(transaction, scope.actor.userId, "plan.addFromAdvice", input, async () => {
        const run = await runById(transaction, scope, input.runId);
        if (run === null) throw new AppError("not_found", { reason: "run" });
        const catalogue = await catalogueOf(transaction, run.catalogueVersion);
        const measure = catalogue.measures.find((one) => one.id === input.measureId);
        if (measure === undefined) throw new AppError("not_found", { reason: "measure" });
        return addMeasure(scope, run.id, measure, null);
      }),

    /** An action of the place's own. */
    addOwn: (
      scope: PlaceScope<"plan.edit" | "place.read">,
      input: { title: string; responsibleParty: "municipality" | "industry" | "both"; idempotencyKey: string },
    ): Promise<ActionView> =>
      submitOnce(transaction, scope.actor.userId, "plan.addOwn", input, () =>
        add(scope, {
          title: input.title,
          responsibleParty: input.responsibleParty,
          measureId: null,
          runId: null,
          note: "",
          responsibleName: "",
          startsOn: null,
          endsOn: null,
          municipalityCostSek: null,
          industryCostSek: null,
          municipalityHours: null,
          industryHours: null,
          status: "proposed",
        }),
      ),

    updateAction: (
      scope: PlaceScope<"plan.edit" | "place.read">,
      actionId: string,
      version: number,
      patch: ActionPatch,
    ): Promise<ActionView> =>
      change(scope, { kind: "plan.update", actionId, fields: Object.keys(patch) }, async (place) => {
        const before = await place.byId(actionId);
        // A patch may name one end only: the other stands in the plan.
        const startsOn = patch.startsOn === undefined ? toDay(before?.startsOn ?? null) : patch.startsOn;
        const endsOn = patch.endsOn === undefined ? toDay(before?.endsOn ?? null) : patch.endsOn;
        if (before?.version === version && startsOn && endsOn && startsOn > endsOn)
          throw new AppError("invalid", { fields: [{ path: "patch.endsOn", problem: "ends_before_start" }] });
        return place.update(actionId, version, toFields(patch));
      }),

    removeAction: (scope: PlaceScope<"plan.edit" | "place.read">, actionId: string, version: number): Promise<ActionView> =>
      change(scope, { kind: "plan.remove", actionId, fields: [] }, (place) => place.remove(actionId, version)),

    restoreAction: (scope: PlaceScope<"plan.edit" | "place.read">, actionId: string, version: number): Promise<ActionView> =>
      change(scope, { kind: "plan.restore", actionId, fields: [] }, async (place) => {
        const removed = await place.byId(actionId);
        if (removed?.measureId && removed.removedAt !== null && (await place.byMeasure(removed.measureId)) !== null)
          throw new AppError("already_exists", { reason: "measure_in_plan" });
        return place.restore(actionId, version);
      }),

    /** Sets the decision's day and note and the day of follow-up. */
    setDecision: (
      scope: PlaceScope<"plan.decide" | "place.read">,
      { version, decisionOn, decisionNote, followUpOn }: DecisionSet,
    ): Promise<DecisionView> =>
      changePlace(transaction, scope, { action: "plan.decide", target: scope.placeId }, async (place) => {
        const before = toDecisionView(await place.decision());
        const changed = await place.decide(version, { decisionOn: fromDay(decisionOn), decisionNote, followUpOn: fromDay(followUpOn) });
        const now = toDecisionView(await place.decision());
        if (changed === 0) throw new AppError("stale", { current: now });
        return { result: now, before, after: now };
      }),
  };
};
