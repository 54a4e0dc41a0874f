"use client";

import type { DraftMeasureItem } from "@hp/contracts";
import { Status, TextField } from "@hp/ui";
import { type ReactNode, useMemo, useState } from "react";
import { type EditorWords, word } from "./editor-words.ts";
import type { FieldOption } from "./field-option.ts";
import type { MeasureKit, Named } from "./measure-controls.tsx";
import { CostFields, WhatFields } from "./measure-fields.tsx";
import { CardFields, EvidenceFields } from "./measure-texts.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { Actions, Clash, SaveBar } from "./save-bar.tsx";
import { staleItem, turned, useMeasureForm } from "./use-measure-form.ts";

/** Props of {@link MeasureEditor}. */
export interface MeasureEditorProps {
  readonly draftId: string;
  /** Version 0 is a measure that is not there yet. */
  readonly version: number;
  readonly document: DraftMeasureItem;
  /** Ids that are taken: a new measure needs another. */
  readonly takenIds: readonly string[];
  readonly fields: readonly FieldOption[];
  readonly dimensions: readonly Named[];
  readonly measures: readonly Named[];
  readonly kpis: readonly Named[];
  readonly words: EditorWords;
  readonly locale: "sv" | "en";
  readonly isReadOnly: boolean;
}

type Rule = DraftMeasureItem["rule"];
const idPattern = /^[A-Z]{2}\d{2}$/;

function Group({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-h`}>
      <div className="side">
        <h2 id={`${id}-h`}>{title}</h2>
      </div>
      <div>{children}</div>
    </section>
  );
}

/** What is wrong with the id of a new measure; null when nothing is, and for one that is there already. */
function idProblemOf(id: string, { version, takenIds, words }: MeasureEditorProps): string | null {
  if (version > 0) return null;
  if (takenIds.includes(id)) return word(words, "measure.idTaken");
  return idPattern.test(id) ? null : word(words, "measure.idForm");
}

function IdField({
  id,
  problem,
  words,
  onChange,
}: {
  readonly id: string;
  readonly problem: string | null;
  readonly words: EditorWords;
  readonly onChange: (id: string) => void;
}) {
  return (
    <TextField
      name="id"
      id="atgards-id"
      label={word(words, "measure.id")}
      hint={word(words, "measure.idHint")}
      error={problem ?? undefined}
      width="s"
      value={id}
      maxLength={4}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value.toUpperCase())}
    />
  );
}

/** A measure as a form: everything it is, what a place reads of it, and its rule. Saved as a whole, from the version that was seen. */
export function MeasureEditor(props: MeasureEditorProps) {
  const { words, isReadOnly, takenIds } = props;
  const { call, item, version, isSaved, change, save, remove, take } = useMeasureForm(props);
  const isNew = version === 0;
  const { measure, rule } = item;
  const set = (patch: Partial<DraftMeasureItem["measure"]>) =>
    change({ ...item, measure: { ...measure, ...patch } as DraftMeasureItem["measure"] });
  const kit: MeasureKit = { words, dimensions: props.dimensions, isReadOnly, measure, set };
  const idProblem = idProblemOf(measure.id, { ...props, version });
  const [isTried, setTried] = useState(false);
  const current = staleItem(call);
  const others = useMemo<MeasureEditorProps>(
    () => ({ ...props, measures: props.measures.filter(({ id }) => id !== measure.id) }),
    [props, measure.id],
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (idProblem === null) void save(version, item);
        else document.getElementById("atgards-id")?.focus();
      }}
    >
      {current === null ? null : (
        <Clash
          current={current}
          words={{ ...words, locale: props.locale }}
          onKeep={() => save(current.version, item)}
          onTake={() => take(current)}
        />
      )}
      <Group id="vad" title={word(words, "section.what")}>
        <div className="stack-6">
          {isNew ? (
            <IdField
              id={measure.id}
              problem={measure.id === "" && !isTried ? null : idProblem}
              words={words}
              onChange={(id) => set({ id })}
            />
          ) : null}
          {measure.retired === true ? <Status tone="stop">{word(words, "measure.isRetired")}</Status> : null}
          <WhatFields kit={kit} />
        </div>
      </Group>
      <Group id="regel" title={word(words, "section.rule")}>
        <RuleFields rule={rule} props={others} set={(patch) => change({ ...item, rule: { ...rule, ...patch } as Rule })} />
      </Group>
      <Group id="kostnad" title={word(words, "section.cost")}>
        <CostFields kit={kit} />
      </Group>
      <Group id="underlag" title={word(words, "section.evidence")}>
        <EvidenceFields kit={kit} kpis={props.kpis} />
      </Group>
      <Group id="kort" title={word(words, "section.card")}>
        <CardFields kit={kit} />
      </Group>
      {isReadOnly ? null : (
        <SaveBar call={call} words={words}>
          <Actions
            isNew={isNew}
            isBusy={call.isBusy}
            isSaved={isSaved}
            isRetired={measure.retired === true}
            isPublished={takenIds.includes(measure.id)}
            words={words}
            onTurn={() => save(version, turned(item))}
            onRemove={remove}
          />
        </SaveBar>
      )}
    </form>
  );
}
