import type { PlacedText } from "./drawing.tsx";
import { hatchRect, rect } from "./marks.ts";
import { clamp, knownEstimate, linear, n, type Range, span, ticks } from "./number.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** A value 0–100 with its 95 per cent interval, and how it is written. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

/** A line of the dumbbell: two parties' view of one thing. */
export interface DumbbellRow {
  readonly id: string;
  readonly label: string;
  /** Of the first party; null when unknown or not shown. */
  readonly a: Estimate | null;
  readonly b: Estimate | null;
  /** The gap as written at the right. Empty when there is none. */
  readonly gap: string;
  /** A gap large enough for the thick ink line and bold words. */
  readonly strong?: boolean;
  /** Words drawn over the hatching when a or b is not shown: "fewer than five answers". */
  readonly note?: string;
}

/** Rows under a heading, such as gap, nuance, agreement. */
export interface DumbbellGroup {
  readonly heading: string;
  readonly rows: readonly DumbbellRow[];
}

/** The size of a row's gap in points, or null when one side is missing. */
export function gapSize(row: Pick<DumbbellRow, "a" | "b">): number | null {
  const a = knownEstimate(row.a);
  const b = knownEstimate(row.b);
  return a === null || b === null ? null : Math.abs(a.value - b.value);
}

/** Largest gap first, missing last, ties in the given order. */
export function sortBySize<R extends Pick<DumbbellRow, "a" | "b">>(rows: readonly R[]): readonly R[] {
  return [...rows].sort((x, y) => (gapSize(y) ?? -1) - (gapSize(x) ?? -1));
}

/** Measures of one drawing. */
export interface DumbbellSize {
  readonly width: number;
  readonly row: number;
  /** From a heading's baseline to the middle of its first row. */
  readonly first: number;
  /** From the last row of a group to the next heading. */
  readonly group: number;
  readonly bottom: number;
  readonly isNarrow: boolean;
}

/** The wide drawing: label, band and numbers in one line. */
export const dumbbellWide: DumbbellSize = { width: 896, row: 38, first: 32, group: 66, bottom: 44, isNarrow: false };

/** The narrow drawing: the label stands above its band. */
export const dumbbellNarrow: DumbbellSize = { width: 358, row: 54, first: 50, group: 58, bottom: 36, isNarrow: true };

/** A row with everything placed. */
export interface PlacedRow {
  readonly id: string;
  readonly y: number;
  readonly strong: boolean;
  readonly labels: readonly PlacedText[];
  readonly gap: PlacedText;
  readonly numbers: readonly (PlacedText & { readonly side: "a" | "b" })[];
  readonly note?: PlacedText;
  readonly points: { readonly a: number | null; readonly b: number | null };
}

/** Everything to draw. */
export interface DumbbellDrawing {
  readonly height: number;
  readonly axis: string;
  readonly axisNames: readonly PlacedText[];
  readonly headings: readonly PlacedText[];
  readonly bands: { readonly a: string; readonly b: string };
  readonly links: string;
  readonly strongLinks: string;
  readonly hatch: string;
  readonly rows: readonly PlacedRow[];
}

/** Lays the dumbbell out. Groups without rows are left out. The axis runs from the lowest to the highest interval end, inside 0–100. */
export function dumbbellDrawing(groups: readonly DumbbellGroup[], size: DumbbellSize): DumbbellDrawing {
  const shown = groups
    .filter((group) => group.rows.length > 0)
    .map((group) => ({
      ...group,
      rows: sortBySize(group.rows.map((row) => ({ ...row, a: knownEstimate(row.a), b: knownEstimate(row.b) }))),
    }));
  const all = shown.flatMap((group) => group.rows);
  const domain = span(
    all.flatMap((row) =>
      [row.a, row.b].flatMap((side) => (side === null ? [] : [side.low, side.high, side.value].map((value) => clamp(value, 0, 100)))),
    ),
    5,
    [0, 100],
  );
  const plot = plotRange(all, size);
  const x = linear(domain, plot);
  const layout = { size, x, plot };
  const headings: PlacedText[] = [];
  const rows: PlacedRow[] = [];
  const paths = { bands: { a: "", b: "" }, links: "", strongLinks: "", hatch: "" };
  let y = 52;
  shown.forEach((group, index) => {
    if (index > 0) y += size.group;
    headings.push({ x: 0, y, text: group.heading, anchor: "start" });
    y += size.first;
    group.rows.forEach((row, i) => {
      if (i > 0) y += size.row;
      rows.push(placeRow(row, y, layout));
      drawRow(row, y, layout, paths);
    });
  });
  const height = (rows.length === 0 ? 40 : y) + size.bottom;
  const named = ticks(domain, 25).length > 0 ? ticks(domain, 25) : ticks(domain, 5);
  return {
    height,
    axis: named.map((value) => `M${n(x(value))} 28V${n(height - 12)}`).join(""),
    axisNames: named.map((value) => ({ x: x(value), y: 18, text: String(value), anchor: "middle" })),
    headings,
    rows,
    ...paths,
  };
}

