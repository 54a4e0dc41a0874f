import type { DraftMeasureRow, MeasureChange } from "@hp/contracts";
import { type EditorWords, word } from "./editor-words.ts";
import type { Named } from "./measure-controls.tsx";

/** What can be undone, or done again. */
export type Step = { readonly keys: readonly string[] } | null;
/** Fields that a row, or several at once, can be changed in, with the values that each can have. */
export const fieldValues = {
  evidence: ["a", "b", "c", "d"],
  cost: ["small", "medium", "large"],
  horizon: ["short", "medium", "long"],
  harm: [true, false],
  retains: [true, false],
  universal: [true, false],
  retired: [true, false],
} as const;
export type FieldName = keyof typeof fieldValues;
/** Their names. */
export const fieldNames = Object.keys(fieldValues) as FieldName[];
/** Those that stand in the row. */
export const inRow = ["evidence", "cost", "horizon"] as const;

/** A value in words. */
export const valueWord = (words: EditorWords, field: FieldName, value: string | boolean) =>
  typeof value === "boolean" ? word(words, value ? "yes" : "no") : word(words, `${field}.${value}`);
/** A field set to a value, as the procedure takes it. */
export const changeOf = (field: FieldName, value: string | boolean) => ({ field, value }) as MeasureChange;

/** Props of {@link MeasuresTable}. */
export interface MeasuresTableProps {
  readonly draftId: string;
  readonly rows: readonly DraftMeasureRow[];
  readonly dimensions: readonly Named[];
  readonly undo: Step;
  readonly redo: Step;
  readonly words: EditorWords;
  readonly locale: "sv" | "en";
  readonly isReadOnly: boolean;
}
