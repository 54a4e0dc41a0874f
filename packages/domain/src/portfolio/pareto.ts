import { inParts } from "./value.ts";

/** A plan on the way to a front. */
export interface FrontPoint {
  /** Whole kronor. */
  readonly costSek: number;
  /** Points. */
  readonly value: number;
}

/** What a cost limit gave: the best plan within it, cheapest among the best. */
export interface FrontProbe<Point extends FrontPoint> {
  readonly limitSek: number;
  readonly point: Point;
}

/**
 * The cost limit to solve next on the way to a front of cost against value (ε-constraint method), in the widest stretch
 * of cost where another plan may lie: its middle; where that gave the plan at the stretch's lower end again, a krona
 * below its upper end, which gives another plan or shows that there is none. A front of n points thus takes less than
 * 3n probes.
 *
 * @param probes Two or more: the cheapest plan, with its own cost as limit, the best plan, and those solved since.
 * @returns Whole kronor, or null when every efficient plan is found. Always a limit that was not probed yet.
 * @see SPEC.md F1–F4; Y. Haimes, L. Lasdon, D. Wismer, "On a bicriterion formulation", IEEE Trans. SMC 1 (1971)
 */
export function nextCostLimit<Point extends FrontPoint>(probes: readonly FrontProbe<Point>[]): number | null {
  const front = frontOf(probes);
  const stretches = front.slice(0, -1).map((point, at) => {
    const tried = probes.filter((probe) => probe.point.costSek === point.costSek).map((probe) => probe.limitSek);
    return { from: Math.max(point.costSek, ...tried), to: (front[at + 1] as Point).costSek, isHalved: tried.length > 1 };
  });
  const widest = stretches.reduce((best, stretch) => (stretch.to - stretch.from > best.to - best.from ? stretch : best), {
    from: 0,
    to: 1,
    isHalved: false,
  });
  if (widest.to - widest.from <= 1) return null;
  return widest.isHalved ? widest.to - 1 : Math.floor((widest.from + widest.to) / 2);
}

/**
 * The plans of the probes of which none is beaten: in rising order of cost, each with more value than all cheaper ones.
 *
 * @returns Without doubles; empty for no probes.
 */
export function frontOf<Point extends FrontPoint>(probes: readonly FrontProbe<Point>[]): readonly Point[] {
  const sorted = probes
    .map((probe) => probe.point)
    .sort((one, other) => one.costSek - other.costSek || inParts(other.value) - inParts(one.value));
  const front: Point[] = [];
  for (const point of sorted) {
    const last = front.at(-1);
    if (last === undefined || inParts(point.value) > inParts(last.value)) front.push(point);
  }
  return front;
}
