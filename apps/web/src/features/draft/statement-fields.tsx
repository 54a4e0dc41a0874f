"use client";

import { Status } from "@hp/ui";
import {
  type DraftDimension,
  type DraftStatement,
  hasNewWords,
  type Rewording,
  rewordingOf,
  withMoved,
  withoutStatement,
  withParty,
  withPatch,
  withRewording,
  withWords,
} from "./dimension-edit.ts";
import { type EditorWords, word } from "./editor-words.ts";
import { TextPair } from "./text-pair.tsx";

/** The parties that can be asked, in their order. */
export const askableParties = ["municipality", "industry", "residents"] as const;

/** Props of {@link StatementFields}. */
export interface StatementFieldsProps {
  readonly dimension: DraftDimension;
  readonly statement: DraftStatement;
  /** Where it stands, from 1. */
  readonly number: number;
  /** As it is published; null for a new one. */
  readonly published: DraftStatement | null;
  readonly words: EditorWords;
  readonly isReadOnly: boolean;
  readonly onChange: (next: DraftDimension) => void;
  readonly onRemove: () => void;
}

function Tick({
  checked,
  label,
  hint,
  isReadOnly,
  isInvalid = false,
  onChange,
}: {
  readonly checked: boolean;
  readonly label: string;
  readonly hint?: string;
  readonly isReadOnly: boolean;
  readonly isInvalid?: boolean;
  readonly onChange: (isChecked: boolean) => void;
}) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={checked}
        disabled={isReadOnly}
        aria-invalid={isInvalid || undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint === undefined ? null : <small>{hint}</small>}
      </span>
    </label>
  );
}

/** New words of a published statement: the same question, whose answers compare, or another. */
function RewordingChoice({
  published,
  statement,
  words,
  isReadOnly,
  onChoose,
}: {
  readonly published: DraftStatement;
  readonly statement: DraftStatement;
  readonly words: EditorWords;
  readonly isReadOnly: boolean;
  readonly onChoose: (choice: Rewording) => void;
}) {
  const chosen = rewordingOf(statement, published);
  return (
    <fieldset className="note-wait note">
      <legend className="label">{word(words, "area.rewording.title")}</legend>
      <p className="small muted">{word(words, "area.rewording.before", { sv: published.sv, en: published.en })}</p>
      <div>
        {(["same", "other"] as const).map((choice) => (
          <label className="tick" key={choice}>
            <input
              type="radio"
              name={`omskrivning-${statement.id}`}
              checked={chosen === choice}
              disabled={isReadOnly}
              onChange={() => onChoose(choice)}
            />
            <span>
              {word(words, `area.rewording.${choice}`)}
              <small>{word(words, `area.rewording.hint.${choice}`)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One statement: its words, who is asked, and when. */
export function StatementFields({ dimension, statement, number, published, words, isReadOnly, onChange, onRemove }: StatementFieldsProps) {
  const { id } = statement;
  const name = word(words, "area.statement", { number });
  const lacksParties = statement.parties.length === 0;
  const button = (key: "up" | "down" | "remove", press: () => void) => (
    <button type="button" className="link-button" aria-label={`${word(words, `area.${key}`)}: ${name}`} onClick={press}>
      {word(words, `area.${key}`)}
    </button>
  );
  return (
    <fieldset className="statement stack" id={`pastaende-${id}`}>
      <legend>
        {name} <span className="small muted">{id}</span>{" "}
        {published === null ? (
          <span className="small">
            <Status tone="wait">{word(words, "area.isNew")}</Status>
          </span>
        ) : null}
      </legend>
      <TextPair
        id={`ord-${id}`}
        label={word(words, "area.words", { number })}
        value={statement}
        rows={3}
        words={words}
        isReadOnly={isReadOnly}
        onChange={(text) => onChange(withWords(dimension, id, text, published))}
      />
      {published !== null && hasNewWords(statement, published) ? (
        <RewordingChoice
          published={published}
          statement={statement}
          words={words}
          isReadOnly={isReadOnly}
          onChoose={(choice) => onChange(withRewording(dimension, published, choice))}
        />
      ) : null}
      <fieldset aria-describedby={lacksParties ? `parter-${id}` : undefined}>
        <legend className="label">{word(words, "area.parties")}</legend>
        {lacksParties ? (
          <p className="field-error" id={`parter-${id}`}>
            {word(words, "area.noParties")}
          </p>
        ) : null}
        <div className="ticks-row">
          {askableParties.map((party) => (
            <Tick
              key={party}
              checked={statement.parties.includes(party)}
              label={word(words, `area.party.${party}`)}
              isReadOnly={isReadOnly}
              isInvalid={lacksParties}
              onChange={(isAsked) => onChange(withParty(dimension, id, party, isAsked))}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="label">{word(words, "area.use")}</legend>
        {(["core", "outcome"] as const).map((field) => (
          <Tick
            key={field}
            checked={statement[field]}
            label={word(words, `area.${field}.label`)}
            hint={word(words, `area.${field}.hint`)}
            isReadOnly={isReadOnly}
            onChange={(isSet) => onChange(withPatch(dimension, id, { [field]: isSet }))}
          />
        ))}
      </fieldset>
      {isReadOnly ? null : (
        <div className="condition-tools small">
          {number > 1 ? button("up", () => onChange(withMoved(dimension, id, -1))) : null}
          {number < dimension.items.length ? button("down", () => onChange(withMoved(dimension, id, 1))) : null}
          {dimension.items.length > 1
            ? button("remove", () => {
                onChange(withoutStatement(dimension, id));
                onRemove();
              })
            : null}
        </div>
      )}
    </fieldset>
  );
}
