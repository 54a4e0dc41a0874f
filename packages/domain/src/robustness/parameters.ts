import { defaultAssumptions } from "../portfolio/assumptions.ts";

/**
 * How much is varied when the advice is tried. All of it is an expert proposal without a source; it says what "står sig"
 * means and must be shown with the result.
 */
export const robustnessParameters = {
  /** How far a dimension's weight may move, as a share of itself; the order of the weights is kept. */
  weightNoise: 0.2,
  /** Ends of what a measure's effects are multiplied by, by evidence grade; lower where disputed or where it may do harm. The plan's ranges: one assumption, used twice. */
  effects: defaultAssumptions,
  /** Share of the draws outside a rank interval at each end: from the 5th to the 95th percentile. */
  tail: 0.05,
} as const;
