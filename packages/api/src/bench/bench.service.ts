import { openData } from "@hp/content";
import type { BenchReport, BenchStart, BenchSummary, BenchView, ExpectationAdd } from "@hp/contracts";
import { type BenchRow, benchById, benchCounts, benchesOf, benchPlaces, changePlatform, expectations } from "@hp/db";
import type { PlatformScope } from "@hp/domain/access";
import { currentContent } from "../content/content.service.ts";
import type { draftService } from "../draft/draft.service.ts";
import { AppError, invalidField } from "../errors.ts";
import { submitOnce } from "../idempotency.service.ts";
import type { Kit } from "../services.ts";

type Read = PlatformScope<"content.read">;
type Edit = PlatformScope<"content.read" | "content.edit">;
type Load = ReturnType<typeof draftService>["load"];

/** Drafts tried on places before they meet any: queued here, carried out by the worker. */
export const benchService = ({ transaction }: Kit, load: Load) => {
  const summaries = async (scope: Read, rows: readonly BenchRow[], fingerprint: string): Promise<BenchSummary[]> => {
    const counts = await benchCounts(
      transaction,
      scope,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => {
      const count = (severity: string) =>
        row.status === "done" ? (counts.find((one) => one.id === row.id && one.severity === severity)?.count ?? 0) : null;
      return {
        id: row.id,
        status: row.status,
        done: row.done,
        total: row.total,
        isGreen: row.isGreen,
        isCurrent: row.fingerprint === fingerprint,
        red: count("red"),
        yellow: count("yellow"),
        createdAt: row.createdAt.toISOString(),
        finishedAt: row.finishedAt?.toISOString() ?? null,
      } as BenchSummary;
    });
  };

  const list = async (scope: Read, draftId: string) => {
    const { content } = await load(scope, draftId);
    return { benches: await summaries(scope, await benchesOf(transaction, scope, draftId), content.fingerprint) };
  };

  const get = async (scope: Read, benchId: string): Promise<BenchView> => {
    const row = await benchById(transaction, scope, benchId);
    if (row === null) throw new AppError("not_found", { reason: "bench" });
    const { content } = await load(scope, row.draftId);
    const [bench] = await summaries(scope, [row], content.fingerprint);
    return { bench: bench as BenchSummary, report: row.report as unknown as BenchReport | null, failure: row.error };
  };

  const pinned = async (scope: Read) => {
    const { catalogue } = await currentContent(transaction);
    const titles = new Map(catalogue.measures.map(({ id, sv, en }) => [id, { sv, en }]));
    const places = await benchPlaces(transaction, scope);
    const placeName = new Map(places.map(({ placeId, name }) => [placeId, name]));
    return {
      expectations: (await expectations(transaction, scope)).map((row) => ({
        id: row.id as never,
        placeName:
          row.placeId === null
            ? (openData.municipality(row.municipalityCode ?? "")?.name ?? row.municipalityCode ?? "")
            : (placeName.get(row.placeId) ?? ""),
        measureId: row.measureId,
        measureTitle: titles.get(row.measureId) ?? { sv: row.measureId, en: row.measureId },
        kind: row.kind as ExpectationAdd["kind"],
        within: row.within,
        note: row.note,
      })),
      places: places.map(({ placeId, name }) => ({ id: placeId, name })),
      municipalities: openData.municipalities().map(({ code, name }) => ({ code, name })),
    };
  };

  return {
    list,
    get,
    /** Queues a trial of the draft as it stands. One at a time: a trial that waits or runs for the same content is given back. */
    start: (scope: Edit, input: BenchStart) =>
      submitOnce(transaction, scope.actor.userId, "bench.start", input, async () => {
        const { row, content } = await load(scope, input.draftId);
        if (row.status === "published" || row.status === "discarded") throw new AppError("closed", { reason: "draft" });
        const waiting = (await benchesOf(transaction, scope, input.draftId)).find(
          ({ status, fingerprint }) => (status === "queued" || status === "running") && fingerprint === content.fingerprint,
        );
        if (waiting !== undefined) return get(scope, waiting.id);
        return changePlatform(
          transaction,
          scope,
          { action: "content.edit", kind: "bench.start", target: input.draftId },
          async (platform) => {
            const { id } = await platform.startBench(input.draftId, content.fingerprint);
            return { result: await get(scope, id), before: null, after: { fingerprint: content.fingerprint }, target: id };
          },
        );
      }),

    cancel: (scope: Edit, benchId: string) =>
      changePlatform(transaction, scope, { action: "content.edit", kind: "bench.cancel", target: benchId }, async (platform) => {
        await get(scope, benchId);
        if ((await platform.cancelBench(benchId)) === 0) throw new AppError("closed", { reason: "bench_finished" });
        return { result: await get(scope, benchId), before: null, after: null };
      }),

    expectations: pinned,
    /** Pins what a place must be advised. */
    expect: (scope: Edit, input: ExpectationAdd) =>
      submitOnce(transaction, scope.actor.userId, "bench.expect", input, async () => {
        const { place, measureId, kind, within, note } = input;
        const { catalogue } = await currentContent(transaction);
        if (!catalogue.measures.some(({ id }) => id === measureId)) throw invalidField("measureId", "not_a_choice");
        const known = await pinned(scope);
        if ("placeId" in place && !known.places.some(({ id }) => id === place.placeId))
          throw new AppError("not_found", { reason: "place" });
        if ("municipalityCode" in place && openData.municipality(place.municipalityCode) === null)
          throw invalidField("place", "not_a_choice");
        const fields = {
          placeId: "placeId" in place ? place.placeId : null,
          municipalityCode: "municipalityCode" in place ? place.municipalityCode : null,
          measureId,
          kind,
          within,
          note,
        };
        return changePlatform(transaction, scope, { action: "content.edit", kind: "bench.expect", target: "" }, async (platform) => {
          const { id } = await platform.pin(fields);
          return { result: await pinned(scope), before: null, after: fields, target: id };
        });
      }),
    unexpect: (scope: Edit, expectationId: string) =>
      changePlatform(transaction, scope, { action: "content.edit", kind: "bench.unexpect", target: expectationId }, async (platform) => {
        if ((await platform.unpin(expectationId)) === 0) throw new AppError("not_found", { reason: "expectation" });
        return { result: await pinned(scope), before: null, after: null };
      }),
  };
};
