"use client";

import type { DraftMeasureRow } from "@hp/contracts";
import { Status } from "@hp/ui";
import { trpc } from "../../trpc/client.ts";
import { type EditorWords, word } from "./editor-words.ts";
import { changeOf, fieldValues, type inRow, type MeasuresTableProps } from "./table-kit.ts";
import { useDraftCall } from "./use-draft-call.ts";

/** A field of a row, saved as it is chosen. */
export function Cell({
  row,
  field,
  props,
  onSaved,
}: {
  readonly row: DraftMeasureRow;
  readonly field: (typeof inRow)[number];
  readonly props: MeasuresTableProps;
  readonly onSaved: (rows: readonly DraftMeasureRow[]) => void;
}) {
  const { draftId, words, isReadOnly, locale } = props;
  const call = useDraftCall();
  const save = async (value: string) => {
    const done = await call.run(
      () =>
        trpc.draft.changeMeasures.mutate({ draftId, measures: [{ key: row.key, version: row.version }], change: changeOf(field, value) }),
      word(words, "saved"),
    );
    if (done !== null) onSaved(done.rows);
  };
  if (isReadOnly) return <>{word(words, `row.${field}.${row[field]}`)}</>;
  return (
    <>
      <select
        className="input input-cell"
        aria-label={`${word(words, `column.${field}`)}: ${row.title[locale]}`}
        value={row[field]}
        disabled={call.isBusy}
        onChange={(event) => save(event.target.value)}
      >
        {fieldValues[field].map((value) => (
          <option key={value} value={value}>
            {word(words, `row.${field}.${value}`)}
          </option>
        ))}
      </select>
      {call.sentence === null ? null : (
        <span className="field-error" role="alert">
          {call.sentence}
        </span>
      )}
    </>
  );
}

/** What there is to say of a row. */
export function RowState({ row, words }: { readonly row: DraftMeasureRow; readonly words: EditorWords }) {
  return (
    <>
      {row.change === "none" ? null : <Status tone="wait">{word(words, `change.${row.change}`)}</Status>}
      {row.retired ? <Status tone="stop">{word(words, "change.retired")}</Status> : null}
      {row.missingTexts > 0 ? <span className="sub">{word(words, "change.missing", { count: row.missingTexts })}</span> : null}
      {row.openComments > 0 ? <span className="sub">{word(words, "change.comments", { count: row.openComments })}</span> : null}
    </>
  );
}
