import type { ReactNode } from "react";

/** Props of {@link Section}. */
export interface SectionProps {
  /** Anchor of the section; its heading gets `<id>-h`. */
  readonly id: string;
  readonly title: ReactNode;
  /** What stands under the heading in the margin column: what this is, the legend, how to read it. */
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

/** A section: margin column with its heading, and the content beside it (from 64rem) or below. */
export function Section({ id, title, side, children }: SectionProps) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-h`}>
      <div className="side">
        <h2 id={`${id}-h`}>{title}</h2>
        {side}
      </div>
      <div>{children}</div>
    </section>
  );
}
