import type { Verdict } from "./types.ts";

/** A verdict as a number, the weakest first: fails, unknown, holds. `all` is the least of its parts' ranks, `any` the greatest. */
export type Rank = 0 | 1 | 2;

/** Verdict of each rank. */
export const verdicts: readonly [Verdict, Verdict, Verdict] = ["fails", "unknown", "holds"];

/** The rank of a comparison that is decided. */
export const decided = (holds: boolean): Rank => (holds ? 2 : 0);

/** The rank of a verdict. */
export const rankOf = (verdict: Verdict): Rank => (verdict === "holds" ? 2 : verdict === "fails" ? 0 : 1);
