import type { ReactNode } from "react";

/** Props of {@link KeyFigure}. */
export interface KeyFigureProps {
  readonly label: ReactNode;
  /** The number, already written for the reader. */
  readonly value: ReactNode;
  /** What it means, with its uncertainty. */
  readonly children?: ReactNode;
}

/** One big number with its name and meaning. */
export function KeyFigure({ label, value, children }: KeyFigureProps) {
  return (
    <div>
      <p className="label">{label}</p>
      <p className="figure-num">{value}</p>
      {children === undefined ? null : <p className="small muted measure">{children}</p>}
    </div>
  );
}
