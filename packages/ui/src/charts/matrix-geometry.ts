import type { PlacedText } from "./drawing.tsx";
import { markPath } from "./marks.ts";
import { clamp, known, linear, n, type Range } from "./number.ts";
import { textWidth } from "./text-width.ts";

/** An area in the matrix: how it is rated (x, with interval) and how much it weighs (y). */
export interface MatrixPoint {
  readonly id: string;
  readonly label: string;
  readonly x: number | null;
  readonly xLow: number;
  readonly xHigh: number;
  readonly y: number | null;
  /** False: it cannot be said which field it belongs to. Drawn as a dashed ring. */
  readonly certain: boolean;
}

/** Where the fields meet, and the zone around it (the grey cross) in which the field is uncertain. */
export interface MatrixSplit {
  readonly x: Range;
  readonly y: Range;
}

/** The names of the four fields. */
export interface MatrixFields {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
}

/** Measures of one drawing. */
export interface MatrixSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly mark: number;
  /** Font size of the labels, as measured; the narrow drawing reckons with the larger text of a small screen. */
  readonly font: number;
  readonly fieldFont: number;
  readonly isNarrow: boolean;
}

/** The wide drawing. */
export const matrixWide: MatrixSize = {
  width: 896,
  height: 600,
  left: 0,
  right: 896,
  top: 36,
  bottom: 556,
  mark: 7.5,
  font: 15,
  fieldFont: 21,
  isNarrow: false,
};

/** The narrow drawing. */
export const matrixNarrow: MatrixSize = {
  width: 358,
  height: 452,
  left: 0,
  right: 358,
  top: 26,
  bottom: 416,
  mark: 6.5,
  font: 14.5,
  fieldFont: 15,
  isNarrow: true,
};

/** A rectangle by its sides. */
export interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** The area that two boxes share; 0 when apart. */
export function overlap(a: Box, b: Box): number {
  return Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) * Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));
}

/** Everything to draw. */
export interface MatrixDrawing {
  readonly cross: string;
  readonly axes: string;
  readonly whiskers: string;
  readonly certain: string;
  readonly uncertain: string;
  readonly fields: readonly PlacedText[];
  /** `crowded`: it lies over something else and needs a halo. */
  readonly labels: readonly (PlacedText & { readonly crowded: boolean })[];
}

/** Lays the matrix out. Points without x or y are left out; each label takes the freest place around its mark. */
export function matrixDrawing(points: readonly MatrixPoint[], split: MatrixSplit, fields: MatrixFields, size: MatrixSize): MatrixDrawing {
  const shown = points.flatMap((point) => {
    const x = known(point.x);
    const y = known(point.y);
    return x === null || y === null ? [] : [{ ...point, x, y, xLow: known(point.xLow) ?? x, xHigh: known(point.xHigh) ?? x }];
  });
  const scaleX = linear(padded([...split.x, ...shown.flatMap((point) => [point.xLow, point.xHigh, point.x])]), [
    size.left + 24,
    size.right - 24,
  ]);
  const scaleY = linear(padded([...split.y, ...shown.map((point) => point.y)]), [size.bottom - 44, size.top + 44]);
  const zone = { x0: scaleX(split.x[0]), x1: scaleX(split.x[1]), y0: scaleY(split.y[1]), y1: scaleY(split.y[0]) };
  const cross = [
    { ...zone, y0: size.top, y1: size.bottom },
    { ...zone, x0: size.left, x1: size.right },
  ];
  const names = fieldNames(fields, size);
  const places = shown.map((point) => ({
    point,
    x: scaleX(point.x),
    y: scaleY(point.y),
    from: scaleX(point.xLow),
    to: scaleX(point.xHigh),
  }));
  const middle = { x: (zone.x0 + zone.x1) / 2, y: (zone.y0 + zone.y1) / 2 };
  return {
    cross: `M${n(zone.x0)} ${n(size.top)}H${n(zone.x1)}V${n(size.bottom)}H${n(zone.x0)}zM${n(size.left)} ${n(zone.y0)}H${n(size.right)}V${n(zone.y1)}H${n(size.left)}z`,
    axes: `M${n(size.left)} ${n(middle.y)}H${n(size.right)}M${n(middle.x)} ${n(size.top)}V${n(size.bottom)}`,
    whiskers: places.map(({ from, to, y }) => `M${n(from)} ${n(y)}H${n(to)}`).join(""),
    certain: places.map(({ point, x, y }) => (point.certain ? markPath("dot", x, y, size.mark) : "")).join(""),
    uncertain: places.map(({ point, x, y }) => (point.certain ? "" : markPath("dot", x, y, size.mark))).join(""),
    fields: names,
    labels: placeLabels(
      places.map(({ point, ...place }) => ({ ...place, label: point.label })),
      { solid: names.map((name) => textBox(name, size.fieldFont, true)), zone: cross },
      size,
    ),
  };
}

