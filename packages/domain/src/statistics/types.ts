/** An interval on the scale of what it is about: low ≤ the estimate ≤ high, both finite. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Confidence of an interval where the caller does not say. */
export const DEFAULT_CONFIDENCE = 0.95;
