import { type DraftItemRow, draftById, draftComments, draftItems, namesOf, newestAct, type Transaction } from "@hp/db";
import type { PlatformScope } from "@hp/domain/access";
import { catalogueOf, instrumentOf } from "../content/content.service.ts";
import { AppError } from "../errors.ts";
import { contentOf } from "./draft-content.ts";
import { measureRowView, type People, stepView } from "./draft-view.ts";

type Read = PlatformScope<"content.read">;
type Edit = PlatformScope<"content.read" | "content.edit">;

/** How drafts are read: by every use case that shows or changes one. */
export const draftLoader = (transaction: Transaction) => {
  const peopleFor = async (scope: Read, ids: readonly (string | null)[]): Promise<People> => {
    const names = await namesOf(transaction, ids);
    return (id) => ({ name: names.get(id) ?? null, isMe: id === scope.actor.userId });
  };

  const existing = async (scope: Read, draftId: string) => {
    const row = await draftById(transaction, scope, draftId);
    if (row === null) throw new AppError("not_found", { reason: "draft" });
    return row;
  };
  /** A draft that may still be changed. */
  const open = async (scope: Edit, draftId: string) => {
    const row = await existing(scope, draftId);
    if (row.status === "published" || row.status === "discarded") throw new AppError("closed", { reason: "draft" });
    return row;
  };
  const baseOf = async (row: { readonly baseInstrument: string; readonly baseCatalogue: string }) => ({
    instrument: await instrumentOf(transaction, row.baseInstrument),
    catalogue: await catalogueOf(transaction, row.baseCatalogue),
  });
  /** A draft put together, with the content it was made from. */
  const load = async (scope: Read, draftId: string) => {
    const row = await existing(scope, draftId);
    const base = await baseOf(row);
    const items = await draftItems(transaction, scope, draftId);
    return { row, base, items, content: contentOf(base, items) };
  };

  const steps = async (scope: Read, draftId: string) => ({
    undo: stepView(await newestAct(transaction, scope, draftId, scope.actor.userId, false)),
    redo: stepView(await newestAct(transaction, scope, draftId, scope.actor.userId, true)),
  });

  /** Rows of the table of measures, as they stand. */
  const rowsOf = async (scope: Read, draftId: string, keys: readonly string[]) => {
    const { base, items } = await load(scope, draftId);
    const inBase = new Set(base.catalogue.measures.map(({ id }) => id));
    const comments = await draftComments(transaction, scope, draftId);
    const openOn = (row: DraftItemRow) => comments.filter(({ key, resolvedAt }) => key === row.key && resolvedAt === null).length;
    const rows = items
      .filter(({ kind, key }) => kind === "measure" && keys.includes(key))
      .map((row) => measureRowView(row, inBase.has(row.key), openOn(row)));
    return { rows, ...(await steps(scope, draftId)) };
  };

  return { peopleFor, existing, open, baseOf, load, steps, rowsOf };
};
/** What {@link draftLoader} gives. */
export type DraftLoader = ReturnType<typeof draftLoader>;