function padded(values: readonly number[]): Range {
  const finite = values.filter(Number.isFinite).map((value) => clamp(value, -1e9, 1e9));
  if (finite.length === 0) return [0, 1];
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const pad = Math.max(high - low, 1e-3) * 0.04;
  return [low - pad, high + pad];
}

function fieldNames(fields: MatrixFields, size: MatrixSize): readonly PlacedText[] {
  const top = size.top + size.fieldFont;
  const bottom = size.bottom - 10;
  return [
    { x: size.left + 6, y: top, text: fields.topLeft, anchor: "start" },
    { x: size.right - 4, y: top, text: fields.topRight, anchor: "end" },
    { x: size.left + 6, y: bottom, text: fields.bottomLeft, anchor: "start" },
    { x: size.right - 4, y: bottom, text: fields.bottomRight, anchor: "end" },
  ];
}

/** The box a text takes, given its font size. */
export function textBox({ x, y, text, anchor }: PlacedText, size: number, serif = false): Box {
  const width = textWidth(text, { size, serif });
  const x0 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x0: x0 - 2, x1: x0 + width + 2, y0: y - size * 0.8, y1: y + size * 0.3 };
}

interface Place {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** The places around a mark, best first: beyond the whisker, then above and below. */
function candidates({ label: text, x, y, from, to }: Place, { mark, font }: MatrixSize): readonly PlacedText[] {
  const above = y - mark - 5;
  const below = y + mark + font * 0.75 + 4;
  return [
    { x: to + 6, y: y + 5, text, anchor: "start" },
    { x: from - 6, y: y + 5, text, anchor: "end" },
    { x, y: above, text, anchor: "middle" },
    { x, y: below, text, anchor: "middle" },
    { x: x - mark, y: above, text, anchor: "start" },
    { x: x - mark, y: below, text, anchor: "start" },
    { x: x + mark, y: above, text, anchor: "end" },
    { x: x + mark, y: below, text, anchor: "end" },
    // A line further off, where marks crowd.
    { x, y: above - font * 1.1, text, anchor: "middle" },
    { x, y: below + font * 1.1, text, anchor: "middle" },
  ];
}

/** What labels keep away from: other texts, and, less strictly, the zone where a label would be harder to read. */
interface Obstacles {
  readonly solid: readonly Box[];
  readonly zone: readonly Box[];
}

function placeLabels(places: readonly Place[], { solid, zone }: Obstacles, size: MatrixSize): MatrixDrawing["labels"] {
  const boxes = places.map((place) => ({
    x0: Math.min(place.from, place.x - size.mark),
    x1: Math.max(place.to, place.x + size.mark),
    y0: place.y - size.mark,
    y1: place.y + size.mark,
  }));
  const taken: Box[] = [...solid];
  return places.map((place, index) => {
    const others = boxes.filter((_, i) => i !== index);
    const shared = (box: Box, boxes: readonly Box[]) => boxes.reduce((sum, other) => sum + overlap(box, other), 0);
    const ranked = candidates(place, size).map((candidate, order) => {
      const box = textBox(candidate, size.font);
      const outside = Math.max(0, size.left - box.x0) + Math.max(0, box.x1 - size.right);
      // A text over a text cannot be read; over a whisker it can, with its halo.
      const covered = shared(box, taken) * 6 + shared(box, others);
      return { candidate, box, covered, cost: order + outside * 1000 + covered + shared(box, zone) * 0.004 };
    });
    const best = ranked.reduce((a, b) => (b.cost < a.cost ? b : a));
    taken.push(best.box);
    return { ...keptInside(best.candidate, best.box, size), crowded: best.covered > 0 };
  });
}

function keptInside(text: PlacedText, box: Box, { left, right }: MatrixSize): PlacedText {
  const shift = Math.max(0, left - box.x0) - Math.max(0, box.x1 - right);
  return shift === 0 ? text : { ...text, x: text.x + shift };
}
