/** A coordinate as text with one decimal at most, inside ±10^6. Not a number becomes 0, so that a drawing never breaks. */
export function n(value: number): string {
  return Number.isFinite(value) ? String(Math.round(clamp(value, -1e6, 1e6) * 10) / 10 + 0) : "0";
}

/** The value when it is a finite number, else null: missing is missing, however it arrives. */
export function known(value: number | null | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** The estimate when its value is known, with ends that are not numbers put at the value; else null. */
export function knownEstimate<E extends { readonly value: number; readonly low: number; readonly high: number }>(
  estimate: E | null,
): E | null {
  const value = known(estimate?.value);
  return estimate === null || value === null
    ? null
    : { ...estimate, low: known(estimate.low) ?? value, high: known(estimate.high) ?? value };
}

/** The value brought inside the closed range. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** A range with both ends, `[low, high]`. */
export type Range = readonly [low: number, high: number];

/**
 * A straight map from one range to another. Values outside are clamped to the ends; a domain without width maps
 * everything to the middle.
 */
export function linear(domain: Range, range: Range): (value: number) => number {
  const [d0, d1] = domain;
  const [r0, r1] = range;
  if (!(d1 > d0) || !Number.isFinite(d1 - d0)) return () => (r0 + r1) / 2;
  return (value) => r0 + ((clamp(value, d0, d1) - d0) / (d1 - d0)) * (r1 - r0);
}

/** The range that holds all values, widened to whole steps; `fallback` when there are none. */
export function span(values: readonly number[], step: number, fallback: Range): Range {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return fallback;
  const low = Math.floor(Math.min(...finite) / step) * step;
  const high = Math.ceil(Math.max(...finite) / step) * step;
  return high > low ? [low, high] : [low - step, high + step];
}

/** Multiples of `step` inside the closed range, at most 200 of them. */
export function ticks([low, high]: Range, step: number): readonly number[] {
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: clamp(Math.floor((high - first) / step) + 1, 0, 200) }, (_, i) => first + i * step);
}
