import type { AssessmentView, MyAnswers, RoundView, StepSave, StepSaved } from "@hp/contracts";
import { changePlace, membersOf, newestRound, ownResponse, type ResponseRow, type RoundRow, roundById, roundProgress } from "@hp/db";
import type { Instrument } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { contentOfPlace, instrumentOf } from "../content/content.service.ts";
import { fromDay, toDay } from "../day.ts";
import { AppError, invalidField } from "../errors.ts";
import { minutesOf } from "../score/statement-order.ts";
import type { Kit } from "../services.ts";
import { answersView, countAnswered, mergeStep } from "./answers.ts";
import { openingOf } from "./opening.ts";

type Read = PlaceScope<"place.read">;
type PlaceParty = "municipality" | "industry";
const parties: readonly PlaceParty[] = ["municipality", "industry"];

/** Rounds of assessment: each party answers on its own, and the results open for both at once. */
export const assessmentService = ({ transaction, locale }: Kit) => {
  const roundView = async (scope: Read, round: RoundRow): Promise<RoundView> => {
    const progress = await roundProgress(transaction, scope, round.id);
    const { organisations, members } = await membersOf(transaction, scope);
    const partyViews = parties.map((party) => {
      const state = round.parties.find((one) => one.party === party);
      const own = organisations.filter((organisation) => organisation.party === party);
      const of = (id: string) => progress.find((row) => row.organisationId === id);
      return {
        party,
        organisations: own.map(({ id, name }) => ({
          name,
          people: members.filter((member) => member.organisationId === id && member.role !== "viewer").length,
          started: of(id)?.started ?? 0,
          submitted: of(id)?.submitted ?? 0,
        })),
        submitted: progress.filter((row) => row.party === party).reduce((sum, row) => sum + row.submitted, 0),
        readyAt: state?.readyAt?.toISOString() ?? null,
        agreedAt: state?.agreedAt?.toISOString() ?? null,
      };
    });
    return {
      id: round.id,
      number: round.number,
      mode: round.mode,
      instrumentVersion: round.instrumentVersion,
      startedAt: round.startedAt.toISOString(),
      deadlineOn: toDay(round.deadlineOn),
      openedAt: round.openedAt?.toISOString() ?? null,
      version: round.version,
      parties: partyViews,
      ...openingOf({
        openedAt: round.openedAt,
        deadlineOn: toDay(round.deadlineOn),
        parties: partyViews,
        today: new Date().toISOString().slice(0, 10),
      }),
    } as RoundView;
  };

  const mineOf = (scope: Read, instrument: Instrument, round: RoundRow, response: ResponseRow | null): AssessmentView["mine"] => {
    const { party, role } = scope.membership;
    if (party === null || role === "viewer") return null;
    const counted = countAnswered(instrument, party, round.mode, response);
    return { ...counted, submittedAt: response?.submittedAt?.toISOString() ?? null, version: response?.version ?? 0 };
  };

  const state = async (scope: Read): Promise<AssessmentView> => {
    const round = await newestRound(transaction, scope);
    const instrument = round
      ? await instrumentOf(transaction, round.instrumentVersion)
      : (await contentOfPlace(transaction, scope)).instrument;
    return {
      round: round && (await roundView(scope, round)),
      mine: round && mineOf(scope, instrument, round, await ownResponse(transaction, scope, round.id)),
      minutes: { quick: minutesOf(instrument, "quick"), full: minutesOf(instrument, "full") },
    };
  };

  /** The round under way, with what is put to the actor's party. */
  const answering = async (scope: Read, roundId: string) => {
    const round = await roundById(transaction, scope, roundId);
    if (round === null) throw new AppError("not_found", { reason: "round" });
    const { party } = scope.membership;
    if (party === null) throw new AppError("forbidden");
    return { round, party, instrument: await instrumentOf(transaction, round.instrumentVersion) };
  };
  const underWay = async (scope: Read, roundId: string) => {
    const found = await answering(scope, roundId);
    if (found.round.openedAt !== null) throw new AppError("closed", { reason: "round_opened" });
    return found;
  };
  const savedView = (instrument: Instrument, party: PlaceParty, round: RoundRow, response: ResponseRow): StepSaved => ({
    version: response.version,
    savedAt: response.updatedAt.toISOString(),
    ...countAnswered(instrument, party, round.mode, response),
    submittedAt: response.submittedAt?.toISOString() ?? null,
  });
  const partyStep = (
    scope: PlaceScope<"assessment.ready" | "place.read">,
    roundId: string,
    kind: "declareReady" | "agreeToOpen",
  ): Promise<AssessmentView> =>
    changePlace(transaction, scope, { action: "assessment.ready", kind: `assessment.${kind}`, target: roundId }, async (place) => {
      const { party } = await underWay(scope, roundId);
      const submitted = (await roundProgress(transaction, scope, roundId))
        .filter((row) => row.party === party)
        .reduce((sum, row) => sum + row.submitted, 0);
      if (submitted === 0) throw new AppError("not_ready", { reason: "no_answers" });
      // Saying it twice is saying it once.
      await place[kind](roundId, party);
      return { result: await state(scope), before: null, after: { party } };
    });

  return {
    /** The newest round: how far each side has come, whether it can be opened, and one's own part. */
    state,

    /** Starts a round: mode and questions are the same for everyone until it is opened. One at a time. */
    start: (
      scope: PlaceScope<"assessment.start" | "place.read">,
      input: { mode: "quick" | "full"; deadlineOn: string | null },
    ): Promise<AssessmentView> =>
      changePlace(transaction, scope, { action: "assessment.start", target: "" }, async (place) => {
        const newest = await place.newest();
        if (newest !== null && newest.openedAt === null) throw new AppError("already_exists", { reason: "round_under_way" });
        if (input.deadlineOn !== null && input.deadlineOn < new Date().toISOString().slice(0, 10))
          throw invalidField("deadlineOn", "in_the_past");
        const { instrument } = await contentOfPlace(transaction, scope);
        const number = (newest?.number ?? 0) + 1;
        const id = await place.start({
          number,
          mode: input.mode,
          instrumentVersion: instrument.version,
          deadlineOn: fromDay(input.deadlineOn),
        });
        return { result: await state(scope), before: null, after: { ...input, number }, target: id };
      }),

    /** One's own answers, as put to one's party. Readable after opening, too. */
    myAnswers: async (scope: PlaceScope<"assessment.answer" | "place.read">, roundId: string): Promise<MyAnswers> => {
      const { round, party, instrument } = await answering(scope, roundId);
      const response = await ownResponse(transaction, scope, roundId);
      return answersView({ instrument, party, round, response, roleGroup: response?.roleGroup ?? scope.membership.roleGroup, locale });
    },

    /** Saves one dimension's answers: what is left out stays. A stale step is refused, with one's saved answers beside it. */
    saveStep: (scope: PlaceScope<"assessment.answer" | "place.read">, step: StepSave): Promise<StepSaved> =>
      changePlace(transaction, scope, { action: "assessment.answer", target: step.roundId }, async (place) => {
        const { round, party, instrument } = await underWay(scope, step.roundId);
        const { roleGroup, organisationId } = scope.membership;
        if (roleGroup === null) throw new AppError("not_ready", { reason: "role_group" });
        const before = await place.own(step.roundId);
        const merged = mergeStep(instrument, party, round.mode, before, step);
        const changed = await place.save(
          { ...merged, roundId: step.roundId, organisationId, party, roleGroup: roleGroup as ResponseRow["roleGroup"] },
          step.version,
        );
        const now = await place.own(step.roundId);
        if (changed === 0 || now === null)
          throw new AppError("stale", {
            current: answersView({ instrument, party, round, response: now, roleGroup: roleGroup as MyAnswers["roleGroup"], locale }),
          });
        // The trail says that someone answered, never what.
        return { result: savedView(instrument, party, round, now), before: null, after: { dimensionId: step.dimensionId } };
      }),

    /** Hands in one's answers. They can still be changed until the round is opened. At least one answer is needed. */
    submit: (scope: PlaceScope<"assessment.answer" | "place.read">, roundId: string, version: number): Promise<StepSaved> =>
      changePlace(transaction, scope, { action: "assessment.answer", kind: "assessment.submit", target: roundId }, async (place) => {
        const { round, party, instrument } = await underWay(scope, roundId);
        const before = await place.own(roundId);
        if (before === null || countAnswered(instrument, party, round.mode, before).answered === 0)
          throw new AppError("not_ready", { reason: "no_answers" });
        const changed = await place.submit(roundId, version);
        const now = await place.own(roundId);
        if (changed === 0 || now === null) throw new AppError("stale", { current: savedView(instrument, party, round, now ?? before) });
        return { result: savedView(instrument, party, round, now), before: null, after: { submitted: true } };
      }),

    /** One's own party says that it is ready: at least one of its people has handed in. */
    declareReady: (scope: PlaceScope<"assessment.ready" | "place.read">, roundId: string) => partyStep(scope, roundId, "declareReady"),

    /** One's own party agrees to open although the other is silent. */
    agreeToOpen: (scope: PlaceScope<"assessment.ready" | "place.read">, roundId: string) => partyStep(scope, roundId, "agreeToOpen"),

    /** Opens the results for everyone at once. */
    open: (scope: PlaceScope<"assessment.open" | "place.read">, roundId: string, version: number): Promise<AssessmentView> =>
      changePlace(transaction, scope, { action: "assessment.open", target: roundId }, async (place) => {
        const round = await roundById(transaction, scope, roundId);
        if (round === null) throw new AppError("not_found", { reason: "round" });
        if (round.openedAt !== null) throw new AppError("closed", { reason: "round_opened" });
        const view = await roundView(scope, round);
        if (!view.canOpen) throw new AppError("not_ready", { reason: view.notYet ?? "no_answers" });
        if ((await place.open(roundId, version)) === 0) throw new AppError("stale", { current: await state(scope) });
        return {
          result: await state(scope),
          before: null,
          after: { submitted: view.parties.map((one) => `${one.party}: ${one.submitted}`).join(", ") },
        };
      }),
  };
};
