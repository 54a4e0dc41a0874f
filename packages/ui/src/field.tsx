import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/** What every field has. There is no way to make one without a label, and hint, error and unit are announced with it. */
export interface FieldProps {
  /** The form field's name; also its id, unless `id` is given. */
  readonly name: string;
  readonly id?: string;
  readonly label: ReactNode;
  /** How to answer, standing before the field. */
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it. Its presence is the error state. */
  readonly error?: ReactNode;
  /** A word before the error for those who do not see the sign, such as "Error:". */
  readonly errorWord?: string;
}

/** How wide a text field is: as wide as what it takes. `full` is the measure of the text. */
export type FieldWidth = "xs" | "s" | "m" | "full";

/** The class of a width; none for `full`. */
export function widthClass(width: FieldWidth): string | undefined {
  return width === "full" ? undefined : `in-${width}`;
}

/** The field's id: `id`, else `name`. */
export function fieldId({ id, name }: Pick<FieldProps, "id" | "name">): string {
  return id ?? name;
}

/**
 * The attributes that tie a control to its hint, error and unit.
 *
 * @returns id, name, aria-describedby with the ids of what is there (in reading order), aria-invalid only when wrong
 */
export function controlAttributes(field: FieldProps, hasUnit = false) {
  const id = fieldId(field);
  const described = [hasUnit && `${id}-unit`, field.hint !== undefined && `${id}-hint`, field.error !== undefined && `${id}-error`];
  return {
    id,
    name: field.name,
    "aria-describedby": classNames(...described),
    "aria-invalid": field.error === undefined ? undefined : (true as const),
  };
}

/** The hint of a field, with the id that {@link controlAttributes} points to. */
export function FieldHint({ field }: { readonly field: FieldProps }) {
  return field.hint === undefined ? null : (
    <p className="field-hint" id={`${fieldId(field)}-hint`}>
      {field.hint}
    </p>
  );
}

/** The error of a field in sign, colour and words, with the id that {@link controlAttributes} points to. */
export function FieldError({ field }: { readonly field: FieldProps }) {
  return field.error === undefined ? null : (
    <p className="field-error" id={`${fieldId(field)}-error`}>
      <Icon name="no" />
      <span>
        {field.errorWord === undefined ? null : <span className="vh">{field.errorWord} </span>}
        {field.error}
      </span>
    </p>
  );
}

/** The frame of a field with one control: label, hint, error, and the control with its unit. */
export function FieldFrame({
  field,
  unit,
  children,
}: {
  readonly field: FieldProps;
  readonly unit?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = fieldId(field);
  return (
    <div className={classNames("field", field.error !== undefined && "field-bad")}>
      <label htmlFor={id}>{field.label}</label>
      <FieldHint field={field} />
      <FieldError field={field} />
      <div className="field-row">
        {children}
        {unit === undefined ? null : (
          <span className="unit" id={`${id}-unit`}>
            {unit}
          </span>
        )}
      </div>
    </div>
  );
}

/** The frame of a field with several controls: a fieldset whose legend is the label, error above the controls. */
export function FieldGroupFrame({
  field,
  className,
  children,
}: {
  readonly field: FieldProps;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const id = fieldId(field);
  const described = controlAttributes(field)["aria-describedby"];
  return (
    <fieldset className={classNames("field", field.error !== undefined && "field-bad", className)} id={id} aria-describedby={described}>
      <legend>{field.label}</legend>
      <FieldHint field={field} />
      <FieldError field={field} />
      {children}
    </fieldset>
  );
}

/** Takes the props of the frame out of a field's props, leaving those of the control. */
export function splitField<P extends FieldProps>(props: P): { readonly field: FieldProps; readonly rest: Omit<P, keyof FieldProps> } {
  const { name, id, label, hint, error, errorWord, ...rest } = props;
  return { field: { name, id, label, hint, error, errorWord }, rest };
}
