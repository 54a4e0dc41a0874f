"use client";

import { Button, Conflict } from "@hp/ui";
import { useEffect, useRef, useState } from "react";
import type { NumberLocale } from "../number-text.ts";
import { sameText, shownText, type VersionedField } from "./versioned-fields.ts";

/** Words of {@link ConflictChoice}. */
export interface ConflictChoiceWords {
  readonly title: string;
  readonly explanation: string;
  readonly caption: string;
  readonly field: string;
  readonly mine: string;
  readonly saved: string;
  /** The same with who and when, as `{name}` and `{time}`. */
  readonly savedBy: string;
  readonly differs: string;
  readonly empty: string;
  readonly keepMine: string;
  readonly takeSaved: string;
  readonly savePicked: string;
}

type Texts = Readonly<Record<string, string>>;

/** Props of {@link ConflictChoice}. */
export interface ConflictChoiceProps {
  readonly fields: readonly VersionedField[];
  /** What both began from. */
  readonly base: Texts;
  readonly mine: Texts;
  readonly saved: Texts;
  readonly words: ConflictChoiceWords;
  readonly locale: NumberLocale;
  /** Called with the texts to go on with. */
  readonly onChoose: (texts: Texts) => void;
}

/**
 * A stale edit: both versions of every field that differs, and three ways on. What only one of the two has changed is
 * kept; where both have changed a field, one picks. Nothing typed is lost until one has chosen.
 */
export function ConflictChoice({ fields, base, mine, saved, words, locale, onChoose }: ConflictChoiceProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = (texts: Texts, field: VersionedField) => texts[field.name] ?? "";
  const isChanged = (texts: Texts, field: VersionedField) => !sameText(field, text(texts, field), text(base, field), locale);
  const differing = fields.filter((field) => !sameText(field, text(mine, field), text(saved, field), locale));
  const clashing = differing.filter((field) => isChanged(mine, field) && isChanged(saved, field));
  const [picked, setPicked] = useState<Readonly<Record<string, "mine" | "saved">>>({});
  const merged = (choice: (field: VersionedField) => "mine" | "saved") =>
    Object.fromEntries(
      fields.map((field) => {
        const side = clashing.includes(field) ? choice(field) : isChanged(mine, field) ? "mine" : "saved";
        return [field.name, text(side === "mine" ? mine : saved, field)];
      }),
    );
  const pick = (field: VersionedField, side: "mine" | "saved", texts: Texts) => {
    const shown = shownText(field, text(texts, field), locale, words.empty);
    // With one clash the buttons say it all.
    if (clashing.length < 2 || !clashing.includes(field)) return shown;
    return (
      <label className="tick gap-2!">
        <input
          type="radio"
          name={`pick-${field.name}`}
          checked={(picked[field.name] ?? "mine") === side}
          onChange={() => setPicked({ ...picked, [field.name]: side })}
        />
        <span>{shown}</span>
      </label>
    );
  };
  return (
    <section className="note stack" aria-labelledby="konflikt-h">
      <h2 className="h-sm" id="konflikt-h" tabIndex={-1} ref={heading}>
        {words.title}
      </h2>
      <p className="measure">{words.explanation}</p>
      <Conflict
        words={{ caption: words.caption, field: words.field, mine: words.mine, saved: words.saved, differs: words.differs }}
        rows={differing.map((field) => ({
          key: field.name,
          field: field.label,
          mine: pick(field, "mine", mine),
          saved: pick(field, "saved", saved),
          differs: clashing.includes(field),
        }))}
      >
        <p className="actions">
          {clashing.length > 1 ? (
            <Button variant="go" onClick={() => onChoose(merged((field) => picked[field.name] ?? "mine"))}>
              {words.savePicked}
            </Button>
          ) : null}
          <Button onClick={() => onChoose(merged(() => "mine"))}>{words.keepMine}</Button>
          <Button onClick={() => onChoose(Object.fromEntries(fields.map((field) => [field.name, text(saved, field)])))}>
            {words.takeSaved}
          </Button>
        </p>
      </Conflict>
    </section>
  );
}
