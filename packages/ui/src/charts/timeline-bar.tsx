import type { ReactNode } from "react";
import { linear, type Range } from "./number.ts";

/** Props of {@link TimelineBar}. */
export interface TimelineBarProps {
  /** The time the bar's whole width stands for, in any unit (such as months since some month). */
  readonly span: Range;
  /** When it is planned; null when not yet. */
  readonly planned: Range | null;
  /** When it would be, if a proposal were agreed. */
  readonly proposed?: Range | null;
  /** Where hairlines stand, such as at the turn of a year. */
  readonly marks?: readonly number[];
  /** The same in words, under the bar: "Jan. 2027 to March 2027". */
  readonly children: ReactNode;
}

/** A stretch of time in a table row: ink for planned, dashed ochre for proposed, with its words. */
export function TimelineBar({ span, planned, proposed = null, marks = [], children }: TimelineBarProps) {
  const x = linear(span, [0.4, 99.6]);
  const place = ([from, to]: Range) => ({ x: percent(x(from)), width: percent(Math.max(x(to) - x(from), 1)) });
  return (
    <>
      <svg className="bar" aria-hidden="true">
        {marks.map((mark) => (
          <line key={mark} className="ax" x1={percent(x(mark))} x2={percent(x(mark))} y1="0" y2="28" />
        ))}
        {proposed === null ? null : <rect className="draft" {...place(proposed)} y="7" height="14" />}
        {planned === null ? null : <rect className="m-p" {...place(planned)} y="10" height="8" />}
      </svg>
      <span className="tiny muted">{children}</span>
    </>
  );
}

/** The heading of a column of {@link TimelineBar}: equal stretches, such as years. */
export function TimelineHead({ labels }: { readonly labels: readonly string[] }) {
  return (
    <span className="bar-head">
      {labels.map((label) => (
        <span key={label}>{label}</span>
      ))}
    </span>
  );
}

const percent = (value: number) => `${Math.round(value * 10) / 10}%`;
