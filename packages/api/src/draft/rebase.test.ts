import fc from "fast-check";
import { expect, test } from "vitest";
import { type DraftItemNow, rebaseItems } from "./rebase.ts";

// Items by key, each a number; null where there is none.
const side = fc.record({ a: fc.option(fc.nat(2)), b: fc.option(fc.nat(2)), c: fc.option(fc.nat(2)) });
const listed = (values: Record<string, number | null>) =>
  Object.entries(values).flatMap(([key, value]) =>
    value === null ? [] : [{ kind: "measure" as const, key, document: { value } as never }],
  );

test("a draft keeps what it changed, follows what it did not, and tells what both changed", () => {
  fc.assert(
    fc.property(side, side, side, (mine, old, newer) => {
      const items: DraftItemNow[] = listed(mine).map((item) => ({ ...item, version: 3 }));
      const { writes, both } = rebaseItems(items, listed(old), listed(newer));
      const after: Record<string, number | null> = { ...mine };
      for (const { key, after: document } of writes)
        after[key] = document === null ? null : (document as unknown as { value: number }).value;
      for (const key of ["a", "b", "c"] as const) {
        const isMine = mine[key] !== old[key];
        const isTheirs = newer[key] !== old[key];
        expect(after[key]).toBe(isMine ? mine[key] : newer[key]);
        expect(both.some((one) => one.key === key)).toBe(isMine && isTheirs && mine[key] !== newer[key]);
      }
    }),
    { numRuns: 1000 },
  );
});
