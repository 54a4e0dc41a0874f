import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { FieldError, FieldHint, type FieldProps, fieldId, splitField } from "./field.tsx";
import { type Party, partyClass } from "./party.ts";

/** A step of the scale. */
export interface ScaleStep {
  readonly value: string;
  /** What is written in the box, such as "1". */
  readonly label: string;
}

/** Props of {@link Scale}. */
export interface ScaleProps extends FieldProps {
  /** Usually five. */
  readonly steps: readonly ScaleStep[];
  /** What the first and the last step mean; written under the scale and read with those steps. */
  readonly ends: readonly [low: string, high: string];
  /** The answer beside the scale, such as "don't know"; a wide box under it. */
  readonly unknown?: ScaleStep;
  readonly defaultValue?: string;
  /** Whose colour a chosen step takes. */
  readonly party?: Exclude<Party, "facts">;
  readonly required?: boolean;
}

/**
 * A statement to be answered on a scale: native radios under a legend, so it works without scripts and with arrow
 * keys. The error stands above the legend, where it is met before the question is read again.
 */
export function Scale(props: ScaleProps) {
  const { field, rest } = splitField(props);
  const id = fieldId(field);
  const described = classNames(field.hint !== undefined && `${id}-hint`, field.error !== undefined && `${id}-error`);
  const last = rest.steps.length - 1;
  const radio = (step: ScaleStep, key: string, words: ReactNode, className?: string) => (
    <label className={classNames("opt", className)} key={step.value}>
      <input
        type="radio"
        id={`${id}-${key}`}
        name={field.name}
        value={step.value}
        defaultChecked={rest.defaultValue === undefined ? undefined : step.value === rest.defaultValue}
        required={rest.required}
      />
      <span>{words}</span>
    </label>
  );
  const withEnd = (step: ScaleStep, index: number) => {
    const end = index === 0 ? rest.ends[0] : index === last ? rest.ends[1] : undefined;
    return end === undefined ? (
      step.label
    ) : (
      <>
        {step.label}
        <span className="vh"> {end}</span>
      </>
    );
  };
  return (
    <div className={classNames("scale", rest.party && partyClass("p", rest.party), field.error !== undefined && "field-bad")}>
      <FieldError field={field} />
      <fieldset id={id} aria-describedby={described}>
        <legend>{field.label}</legend>
        <FieldHint field={field} />
        <div className="choice">{rest.steps.map((step, index) => radio(step, String(index), withEnd(step, index)))}</div>
        <p className="ends" aria-hidden="true">
          <span>{rest.ends[0]}</span>
          <span>{rest.ends[1]}</span>
        </p>
        {rest.unknown === undefined ? null : radio(rest.unknown, "unknown", rest.unknown.label, "opt-row")}
      </fieldset>
    </div>
  );
}
