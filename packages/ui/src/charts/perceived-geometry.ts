import type { PlacedText } from "./drawing.tsx";
import { type MarkShape, markPath } from "./marks.ts";
import { known, knownEstimate, linear, n } from "./number.ts";
import { wrapText } from "./text-width.ts";

/** An area as it is perceived and as facts have it, both 0–100. */
export interface PerceivedRow {
  readonly id: string;
  readonly label: string;
  /** Null: not known; the row is left out of the drawing, and the twin says why. */
  readonly perceived: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly fact: number | null;
  /** The difference as written. */
  readonly difference: string;
  /** Large enough for the thick ink line and bold words. */
  readonly strong?: boolean;
  /** Words beside a large difference (wide drawing): "self-image better than facts". */
  readonly note?: string;
}

/** Measures of one drawing. */
export interface PerceivedSize {
  readonly width: number;
  readonly x0: number;
  readonly x100: number;
  readonly row: number;
  readonly differenceX: number;
  readonly isNarrow: boolean;
}

/** The wide drawing. */
export const perceivedWide: PerceivedSize = { width: 896, x0: 282, x100: 690, row: 44, differenceX: 728, isNarrow: false };

/** The narrow drawing: the label stands above its line. */
export const perceivedNarrow: PerceivedSize = { width: 358, x0: 10, x100: 300, row: 58, differenceX: 358, isNarrow: true };

/** Everything to draw. */
export interface PerceivedDrawing {
  readonly height: number;
  readonly axis: string;
  readonly axisNames: readonly PlacedText[];
  readonly links: string;
  readonly strongLinks: string;
  readonly intervals: string;
  readonly facts: string;
  readonly perceived: string;
  readonly rows: readonly {
    readonly id: string;
    readonly strong: boolean;
    readonly labels: readonly PlacedText[];
    readonly difference: PlacedText;
    readonly notes: readonly PlacedText[];
  }[];
}

/** Lays the drawing out, rows in the given order; `other` marks what the perceived is held against. */
export function perceivedDrawing(rows: readonly PerceivedRow[], size: PerceivedSize, other: MarkShape = "facts"): PerceivedDrawing {
  const x = linear([0, 100], [size.x0, size.x100]);
  const shown = rows.flatMap((row) => {
    const fact = known(row.fact);
    const perceived = knownEstimate(row.perceived);
    return perceived === null || fact === null ? [] : [{ ...row, perceived, fact }];
  });
  const middle = (index: number) => (size.isNarrow ? 82 : 58) + index * size.row;
  const height = Math.max(middle(shown.length - 1) + 38, 60);
  const lines = (strong: boolean) =>
    shown
      .map((row, i) => ((row.strong === true) === strong ? `M${n(x(row.fact))} ${n(middle(i))}H${n(x(row.perceived.value))}` : ""))
      .join("");
  return {
    height,
    axis: [25, 50, 75].map((value) => `M${n(x(value))} 28V${n(height - 10)}`).join(""),
    axisNames: [0, 25, 50, 75, 100].map((value) => ({ x: x(value), y: 18, text: String(value), anchor: "middle" })),
    links: lines(false),
    strongLinks: lines(true),
    intervals: shown
      .map(({ perceived: { low, high } }, i) => {
        const y = middle(i);
        return `M${n(x(low))} ${n(y - 5)}v10M${n(x(high))} ${n(y - 5)}v10M${n(x(low))} ${n(y)}H${n(x(high))}`;
      })
      .join(""),
    facts: shown.map((row, i) => markPath(other, x(row.fact), middle(i), other === "facts" ? 7.5 : 6)).join(""),
    perceived: shown.map((row, i) => markPath("diamond", x(row.perceived.value), middle(i), 7.5)).join(""),
    rows: shown.map((row, i) => placeWords(row, middle(i), size)),
  };
}

function placeWords(row: PerceivedRow, y: number, size: PerceivedSize): PerceivedDrawing["rows"][number] {
  const style = { size: 15, bold: true };
  const lines = wrapText(row.label, size.isNarrow ? size.width : size.x0 - 16, style);
  const first = size.isNarrow ? y - 19 - (lines.length - 1) * 17 : y + 5 - (lines.length - 1) * 8.5;
  const notes = size.isNarrow || row.note === undefined ? [] : wrapText(row.note, size.width - size.differenceX - 10, { size: 13.5 });
  return {
    id: row.id,
    strong: row.strong === true,
    labels: lines.map((text, index) => ({ x: 0, y: first + index * 17, text, anchor: "start" })),
    difference: { x: size.differenceX, y: y + 5, text: row.difference, anchor: "end" },
    notes: notes.map((text, index) => ({
      x: size.differenceX + 10,
      y: y + 5 + (index - (notes.length - 1) / 2) * 16,
      text,
      anchor: "start",
    })),
  };
}
