import type { AdviceRunView, AdviceView, MeasureCardView } from "@hp/contracts";
import { changePlace, namesOf, newestRun, planOf, type RunRow } from "@hp/db";
import { type AdviceInput, type EarlierStoredRun, readRun, type StoredRun } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { catalogueOf, contentOfPlace, currentContent, instrumentOf } from "../content/content.service.ts";
import { digestOf } from "../digest.ts";
import { AppError } from "../errors.ts";
import type { Kit } from "../services.ts";
import { adviceRunView } from "./advice-view.ts";
import { adviceInputOf, makeRun } from "./make-run.service.ts";
import { measureCardOf } from "./measure-card.ts";

type Read = PlaceScope<"place.read">;

/** Advice that fits the place, with its reasons; each run is stored, and gives the same again from what it stored. */
export const recommendationService = ({ transaction, locale }: Kit) => {
  const view = async (scope: Read, run: RunRow, now: AdviceInput | null): Promise<AdviceRunView> => {
    const { input, advice } = readRun(run.document as unknown as StoredRun | EarlierStoredRun);
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
      const now = await adviceInputOf(transaction, scope);
      if (now === null) return { kind: "none", reason: "results_closed" };
      const run = await newestRun(transaction, scope);
      return run === null ? { kind: "none", reason: "not_run" } : view(scope, run, now.input);
    },

    /** All there is to read of a measure: as the place's catalogue has it, or the newest, so that one that is retired stays readable. */
    measure: async (scope: Read, measureId: string): Promise<MeasureCardView> => {
      const own = await contentOfPlace(transaction, scope);
      const newest = await currentContent(transaction);
      const catalogue = [own.catalogue, newest.catalogue].find(({ measures }) => measures.some(({ id }) => id === measureId));
      const measure = catalogue?.measures.find(({ id }) => id === measureId);
      if (catalogue === undefined || measure === undefined) throw new AppError("not_found", { reason: "measure" });
      return measureCardOf(measure, own.instrument, catalogue.version, locale);
    },

    /** Makes a run of the place as it stands, with the catalogue that the place has, and stores it. */
    run: (scope: PlaceScope<"advice.run" | "place.read">): Promise<AdviceView> =>
      changePlace(transaction, scope, { action: "advice.run", target: "" }, async (place) => {
        const now = await adviceInputOf(transaction, scope);
        if (now === null) throw new AppError("not_ready", { reason: "results_closed" });
        const { catalogue } = await contentOfPlace(transaction, scope);
        const write = makeRun(now, catalogue);
        const run = await place.store(write);
        const { instrumentVersion, catalogueVersion, engineVersion, digest } = write;
        const after = { instrumentVersion, catalogueVersion, engineVersion, digest };
        return { result: await view(scope, run, now.input), before: null, after, target: run.id };
      }),
  };
};
