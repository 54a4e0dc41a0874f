import type { ContentKind, ContentVersionView, DifferenceView, UsageView } from "@hp/contracts";
import {
  catalogueDocument,
  changePlatform,
  declinedReasons,
  instrumentDocument,
  measureUsage,
  namesOf,
  publishedVersions,
  statementUsage,
} from "@hp/db";
import type { PlatformScope } from "@hp/domain/access";
import { catalogueOf, currentContent, instrumentOf } from "../content/content.service.ts";
import { versionDifference } from "../content/difference.ts";
import { AppError } from "../errors.ts";
import { statementOrder } from "../score/statement-order.ts";
import type { Kit } from "../services.ts";

type Read = PlatformScope<"content.read">;

/** The published content: its versions, what differs between them, and how it is used. */
export const catalogueService = ({ transaction }: Kit) => {
  const versions = async (scope: Read): Promise<{ versions: ContentVersionView[] }> => {
    const { instruments, catalogues, places } = await publishedVersions(transaction, scope);
    const names = await namesOf(
      transaction,
      [...instruments, ...catalogues].map(({ publishedById }) => publishedById),
    );
    const view =
      (kind: ContentKind, pinned: (version: string) => number) =>
      (row: (typeof instruments)[number], _index: number, all: typeof instruments): ContentVersionView => ({
        kind,
        version: row.version,
        publishedAt: row.publishedAt.toISOString(),
        publishedBy: row.publishedById === null ? null : (names.get(row.publishedById) ?? null),
        basedOn: row.basedOn,
        changeNote: row.changeNote,
        retiredAt: row.retiredAt?.toISOString() ?? null,
        digest: row.digest,
        places: pinned(row.version),
        isNewest: row === all.find(({ retiredAt }) => retiredAt === null),
      });
    const count = (key: "instrumentVersion" | "catalogueVersion") => (version: string) =>
      places.filter((one) => one[key] === version).reduce((sum, one) => sum + one.places, 0);
    const all = [
      ...catalogues.map(view("catalogue", count("catalogueVersion"))),
      ...instruments.map(view("instrument", count("instrumentVersion"))),
    ];
    return { versions: all.sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : 0)) };
  };

  const mustExist = async (kind: ContentKind, version: string): Promise<void> => {
    const row = kind === "catalogue" ? await catalogueDocument(transaction, version) : await instrumentDocument(transaction, version);
    if (row === null) throw new AppError("not_found", { reason: "content_version" });
  };

  return {
    versions,

    /** What differs between two published versions of the same kind, in words. */
    difference: async (_scope: Read, { kind, from, to }: { kind: ContentKind; from: string; to: string }): Promise<DifferenceView> => {
      await mustExist(kind, from);
      await mustExist(kind, to);
      const newest = await currentContent(transaction);
      const side = async (version: string) =>
        kind === "catalogue"
          ? { instrument: newest.instrument, catalogue: await catalogueOf(transaction, version) }
          : { instrument: await instrumentOf(transaction, version), catalogue: newest.catalogue };
      const [before, after] = [await side(from), await side(to)];
      return {
        from: { instrument: before.instrument.version, catalogue: before.catalogue.version },
        to: { instrument: after.instrument.version, catalogue: after.catalogue.version },
        lines: versionDifference(before, after),
      };
    },

    /** Takes a version out of use: no place begins with it any more. The newest in use cannot be, since something must be. */
    retire: (scope: PlatformScope<"content.read" | "content.publish">, { kind, version }: { kind: ContentKind; version: string }) =>
      changePlatform(
        transaction,
        scope,
        { action: "content.publish", kind: "content.retire", target: `${kind} ${version}` },
        async (platform) => {
          await mustExist(kind, version);
          const current = await currentContent(transaction);
          if (current[kind].version === version) throw new AppError("closed", { reason: "newest_version" });
          const changed = kind === "catalogue" ? await platform.retireCatalogue(version) : await platform.retireInstrument(version);
          if (changed === 0) throw new AppError("closed", { reason: "retired_already" });
          return { result: await versions(scope), before: null, after: { kind, version } };
        },
      ),

    /** How often each measure is advised, chosen, done and declined, and why; per statement the share that cannot judge. */
    usage: async (scope: Read): Promise<UsageView> => {
      const { instrument, catalogue } = await currentContent(transaction);
      const counts = new Map((await measureUsage(transaction, scope)).map((row) => [row.measureId, row]));
      const reasons = await declinedReasons(transaction, scope);
      const answers = new Map((await statementUsage(transaction, scope, instrument.version)).map((row) => [row.position, row]));
      const { places } = await publishedVersions(transaction, scope);
      return {
        catalogue: catalogue.version,
        instrument: instrument.version,
        places: places.reduce((sum, one) => sum + one.places, 0),
        measures: catalogue.measures.map(({ id, sv, en, retired }) => {
          const row = counts.get(id);
          return {
            measureId: id,
            title: { sv, en },
            retired: retired ?? false,
            advised: row?.advised ?? 0,
            chosen: row?.chosen ?? 0,
            underWay: row?.under_way ?? 0,
            done: row?.done ?? 0,
            declined: row?.declined ?? 0,
            reasons: reasons.filter((one) => one.measureId === id).map(({ note }) => note),
          };
        }),
        statements: statementOrder(instrument).map(({ id, sv, en }, position) => {
          const row = answers.get(position);
          return {
            statementId: id,
            title: { sv, en },
            answered: row?.answered ?? null,
            cannotJudgeShare: row === undefined ? null : row.cannotJudge / row.answered,
          };
        }),
      };
    },
  };
};
