import { describe, expect, test } from "vitest";
import { openData } from "../src/index.ts";

/** Milliseconds that the work takes, the best of three: other work on the machine is not the guarantee. */
function milliseconds(work: () => void): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

describe("lookups are quick", () => {
  const codes = openData.municipalities().map(({ code }) => code);
  const each = (lookup: (code: string) => unknown) => milliseconds(() => void codes.map(lookup)) / codes.length;

  test("one place is prefilled in under 20 ms", () => {
    expect(each((code) => openData.prefill({ municipalityCode: code, localityCode: null }))).toBeLessThan(20);
  });

  test.each([
    ["indicators", openData.indicators],
    ["similarMunicipalities", openData.similarMunicipalities],
    ["peerDifferences", openData.peerDifferences],
    ["outcomes", openData.outcomes],
    ["municipalityOutline", openData.municipalityOutline],
    ["localities", openData.localities],
  ] as const)("%s takes under a millisecond", (_, lookup) => {
    expect(each((code) => lookup(code))).toBeLessThan(1);
  });

  test("a search takes under two milliseconds", () => {
    const queries = ["a", "bor", "hallefors", "ö", "sa", "nykoping", "upplands v", "vä"];
    expect(milliseconds(() => void queries.map((query) => openData.searchPlaces(query, 10))) / queries.length).toBeLessThan(2);
  });
});
