import { checkLength, checkShare } from "./check.ts";

/** A family of tests after correction, in the order they came in. */
export interface FalseDiscovery {
  /** The least rate at which the test would be rejected, at most 1. */
  readonly adjusted: readonly number[];
  readonly rejected: readonly boolean[];
}

/** What rounding may add to an adjusted p value that is the rate on paper. */
const ROUNDING = 1 + 1e-12;

/**
 * Benjamini and Hochberg's step-up procedure: with p(1) ≤ … ≤ p(m), rejects the first k, k the greatest i with
 * p(i) ≤ i·q/m. Of what is rejected, a share of at most q is expected to be wrong, if the tests are independent or depend on
 * each other positively (Benjamini and Yekutieli 2001), as those of items answered by the same people do.
 *
 * @param pValues At least one, each 0–1.
 * @param rate The false discovery rate q, strictly between 0 and 1.
 * @returns `adjusted[i]` is min over j ≥ rank of i of m·p(j)/j, at most 1; `rejected[i]` says whether it is at most q.
 * @throws RangeError if there are none, one is not 0–1 or the rate is out of range.
 * @see Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate: a practical and powerful approach to multiple
 *   testing", JRSS B 57 (1995), 289–300, procedure (1)
 */
export function benjaminiHochberg(pValues: readonly number[], rate: number): FalseDiscovery {
  checkLength(pValues, "pValues", 1);
  for (const [index, p] of pValues.entries()) if (!(p >= 0 && p <= 1)) throw new RangeError(`pValues[${index}] must be 0–1: ${p}`);
  checkShare(rate, "rate");
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank -= 1) {
    const { p, index } = order[rank - 1] ?? { p: 1, index: 0 };
    least = Math.min(least, p * (order.length / rank));
    adjusted[index] = least;
  }
  return { adjusted, rejected: adjusted.map((p) => p <= rate * ROUNDING) };
}
