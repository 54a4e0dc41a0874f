"use client";

import type { Text } from "@hp/domain";
import { type EditorWords, word } from "./editor-words.ts";

/** A text in both languages, side by side. */
export function TextPair({
  id,
  label,
  hint,
  value,
  rows,
  words,
  isReadOnly,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: Text;
  /** One line where left out. */
  readonly rows?: number;
  readonly words: EditorWords;
  readonly isReadOnly: boolean;
  readonly onChange: (value: Text) => void;
}) {
  return (
    <fieldset className="text-pair">
      <legend>{label}</legend>
      {hint === undefined ? null : <p className="field-hint">{hint}</p>}
      <div className="text-pair-fields">
        {(["sv", "en"] as const).map((language) => {
          const shared = {
            id: `${id}-${language}`,
            className: "input",
            lang: language,
            value: value[language],
            maxLength: 4000,
            readOnly: isReadOnly,
            "aria-label": `${label}, ${word(words, `language.${language}`)}`,
          };
          const set = (text: string) => onChange({ ...value, [language]: text });
          return (
            <div key={language}>
              <label htmlFor={shared.id} className="tiny muted">
                {word(words, `language.${language}`)}
              </label>
              {rows === undefined ? (
                <input {...shared} autoComplete="off" onChange={(event) => set(event.target.value)} />
              ) : (
                <textarea {...shared} rows={rows} onChange={(event) => set(event.target.value)} />
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Several texts in both languages, in order: add, take out, move. */
export function TextPairList({
  id,
  label,
  values,
  words,
  isReadOnly,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly values: readonly Text[];
  readonly words: EditorWords;
  readonly isReadOnly: boolean;
  readonly onChange: (values: Text[]) => void;
}) {
  const swap = (index: number, by: number) => {
    const next = [...values];
    const [one, other] = [next[index], next[index + by]];
    if (one === undefined || other === undefined) return;
    next[index] = other;
    next[index + by] = one;
    onChange(next);
  };
  const button = (key: string, number: number, press: () => void) => (
    <button type="button" className="link-button" aria-label={`${word(words, `list.${key}`)}: ${label} ${number}`} onClick={press}>
      {word(words, `list.${key}`)}
    </button>
  );
  return (
    <fieldset className="stack-4">
      <legend>
        <strong>{label}</strong>
      </legend>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry is where it stands
        <div key={index}>
          <TextPair
            id={`${id}-${index}`}
            label={`${label} ${index + 1}`}
            value={value}
            rows={2}
            words={words}
            isReadOnly={isReadOnly}
            onChange={(next) => onChange(values.map((one, position) => (position === index ? next : one)))}
          />
          {isReadOnly ? null : (
            <div className="condition-tools small">
              {button("up", index + 1, () => swap(index, -1))}
              {button("down", index + 1, () => swap(index, 1))}
              {button("remove", index + 1, () => onChange(values.filter((_, position) => position !== index)))}
            </div>
          )}
        </div>
      ))}
      {isReadOnly ? null : (
        <p>
          <button
            type="button"
            className="btn btn-quiet"
            aria-label={`${word(words, "list.add")}: ${label}`}
            onClick={() => onChange([...values, { sv: "", en: "" }])}
          >
            {word(words, "list.add")}
          </button>
        </p>
      )}
    </fieldset>
  );
}
