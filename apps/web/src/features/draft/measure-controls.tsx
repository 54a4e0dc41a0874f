"use client";

import type { DraftMeasureItem } from "@hp/contracts";
import type { Text } from "@hp/domain";
import type { ReactNode } from "react";
import { type EditorWords, word } from "./editor-words.ts";
import { useMounted } from "./use-mounted.ts";

type Measure = DraftMeasureItem["measure"];
/** A key with what it is called. */
export interface Named {
  readonly id: string;
  readonly title: string;
}
/** What the parts of a measure's form share. */
export interface MeasureKit {
  readonly words: EditorWords;
  readonly dimensions: readonly Named[];
  readonly isReadOnly: boolean;
  readonly measure: Measure;
  readonly set: (patch: Partial<Measure>) => void;
}

/** A text that nobody has written. */
export const emptyText: Text = { sv: "", en: "" };

/** A control with its label. */
export function Labelled({ label, hint, children }: { readonly label: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label className="labelled stack-2">
      <span>{label}</span>
      {hint === undefined ? null : <span className="field-hint">{hint}</span>}
      {children}
    </label>
  );
}

/** One of a few. */
export function Select<V extends string>({
  label,
  value,
  options,
  kit,
  onChange,
}: {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  kit: MeasureKit;
  onChange: (value: V) => void;
}) {
  return (
    <Labelled label={label}>
      <select className="input" value={value} disabled={kit.isReadOnly} onChange={(event) => onChange(event.target.value as V)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** A whole number from nought; what is no number is left as it was. */
export function WholeNumber({
  label,
  value,
  unit,
  isReadOnly,
  onChange,
}: {
  label: string;
  value: number;
  unit?: string;
  isReadOnly: boolean;
  onChange: (value: number) => void;
}) {
  return (
    <Labelled label={label}>
      <span className="comparison">
        <input
          className="input in-num in-s"
          inputMode="numeric"
          autoComplete="off"
          key={value}
          readOnly={isReadOnly}
          defaultValue={String(value)}
          onBlur={({ currentTarget }) => {
            const read = Number(currentTarget.value.replaceAll(/\s/g, ""));
            if (Number.isInteger(read) && read >= 0 && currentTarget.value.trim() !== "") onChange(read);
            else currentTarget.value = String(value);
          }}
        />
        {unit === undefined ? null : <span className="unit">{unit}</span>}
      </span>
    </Labelled>
  );
}

/** Yes or no. */
export function Tick({
  label,
  hint,
  checked,
  isReadOnly,
  onChange,
}: {
  label: string;
  hint?: string;
  checked: boolean;
  isReadOnly: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="tick">
      <input type="checkbox" checked={checked} disabled={isReadOnly} onChange={(event) => onChange(event.target.checked)} />{" "}
      <span>{label}</span>
      {hint === undefined ? null : <span className="field-hint"> {hint}</span>}
    </label>
  );
}

/** Several of a list: chosen ones with a button each, and a list to choose more from. */
export function Picker({
  label,
  chosen,
  options,
  words,
  isReadOnly,
  onChange,
}: {
  label: string;
  chosen: readonly string[];
  options: readonly Named[];
  words: EditorWords;
  isReadOnly: boolean;
  onChange: (chosen: string[]) => void;
}) {
  const isMounted = useMounted();
  const titles = new Map(options.map(({ id, title }) => [id, title]));
  return (
    <fieldset className="stack-2">
      <legend>{label}</legend>
      <ul className="plain">
        {chosen.map((id) => (
          <li key={id}>
            {titles.get(id) ?? id} <span className="muted">{id}</span>{" "}
            {isReadOnly ? null : (
              <button
                type="button"
                className="link-button"
                aria-label={`${word(words, "list.remove")}: ${titles.get(id) ?? id}`}
                onClick={() => onChange(chosen.filter((one) => one !== id))}
              >
                {word(words, "list.remove")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isReadOnly ? null : (
        <select
          className="input"
          aria-label={`${word(words, "list.add")}: ${label}`}
          value=""
          onChange={(event) => onChange([...chosen, event.target.value])}
        >
          <option value="">{word(words, "list.choose")}</option>
          {(isMounted ? options : [])
            .filter(({ id }) => !chosen.includes(id))
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {`${id} ${title}`}
              </option>
            ))}
        </select>
      )}
    </fieldset>
  );
}
