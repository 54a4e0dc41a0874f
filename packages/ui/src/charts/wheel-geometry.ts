import type { Party } from "../party.ts";
import type { PlacedText } from "./drawing.tsx";
import { markPath } from "./marks.ts";
import { clamp, known, n } from "./number.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** An estimate on the wheel's scale, 0–100, with its 95 per cent interval. */
export interface WheelMark {
  readonly party: Party;
  /** Null: too few answers. The mark is left out, and the twin says so. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  /** True when the answers exist but the group is too small to show: its lane is hatched. */
  readonly hidden?: boolean;
}

/** A sector: one area, with the place's mean and the parties' marks. */
export interface WheelSector {
  readonly id: string;
  /** Lines of the label in the wide drawing; a plain string is broken where it needs to. */
  readonly label: string | readonly string[];
  /** One word for the narrow drawing; the first line of the label when not given. */
  readonly short?: string;
  /** The place's mean, 0–100; null when unknown: the sector is hatched. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly marks: readonly WheelMark[];
  /** Words under the label, which then is bold: "24 points gap". */
  readonly emphasis?: string;
  /** Words under the label about what is not shown: "fewer than five answers". */
  readonly note?: string;
}

/** Sectors that belong together; groups are parted by a wider gap. */
export interface WheelGroup {
  readonly label: string;
  readonly sectors: readonly WheelSector[];
}

/** The measures of one drawing of the wheel. */
export interface WheelSize {
  readonly width: number;
  readonly height: number;
  readonly cx: number;
  readonly cy: number;
  /** Radius of 0 and of 100. */
  readonly inner: number;
  readonly outer: number;
  readonly mark: number;
  readonly font: number;
  readonly line: number;
  readonly ringsNamed: readonly number[];
  readonly isNarrow: boolean;
}

/** The wide drawing, 896 units. */
export const wheelWide: WheelSize = {
  width: 896,
  height: 756,
  cx: 448,
  cy: 380,
  inner: 52,
  outer: 300,
  mark: 7.4,
  font: 15,
  line: 19,
  ringsNamed: [0, 25, 50, 75, 100],
  isNarrow: false,
};

/** The narrow drawing, 358 units; its labels have room for the larger text of a 320 px screen. */
export const wheelNarrow: WheelSize = {
  width: 358,
  height: 278,
  cx: 181,
  cy: 138,
  inner: 18,
  outer: 104,
  mark: 4.6,
  font: 13.5,
  line: 16,
  ringsNamed: [50, 100],
  isNarrow: true,
};

/** Degrees between sectors of a group, between groups, and at the top where the axis is written. */
export const wheelGaps = { sector: 1.8, group: 6, top: 12.8 } as const;

/** A sector's extent in degrees, clockwise from the top. */
export interface SectorAngle {
  readonly start: number;
  readonly end: number;
}

/**
 * Where each sector lies. Sectors are equally wide; with the gaps they make a full turn.
 *
 * @param sizes how many sectors each group has
 */
export function sectorAngles(sizes: readonly number[]): readonly SectorAngle[] {
  const filled = sizes.filter((size) => size > 0);
  const count = filled.reduce((sum, size) => sum + size, 0);
  if (count === 0) return [];
  const gaps = wheelGaps.top + (filled.length - 1) * wheelGaps.group + (count - filled.length) * wheelGaps.sector;
  const width = (360 - gaps) / count;
  const angles: SectorAngle[] = [];
  let at = wheelGaps.top / 2;
  for (const size of filled) {
    for (let i = 0; i < size; i++) {
      angles.push({ start: at, end: at + width });
      at += width + (i === size - 1 ? wheelGaps.group : wheelGaps.sector);
    }
  }
  return angles;
}

/** Everything to draw, as path data per class and placed texts. */
export interface WheelDrawing {
  readonly uncertain: string;
  readonly mean: string;
  readonly meanArc: string;
  readonly rings: string;
  readonly hatch: string;
  readonly intervals: ReadonlyMap<Party, string>;
  readonly marks: ReadonlyMap<Party, string>;
  readonly ringNames: readonly PlacedText[];
  readonly labels: readonly (PlacedText & { readonly weight: "plain" | "bold" | "note" })[];
}

/** Lays the wheel out. Total: values outside 0–100 are clamped, what is not a number counts as missing. */
export function wheelDrawing(groups: readonly WheelGroup[], size: WheelSize): WheelDrawing {
  const sectors = groups.flatMap((group) => group.sectors);
  const angles = sectorAngles(groups.map((group) => group.sectors.length));
  const polar = polarIn(size);
  const out = { uncertain: "", mean: "", meanArc: "", hatch: "" };
  const intervals = new Map<Party, string>();
  const marks = new Map<Party, string>();
  sectors.forEach((sector, index) => {
    const angle = angles[index];
    if (angle === undefined) return;
    const value = known(sector.value);
    if (value === null) {
      out.hatch += ladder(polar, angle, 0, 100);
    } else {
      out.uncertain += polar.wedge(angle, known(sector.high) ?? value);
      out.mean += polar.wedge(angle, known(sector.low) ?? value);
      out.meanArc += polar.arc(angle.start + 1, angle.end - 1, value);
    }
    sector.marks.forEach((mark, lane) => {
      const centre = laneAngle(angle, lane, sector.marks.length);
      const at = known(mark.value);
      if (at === null) {
        if (mark.hidden === true && value !== null)
          out.hatch += ladder(polar, { start: centre - 2.6, end: centre + 2.6 }, 8, clamp(known(sector.high) ?? value, 30, 100));
        return;
      }
      intervals.set(mark.party, (intervals.get(mark.party) ?? "") + polar.line(centre, known(mark.low) ?? at, known(mark.high) ?? at));
      const point = polar.point(centre, at);
      marks.set(mark.party, (marks.get(mark.party) ?? "") + markPath(mark.party, point.x, point.y, size.mark));
    });
  });
  const ringValues = [25, 50, 75, 100];
  return {
    ...out,
    intervals,
    marks,
    rings: ringValues.map((value) => polar.arc(5.5, 354.5, value)).join(""),
    ringNames: size.ringsNamed.map((value) => ({ x: size.cx, y: polar.point(0, value).y + 4.5, text: String(value), anchor: "middle" })),
    labels: sectors.flatMap((sector, index) => {
      const angle = angles[index];
      return angle === undefined ? [] : sectorLabel(sector, (angle.start + angle.end) / 2, size);
    }),
  };
}

