import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const stroke = (d: string, width: number) => <path d={d} fill="none" stroke="currentColor" strokeWidth={width} />;

const drawings = {
  ok: { size: 16, body: stroke("m2 8.6 4 4 8-9", 2.6) },
  wait: { size: 16, body: stroke("M3 1.5h10M3 14.5h10M4 2v2.5L8 8l4-3.5V2M4 14v-2.5L8 8l4 3.5V14", 1.8) },
  no: { size: 16, body: stroke("m3 3 10 10M13 3 3 13", 2.6) },
  ask: {
    size: 16,
    body: (
      <>
        <circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" strokeWidth="1.8" />
        {stroke("M5.9 6.3a2.1 2.1 0 1 1 3 2c-.6.3-.9.6-.9 1.3m0 1.6v1.2", 1.6)}
      </>
    ),
  },
  station_done: {
    size: 22,
    body: (
      <>
        <circle cx="11" cy="11" r="10" className="m-p" />
        <path d="m6.4 11.4 3.2 3.2 6-6.8" fill="none" stroke="var(--color-paper)" strokeWidth="2.2" />
      </>
    ),
  },
  station_now: { size: 22, body: <circle cx="11" cy="11" r="8.5" className="dot-now" /> },
  station_next: { size: 22, body: <circle cx="11" cy="11" r="8" className="m-o" stroke="var(--color-edge)" strokeWidth="2" /> },
  station_blocked: {
    size: 22,
    body: (
      <>
        <circle cx="11" cy="11" r="8" className="m-o" stroke="var(--color-edge)" strokeWidth="2" strokeDasharray="3 2.6" />
        <path d="M6.5 11h9" stroke="var(--color-wait)" strokeWidth="2.4" />
      </>
    ),
  },
} as const satisfies Record<string, { size: number; body: ReactNode }>;

/** The signs that stand beside a word of status, and the stations of the path. */
export type IconName = keyof typeof drawings;

/** Props of {@link Icon}. */
export interface IconProps {
  readonly name: IconName;
  /** Words, when the sign stands alone. Without it the sign is hidden from screen readers, since a word stands beside it. */
  readonly label?: string;
  readonly className?: string;
}

/** A sign as inline SVG in the colour of its text. */
export function Icon({ name, label, className }: IconProps) {
  const { size, body } = drawings[name];
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={classNames(className)} {...svgLabel(label)}>
      {body}
    </svg>
  );
}

/** Attributes that make an SVG an image with a name, or hide it when there is no name. */
export function svgLabel(label: string | undefined) {
  return label === undefined ? ({ "aria-hidden": true } as const) : ({ role: "img", "aria-label": label } as const);
}
