import type { ReactNode } from "react";
import { n } from "./number.ts";

/** One size of a drawing, with its elements in the units of its viewBox. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/**
 * A chart's two drawings: wide (896 units, shown from that width on, 1:1) and narrow (358 units, for phones).
 * Hidden from screen readers: the sentence and the table twin around it carry the content.
 */
export function Drawing({ wide, narrow }: { readonly wide: Sheet; readonly narrow: Sheet }) {
  return (
    <div className="chart" aria-hidden="true">
      <svg className="w" viewBox={`0 0 ${wide.width} ${wide.height}`} width={wide.width} height={wide.height}>
        {wide.children}
      </svg>
      <svg className="n" viewBox={`0 0 ${narrow.width} ${narrow.height}`}>
        {narrow.children}
      </svg>
    </div>
  );
}

/** Path data drawn with a class; nothing when there is none. */
export function Shape({ d, className }: { readonly d: string | undefined; readonly className: string }) {
  return d === undefined || d === "" ? null : <path className={className} d={d} />;
}

/** A text with its place in a drawing. */
export interface PlacedText {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
}

/** The class of an anchor; none for the default. */
export const anchorClass = { start: "", middle: " t-c", end: " t-e" } as const;

/** A placed text. */
export function Text({ at, className = "t" }: { readonly at: PlacedText; readonly className?: string }) {
  return (
    <text className={className + anchorClass[at.anchor]} x={round(at.x)} y={round(at.y)}>
      {at.text}
    </text>
  );
}

/** Placed texts of one class; `classOf` when each has its own. Keyed by their place, since words may repeat. */
export function Texts<T extends PlacedText>(props: {
  readonly at: readonly T[];
  readonly className?: string;
  readonly classOf?: (text: T) => string;
}) {
  return props.at.map((text) => <Text key={`${n(text.x)} ${n(text.y)}`} at={text} className={props.classOf?.(text) ?? props.className} />);
}

const round = (value: number) => (Number.isFinite(value) ? Math.round(value * 10) / 10 : 0);
