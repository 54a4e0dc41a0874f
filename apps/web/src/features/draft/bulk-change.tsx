"use client";

import type { DraftMeasureRow, measuresChangePreview } from "@hp/contracts";
import { Button, Status } from "@hp/ui";
import { useState } from "react";
import type { z } from "zod";
import { trpc } from "../../trpc/client.ts";
import { word } from "./editor-words.ts";
import { changeOf, type FieldName, fieldNames, fieldValues, type MeasuresTableProps, valueWord } from "./table-kit.ts";
import { useDraftCall } from "./use-draft-call.ts";

type Preview = z.infer<typeof measuresChangePreview>;

/** Several measures changed at once, after what it would do has been shown. */
export function BulkChange({
  chosen,
  props,
  onDone,
}: {
  readonly chosen: readonly DraftMeasureRow[];
  readonly props: MeasuresTableProps;
  readonly onDone: () => void;
}) {
  const { draftId, words, locale } = props;
  const call = useDraftCall();
  const [field, setField] = useState<FieldName>("evidence");
  const [value, setValue] = useState(0);
  const [preview, setPreview] = useState<Preview | null>(null);
  const values: readonly (string | boolean)[] = fieldValues[field];
  const input = {
    draftId,
    measures: chosen.map(({ key, version }) => ({ key, version })),
    change: changeOf(field, values[value] ?? values[0] ?? true),
  };
  const show = async () => setPreview(await call.run(() => trpc.draft.previewChange.query(input)));
  const apply = async () => {
    const done = await call.run(() => trpc.draft.changeMeasures.mutate(input), word(words, "saved"));
    if (done === null) return;
    setPreview(null);
    onDone();
  };
  return (
    <section className="note stack-4" aria-labelledby="flera-h">
      <h2 id="flera-h">{word(words, "bulk.title", { count: chosen.length })}</h2>
      <div className="editor-row">
        <label className="stack-2">
          <span>{word(words, "bulk.field")}</span>
          <select
            className="input"
            value={field}
            onChange={(event) => {
              setField(event.target.value as FieldName);
              setValue(0);
              setPreview(null);
            }}
          >
            {fieldNames.map((name) => (
              <option key={name} value={name}>
                {word(words, `column.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="stack-2">
          <span>{word(words, "bulk.value")}</span>
          <select
            className="input"
            value={value}
            onChange={(event) => {
              setValue(Number(event.target.value));
              setPreview(null);
            }}
          >
            {values.map((one, index) => (
              <option key={String(one)} value={index}>
                {valueWord(words, field, one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {preview === null ? null : (
        <div role="status" className="stack-4">
          <p>
            {word(words, "bulk.preview", {
              changed: preview.changes.length,
              unchanged: preview.unchanged,
              refused: preview.refused.length,
            })}
          </p>
          <ul className="plain">
            {preview.changes.map((one) => (
              <li key={one.key}>{one.sentences.map((sentence) => sentence[locale]).join(" ")}</li>
            ))}
            {preview.refused.map((one) => (
              <li key={one.key}>
                <Status tone="stop">{word(words, "bulk.refused", { measure: one.title[locale] })}</Status>
              </li>
            ))}
          </ul>
        </div>
      )}
      {call.sentence === null ? null : (
        <p className="field-error" role="alert">
          {call.sentence}
        </p>
      )}
      <p className="actions">
        <Button onClick={show} busy={call.isBusy} busyLabel={word(words, "saving")}>
          {word(words, "bulk.show")}
        </Button>
        {preview !== null && preview.changes.length > 0 && preview.refused.length === 0 ? (
          <Button variant="go" onClick={apply}>
            {word(words, "bulk.apply", { count: preview.changes.length })}
          </Button>
        ) : null}
      </p>
    </section>
  );
}
