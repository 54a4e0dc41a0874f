import type { ReactNode } from "react";

/** Props of {@link FactRow}. */
export interface FactRowProps {
  readonly title: ReactNode;
  /** Source and year. */
  readonly source: ReactNode;
  /** The value, already written for the reader. */
  readonly value: ReactNode;
  /** What it is counted in. */
  readonly unit?: ReactNode;
  /** The strip of similar places and the sentence about it, or what to do about the value. */
  readonly children?: ReactNode;
  readonly id?: string;
}

/** A figure about the place with its source: an item of a `<ul className="facts">`. */
export function FactRow({ title, source, value, unit, children, id }: FactRowProps) {
  return (
    <li className="fact" id={id}>
      <div>
        <h3 className="h-sans">{title}</h3>
        <p className="tiny muted">{source}</p>
      </div>
      <div>
        <p className="fact-v">{value}</p>
        {unit === undefined ? null : <p className="tiny muted">{unit}</p>}
      </div>
      <div>{children}</div>
    </li>
  );
}
