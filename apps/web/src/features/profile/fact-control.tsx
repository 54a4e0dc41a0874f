"use client";

import type { ReactNode } from "react";
import { type Draft, type FieldFact, toggled } from "./fact-draft.ts";
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

const unknown: Draft = { values: [], isUnknown: true };
const known = (value: string): Draft => ({ values: [value], isUnknown: false });

/** The control that a precondition's type asks for, always with a way to say that one does not know. */
export function FactControl(props: FactControlProps) {
  const { type, choices } = props.fact;
  if (type === "multiEnum") return <SeveralControl {...props} />;
  if (choices.length > 0) return <OneControl {...props} />;
  return type === "boolean" ? <YesNoControl {...props} /> : <WrittenControl {...props} />;
}

const described = ({ describedBy, isInvalid }: FactControlProps) => ({
  "aria-describedby": describedBy,
  "aria-invalid": isInvalid || undefined,
});

function OneControl(props: FactControlProps) {
  const { fact, draft, onAnswer } = props;
  const { words } = useFactWords();
  const value = draft.isUnknown ? "unknown" : (draft.values[0] ?? "");
  return (
    <select
      id={controlId(fact.key)}
      name="value"
      className="input in-m"
      {...described(props)}
      value={value}
      onChange={({ target }) => onAnswer(target.value === "unknown" ? unknown : known(target.value))}
    >
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

function YesNoControl(props: FactControlProps) {
  const { fact, draft, onAnswer } = props;
  const { words } = useFactWords();
  const id = controlId(fact.key);
  return (
    <Ticks props={props}>
      {(["yes", "no", "unknown"] as const).map((value) => (
        <label className="tick" key={value}>
          <input
            type="radio"
            id={value === "yes" ? id : undefined}
            name="value"
            value={value}
            checked={value === "unknown" ? draft.isUnknown : draft.values[0] === value}
            onChange={() => onAnswer(value === "unknown" ? unknown : known(value))}
          />
          <span>{words[value]}</span>
        </label>
      ))}
    </Ticks>
  );
}

function SeveralControl(props: FactControlProps) {
  const { fact, draft, onAnswer } = props;
  const { words } = useFactWords();
  const id = controlId(fact.key);
  return (
    <Ticks props={props}>
      {[...fact.choices, { key: "none", label: words.none }].map((choice, index) => (
        <label className="tick" key={choice.key}>
          <input
            type="checkbox"
            id={index === 0 ? id : undefined}
            name="value"
            value={choice.key}
            checked={draft.values.includes(choice.key)}
            onChange={({ target }) => onAnswer(toggled(draft, choice.key, target.checked))}
          />
          <span>{choice.label}</span>
        </label>
      ))}
      <Unknown {...props} />
    </Ticks>
  );
}

const inputModes = { integer: "numeric", number: "decimal" } as const;

function WrittenControl(props: FactControlProps) {
  const { fact, draft, onEdit, onAnswer } = props;
  const isNumber = fact.type === "number" || fact.type === "integer";
  return (
    <div className="field-row flex-wrap gap-x-4!">
      <input
        id={controlId(fact.key)}
        name="value"
        type="text"
        autoComplete="off"
        inputMode={fact.type === "integer" || fact.type === "number" ? inputModes[fact.type] : undefined}
        className={isNumber ? "input in-num in-s" : "input in-m"}
        {...described(props)}
        value={draft.values[0] ?? ""}
        onChange={({ target }) => onEdit(known(target.value))}
        onBlur={() => onAnswer(draft)}
      />
      {fact.unit === null ? null : <span className="unit">{fact.unit}</span>}
      <Unknown {...props} />
    </div>
  );
}

function Unknown({ fact, draft, onAnswer }: FactControlProps) {
  const { words } = useFactWords();
  return (
    <label className="tick">
      <input
        type="checkbox"
        name="unknown"
        aria-describedby={`${controlId(fact.key)}-l`}
        checked={draft.isUnknown}
        onChange={({ target }) => onAnswer({ values: [], isUnknown: target.checked })}
      />
      <span>{words.unknown}</span>
    </label>
  );
}

function Ticks({ props, children }: { readonly props: FactControlProps; readonly children: ReactNode }) {
  const { "aria-describedby": describedBy } = described(props);
  return (
    <fieldset aria-labelledby={`${controlId(props.fact.key)}-l`} aria-describedby={describedBy} className="ticks-row">
      {children}
    </fieldset>
  );
}
