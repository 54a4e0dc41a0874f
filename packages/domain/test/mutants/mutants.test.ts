import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import list from "./recommendation.json" with { type: "json" };

/**
 * One-line changes that a test of the rule named kills: the first place where `from` stands becomes `to`. Tried by hand on a
 * copy of the tree when the ranking changes; here it is only held that each can still be made, and that its rule has a test.
 */
const root = fileURLToPath(new URL("../../../../", import.meta.url));
const tests = ["calls", "recommend", "run-document", "would-change", "reason-text", "select"]
  .map((name) => readFileSync(`${root}packages/domain/src/recommendation/${name}.test.ts`, "utf8"))
  .join("\n");

test.each(list)("$rule: $file, $from", ({ file, from, to, rule }) => {
  const source = readFileSync(`${root}${file}`, "utf8");
  expect(source).toContain(from);
  expect(source.replace(from, to)).not.toBe(source);
  expect(tests).toMatch(new RegExp(`"${rule} `));
});
