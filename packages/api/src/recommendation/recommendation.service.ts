import type { AdviceRunView, AdviceView } from "@hp/contracts";
import { changePlace, namesOf, newestRun, placeRow, planOf, type RunRow } from "@hp/db";
import { type AdviceInput, ENGINE_VERSION, type RunDocument, recommend } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { catalogueOf, currentContent, instrumentOf } from "../content/content.service.ts";
import { digestOf } from "../digest.ts";
import { AppError } from "../errors.ts";
import { openDataOf } from "../profile/open-data.ts";
import { factsOf } from "../profile/place-facts.service.ts";
import { newestScores } from "../score/round-scores.service.ts";
import type { Kit } from "../services.ts";
import { adviceRunView } from "./advice-view.ts";

type Read = PlaceScope<"place.read">;
/** What a run stores: everything it depended on besides the pinned versions, and what came out. */
type StoredRun = Pick<RunDocument, "advice"> & { readonly input: AdviceInput };

/** Advice that fits the place, with its reasons; each run is stored, and gives the same again from what it stored. */
export const recommendationService = ({ transaction, locale }: Kit) => {
  /** The inputs as they stand now: what a run made at this moment would depend on. */
  const currentInput = async (scope: Read): Promise<{ input: AdviceInput; roundId: string; instrumentVersion: string } | null> => {
    const open = await newestScores(transaction, scope);
    if (typeof open === "string") return null;
    const facts = await factsOf(transaction, scope, open.instrument, open.scores);
    const { factIndex } = openDataOf(await placeRow(transaction, scope));
    const { actions } = await planOf(transaction, scope);
    const done = actions
      .filter((action) => action.status === "done" && action.removedAt === null && action.measureId !== null)
      .map((action) => action.measureId as string);
    return {
      input: { facts, scores: open.scores, factIndex, done: done.sort() },
      roundId: open.round.id,
      instrumentVersion: open.round.instrumentVersion,
    };
  };

  const view = async (scope: Read, run: RunRow, now: AdviceInput | null): Promise<AdviceRunView> => {
    const { input, advice } = run.document as unknown as StoredRun;
    const names = await namesOf(transaction, [run.createdById]);
    const { actions } = await planOf(transaction, scope);
    return adviceRunView({
      run,
      advice,
      input,
      isOutdated: now !== null && digestOf(now) !== digestOf(input),
      createdByName: names.get(run.createdById) ?? null,
      instrument: await instrumentOf(transaction, run.instrumentVersion),
      catalogue: await catalogueOf(transaction, run.catalogueVersion),
      inPlan: new Set(
        actions.filter((action) => action.removedAt === null && action.measureId !== null).map((action) => action.measureId as string),
      ),
      member: scope.membership,
      locale,
    });
  };

  return {
    /** The newest run, and whether the place has changed since. */
    latest: async (scope: Read): Promise<AdviceView> => {
      const now = await currentInput(scope);
      if (now === null) return { kind: "none", reason: "results_closed" };
      const run = await newestRun(transaction, scope);
      return run === null ? { kind: "none", reason: "not_run" } : view(scope, run, now.input);
    },

    /** Makes a run of the place as it stands, with the newest catalogue, and stores it. */
    run: (scope: PlaceScope<"advice.run" | "place.read">): Promise<AdviceView> =>
      changePlace(transaction, scope, { action: "advice.run", target: "" }, async (place) => {
        const now = await currentInput(scope);
        if (now === null) throw new AppError("not_ready", { reason: "results_closed" });
        const { catalogue } = await currentContent(transaction);
        const instrument = await instrumentOf(transaction, now.instrumentVersion);
        const advice = recommend({ instrument, catalogue, input: now.input });
        const stored: StoredRun = { input: now.input, advice };
        const versions = { instrumentVersion: now.instrumentVersion, catalogueVersion: catalogue.version, engineVersion: ENGINE_VERSION };
        const run = await place.store({
          ...versions,
          roundId: now.roundId,
          document: stored as never,
          digest: digestOf({ ...versions, ...stored }),
        });
        return { result: await view(scope, run, now.input), before: null, after: { ...versions, digest: run.digest }, target: run.id };
      }),
  };
};
