import type { ReactNode } from "react";
import { Twin, type TwinProps } from "./twin.tsx";

/** Props of {@link Figure}. */
export interface FigureProps {
  /** What the drawing says, as a sentence with a verb and a number. It carries the content; the drawing shows it. */
  readonly say: ReactNode;
  /** The drawing. */
  readonly children: ReactNode;
  readonly twin: TwinProps;
  /** Source, year, and what was done with the figures. */
  readonly source?: ReactNode;
  readonly id?: string;
}

/** A chart as this product always shows it: sentence, drawing, table twin, source. */
export function Figure({ say, children, twin, source, id }: FigureProps) {
  return (
    <figure id={id}>
      <figcaption className="say">{say}</figcaption>
      {children}
      <Twin {...twin} />
      {source === undefined ? null : <p className="src">{source}</p>}
    </figure>
  );
}
