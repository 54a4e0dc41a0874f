import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "./file-bytes.ts";
import { counted } from "./file-words.ts";

test("bytes survive base64, and it is what others write", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes]);
    }),
    { numRuns: 1000 },
  );
});

test("a file of a million bytes is no trouble", () => {
  const bytes = new Uint8Array(1_000_000).map((_, index) => index % 251);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
});

test("what is not base64 is refused", () => expect(() => fromBase64("å")).toThrow());

test.each([
  [0, "0 fel"],
  [1, "Ett fel"],
  [12, "12 fel"],
])("%d is written as %s", (count, expected) => expect(counted({ one: "Ett fel", other: "{count} fel" }, count)).toBe(expected));
