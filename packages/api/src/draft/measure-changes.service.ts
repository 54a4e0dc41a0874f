import type { DraftMeasureItem, MeasureChange, MeasuresChange } from "@hp/contracts";
import type { DraftItemRow, ItemRef, ItemWrite, Transaction } from "@hp/db";
import type { PlatformScope } from "@hp/domain/access";
import { measureDifference } from "../content/difference.ts";
import { AppError, invalidField } from "../errors.ts";
import type { DraftLoader } from "./draft-load.service.ts";
import { changeMeasure } from "./measure-change.ts";

type Read = PlatformScope<"content.read">;
type Edit = PlatformScope<"content.read" | "content.edit">;

const measureOf = (row: DraftItemRow) => row.document as unknown as DraftMeasureItem;

/** What the changes of several measures stand on. */
export interface MeasureChangesKit {
  readonly transaction: Transaction;
  readonly loader: DraftLoader;
  /** Changes items as one act. */
  readonly act: <T>(scope: Edit, kind: string, draftId: string, writes: readonly ItemWrite[], result: () => Promise<T>) => Promise<T>;
  /** Refuses with the item as it stands. */
  readonly stale: (scope: Read, draftId: string, ref: ItemRef) => Promise<never>;
}

/** One field changed in one or several measures, previewed or done. */
export const measureChanges = ({ loader: { load, open, rowsOf }, act, stale }: MeasureChangesKit) => {
  /** What one change would make of each measure named. */
  const tryChange = async (scope: Read, draftId: string, keys: readonly string[], change: MeasureChange) => {
    const { items, content } = await load(scope, draftId);
    if (change.field === "effect" && !content.instrument.dimensions.some(({ id }) => id === change.dimensionId))
      throw invalidField("change.dimensionId", "choice");
    return keys.map((key) => {
      const row = items.find((one) => one.kind === "measure" && one.key === key);
      if (row === undefined) throw new AppError("not_found", { reason: "draft_item" });
      const before = measureOf(row);
      const outcome = changeMeasure(before, change);
      const lines = "item" in outcome ? measureDifference(before, outcome.item, content.instrument) : [];
      return { key, row, before, outcome, lines };
    });
  };

  return {
    /** What a change of several measures would do, before it is done. */
    previewChange: async (scope: Read, { draftId, measures, change }: MeasuresChange) => {
      const tried = await tryChange(
        scope,
        draftId,
        measures.map(({ key }) => key),
        change,
      );
      const titleOf = ({ before: { measure } }: (typeof tried)[number]) => ({ sv: measure.sv, en: measure.en });
      return {
        changes: tried
          .filter(({ lines }) => lines.length > 0)
          .map((one) => ({ key: one.key, title: titleOf(one), sentences: one.lines.map(({ sentence }) => sentence) })),
        unchanged: tried.filter(({ lines, outcome }) => "item" in outcome && lines.length === 0).length,
        refused: tried.flatMap((one) =>
          "problem" in one.outcome ? [{ key: one.key, title: titleOf(one), problem: one.outcome.problem }] : [],
        ),
      };
    },

    /** Changes one field of one or several measures: all of them, or none. */
    changeMeasures: async (scope: Edit, { draftId, measures, change }: MeasuresChange) => {
      await open(scope, draftId);
      const keys = measures.map(({ key }) => key);
      const tried = await tryChange(scope, draftId, keys, change);
      const refused = tried.find(({ outcome }) => "problem" in outcome);
      if (refused !== undefined) throw new AppError("invalid", { fields: [{ path: refused.key, problem: "measure_rule" }] });
      for (const { key, version } of measures) {
        if (tried.find((one) => one.key === key)?.row.version !== version) return stale(scope, draftId, { kind: "measure", key });
      }
      const writes = tried.flatMap(({ key, row, lines, outcome }) =>
        "item" in outcome && lines.length > 0
          ? [
              {
                kind: "measure" as const,
                key,
                version: row.version,
                before: row.document as ItemWrite["before"],
                after: outcome.item as never,
              },
            ]
          : [],
      );
      if (writes.length === 0) return rowsOf(scope, draftId, keys);
      return act(scope, "draft.change_measures", draftId, writes, () => rowsOf(scope, draftId, keys));
    },
  };
};
