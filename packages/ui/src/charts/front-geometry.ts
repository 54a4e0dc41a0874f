import type { PlacedText } from "./drawing.tsx";
import { markPath } from "./marks.ts";
import { clamp, known, linear, n } from "./number.ts";
import { textWidth } from "./text-width.ts";

/** One of the best packages for its money. */
export interface FrontPoint {
  readonly id: string;
  /** Whole kronor, 0 and up. */
  readonly cost: number;
  /** Points, 0 and up. */
  readonly gain: number;
  /** The two as written: "2,4 mkr", "+3,1". */
  readonly costText: string;
  readonly gainText: string;
}

/** What the two axes count: "Cost", "Lifts the place, points". */
export interface FrontAxes {
  readonly cost: string;
  readonly gain: string;
}

/** Measures of one drawing. */
export interface FrontSize {
  readonly width: number;
  readonly height: number;
  readonly font: number;
}

/** The wide drawing. */
export const frontWide: FrontSize = { width: 896, height: 376, font: 15 };

/** The narrow drawing. */
export const frontNarrow: FrontSize = { width: 358, height: 346, font: 15 };

/** Everything to draw. */
export interface FrontDrawing {
  readonly height: number;
  readonly axis: string;
  /** The most that each sum can give: level until the next package is within reach. */
  readonly steps: string;
  readonly points: string;
  /** The last, which is the one that is proposed. */
  readonly chosen: string;
  readonly gains: readonly PlacedText[];
  readonly costs: readonly PlacedText[];
  /** What the axes count, above the one and under the other. */
  readonly axisNames: readonly PlacedText[];
}

const amount = (value: number) => Math.min(Math.max(known(value) ?? 0, 0), 1e15);

/** Lays the drawing out, points in rising order of cost. Words that would meet are left out, the last one's never. */
export function frontDrawing(points: readonly FrontPoint[], axes: FrontAxes, size: FrontSize): FrontDrawing {
  const left = 10;
  const top = 58;
  const foot = size.height - 56;
  const x = linear([0, Math.max(1, ...points.map(({ cost }) => amount(cost)))], [left, size.width - 58]);
  const y = linear([0, Math.max(1e-9, ...points.map(({ gain }) => amount(gain)))], [foot, top]);
  const placed = points.map((point) => ({ ...point, x: x(amount(point.cost)), y: y(amount(point.gain)) }));
  const steps = placed.map((point, index) => (index === 0 ? `M${n(point.x)} ${n(point.y)}` : `H${n(point.x)}V${n(point.y)}`)).join("");
  const last = placed.at(-1);
  const half = (text: string) => textWidth(text, { size: size.font, bold: true }) / 2 + 3;
  type Spot = Pick<(typeof placed)[number], "x" | "y" | "costText" | "gainText">;
  const words = (spots: readonly Spot[], of: (spot: Spot) => Pick<PlacedText, "y" | "text">): PlacedText[] => {
    const kept: PlacedText[] = [];
    for (const point of [...spots].reverse()) {
      const { y: line, text } = of(point);
      const at = clamp(point.x, half(text), size.width - half(text));
      if (kept.every((other) => Math.abs(other.x - at) >= half(text) + half(other.text)))
        kept.push({ x: at, y: line, text, anchor: "middle" });
    }
    return kept;
  };
  return {
    height: size.height,
    axis: `M${n(left)} ${n(top - 24)}V${n(foot)}H${n(size.width)}`,
    steps,
    points: placed
      .slice(0, -1)
      .map((point) => markPath("dot", point.x, point.y, 5.5))
      .join(""),
    chosen: last === undefined ? "" : markPath("diamond", last.x, last.y, 8),
    gains: words(placed, (point) => ({ y: point.y - 14, text: point.gainText })),
    costs: words([{ x: left, y: foot, costText: "0", gainText: "0" }, ...placed], (point) => ({ y: foot + 22, text: point.costText })),
    axisNames: [
      { x: 0, y: 16, text: axes.gain, anchor: "start" },
      { x: size.width - 3, y: foot + 46, text: axes.cost, anchor: "end" },
    ],
  };
}
