import { type PlanePoint, type Position, project } from "./projection.ts";
import type { Ring } from "./topology.ts";

/** Where a map lies in the plane and how large it is drawn: what is needed to put a position on it. Plain data. */
export interface MapFrame {
  /** Width in units of the drawing, one decimal. */
  readonly width: number;
  /** Height in units of the drawing, one decimal. */
  readonly height: number;
  /** Plane coordinates of the upper left corner, in units of ten metres. */
  readonly left: number;
  readonly top: number;
  /** Units of the drawing per ten metres. */
  readonly scale: number;
}

/**
 * The frame in which the rings just fit.
 *
 * @param longSide Length of the longer side in units of the drawing.
 * @throws RangeError if there is no ring.
 */
export function frameAround(rings: readonly Ring[], longSide: number): MapFrame {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (!Number.isFinite(left)) throw new RangeError("Nothing to frame");
  const scale = longSide / Math.max(right - left, bottom - top);
  const side = (length: number) => Math.ceil(Math.round(length * scale * 1e6) / 1e5) / 10;
  return { width: side(right - left), height: side(bottom - top), left, top, scale };
}

/** The `viewBox` attribute of a map. */
export function viewBox({ width, height }: MapFrame): string {
  return `0 0 ${width} ${height}`;
}

/**
 * Where a position stands on a map, one decimal; outside the frame the numbers lie outside 0–width and 0–height.
 */
export function placeOnMap(frame: MapFrame, position: Position): { readonly x: number; readonly y: number } {
  const [x, y] = project(position);
  return { x: tenths((x - frame.left) * frame.scale) / 10, y: tenths((y - frame.top) * frame.scale) / 10 };
}

function tenths(units: number): number {
  return Math.round(units * 10);
}

/** Two numbers as short as SVG allows: no leading zero, no space before a minus. */
function pair(x: number, y: number): string {
  const [first, second] = [x, y].map((value) => String(value / 10).replace(/^(-?)0\./, "$1."));
  return second?.startsWith("-") ? `${first}${second}` : `${first} ${second}`;
}

function ringPath(frame: MapFrame, ring: Ring, smallest: number): string {
  const points: PlanePoint[] = [];
  for (const [planeX, planeY] of ring) {
    const x = tenths((planeX - frame.left) * frame.scale);
    const y = tenths((planeY - frame.top) * frame.scale);
    const last = points.at(-1);
    if (last === undefined || last[0] !== x || last[1] !== y) points.push([x, y]);
  }
  const [start, ...others] = points;
  if (start === undefined || others.length < 2 || extent(points) < smallest * 10) return "";
  let [lastX, lastY] = start;
  const steps = others.map(([x, y]) => {
    const step = pair(x - lastX, y - lastY);
    [lastX, lastY] = [x, y];
    return step;
  });
  return `M${pair(...start)}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

function extent(points: readonly PlanePoint[]): number {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/**
 * The rings as one SVG path with one decimal, to be filled with `fill-rule="evenodd"`.
 * Steps are differences of rounded positions, so the rounding does not add up along a border.
 *
 * @param smallest Islands smaller than this (units of the drawing, longer side) are left out.
 */
export function pathOf(frame: MapFrame, rings: readonly Ring[], smallest = 0): string {
  return rings.map((ring) => ringPath(frame, ring, smallest)).join("");
}
