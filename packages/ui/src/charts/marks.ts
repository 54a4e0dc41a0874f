import type { Party } from "../party.ts";
import { n } from "./number.ts";

/** A party's shape, or the two of the place as a whole: dot and diamond. */
export type MarkShape = Party | "dot" | "diamond";

/** A closed rectangle as path data. */
export function rect(x: number, y: number, width: number, height: number): string {
  return `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;
}

function circle(x: number, y: number, r: number): string {
  return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0z`;
}

/**
 * A mark around a point as path data, optically as large as a circle of radius `r`. Path data, so that all marks of
 * one kind are a single element: a chart stays light in the page and in React's data.
 */
export function markPath(shape: MarkShape, x: number, y: number, r: number): string {
  switch (shape) {
    case "municipality":
    case "dot":
      return circle(x, y, r);
    case "industry":
      return rect(x - r * 0.92, y - r * 0.92, r * 1.84, r * 1.84);
    case "residents":
      return `M${n(x)} ${n(y - r * 1.07)}l${n(r * 1.03)} ${n(r * 1.84)}h${n(-r * 2.06)}z`;
    case "facts":
      return rect(x - r / 3, y - r * 1.47, (r * 2) / 3, r * 2.94);
    case "diamond":
      return `M${n(x)} ${n(y - r * 1.04)}l${n(r * 1.04)} ${n(r * 1.04)}l${n(-r * 1.04)} ${n(r * 1.04)}l${n(-r * 1.04)} ${n(-r * 1.04)}z`;
  }
}

/** Diagonal lines inside a rectangle, 7 units apart: what cannot be shown. No pattern, so no id that could clash. */
export function hatchRect(x: number, y: number, width: number, height: number, step = 7): string {
  let d = "";
  for (let offset = step; offset < width + height; offset += step) {
    const x0 = x + Math.max(offset - height, 0);
    const y0 = y + Math.min(offset, height);
    const x1 = x + Math.min(offset, width);
    const y1 = y + Math.max(offset - width, 0);
    d += `M${n(x0)} ${n(y0)}L${n(x1)} ${n(y1)}`;
  }
  return d;
}
