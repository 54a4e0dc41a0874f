import { markPath } from "./charts/marks.ts";
import { svgLabel } from "./icon.tsx";
import { type Party, partyClass } from "./party.ts";

/** Props of {@link ProgressMarks}. */
export interface ProgressMarksProps {
  readonly party: Party;
  /** How many parts there are, such as 13. */
  readonly total: number;
  /** How many are done; anything outside 0..total is brought inside. */
  readonly done: number;
  /** The part one is at, from 0; its shape is drawn with a stronger outline. */
  readonly current?: number;
  /** The same in words: "3 of 13 parts done". Left out when the words stand beside the drawing. */
  readonly label?: string;
}

/** How far one has come, as the party's shapes in a row: filled for done, outlined for left. */
export function ProgressMarks({ party, total, done, current, label }: ProgressMarksProps) {
  const filled = Math.min(Math.max(Math.trunc(done), 0), total);
  const row = (from: number, to: number) =>
    Array.from({ length: Math.max(to - from, 0) }, (_, i) => markPath(party, 9 + (from + i) * 24, 8.5, 7.5)).join("");
  return (
    <svg className="marks" viewBox={`0 0 ${Math.max(total * 24 - 6, 18)} 17`} {...svgLabel(label)}>
      <path className={partyClass("m", party)} d={row(0, filled)} />
      <path className="todo" d={row(filled, total)} />
      {current === undefined || current < filled || current >= total ? null : <path className="is-here" d={row(current, current + 1)} />}
    </svg>
  );
}
