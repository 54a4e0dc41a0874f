"use client";

import type { Atom, Operator } from "@hp/domain";
import { type EditorWords, word } from "./editor-words.ts";
import type { FieldOption } from "./field-option.ts";
import { useMounted } from "./use-mounted.ts";

/** What the parts of a condition's editor share. */
export interface ConditionKit {
  readonly words: EditorWords;
  readonly fields: ReadonlyMap<string, FieldOption>;
  readonly groups: readonly (readonly [group: FieldOption["group"], fields: readonly FieldOption[]])[];
  readonly isReadOnly: boolean;
}

/** Whether there is anything to compare a field with: one of many, such as a municipality, has no choices here. */
export const canCompare = ({ type, choices }: FieldOption): boolean => choices !== null || (type !== "enum" && type !== "multiEnum");

/** The value that a comparison begins with, once its field or operator has changed. */
export function firstValue(op: Operator, field: FieldOption | undefined): Atom["value"] {
  if (op === "known") return true;
  const choice = field?.choices?.[0]?.key ?? "";
  if (op === "contains") return choice;
  if (field?.type === "boolean") return true;
  const low = field?.min ?? 0;
  if (op === "between") return [low, field?.max ?? low];
  const one = field?.type === "enum" || field?.type === "multiEnum" ? choice : low;
  return op === "in" ? [one] : one;
}

const readNumber = (text: string) => Number(text.trim().replaceAll(/\s/g, "").replace(",", ".").replace("−", "-"));

function NumberInput({
  value,
  label,
  isReadOnly,
  onChange,
}: {
  readonly value: number;
  readonly label: string;
  readonly isReadOnly: boolean;
  readonly onChange: (value: number) => void;
}) {
  return (
    <input
      className="input in-num in-s"
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      readOnly={isReadOnly}
      key={value}
      defaultValue={String(value)}
      onBlur={({ currentTarget }) => {
        const read = readNumber(currentTarget.value);
        if (Number.isFinite(read) && currentTarget.value.trim() !== "") onChange(read);
        else currentTarget.value = String(value);
      }}
    />
  );
}

interface ValueProps {
  readonly atom: Atom;
  readonly field: FieldOption | undefined;
  readonly kit: ConditionKit;
  readonly onChange: (value: Atom["value"]) => void;
}

function YesNo({ atom, kit: { words, isReadOnly }, onChange }: ValueProps) {
  const isKnown = atom.op === "known";
  return (
    <select
      className="input in-s"
      aria-label={word(words, "condition.value")}
      value={atom.value ? "yes" : "no"}
      disabled={isReadOnly}
      onChange={(event) => onChange(event.target.value === "yes")}
    >
      <option value="yes">{word(words, isKnown ? "condition.known" : "condition.yes")}</option>
      <option value="no">{word(words, isKnown ? "condition.notKnown" : "condition.no")}</option>
    </select>
  );
}

function Choices({
  atom,
  choices,
  kit: { words, isReadOnly },
  onChange,
}: ValueProps & { readonly choices: NonNullable<FieldOption["choices"]> }) {
  const label = word(words, "condition.value");
  if (!Array.isArray(atom.value))
    return (
      <select
        className="input"
        aria-label={label}
        value={String(atom.value)}
        disabled={isReadOnly}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  const chosen = atom.value.map(String);
  return (
    <fieldset className="stack-2">
      <legend className="vh">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.key} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(choice.key)}
            disabled={isReadOnly || (chosen.length === 1 && chosen[0] === choice.key)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, choice.key] : chosen.filter((one) => one !== choice.key))}
          />{" "}
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

