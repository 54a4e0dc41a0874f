import type { EarlierAnswersView, UpgradeApply, UpgradePreview, UpgradeRollback, UpgradeView } from "@hp/contracts";
import {
  changeNotes,
  changePlace,
  namesOf,
  newestRound,
  newestRun,
  ownSnapshots,
  placeContent,
  planOf,
  type UpgradeRow,
  upgradesOf,
} from "@hp/db";
import { type AnswerDecision, type AnswerMap, actionTitle, answerMap, answerMapBack, type Catalogue, statementMoves } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { catalogueOf, currentContent, instrumentOf } from "../content/content.service.ts";
import { versionDifference } from "../content/difference.ts";
import { digestOf } from "../digest.ts";
import { AppError } from "../errors.ts";
import { submitOnce } from "../idempotency.service.ts";
import { adviceInputOf, makeRun } from "../recommendation/make-run.service.ts";
import { statementOrder } from "../score/statement-order.ts";
import type { Kit } from "../services.ts";
import { adviceMoves } from "./advice-moves.ts";
import { type ContentState, contentState } from "./content-state.service.ts";

type Read = PlaceScope<"place.read">;
type Upgrade = PlaceScope<"content.upgrade" | "place.read">;
type Decisions = Readonly<Record<string, AnswerDecision>>;
type Writes = Parameters<Parameters<typeof changePlace<"content.upgrade", unknown>>[3]>[0];
type Body = Omit<UpgradePreview, "digest">;
type EarlierAnswer = EarlierAnswersView["answers"][number];
/** How a stored answer says that one cannot judge. */
const cannotJudge = 6;

const versionsIn = ({ instrumentVersion, catalogueVersion }: ContentState) => ({ instrumentVersion, catalogueVersion });
const isDropped = (now: readonly { readonly key: string }[], key: string) => !now.some((one) => one.key === key);

