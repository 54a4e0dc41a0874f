"use client";

import type { Instrument } from "@hp/domain";
import { Button } from "@hp/ui";
import { useEffect, useState } from "react";
import { announce, focusOn } from "../place/form/announcer.tsx";
import { readNumber, writeNumber } from "../place/number-text.ts";
import { DimensionClash } from "./dimension-clash.tsx";
import {
  type DraftDimension,
  dimensionProblems,
  largestWeight,
  mostStatements,
  nextStatementId,
  withRestored,
  withStatement,
} from "./dimension-edit.ts";
import { type EditorWords, word } from "./editor-words.ts";
import { SaveBar } from "./save-bar.tsx";
import { StatementFields } from "./statement-fields.tsx";
import { SurveyPreview } from "./survey-preview.tsx";
import { TextPair } from "./text-pair.tsx";
import { staleDimension, useDimensionForm } from "./use-dimension-form.ts";

/** Props of {@link DimensionEditor}. */
export interface DimensionEditorProps {
  readonly draftId: string;
  readonly version: number;
  readonly document: DraftDimension;
  /** As published; null for a dimension that is new in the draft. */
  readonly base: DraftDimension | null;
  readonly scale: Instrument["scale"];
  readonly importance: Instrument["importance"];
  readonly words: EditorWords;
  readonly locale: "sv" | "en";
  readonly isReadOnly: boolean;
}

/** A weight, written as people write numbers. What is not a weight stands there until it is one, and stops saving. */
function WeightField({
  weight,
  words,
  locale,
  isReadOnly,
  onChange,
}: {
  readonly weight: number;
  readonly words: EditorWords;
  readonly locale: "sv" | "en";
  readonly isReadOnly: boolean;
  readonly onChange: (weight: number) => void;
}) {
  const [text, setText] = useState(writeNumber(weight, locale));
  const isBad = !(weight > 0 && weight <= largestWeight);
  const read = readNumber(text, locale);
  // The saved version was taken, or mine taken back: the text follows the number, and not the other way about.
  const shown = Number.isNaN(weight) || read === weight ? text : writeNumber(weight, locale);
  return (
    <div className={isBad ? "field field-bad" : "field"}>
      <label className="label" htmlFor="vikt">
        {word(words, "area.weight")}
      </label>
      <p className="field-hint" id="vikt-hint">
        {word(words, "area.weightHint")}
      </p>
      {isBad ? (
        <p className="field-error" id="vikt-error">
          {word(words, "area.weightBad", { max: largestWeight })}
        </p>
      ) : null}
      <input
        id="vikt"
        className="input in-xs in-num"
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        readOnly={isReadOnly}
        aria-describedby={isBad ? "vikt-hint vikt-error" : "vikt-hint"}
        aria-invalid={isBad || undefined}
        onChange={(event) => {
          setText(event.target.value);
          onChange(readNumber(event.target.value, locale) ?? Number.NaN);
        }}
      />
    </div>
  );
}

/** Published statements that the draft has taken out. They can come back. */
function TakenOut({
  base,
  dimension,
  words,
  locale,
  isReadOnly,
  onChange,
}: Pick<DimensionEditorProps, "base" | "words" | "locale" | "isReadOnly"> & {
  readonly dimension: DraftDimension;
  readonly onChange: (next: DraftDimension) => void;
}) {
  const gone = (base?.items ?? []).filter(({ id }) => !dimension.items.some((one) => one.id === id));
  if (gone.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="borttagna-h">
      <h3 id="borttagna-h" className="h-sm">
        {word(words, "area.gone.title")}
      </h3>
      <p className="small muted">{word(words, "area.gone.text")}</p>
      <ul className="plain">
        {gone.map((statement) => (
          <li key={statement.id}>
            {statement[locale]} <span className="small muted">{statement.id}</span>
            {isReadOnly ? null : (
              <>
                {" "}
                <button
                  type="button"
                  className="link-button small"
                  aria-label={`${word(words, "area.gone.restore")}: ${statement[locale]}`}
                  onClick={() => {
                    onChange(withRestored(dimension, statement));
                    focusOn(`ord-${statement.id}-sv`);
                  }}
                >
                  {word(words, "area.gone.restore")}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One dimension of the questions as a form, with the survey beside it as it would be. Saved as a whole. */
export function DimensionEditor(props: DimensionEditorProps) {
  const { base, words, locale, isReadOnly, scale, importance } = props;
  const form = useDimensionForm(props);
  const { call, dimension, change } = form;
  const current = staleDimension(call);
  const problems = dimensionProblems(dimension);
  const isStale = current !== null;
  useEffect(() => {
    if (isStale) focusOn("krock-h");
  }, [isStale]);
  const save = (from: number) => {
    const [problem] = problems;
    if (problem === undefined) return form.save(from);
    announce(word(words, "area.problems"));
    focusOn(problem.code === "weight" ? "vikt" : `pastaende-${problem.id}`);
  };
  const add = () => {
    const id = nextStatementId(dimension.id, form.used);
    change(withStatement(dimension, id));
    focusOn(`ord-${id}-sv`);
  };
  return (
    <div className="area-edit">
      <form
        className="stack-8"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save(form.version);
        }}
      >
        {current === null ? null : (
          <DimensionClash
            mine={dimension}
            current={current}
            words={words}
            locale={locale}
            isBusy={call.isBusy}
            onKeep={() => save(current.version)}
            onTake={() => form.take(current)}
          />
        )}
        {form.aside === null ? null : (
          <p className="note">
            {word(words, "area.clash.aside")}{" "}
            <button type="button" className="link-button" onClick={form.takeBack}>
              {word(words, "area.clash.takeBack")}
            </button>
          </p>
        )}
        <WeightField
          weight={dimension.weight}
          words={words}
          locale={locale}
          isReadOnly={isReadOnly}
          onChange={(weight) => change({ ...dimension, weight })}
        />
        <TextPair
          id="varfor"
          label={word(words, "area.why")}
          hint={word(words, "area.whyHint")}
          value={dimension.why}
          rows={5}
          words={words}
          isReadOnly={isReadOnly}
          onChange={(why) => change({ ...dimension, why })}
        />
        <h2 id="pastaenden" className="text-xl">
          {word(words, "area.statements")}
        </h2>
        {dimension.items.map((statement, index) => (
          <StatementFields
            key={statement.id}
            dimension={dimension}
            statement={statement}
            number={index + 1}
            published={base?.items.find(({ id }) => id === statement.id) ?? null}
            words={words}
            isReadOnly={isReadOnly}
            onChange={change}
            onRemove={() => focusOn("pastaenden")}
          />
        ))}
        {isReadOnly || dimension.items.length >= mostStatements ? null : (
          <p>
            <Button onClick={add}>{word(words, "area.add")}</Button>
          </p>
        )}
        <TakenOut base={base} dimension={dimension} words={words} locale={locale} isReadOnly={isReadOnly} onChange={change} />
        {isReadOnly ? null : (
          <SaveBar call={isStale ? { ...call, failure: null, sentence: null } : call} words={words}>
            <Button type="submit" variant="go" busy={call.isBusy} busyLabel={word(words, "saving")}>
              {word(words, "save")}
            </Button>
            <span className="small muted">
              {word(words, problems.length > 0 ? "area.problems" : form.isSaved ? "allSaved" : "notSaved")}
            </span>
          </SaveBar>
        )}
      </form>
      <SurveyPreview dimension={dimension} scale={scale} importance={importance} words={words} locale={locale} />
    </div>
  );
}
