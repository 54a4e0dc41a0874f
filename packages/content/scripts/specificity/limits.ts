import type { Specificity } from "../../src/reference/index.ts";

/** Runs of the generator that the report is made over: none of them had a part in choosing parameters or in computing commonness. */
export const testRuns = [21, 22, 23, 24, 25] as const;

/** The run that the release test measures in full. */
export const releaseRun = 21;

/** Share of the places that the most common measure is advised. */
export function topShare({ advised, places }: Specificity): number {
  return (advised[0]?.[1] ?? 0) / places;
}

/** A figure with the limit that a release must keep. */
export interface Limit {
  readonly figure: string;
  readonly limit: string;
  readonly of: (specificity: Specificity) => number;
  readonly kept: (value: number) => boolean;
}

/** What "advice from this place's own preconditions" means in numbers. */
export const limits: readonly Limit[] = [
  { figure: "overlap", limit: "≤ 0.35", of: ({ overlap }) => overlap, kept: (value) => value <= 0.35 },
  { figure: "kept when preconditions are swapped", limit: "≤ 0.35", of: ({ swap }) => swap, kept: (value) => value <= 0.35 },
  { figure: "kept when perceptions are drawn anew", limit: "≥ 0.50", of: ({ redraw }) => redraw, kept: (value) => value >= 0.5 },
  { figure: "kept when one dimension moves by 5", limit: "≥ 0.85", of: ({ nudge }) => nudge, kept: (value) => value >= 0.85 },
  { figure: "most common measure outside Grundpaket", limit: "≤ 0.40", of: topShare, kept: (value) => value <= 0.4 },
  { figure: "clear fact gap fires", limit: "≤ 0.15", of: ({ factGap }) => factGap, kept: (value) => value <= 0.15 },
];

/** Fewest measures of the catalogue that some test place must get, Grundpaket included. */
export const fewestUsed = 80;