const radians = (degrees: number) => (degrees / 180) * Math.PI;

function laneAngle({ start, end }: SectorAngle, lane: number, lanes: number): number {
  return (start + end) / 2 + (lane - (lanes - 1) / 2) * (end - start) * 0.29;
}

/** The wheel's coordinates: an angle in degrees from the top and a value 0–100. */
function polarIn({ cx, cy, inner, outer }: WheelSize) {
  const radius = (value: number) => inner + (clamp(known(value) ?? 0, 0, 100) / 100) * (outer - inner);
  const point = (angle: number, value: number) => {
    const r = radius(value);
    return { x: cx + Math.sin(radians(angle)) * r, y: cy - Math.cos(radians(angle)) * r };
  };
  const at = (angle: number, value: number) => {
    const { x, y } = point(angle, value);
    return `${n(x)} ${n(y)}`;
  };
  const sweep = (from: number, to: number, value: number) => {
    const r = n(radius(value));
    return `A${r} ${r} 0 ${Math.abs(to - from) > 180 ? 1 : 0} ${to > from ? 1 : 0} ${at(to, value)}`;
  };
  return {
    point,
    line: (angle: number, low: number, high: number) => `M${at(angle, low)}L${at(angle, high)}`,
    arc: (from: number, to: number, value: number) => `M${at(from, value)}${sweep(from, to, value)}`,
    wedge: ({ start, end }: SectorAngle, value: number) =>
      `M${at(start, 0)}L${at(start, value)}${sweep(start, end, value)}L${at(end, 0)}${sweep(end, start, 0)}z`,
    segment: (a: readonly [number, number], b: readonly [number, number]) => `M${at(...a)}L${at(...b)}`,
  };
}

/** Slanting rungs across a sector or lane: what cannot be shown. */
function ladder(polar: ReturnType<typeof polarIn>, { start, end }: SectorAngle, from: number, to: number): string {
  let d = "";
  for (let value = from; value < to - 2; value += 4) d += polar.segment([start, value], [end, value + 4]);
  return d;
}

function labelLines(sector: WheelSector, size: WheelSize, room: number) {
  const bold = sector.emphasis !== undefined;
  const style = { size: size.font, bold };
  const first = typeof sector.label === "string" ? sector.label : sector.label.join(" ");
  const wanted = size.isNarrow ? (sector.short ?? first) : sector.label;
  const lines = typeof wanted === "string" ? wrapText(wanted, Math.min(room, 165), style) : wanted;
  const weight = bold ? ("bold" as const) : ("plain" as const);
  const below = size.isNarrow
    ? []
    : [
        ...(sector.emphasis === undefined ? [] : wrapText(sector.emphasis, Math.min(room, 165), style).map((text) => ({ text, weight }))),
        ...(sector.note === undefined
          ? []
          : wrapText(sector.note, Math.min(room, 190), { size: 13.5 }).map((text) => ({ text, weight: "note" as const }))),
      ];
  return [...lines.map((text) => ({ text, weight })), ...below];
}

function sectorLabel(sector: WheelSector, angle: number, size: WheelSize): WheelDrawing["labels"] {
  const sin = Math.sin(radians(angle));
  const cos = Math.cos(radians(angle));
  const r = size.outer + (size.isNarrow ? 9 : 16);
  const anchor = Math.abs(sin) < 0.12 ? "middle" : sin > 0 ? "start" : "end";
  const x = size.cx + sin * r;
  const room = anchor === "middle" ? size.width : anchor === "start" ? size.width - x : x;
  const lines = labelLines(sector, size, room);
  const widest = Math.max(...lines.map((line) => textWidth(line.text, { size: size.font, bold: line.weight === "bold" })));
  const inside =
    anchor === "middle"
      ? clamp(x, widest / 2, size.width - widest / 2)
      : anchor === "start"
        ? Math.min(x, size.width - widest)
        : Math.max(x, widest);
  const half = ((lines.length - 1) / 2) * size.line;
  const top = size.cy - cos * r + size.font / 3 - half - cos * half;
  const first = clamp(top, size.font, size.height - 4 - 2 * half);
  return lines.map((line, index) => ({ x: inside, y: first + index * size.line, text: line.text, anchor, weight: line.weight }));
}