function Interval({ atom, field, kit: { words, isReadOnly }, onChange }: ValueProps) {
  const [low = 0, high = 0] = (atom.value as readonly number[]).map(Number);
  return (
    <>
      <NumberInput
        value={low}
        label={word(words, "condition.low")}
        isReadOnly={isReadOnly}
        onChange={(next) => onChange([Math.min(next, high), high])}
      />
      <span>{word(words, "condition.to")}</span>
      <NumberInput
        value={high}
        label={word(words, "condition.high")}
        isReadOnly={isReadOnly}
        onChange={(next) => onChange([low, Math.max(next, low)])}
      />
      {field?.unit ? <span className="unit">{field.unit}</span> : null}
    </>
  );
}

function NumberList({ atom, kit: { words, isReadOnly }, onChange }: ValueProps) {
  const text = (atom.value as readonly number[]).join("; ");
  return (
    <input
      className="input in-s"
      aria-label={word(words, "condition.list")}
      readOnly={isReadOnly}
      key={text}
      defaultValue={text}
      onBlur={({ currentTarget }) => {
        const numbers = currentTarget.value.split(";").map(readNumber).filter(Number.isFinite);
        if (numbers.length > 0) onChange(numbers);
        else currentTarget.value = text;
      }}
    />
  );
}

/** What a field is compared with, typed by the field and the operator. */
function ValueFields(props: ValueProps) {
  const { atom, field, kit, onChange } = props;
  if (atom.op === "known" || typeof atom.value === "boolean") return <YesNo {...props} />;
  if (field?.choices) return <Choices {...props} choices={field.choices} />;
  if (atom.op === "between") return <Interval {...props} />;
  if (atom.op === "in") return <NumberList {...props} />;
  return (
    <>
      <NumberInput value={Number(atom.value)} label={word(kit.words, "condition.value")} isReadOnly={kit.isReadOnly} onChange={onChange} />
      {field?.unit ? <span className="unit">{field.unit}</span> : null}
    </>
  );
}

/** One comparison: a field, how it is compared, and with what, typed by the field. */
export function ComparisonFields({
  atom,
  kit,
  onChange,
}: {
  readonly atom: Atom;
  readonly kit: ConditionKit;
  readonly onChange: (atom: Atom) => void;
}) {
  const { words, fields, groups, isReadOnly } = kit;
  const field = fields.get(atom.field);
  const ops: readonly Operator[] = field?.ops ?? [atom.op];
  const isMounted = useMounted();
  return (
    <div className="comparison">
      <select
        className="input"
        aria-label={word(words, "condition.field")}
        value={atom.field}
        disabled={isReadOnly}
        onChange={({ target }) => {
          const next = fields.get(target.value);
          const op = next?.ops.includes(atom.op) ? atom.op : (next?.ops[0] ?? atom.op);
          const keeps = next?.type === field?.type && next?.choices === null && op === atom.op;
          onChange({ field: target.value, op, value: keeps ? atom.value : firstValue(op, next) } as Atom);
        }}
      >
        {field === undefined ? <option value={atom.field}>{word(words, "condition.gone", { field: atom.field })}</option> : null}
        {field === undefined || (isMounted && canCompare(field)) ? null : <option value={atom.field}>{field.label}</option>}
        {(isMounted ? groups : []).map(([group, list]) => (
          <optgroup key={group} label={word(words, `condition.group.${group}`)}>
            {list.map((one) => (
              <option key={one.key} value={one.key}>
                {one.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <select
        className="input"
        aria-label={word(words, "condition.operator")}
        value={atom.op}
        disabled={isReadOnly}
        onChange={({ target }) => {
          const op = target.value as Operator;
          const keeps = !["between", "in", "known", "contains"].some((one) => one === op || one === atom.op);
          onChange({ field: atom.field, op, value: keeps ? atom.value : firstValue(op, field) } as Atom);
        }}
      >
        {ops.map((op) => (
          <option key={op} value={op}>
            {word(words, `condition.op.${op}`)}
          </option>
        ))}
      </select>
      <ValueFields atom={atom} field={field} kit={kit} onChange={(value) => onChange({ ...atom, value } as Atom)} />
    </div>
  );
}
