import type { ReactNode } from "react";
import { known, linear } from "./number.ts";

/** Props of {@link Strip}. */
export interface StripProps {
  /** The similar places' values; those that are missing are left out. */
  readonly values: readonly (number | null)[];
  /** The place itself; a null value leaves its mark out. */
  readonly place: { readonly label: string; readonly value: number | null };
  /** Words at the ends: who is lowest and highest, with value. */
  readonly ends: readonly [low: string, high: string];
  /** The sentence about the place among the others: "Third most of eight." */
  readonly children?: ReactNode;
}

/** A place among similar ones: grey bars for them, a tall ink bar for the place. Fluid, so that its text never shrinks. */
export function Strip({ values, place, ends, children }: StripProps) {
  const own = known(place.value);
  const others = [...new Set(values.map(known).filter((value) => value !== null))];
  const all = own === null ? others : [...others, own];
  const x = linear([Math.min(...all), Math.max(...all)], [1.5, 98.5]);
  return (
    <>
      <svg className="strip" aria-hidden="true">
        <line className="ax" x1="0" x2="100%" y1="30" y2="30" />
        {others.map((value) => (
          <line key={value} className="iv-x" strokeWidth="2.5" x1={percent(x(value))} x2={percent(x(value))} y1="21" y2="39" />
        ))}
        {own === null ? null : <OwnMark x={x(own)} label={place.label} />}
      </svg>
      <p className="ends strip-ends">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
      {children === undefined ? null : <p className="small">{children}</p>}
    </>
  );
}

function OwnMark({ x, label }: { readonly x: number; readonly label: string }) {
  const side =
    x < 16
      ? { x: "0", className: "t-s t-b" }
      : x > 84
        ? { x: "100%", className: "t-s t-b t-e" }
        : { x: percent(x), className: "t-s t-b t-c" };
  return (
    <>
      <line className="iv-p" strokeWidth="5" x1={percent(x)} x2={percent(x)} y1="16" y2="44" />
      <text {...side} y="11">
        {label}
      </text>
    </>
  );
}

const percent = (value: number) => `${Math.round(value * 10) / 10}%`;