/** Moves a place to other content: previewed, in one transaction, and reversible. */
export const upgradeService = ({ transaction, locale }: Kit) => {
  /** What the place has and would have; where it has not begun with a part, it has the newest of it already. */
  const versionsOf = async (scope: Read) => {
    const pins = await placeContent(transaction, scope);
    const newest = await currentContent(transaction);
    const instrument = pins.instrumentVersion === null ? newest.instrument : await instrumentOf(transaction, pins.instrumentVersion);
    const catalogue = pins.catalogueVersion === null ? newest.catalogue : await catalogueOf(transaction, pins.catalogueVersion);
    return { pins, from: { instrument, catalogue }, to: newest };
  };

  /** The place's actions whose measures change in more than words. */
  const touchedActions = async (
    scope: Read,
    lines: ReturnType<typeof versionDifference>,
    retired: ReadonlySet<string>,
    { measures }: Catalogue,
  ): Promise<Body["actions"]> => {
    const { actions } = await planOf(transaction, scope);
    const measureOf = (id: string) => measures.find((measure) => measure.id === id);
    return actions.flatMap(({ title, measureId, removedAt }) => {
      if (measureId === null || removedAt !== null) return [];
      const sentences = lines
        .filter(({ subject, key, effect }) => subject === "measure" && key === measureId && effect !== "text")
        .map(({ sentence }) => sentence[locale]);
      if (!retired.has(measureId) && sentences.length === 0) return [];
      const its = actionTitle(title, measureOf(measureId), locale);
      return [{ title: its, measureId, change: retired.has(measureId) ? ("retired" as const) : ("changed" as const), sentences }];
    });
  };

  const notesOf = async (
    pins: { instrumentVersion: string | null; catalogueVersion: string | null },
    to: { instrument: string; catalogue: string },
  ) => {
    const notes = [
      ...(pins.instrumentVersion === to.instrument ? [] : await changeNotes(transaction, "instrument", to.instrument)),
      ...(pins.catalogueVersion === to.catalogue ? [] : await changeNotes(transaction, "catalogue", to.catalogue)),
    ];
    return [...new Set(notes)];
  };

  const preview = async (scope: Read): Promise<UpgradePreview> => {
    const { pins, from, to } = await versionsOf(scope);
    const round = await newestRound(transaction, scope);
    const roundInstrument =
      round !== null && round.openedAt === null ? await instrumentOf(transaction, round.instrumentVersion) : from.instrument;
    const moves = statementMoves(roundInstrument, to.instrument);
    const lines = versionDifference(from, to);
    const retired = new Set(
      from.catalogue.measures
        .filter(({ id }) => !to.catalogue.measures.some((one) => one.id === id && one.retired !== true))
        .map(({ id }) => id),
    );
    const run = await newestRun(transaction, scope);
    const now = await adviceInputOf(transaction, scope);
    const body: Body = {
      from: { instrument: pins.instrumentVersion, catalogue: pins.catalogueVersion },
      to: { instrument: to.instrument.version, catalogue: to.catalogue.version },
      isNewest: from.instrument.version === to.instrument.version && from.catalogue.version === to.catalogue.version,
      changeNotes: await notesOf(pins, { instrument: to.instrument.version, catalogue: to.catalogue.version }),
      statements: moves
        .filter(({ fate }) => fate !== "kept")
        .map(({ statementId, title, before, fate, suggested }) => ({ statementId, title, before, fate, suggested })),
      keptStatements: moves.filter(({ fate }) => fate === "kept").length,
      movesRound: round !== null && round.openedAt === null && round.instrumentVersion !== to.instrument.version,
      preconditions: {
        added: to.instrument.preconditions
          .filter(({ key }) => isDropped(from.instrument.preconditions, key))
          .map(({ sv, en }) => ({ sv, en })),
        dropped: from.instrument.preconditions
          .filter(({ key }) => isDropped(to.instrument.preconditions, key))
          .map(({ sv, en }) => ({ sv, en })),
      },
      advice:
        run === null || now === null
          ? null
          : adviceMoves({ instrument: now.instrument, before: from.catalogue, after: to.catalogue, input: now.input, scope, locale }),
      actions: await touchedActions(scope, lines, retired, from.catalogue),
    };
    const { digest } = await contentState(transaction, scope);
    return { ...body, digest: digestOf({ body, place: digest }) };
  };

  const view = async (rows: readonly UpgradeRow[], roundIsOpened: (row: UpgradeRow) => boolean): Promise<UpgradeView[]> => {
    const names = await namesOf(
      transaction,
      rows.map(({ createdById }) => createdById),
    );
    const newestStanding = rows.find(({ rolledBackAt }) => rolledBackAt === null);
    return rows.map(
      (row) =>
        ({
          id: row.id,
          from: { instrument: row.fromInstrument, catalogue: row.fromCatalogue },
          to: { instrument: row.toInstrument, catalogue: row.toCatalogue },
          beforeDigest: row.beforeDigest,
          afterDigest: row.afterDigest,
          createdAt: row.createdAt.toISOString(),
          createdBy: names.get(row.createdById) ?? null,
          rolledBackAt: row.rolledBackAt?.toISOString() ?? null,
          mayRollBack: row === newestStanding && !roundIsOpened(row),
        }) as UpgradeView,
    );
  };

  /** Whether the round that a move took along has been opened since: then its answers are final. */
  const openedSince = async (scope: Read) => {
    const round = await newestRound(transaction, scope);
    return (row: UpgradeRow) => {
      const moved = (row.before as unknown as ContentState).round;
      const after = (row.after as unknown as ContentState).round;
      if (moved === null || moved.instrumentVersion === after?.instrumentVersion) return false;
      return round === null || round.id !== moved.id || round.openedAt !== null;
    };
  };

  const list = async (scope: Read) => {
    const { from, to } = await versionsOf(scope);
    return {
      upgrades: await view(await upgradesOf(transaction, scope), await openedSince(scope)),
      digest: (await contentState(transaction, scope)).digest,
      isNewest: from.instrument.version === to.instrument.version && from.catalogue.version === to.catalogue.version,
    };
  };

  /** How the answers of a round move between two instruments, one way or the other. */
  const mapBetween = async (make: typeof answerMap, before: string, after: string, decisions: Decisions): Promise<AnswerMap> =>
    make(await instrumentOf(transaction, before), await instrumentOf(transaction, after), new Map(Object.entries(decisions)));

  const moveRound = async (place: Writes, round: ContentState["round"], upgradeId: string, to: string, decisions: Decisions) => {
    if (round === null || round.instrumentVersion === to) return;
    const { answersFrom, importanceFrom } = await mapBetween(answerMap, round.instrumentVersion, to, decisions);
    await place.moveRound(round.id, upgradeId, to, answersFrom, importanceFrom);
  };

  const moveRoundBack = async (place: Writes, row: UpgradeRow, was: ContentState["round"], is: ContentState["round"]) => {
    if (was === null || is === null || was.instrumentVersion === is.instrumentVersion) return;
    const { answersFrom, importanceFrom } = await mapBetween(
      answerMapBack,
      was.instrumentVersion,
      is.instrumentVersion,
      row.decisions as unknown as Decisions,
    );
    await place.moveRoundBack(was.id, row.id, answersFrom, importanceFrom);
  };

  /** Advice made anew with the catalogue that the place has moved to, where it had advice before. */
  const adviseAnew = async (scope: Upgrade, place: Writes, { from, advice }: UpgradePreview, to: string) => {
    if (advice === null || from.catalogue === to) return;
    const now = await adviceInputOf(transaction, scope);
    if (now !== null) await place.storeRun(makeRun(now, await catalogueOf(transaction, to)));
  };

  const moveTo = async (scope: Upgrade, place: Writes, input: UpgradeApply) => {
    const seen = await preview(scope);
    const { from, to } = seen;
    if (seen.digest !== input.previewDigest || to.instrument !== input.toInstrument || to.catalogue !== input.toCatalogue)
      throw new AppError("stale", { current: seen });
    if (seen.isNewest) throw new AppError("not_ready", { reason: "newest_already" });
    const before = await contentState(transaction, scope);
    const decisions = Object.fromEntries(input.decisions.map(({ statementId, decision }) => [statementId, decision]));
    // A part that the place has not begun with is not pinned by a move either.
    const pins = {
      ...(from.instrument === null ? {} : { instrumentVersion: to.instrument }),
      ...(from.catalogue === null ? {} : { catalogueVersion: to.catalogue }),
    };
    const { id } = await place.record({
      fromInstrument: from.instrument,
      toInstrument: pins.instrumentVersion ?? null,
      fromCatalogue: from.catalogue,
      toCatalogue: pins.catalogueVersion ?? null,
      decisions,
      before: before.state as never,
      beforeDigest: before.digest,
      after: {},
      afterDigest: "",
    });
    await place.pin(pins);
    await moveRound(place, before.state.round, id, to.instrument, decisions);
    await adviseAnew(scope, place, seen, to.catalogue);
    const after = await contentState(transaction, scope);
    await place.complete(id, after.state as never, after.digest);
    return {
      result: await list(scope),
      before: versionsIn(before.state),
      after: { ...versionsIn(after.state), digest: after.digest },
      target: id,
    };
  };

  const moveBack = async (scope: Upgrade, place: Writes, upgradeId: string) => {
    const rows = await upgradesOf(transaction, scope);
    const row = rows.find(({ id }) => id === upgradeId);
    if (row === undefined) throw new AppError("not_found", { reason: "upgrade" });
    if (row !== rows.find(({ rolledBackAt }) => rolledBackAt === null)) throw new AppError("closed", { reason: "not_the_newest_upgrade" });
    if ((await openedSince(scope))(row)) throw new AppError("closed", { reason: "round_opened" });
    const was = row.before as unknown as ContentState;
    const { state: now } = await contentState(transaction, scope);
    await moveRoundBack(place, row, was.round, (row.after as unknown as ContentState).round);
    await place.markRolledBack(row.id);
    await place.pin(versionsIn(was));
    // The run of before stands again, as the newest: the same document with the same digest.
    const earlier = was.run === null || was.run === now.run ? null : await place.runByDigest(was.run);
    if (earlier !== null) await place.storeRun(earlier);
    const after = await contentState(transaction, scope);
    return { result: await list(scope), before: versionsIn(now), after: { ...versionsIn(after.state), digest: after.digest } };
  };

  return {
    preview,
    list,

    /** Moves the place to what was previewed; refused with the new preview where anything has changed since. */
    move: (scope: Upgrade, input: UpgradeApply) =>
      submitOnce(transaction, scope.actor.userId, "upgrade.move", input, () =>
        changePlace(transaction, scope, { action: "content.upgrade", kind: "upgrade.move", target: "" }, (place) =>
          moveTo(scope, place, input),
        ),
      ),

    /** Takes the newest move back: the place has the digest it had, unless somebody has answered since; those answers are kept. */
    rollBack: (scope: Upgrade, input: UpgradeRollback) =>
      submitOnce(transaction, scope.actor.userId, "upgrade.rollBack", input, () => {
        const event = { action: "content.upgrade", kind: "upgrade.roll_back", target: input.upgradeId } as const;
        return changePlace(transaction, scope, event, (place) => moveBack(scope, place, input.upgradeId));
      }),

    /** One's own answers to statements that the round no longer asks, with the words they were given to; the newest of each. */
    earlierAnswers: async (scope: Read) => {
      const round = await newestRound(transaction, scope);
      const asked = round === null ? [] : statementOrder(await instrumentOf(transaction, round.instrumentVersion)).map(({ id }) => id);
      const earlier = new Map<string, EarlierAnswer>();
      for (const { instrumentVersion, answers, takenAt } of await ownSnapshots(transaction, scope)) {
        statementOrder(await instrumentOf(transaction, instrumentVersion)).forEach(({ id, sv, en }, position) => {
          const answer = answers[position] ?? 0;
          if (answer === 0 || asked.includes(id) || earlier.has(id)) return;
          const given = answer === cannotJudge ? ("cannot_judge" as const) : answer;
          earlier.set(id, { statementId: id, title: { sv, en }, answer: given, takenAt: takenAt.toISOString() });
        });
      }
      return { answers: [...earlier.values()] };
    },
  };
};