interface Layout {
  readonly size: DumbbellSize;
  readonly x: (value: number) => number;
  readonly plot: Range;
}

const labelStyle = { size: 15, bold: true } as const;
const maxLabel = 262;

function plotRange(rows: readonly DumbbellRow[], size: DumbbellSize): Range {
  if (size.isNarrow) return [10, 308];
  const widest = Math.max(
    0,
    ...rows.flatMap((row) => wrapText(row.label, maxLabel, labelStyle).map((line) => textWidth(line, labelStyle))),
  );
  return [Math.min(widest, maxLabel) + 52, 784];
}

function placeRow(row: DumbbellRow, y: number, { size, x, plot }: Layout): PlacedRow {
  const { a, b } = row;
  const lines = size.isNarrow ? wrapText(row.label, size.width, labelStyle) : wrapText(row.label, maxLabel, labelStyle);
  const from = size.isNarrow ? y - 20 - (lines.length - 1) * 17 : y + 5 - (lines.length - 1) * 8.5;
  const numbers = size.isNarrow ? [] : placeNumbers(row, y, x);
  return {
    id: row.id,
    y,
    strong: row.strong === true,
    labels: lines.map((text, index) => ({ x: 0, y: from + index * 17, text, anchor: "start" })),
    gap: { x: size.width, y: y + 5.5, text: row.gap, anchor: "end" },
    numbers,
    note: a !== null && b !== null ? undefined : placeNote(row, y, numbers, { size, x, plot }),
    points: { a: a === null ? null : x(a.value), b: b === null ? null : x(b.value) },
  };
}

/** The numbers stand outside both bands: the lower value's at the left, the higher one's at the right. */
function placeNumbers({ a, b }: DumbbellRow, y: number, x: (value: number) => number): PlacedRow["numbers"] {
  const sides = [a === null ? null : { side: "a" as const, ...a }, b === null ? null : { side: "b" as const, ...b }].filter(
    (side) => side !== null,
  );
  const left = Math.min(...sides.map((side) => x(side.low)));
  const right = Math.max(...sides.map((side) => x(side.high)));
  const ordered = sides.toSorted((p, q) => p.value - q.value);
  return ordered.map((side, index) =>
    index === 0 && ordered.length === 2
      ? { side: side.side, x: left - 7, y: y + 5, text: side.text, anchor: "end" as const }
      : { side: side.side, x: right + 7, y: y + 5, text: side.text, anchor: "start" as const },
  );
}

const noteStyle = { size: 14.5 } as const;

/**
 * Words about what is not shown. With nothing to draw they stand in the hatching; beside one party's value they stand
 * after it, or before it where there is no room.
 */
function placeNote(
  { a, b, note }: DumbbellRow,
  y: number,
  numbers: PlacedRow["numbers"],
  { size, x, plot }: Layout,
): PlacedText | undefined {
  if (note === undefined) return undefined;
  const side = a ?? b;
  if (side === null) return { x: (plot[0] + plot[1]) / 2, y: y + 4.5, text: note, anchor: "middle" };
  const number = numbers[0];
  const after = number === undefined ? x(side.high) + 8 : number.x + textWidth(number.text, noteStyle) + 12;
  const fits = after + textWidth(note, noteStyle) <= size.width - 4;
  return { x: fits ? after : x(side.low) - 8, y: y + 4.5, text: note, anchor: fits ? "start" : "end" };
}

/** Hatching over the plot with a hole for the words. */
function hatchAround(note: string, y: number, [left, right]: Range): string {
  const half = textWidth(note, noteStyle) / 2 + 6;
  const middle = (left + right) / 2;
  const width = Math.max(middle - half - left, 0);
  return hatchRect(left, y - 8, width, 16) + hatchRect(right - width, y - 8, width, 16);
}

function drawRow(
  row: DumbbellRow,
  y: number,
  { x, plot }: Layout,
  paths: { bands: { a: string; b: string }; links: string; strongLinks: string; hatch: string },
) {
  const { a, b } = row;
  if (a !== null) paths.bands.a += rect(x(a.low), y - 8, x(a.high) - x(a.low), 8);
  if (b !== null) paths.bands.b += rect(x(b.low), y, x(b.high) - x(b.low), 8);
  if (a !== null && b !== null) {
    const line = `M${n(x(a.value))} ${n(y)}H${n(x(b.value))}`;
    if (row.strong === true) paths.strongLinks += line;
    else paths.links += line;
  } else if (a === null && b === null) {
    paths.hatch += hatchAround(row.note ?? "", y, plot);
  }
}
