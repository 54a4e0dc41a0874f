import { clamp } from "../scoring/sum.ts";
import { checkLength, checkNumber, checkRising } from "./check.ts";

/**
 * The two ends of an indicator's scale, fixed in advance. The order is the direction: where lower is better, worst is the
 * greater number.
 */
export interface Goalposts {
  /** In the indicator's own unit: scores 0. */
  readonly worst: number;
  /** In the indicator's own unit: scores 100. */
  readonly best: number;
}

/**
 * Where an observation lies between fixed goalposts: 100·(value − worst)/(best − worst), kept within 0–100. Fixed, not the
 * least and greatest of a sample: a score must not move because another place joined.
 *
 * @param value In the indicator's own unit, finite.
 * @returns 0–100, unrounded; exactly 0 at and beyond the worst, exactly 100 at and beyond the best.
 * @throws RangeError if a number is not finite or the goalposts coincide.
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5: distance to a reference; COINr, n_goalposts
 */
export function goalpostScore(value: number, { worst, best }: Goalposts): number {
  checkNumber(value, "value");
  checkNumber(worst, "worst");
  checkNumber(best, "best");
  if (worst === best) throw new RangeError(`worst and best must differ: ${worst}`);
  return clamp(100 * ((value - worst) / (best - worst)), 0, 100) + 0;
}

/** A corner of a value function: what an observation is worth. */
export interface ValuePoint {
  /** In the indicator's own unit. */
  readonly at: number;
  /** On the scale of the value, 0–100 for a score; need not rise. */
  readonly value: number;
}

/**
 * The function that runs straight from corner to corner, and on at the level of the outermost ones beyond them:
 * v(x) = v₀ + (v₁ − v₀)·(x − x₀)/(x₁ − x₀). Two corners are goalposts; more say where more of a thing stops being better.
 *
 * @param points At least two, rising strictly in `at`.
 * @returns A function of a finite number. Between two corners it stays between their values; at a corner it is exact.
 *   It throws RangeError if its argument is not finite.
 * @throws RangeError if there are fewer than two points, they do not rise, or a number is not finite.
 * @see V. Belton and T. J. Stewart, Multiple Criteria Decision Analysis (Kluwer 2002), ch. 5: partial value functions
 */
export function valueFunction(points: readonly ValuePoint[]): (value: number) => number {
  checkLength(points, "points", 2);
  const corners = points.map(({ at, value }) => ({ at, value }));
  checkRising(
    corners.map((corner) => corner.at),
    "points",
  );
  for (const [index, corner] of corners.entries()) checkNumber(corner.value, `points[${index}].value`);
  return (value) => {
    checkNumber(value, "value");
    const next = corners.findIndex((corner) => value <= corner.at);
    if (next <= 0) return (next === 0 ? corners[0] : corners.at(-1))?.value ?? 0;
    return between(corners[next - 1], corners[next], value);
  };
}

function between(from: ValuePoint | undefined, to: ValuePoint | undefined, value: number): number {
  if (from === undefined || to === undefined) throw new RangeError("points have a hole");
  if (value === to.at) return to.value;
  const raw = from.value + (to.value - from.value) * ((value - from.at) / (to.at - from.at));
  return clamp(raw, Math.min(from.value, to.value), Math.max(from.value, to.value));
}
