import type { DraftComment, DraftItemKind, DraftMeasureItem, DraftMeasureRow, DraftSummary } from "@hp/contracts";
import type { DraftChangeRow, DraftCommentRow, DraftItemRow, DraftRow } from "@hp/db";
import { type FieldCatalogue, readCondition } from "@hp/domain";
import { missingTexts } from "./draft-content.ts";

/** Who people are to the admin who reads. */
export type People = (id: string) => { readonly name: string | null; readonly isMe: boolean };

/** A draft in a list. */
export const draftSummaryView = (
  row: DraftRow & { readonly changedItems: number; readonly openComments: number },
  people: People,
): DraftSummary =>
  ({
    id: row.id,
    name: row.name,
    status: row.status,
    baseInstrument: row.baseInstrument,
    baseCatalogue: row.baseCatalogue,
    changeNote: row.changeNote,
    changedItems: row.changedItems,
    openComments: row.openComments,
    publishedInstrument: row.publishedInstrument,
    publishedCatalogue: row.publishedCatalogue,
    createdBy: people(row.createdById),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  }) as DraftSummary;

/** Whether an item is as published, changed, or new. */
export function changeOf(row: Pick<DraftItemRow, "updatedById">, isInBase: boolean): "none" | "changed" | "added" {
  return !isInBase ? "added" : row.updatedById === null ? "none" : "changed";
}

/** A row of the table of measures. */
export function measureRowView(row: DraftItemRow, isInBase: boolean, openComments: number): DraftMeasureRow {
  const { measure } = row.document as unknown as DraftMeasureItem;
  const { cost, horizon, owners, harm, retains, universal, reviewBy, effects, mainDimension } = measure;
  return {
    key: row.key,
    version: row.version,
    title: { sv: measure.sv, en: measure.en },
    mainDimension,
    effects,
    cost,
    horizon,
    evidence: measure.evidence.grade,
    owners,
    harm,
    retains,
    universal,
    retired: measure.retired ?? false,
    reviewBy,
    missingTexts: missingTexts(measure),
    hasCard: measure.card !== undefined,
    change: changeOf(row, isInBase),
    openComments,
  };
}

/** A word on a draft. */
export const draftCommentView = (row: DraftCommentRow, people: People): DraftComment =>
  ({
    id: row.id,
    item: row.kind === null || row.key === null ? null : { kind: row.kind as DraftItemKind, key: row.key },
    body: row.body,
    by: people(row.byId),
    at: row.at.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  }) as DraftComment;

/** What the newest act would undo, or do again. */
export function stepView(act: readonly DraftChangeRow[]) {
  const [first] = act;
  return first === undefined ? null : { keys: act.map(({ key }) => key), at: first.at.toISOString() };
}

/** How each part of a rule reads, in both languages. */
export function ruleReadings({ rule }: DraftMeasureItem, fields: FieldCatalogue) {
  const parts = [
    ...(["require", "exclude", "inPlace"] as const).flatMap((part) => (rule[part] === null ? [] : [[part, rule[part]] as const])),
    ...rule.boost.map((condition, index) => [`boost.${index}`, condition] as const),
    ...rule.damp.map((condition, index) => [`damp.${index}`, condition] as const),
  ];
  return parts.map(([part, condition]) => ({
    part,
    reading: { sv: readCondition(condition, "sv", fields), en: readCondition(condition, "en", fields) },
  }));
}
