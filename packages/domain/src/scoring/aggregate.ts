import { clamp, sum } from "./sum.ts";

/** One part of a composite: its score if it could be measured, and its weight. */
export interface Part {
  readonly id: string;
  /** 0–100, or null where nothing was observed. Never 0 for "unknown". */
  readonly score: number | null;
  /** Relative weight, > 0. Only ratios between weights matter. */
  readonly weight: number;
}

/** How much one part adds to the composite, in points of the 0–100 scale. */
export interface PartContribution {
  readonly id: string;
  readonly points: number;
}

/** A composite score with its parts, or what it lacks to be one. */
export type Composite =
  | {
      readonly kind: "scored";
      /** 0–100, unrounded; equals the sum of the contributions. */
      readonly score: number;
      /** Share of total weight that was observed, (0, 1]. */
      readonly coverage: number;
      readonly contributions: readonly PartContribution[];
    }
  | {
      readonly kind: "insufficient";
      /** Share of total weight that was observed, [0, 1). */
      readonly coverage: number;
      /** Ids of the unobserved parts, in input order. */
      readonly missing: readonly string[];
    };

/**
 * The weighted arithmetic mean of the observed parts. Unobserved parts are left out and the remaining weights rescaled
 * (A4), which treats the missing part as scoring the mean of the others. That is fair only while little is missing,
 * hence `minimumCoverage`.
 *
 * @param minimumCoverage Share of weight, (0, 1], below which no score is given; a coverage equal to it is enough.
 * @throws RangeError if there are no parts, or a weight is not finite and above 0, or a score is outside 0–100.
 * @see docs/method.md#dimension — OECD/JRC Handbook on Constructing Composite Indicators (2008), step 6
 */
export function aggregate(parts: readonly Part[], minimumCoverage: number): Composite {
  checkParts(parts);
  const heaviest = Math.max(...parts.map((part) => part.weight));
  const relative = (part: Part) => part.weight / heaviest;
  const observed = parts.filter((part): part is Part & { readonly score: number } => part.score !== null);
  const observedWeight = sum(observed.map(relative));
  const coverage = observed.length === parts.length ? 1 : observedWeight / sum(parts.map(relative));
  if (observed.length === 0 || coverage < minimumCoverage) {
    return { kind: "insufficient", coverage, missing: parts.filter((part) => part.score === null).map((part) => part.id) };
  }
  const contributions = observed.map((part) => ({ id: part.id, points: (relative(part) / observedWeight) * part.score }));
  return { kind: "scored", score: clamp(sum(contributions.map((part) => part.points)), 0, 100), coverage, contributions };
}

function checkParts(parts: readonly Part[]): void {
  if (parts.length === 0) throw new RangeError("nothing to aggregate");
  for (const { id, weight, score } of parts) {
    if (!(weight > 0 && Number.isFinite(weight))) throw new RangeError(`weight of ${id} must be finite and > 0: ${weight}`);
    if (score !== null && !(score >= 0 && score <= 100)) throw new RangeError(`score of ${id} must be 0–100: ${score}`);
  }
}
