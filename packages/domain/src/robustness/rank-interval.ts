import { withoutDust } from "../scoring/sum.ts";

/** Ranks from 1; low is the better end. */
export interface RankInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The ranks that leave a share of the draws outside at each end, nearest rank: with 20 draws and a twentieth, the second best
 * and the second worst. Widened to hold the rank as it is.
 *
 * @param counts Draws in which it had rank 1, 2, …
 * @param tail From 0 to below a half.
 * @returns The rank as it is where there are no draws.
 */
export function rankInterval(counts: Int32Array, tail: number, rank: number): RankInterval {
  const all = counts.reduce((total, times) => total + times, 0);
  const outside = Math.floor(withoutDust(all * tail));
  let low = rank;
  let high = rank;
  let better = 0;
  for (const [at, times] of counts.entries()) {
    if (times === 0) continue;
    better += times;
    if (better > outside) low = Math.min(low, at + 1);
    if (all - (better - times) > outside) high = Math.max(high, at + 1);
  }
  return { low, high };
}
