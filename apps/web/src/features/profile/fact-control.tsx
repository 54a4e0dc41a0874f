"use client";

import type { ReactNode } from "react";
import type { Draft, FieldFact } from "./fact-draft.ts";
import { useFactWords } from "./fact-words.tsx";

/** Props of {@link FactControl}. */
export interface FactControlProps {
  readonly fact: FieldFact;
  readonly draft: Draft;
  /** Ids of what describes the control. */
  readonly describedBy: string;
  readonly isInvalid: boolean;
  /** Called while typing. */
  readonly onEdit: (draft: Draft) => void;
  /** Called when an answer is given: a choice, or a text left. */
  readonly onAnswer: (draft: Draft) => void;
}

/** The id of a fact's first control; its label points there. */
export const controlId = (key: string) => `f-${key}`;

/** The control that a precondition's type asks for, always with a way to say that one does not know. */
export function FactControl(props: FactControlProps) {
  const { fact, draft, onEdit, onAnswer } = props;
  const { words } = useFactWords();
  const id = controlId(fact.key);
  const described = { "aria-describedby": props.describedBy, "aria-invalid": props.isInvalid || undefined };
  const unknown = (
    <label className="tick">
      <input type="checkbox" name="unknown" aria-describedby={`${id}-l`} checked={draft.isUnknown} onChange={(event) => onAnswer({ values: [], isUnknown: event.target.checked })} />
      <span>{words.unknown}</span>
    </label>
  );
  if (fact.choices.length > 0 && fact.type !== "multiEnum") {
    const value = draft.isUnknown ? "unknown" : (draft.values[0] ?? "");
    return (
      <select id={id} name="value" className="input in-m" {...described} value={value} onChange={({ target }) => onAnswer(target.value === "unknown" ? { values: [], isUnknown: true } : { values: [target.value], isUnknown: false })}>
        {value === "" ? <option value="">{words.choose}</option> : null}
        {fact.choices.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ))}
        <option value="unknown">{words.unknown}</option>
      </select>
    );
  }
  switch (fact.type) {
    case "boolean":
      return (
        <Ticks id={id} described={described}>
          {(["yes", "no", "unknown"] as const).map((value) => (
            <label className="tick" key={value}>
              <input
                type="radio"
                id={value === "yes" ? id : undefined}
                name="value"
                value={value}
                checked={value === "unknown" ? draft.isUnknown : draft.values[0] === value}
                onChange={() => onAnswer(value === "unknown" ? { values: [], isUnknown: true } : { values: [value], isUnknown: false })}
              />
              <span>{words[value]}</span>
            </label>
          ))}
        </Ticks>
      );
    case "multiEnum":
      return (
        <Ticks id={id} described={described}>
          {[...fact.choices, { key: "none", label: words.none }].map((choice, index) => (
            <label className="tick" key={choice.key}>
              <input type="checkbox" id={index === 0 ? id : undefined} name="value" value={choice.key} checked={draft.values.includes(choice.key)} onChange={({ target }) => onAnswer(toggled(draft, choice.key, target.checked))} />
              <span>{choice.label}</span>
            </label>
          ))}
          {unknown}
        </Ticks>
      );
    default: {
      const isNumber = fact.type !== "enum";
      return (
        <div className="field-row flex-wrap">
          <input
            id={id}
            name="value"
            type="text"
            autoComplete="off"
            inputMode={fact.type === "integer" ? "numeric" : fact.type === "number" ? "decimal" : undefined}
            className={isNumber ? "input in-num in-s" : "input in-m"}
            {...described}
            value={draft.values[0] ?? ""}
            onChange={({ target }) => onEdit({ values: [target.value], isUnknown: false })}
            onBlur={() => onAnswer(draft)}
            onKeyDown={(event) => {
              if (event.key === "Enter") {
                event.preventDefault();
                onAnswer(draft);
              }
            }}
          />
          {fact.unit === null ? null : <span className="unit">{fact.unit}</span>}
          {unknown}
        </div>
      );
    }
  }
}

function toggled(draft: Draft, key: string, isOn: boolean): Draft {
  if (key === "none") return { values: isOn ? ["none"] : [], isUnknown: false };
  const rest = draft.values.filter((value) => value !== key && value !== "none");
  return { values: isOn ? [...rest, key] : rest.length === 0 ? ["none"] : rest, isUnknown: false };
}

function Ticks({ id, described, children }: { readonly id: string; readonly described: object; readonly children: ReactNode }) {
  return (
    <div role="group" aria-labelledby={`${id}-l`} {...described} className="ticks-row">
      {children}
    </div>
  );
}
