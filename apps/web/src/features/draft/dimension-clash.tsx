"use client";

import type { DraftItemView } from "@hp/contracts";
import { Button, Conflict } from "@hp/ui";
import type { DraftDimension } from "./dimension-edit.ts";
import { type VersionDifference, type VersionValue, versionDifferences } from "./dimension-versions.ts";
import { type EditorWords, word } from "./editor-words.ts";

function writtenValue(value: VersionValue, { field }: VersionDifference, words: EditorWords, decimal: string): string {
  if (value === null) return word(words, "area.clash.nothing");
  if (value === "") return word(words, "area.preview.noText");
  if (typeof value === "boolean") return word(words, value ? "yes" : "no");
  if (typeof value === "number") return String(value).replace(".", decimal);
  if (typeof value === "string") return value;
  return value.map((one) => (field === "parties" ? word(words, `area.party.${one}`) : one)).join(", ");
}

/** Somebody was first: the form's version and the saved one side by side, wherever they differ, and the ways on. */
export function DimensionClash({
  mine,
  current,
  words,
  locale,
  isBusy,
  onKeep,
  onTake,
}: {
  readonly mine: DraftDimension;
  readonly current: DraftItemView;
  readonly words: EditorWords;
  readonly locale: "sv" | "en";
  readonly isBusy: boolean;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}) {
  const name = current.updatedBy?.name ?? word(words, "area.clash.somebody");
  const decimal = locale === "sv" ? "," : ".";
  const differences = versionDifferences(mine, current.document as DraftDimension);
  return (
    <section className="note" aria-labelledby="krock-h">
      <h2 id="krock-h" className="h-sm" tabIndex={-1}>
        {word(words, "area.clash.title", { name })}
      </h2>
      <p>{word(words, differences.length === 0 ? "area.clash.same" : "area.clash.text")}</p>
      <Conflict
        words={{
          caption: word(words, "area.clash.caption"),
          field: word(words, "area.clash.field"),
          mine: word(words, "area.clash.mine"),
          saved: word(words, "area.clash.saved", { name }),
          differs: word(words, "area.clash.differs"),
        }}
        rows={differences.map((one) => ({
          key: `${one.statement} ${one.field}`,
          field: `${one.statement === null ? "" : `${one.statement}: `}${word(words, `area.field.${one.field}`)}`,
          mine: writtenValue(one.mine, one, words, decimal),
          saved: writtenValue(one.saved, one, words, decimal),
          differs: true,
        }))}
      >
        <p className="actions">
          <Button onClick={onKeep} busy={isBusy} busyLabel={word(words, "saving")}>
            {word(words, "area.clash.keep")}
          </Button>
          <Button variant="quiet" onClick={onTake}>
            {word(words, "area.clash.take")}
          </Button>
        </p>
      </Conflict>
    </section>
  );
}
