import type { PlanePoint } from "./projection.ts";

function distanceToSegment([x, y]: PlanePoint, [ax, ay]: PlanePoint, [bx, by]: PlanePoint): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/**
 * Leaves out points of a line that lie closer than `tolerance` to what remains (Douglas and Peucker 1973).
 * The ends stay, so two municipalities that share a border keep sharing it.
 *
 * @param tolerance In the units of the points; 0 keeps all.
 */
export function simplify(line: readonly PlanePoint[], tolerance: number): readonly PlanePoint[] {
  if (tolerance <= 0 || line.length < 3) return line;
  const kept = new Set([0, line.length - 1]);
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let range = stack.pop(); range !== undefined; range = stack.pop()) {
    const [from, to] = range;
    const first = line[from];
    const last = line[to];
    if (first === undefined || last === undefined) continue;
    let farthest = -1;
    let largest = tolerance;
    for (let index = from + 1; index < to; index += 1) {
      const distance = distanceToSegment(line[index] ?? first, first, last);
      if (distance > largest) {
        largest = distance;
        farthest = index;
      }
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    stack.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => kept.has(index));
}
