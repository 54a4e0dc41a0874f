import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** Something wrong, with the id of the control where it is mended (for radios: the first one, `<name>-0`). */
export interface FormError {
  readonly fieldId: string;
  readonly message: ReactNode;
}

/** Props of {@link ErrorSummary}. */
export interface ErrorSummaryProps {
  readonly id?: string;
  /** Such as "Two things to mend". */
  readonly title: ReactNode;
  /** In the order of the fields. Empty: nothing is rendered. */
  readonly errors: readonly FormError[];
}

/** The list of what is wrong, above a form, each line leading to its field. Announced at once and able to take focus. */
export function ErrorSummary({ id = "errors", title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="errors" id={id} role="alert" tabIndex={-1} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`} className="status s-stop">
        <Icon name="no" />
        <span>{title}</span>
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a href={`#${error.fieldId}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
