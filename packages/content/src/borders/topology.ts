import shipped from "../../data/borders.json" with { type: "json" };
import type { PlanePoint } from "./projection.ts";
import { simplify } from "./simplify.ts";

/** A ring as indexes of arcs; a negative one, `~index`, is run backwards. */
export type RingArcs = readonly number[];
/** A closed line; the first point is not repeated at the end. */
export type Ring = readonly PlanePoint[];

interface Borders {
  /** Each arc as x and y of its first point, then differences, in units of ten metres. */
  readonly arcs: readonly (readonly number[])[];
  /** Municipality code and the rings of its land, holes included. */
  readonly municipalities: readonly (readonly [string, readonly RingArcs[]])[];
}

const borders = shipped as unknown as Borders;

let decoded: readonly (readonly PlanePoint[])[] | undefined;

function decodeArc(numbers: readonly number[]): readonly PlanePoint[] {
  const points: PlanePoint[] = [];
  let x = 0;
  let y = 0;
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    x += numbers[index] ?? 0;
    y += numbers[index + 1] ?? 0;
    points.push([x, y]);
  }
  return points;
}

function arcs(): readonly (readonly PlanePoint[])[] {
  decoded ??= borders.arcs.map(decodeArc);
  return decoded;
}

const byTolerance = new Map<number, readonly (readonly PlanePoint[])[]>();

function arcsWithin(tolerance: number): readonly (readonly PlanePoint[])[] {
  const known = byTolerance.get(tolerance) ?? arcs().map((arc) => simplify(arc, tolerance));
  byTolerance.set(tolerance, known);
  return known;
}

let ringsByCode: ReadonlyMap<string, readonly RingArcs[]> | undefined;

/** The rings of a municipality's land as indexes of arcs; undefined for a code that is none. */
export function ringArcs(municipalityCode: string): readonly RingArcs[] | undefined {
  ringsByCode ??= new Map(borders.municipalities);
  return ringsByCode.get(municipalityCode);
}

/** The arcs of a ring laid end to end, each simplified to `tolerance` (units of ten metres). */
export function ringOf(ring: RingArcs, tolerance: number): Ring {
  const all = arcsWithin(tolerance);
  return ring.flatMap((index) => {
    const arc = all[index < 0 ? ~index : index] ?? [];
    return index < 0 ? arc.slice(1).reverse() : arc.slice(0, -1);
  });
}

/** The two ends of an arc as one string, to find the arc that goes on where another ends. */
function endKey(point: PlanePoint | undefined): string {
  return `${point?.[0]} ${point?.[1]}`;
}

/**
 * The outer border of several municipalities together: the arcs that only one of them uses, joined to rings.
 *
 * @param tolerance Units of ten metres.
 */
export function outerRings(municipalityCodes: readonly string[], tolerance: number): readonly Ring[] {
  const uses = new Map<number, number>();
  const rings = municipalityCodes.flatMap((code) => ringArcs(code) ?? []);
  for (const index of rings.flat()) {
    const arc = index < 0 ? ~index : index;
    uses.set(arc, (uses.get(arc) ?? 0) + 1);
  }
  const loose = rings.flat().filter((index) => uses.get(index < 0 ? ~index : index) === 1);
  const starts = new Map<string, number[]>();
  const ends = (index: number): readonly [string, string] => {
    const arc = arcs()[index < 0 ? ~index : index] ?? [];
    const [first, last] = [endKey(arc[0]), endKey(arc.at(-1))];
    return index < 0 ? [last, first] : [first, last];
  };
  for (const index of loose) {
    const [start] = ends(index);
    starts.set(start, [...(starts.get(start) ?? []), index]);
  }
  const joined: Ring[] = [];
  const used = new Set<number>();
  for (const first of loose) {
    if (used.has(first)) continue;
    const ring: number[] = [];
    for (let next: number | undefined = first; next !== undefined; ) {
      used.add(next);
      ring.push(next);
      next = starts.get(ends(next)[1])?.find((index) => !used.has(index));
    }
    joined.push(ringOf(ring, tolerance));
  }
  return joined;
}
