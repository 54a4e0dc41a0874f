"use client";

import type { DraftMeasureRow } from "@hp/contracts";
import { Button } from "@hp/ui";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { trpc } from "../../trpc/client.ts";
import { draftPaths } from "../content/content-paths.ts";
import { BulkChange } from "./bulk-change.tsx";
import { word } from "./editor-words.ts";
import { Cell, RowState } from "./table-cells.tsx";
import { inRow, type MeasuresTableProps } from "./table-kit.ts";
import { useDraftCall } from "./use-draft-call.ts";

/** The measures of a draft: changed in the row, or several at once after a preview; what one did oneself can be undone. */
export function MeasuresTable(props: MeasuresTableProps) {
  const { draftId, words, locale, isReadOnly, dimensions } = props;
  const router = useRouter();
  const call = useDraftCall();
  const [saved, setSaved] = useState<ReadonlyMap<string, DraftMeasureRow>>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What was saved here is newer than what the page came with, until the page comes anew.
  const rows = props.rows.map((row) => {
    const mine = saved.get(row.key);
    return mine !== undefined && mine.version > row.version ? mine : row;
  });
  const paths = draftPaths(draftId);
  const titleOf = (id: string) => dimensions.find((one) => one.id === id)?.title ?? id;
  const keep = (changed: readonly DraftMeasureRow[]) => {
    setSaved(new Map([...saved, ...changed.map((row) => [row.key, row] as const)]));
    router.refresh();
  };
  const turn = async (way: "undo" | "redo") => {
    const done = await call.run(() => trpc.draft[way].mutate({ draftId }), word(words, `${way}.done`));
    if (done !== null) router.refresh();
  };
  const picked = rows.filter(({ key }) => chosen.has(key));
  const toggle = (keys: readonly string[], isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...chosen, ...keys] : [...chosen].filter((key) => !keys.includes(key))));
  return (
    <div className="stack-6">
      {isReadOnly ? null : (
        <div className="actions">
          {(["undo", "redo"] as const).map((way) =>
            props[way] === null ? null : (
              <Button key={way} onClick={() => turn(way)} busy={call.isBusy} busyLabel={word(words, "saving")}>
                {word(words, `${way}.button`, { what: props[way].keys.slice(0, 3).join(", ") })}
              </Button>
            ),
          )}
          {call.sentence === null ? null : (
            <span className="field-error" role="alert">
              {call.sentence}
            </span>
          )}
        </div>
      )}
      {picked.length > 0 && !isReadOnly ? <BulkChange chosen={picked} props={props} onDone={() => router.refresh()} /> : null}
      <table className="cards measures">
        <caption className="vh">{word(words, "table.caption")}</caption>
        <thead>
          <tr>
            {isReadOnly ? null : (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={word(words, "table.all")}
                  checked={rows.length > 0 && picked.length === rows.length}
                  onChange={(event) =>
                    toggle(
                      rows.map(({ key }) => key),
                      event.target.checked,
                    )
                  }
                />
              </th>
            )}
            <th scope="col">{word(words, "column.measure")}</th>
            {inRow.map((field) => (
              <th key={field} scope="col">
                {word(words, `column.${field}`)}
              </th>
            ))}
            <th scope="col">{word(words, "column.state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {isReadOnly ? null : (
                <td>
                  <input
                    type="checkbox"
                    aria-label={word(words, "table.choose", { measure: row.title[locale] })}
                    checked={chosen.has(row.key)}
                    onChange={(event) => toggle([row.key], event.target.checked)}
                  />
                </td>
              )}
              <th scope="row">
                <Link href={paths.measure(row.key)} prefetch={false}>
                  {row.title[locale] === "" ? row.key : row.title[locale]}
                </Link>
                <span className="sub">
                  {row.key} · {titleOf(row.mainDimension)}
                </span>
              </th>
              {inRow.map((field) => (
                <td key={field} data-l={word(words, `column.${field}`)}>
                  <Cell row={row} field={field} props={props} onSaved={keep} />
                </td>
              ))}
              <td data-l={word(words, "column.state")}>
                <RowState row={row} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="say">{word(words, "table.empty")}</p> : null}
    </div>
  );
}
