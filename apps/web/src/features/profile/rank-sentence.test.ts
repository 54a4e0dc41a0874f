import { expect, test } from "vitest";
import type { Say } from "../place/kit.ts";
import { rankSentence } from "./rank-sentence.ts";

const t = ((key: string, values?: Record<string, string | number>) =>
  values === undefined ? key.replace("rank.", "") : `${key.replace("rank.", "")}(${values.place} of ${values.of})`) as Say;
const row = (value: number | null, others: readonly (number | null)[], decimals = 1) => ({
  value,
  decimals,
  peers: others.map((other, index) => ({ code: String(index), name: "x", value: other })),
});

test.each([
  [8, [1, 2, 3, 4, 5, 6, 7], "alone(high.1 of count.8)"],
  [6.5, [1, 2, 3, 4, 5, 6, 7], "alone(high.2 of count.8)"],
  [0, [1, 2, 3, 4, 5, 6, 7], "alone(low.1 of count.8)"],
  [3.5, [1, 2, 3, 4, 5, 6, 7], "alone(low.4 of count.8)"],
  // Equal as written, though not as stored.
  [1.02, [1.04, 2, 3, 4, 5, 6, 7], "shared(low.1 of count.8)"],
  [5, [5, 5, 5], "allSame"],
  [5, [null, 4, null], "alone(high.1 of count.2)"],
] as const)("%d among %j: %s", (value, others, said) => expect(rankSentence(row(value, others), t)).toBe(said));

test("without a value, or without anyone to compare with, nothing is said", () => {
  expect(rankSentence(row(null, [1, 2]), t)).toBeNull();
  expect(rankSentence(row(3, [null, null]), t)).toBeNull();
});
