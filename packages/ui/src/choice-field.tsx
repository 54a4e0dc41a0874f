import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import {
  controlAttributes,
  FieldError,
  FieldFrame,
  FieldGroupFrame,
  FieldHint,
  type FieldProps,
  type FieldWidth,
  fieldId,
  splitField,
  widthClass,
} from "./field.tsx";

/** One of the answers to choose from. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** An answer with an explanation under it, for radios. */
export interface ExplainedOption extends Option {
  readonly hint?: ReactNode;
}

/** Answers under a heading, for selects. */
export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

/** Props of {@link SelectField}: those of a native select, with what every field has. */
export interface SelectFieldProps
  extends FieldProps,
    Omit<ComponentPropsWithoutRef<"select">, keyof FieldProps | "className" | "children" | "multiple"> {
  readonly options: readonly (Option | OptionGroup)[];
  /** The empty first answer, such as "Choose". Without it the first option is chosen from the start. */
  readonly empty?: string;
  readonly width?: FieldWidth;
}

/** One of many, by the browser's own control. */
export function SelectField(props: SelectFieldProps) {
  const { field, rest } = splitField(props);
  const { options, empty, width = "m", ...native } = rest;
  return (
    <FieldFrame field={field}>
      <select {...native} className={classNames("input", widthClass(width))} {...controlAttributes(field)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) =>
          "options" in option ? (
            <optgroup label={option.label} key={option.label}>
              {option.options.map(optionElement)}
            </optgroup>
          ) : (
            optionElement(option)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function optionElement({ value, label }: Option) {
  return (
    <option value={value} key={value}>
      {label}
    </option>
  );
}

type NativeTick = Omit<
  ComponentPropsWithoutRef<"input">,
  keyof FieldProps | "className" | "children" | "type" | "value" | "aria-describedby" | "aria-invalid"
>;

/** Props of {@link CheckboxField}. */
export interface CheckboxFieldProps extends FieldProps, NativeTick {
  /** What the form sends when it is ticked; "on" when not given, as browsers do. */
  readonly value?: string;
}

/** A yes or no: the label is what one agrees to. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { field, rest } = splitField(props);
  return (
    <div className={classNames("field", field.error !== undefined && "field-bad")}>
      <FieldError field={field} />
      <label className="tick">
        <input {...rest} type="checkbox" {...controlAttributes(field)} />
        <span>{field.label}</span>
      </label>
      <FieldHint field={field} />
    </div>
  );
}

/** Props of {@link RadioGroupField}. */
export interface RadioGroupFieldProps extends FieldProps {
  readonly options: readonly ExplainedOption[];
  /** The answer chosen from the start, when the browser keeps the state. */
  readonly defaultValue?: string;
  /** Beside each other instead of below, for two or three short answers. */
  readonly inline?: boolean;
  readonly required?: boolean;
}

/** One of a few, all in sight. The first radio has the field's id with `-0`, where an error list may lead. */
export function RadioGroupField(props: RadioGroupFieldProps) {
  const { field, rest } = splitField(props);
  const id = fieldId(field);
  return (
    <FieldGroupFrame field={field}>
      <div className={classNames(rest.inline === true && "ticks-row")}>
        {rest.options.map((option, index) => (
          <label className="tick" key={option.value}>
            <input
              type="radio"
              id={`${id}-${index}`}
              name={field.name}
              value={option.value}
              defaultChecked={rest.defaultValue === undefined ? undefined : option.value === rest.defaultValue}
              required={rest.required}
            />
            <span>
              {option.label}
              {option.hint === undefined ? null : <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroupFrame>
  );
}
