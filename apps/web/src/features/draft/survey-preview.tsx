"use client";

import type { Instrument, Mode, Party } from "@hp/domain";
import { Scale } from "@hp/ui";
import { useState } from "react";
import { askedOf, type DraftDimension } from "./dimension-edit.ts";
import { type EditorWords, word } from "./editor-words.ts";
import { askableParties } from "./statement-fields.tsx";

/** Props of {@link SurveyPreview}. */
export interface SurveyPreviewProps {
  readonly dimension: DraftDimension;
  readonly scale: Instrument["scale"];
  readonly importance: Instrument["importance"];
  readonly words: EditorWords;
  readonly locale: "sv" | "en";
}

const modes = ["quick", "full"] as const satisfies readonly Mode[];
const languages = ["sv", "en"] as const;

/** One of a few, as a native choice. */
function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <label>
      <span className="label">{label}</span>
      <select className="input input-cell" value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The dimension as those who answer see it, as it stands in the form: by party, by round and in either language. */
export function SurveyPreview({ dimension, scale, importance, words, locale }: SurveyPreviewProps) {
  const [party, setParty] = useState<Party>("municipality");
  const [mode, setMode] = useState<Mode>("full");
  const [language, setLanguage] = useState(locale);
  const asked = askedOf(dimension, party, mode);
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({ value: String(from + index), label: String(from + index) }));
  const ends: [string, string] = [scale.labels[0]?.[language] ?? "", scale.labels.at(-1)?.[language] ?? ""];
  return (
    <section className="survey stack-6" aria-labelledby="visning-h">
      <h2 id="visning-h" className="h-sm">
        {word(words, "area.preview.title")}
      </h2>
      <div className="editor-row">
        <Choice
          label={word(words, "area.preview.party")}
          value={party}
          options={askableParties.map((one) => ({ value: one, label: word(words, `area.party.${one}`) }))}
          onChange={setParty}
        />
        <Choice
          label={word(words, "area.preview.mode")}
          value={mode}
          options={modes.map((one) => ({ value: one, label: word(words, `area.mode.${one}`) }))}
          onChange={setMode}
        />
        <Choice
          label={word(words, "area.preview.language")}
          value={language}
          options={languages.map((one) => ({ value: one, label: word(words, `language.${one}`) }))}
          onChange={setLanguage}
        />
      </div>
      <p className="small muted" role="status">
        {word(words, asked.length === 0 ? "area.preview.none" : "area.preview.count", { count: asked.length, all: dimension.items.length })}
      </p>
      <div lang={language} className="stack-8">
        {asked.map((statement) => (
          <Scale
            key={statement.id}
            name={`visa.${statement.id}`}
            id={`visa-${statement.id}`}
            label={statement[language].trim() === "" ? word(words, "area.preview.noText") : statement[language]}
            steps={numbers(scale.min, scale.max)}
            ends={ends}
            unknown={{ value: scale.missing.key, label: scale.missing[language] }}
            party={party}
          />
        ))}
        <Scale
          name="visa.viktigt"
          id="visa-viktigt"
          label={importance[language]}
          hint={dimension[language]}
          steps={numbers(importance.min, importance.max)}
          ends={[word(words, `area.importance.low.${language}`), word(words, `area.importance.high.${language}`)]}
          party={party}
        />
      </div>
    </section>
  );
}
