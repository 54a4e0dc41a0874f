import { frameAround, type MapFrame, pathOf, viewBox } from "./frame.ts";
import { outerRings, type Ring, ringArcs, ringOf } from "./topology.ts";

/** One municipality drawn alone. */
export interface Outline {
  /** The `viewBox` attribute; the longer side is 100 units. */
  readonly viewBox: string;
  /** One SVG path, evenodd. */
  readonly path: string;
  readonly frame: MapFrame;
}

/** Several areas drawn in one frame. */
export interface AreaMap {
  readonly viewBox: string;
  readonly frame: MapFrame;
  /** The land of all areas together as one SVG path, evenodd. */
  readonly outline: string;
  readonly areas: readonly { readonly code: string; readonly path: string }[];
}

function landOf(code: string, tolerance: number): readonly Ring[] {
  const rings = ringArcs(code);
  if (rings === undefined) throw new RangeError(`No such municipality: ${code}`);
  return rings.map((ring) => ringOf(ring, tolerance));
}

/**
 * A municipality's land as one path in its own frame; simplified borders (SCB), islands included.
 *
 * @throws RangeError for a code that is no municipality.
 */
export function drawMunicipality(code: string): Outline {
  const rings = landOf(code, 0);
  const frame = frameAround(rings, 100);
  return { viewBox: viewBox(frame), path: pathOf(frame, rings), frame };
}

/** How several areas are drawn, in units of the drawing. */
export interface DrawingSize {
  /** The longer side. */
  readonly longSide: number;
  /** Points of a border that lie closer than this to what remains are left out. */
  readonly tolerance: number;
  /** Islands whose longer side is below this are left out. */
  readonly smallest: number;
}

/**
 * Several municipalities in one frame, neighbours sharing their border exactly.
 *
 * @throws RangeError for a code that is no municipality, or an empty list.
 */
export function drawAreas(codes: readonly string[], { longSide, tolerance, smallest }: DrawingSize): AreaMap {
  const frame = frameAround(
    codes.flatMap((code) => landOf(code, 0)),
    longSide,
  );
  const planeTolerance = Math.round(tolerance / frame.scale);
  return {
    viewBox: viewBox(frame),
    frame,
    outline: pathOf(frame, outerRings(codes, planeTolerance), smallest),
    areas: codes.map((code) => ({ code, path: pathOf(frame, landOf(code, planeTolerance), smallest) })),
  };
}
