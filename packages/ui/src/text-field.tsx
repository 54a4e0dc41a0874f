import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { controlAttributes, FieldFrame, type FieldProps, type FieldWidth, splitField, widthClass } from "./field.tsx";

type Native<T extends "input" | "textarea"> = Omit<
  ComponentPropsWithoutRef<T>,
  keyof FieldProps | "className" | "children" | "aria-describedby" | "aria-invalid"
>;

/** Props of {@link TextField}: those of a native input, with what every field has. */
export interface TextFieldProps extends FieldProps, Native<"input"> {
  readonly width?: FieldWidth;
  /** What the value is counted in, written after the field and read with it. */
  readonly unit?: ReactNode;
}

/** A line of text: text, email, password, tel, url or search. */
export function TextField(props: TextFieldProps) {
  const { field, rest } = splitField(props);
  const { width = "full", unit, ...native } = rest;
  return (
    <FieldFrame field={field} unit={unit}>
      <input type="text" {...native} className={classNames("input", widthClass(width))} {...controlAttributes(field, unit !== undefined)} />
    </FieldFrame>
  );
}

/** Props of {@link NumberField}. */
export interface NumberFieldProps extends Omit<TextFieldProps, "type" | "inputMode"> {
  /** True allows decimals: the phone's keyboard then has the comma. */
  readonly decimals?: boolean;
}

/**
 * A number with its unit. A text input with a numeric keyboard: `type="number"` drops what it cannot read without
 * a word, refuses a decimal comma in some languages, and changes the value when one scrolls.
 */
export function NumberField({ decimals = false, width = "s", ...props }: NumberFieldProps) {
  const { field, rest } = splitField(props);
  const { unit, ...native } = rest;
  return (
    <FieldFrame field={field} unit={unit}>
      <input
        autoComplete="off"
        {...native}
        type="text"
        inputMode={decimals ? "decimal" : "numeric"}
        className={classNames("input", "in-num", widthClass(width))}
        {...controlAttributes(field, unit !== undefined)}
      />
    </FieldFrame>
  );
}

/** Props of {@link DateField}. */
export type DateFieldProps = Omit<TextFieldProps, "type" | "width" | "unit">;

/** A calendar day, as YYYY-MM-DD in the form, by the browser's own control. */
export function DateField(props: DateFieldProps) {
  const { field, rest } = splitField(props);
  return (
    <FieldFrame field={field}>
      <input {...rest} type="date" className="input in-s" {...controlAttributes(field)} />
    </FieldFrame>
  );
}

/** Props of {@link TextArea}. */
export interface TextAreaProps extends FieldProps, Native<"textarea"> {}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { field, rest } = splitField(props);
  return (
    <FieldFrame field={field}>
      <textarea rows={4} {...rest} className="input" {...controlAttributes(field)} />
    </FieldFrame>
  );
}
