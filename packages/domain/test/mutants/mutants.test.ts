import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/** A one-line mistake: where `from` stands in `file` becomes `to`, and a test of `rule` in `test` is to fail. */
interface Mutant {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  /** File or folder of the tests, from the root; the folder of the mistaken file under `src` where it is absent. */
  readonly test?: string;
}

/**
 * That tests fail for each is seen by `node scripts/mutants.mjs`, in a copy of the package; here it is only held that each can
 * still be made, in one place, and that its rule has a test.
 */
const root = fileURLToPath(new URL("../../../../", import.meta.url));
const lists = readdirSync(`${root}packages/domain/test/mutants`).filter((name) => name.endsWith(".json"));

function testsIn(path: string): string {
  if (statSync(path).isFile()) return readFileSync(path, "utf8");
  const files = readdirSync(path).filter((name) => name.endsWith(".test.ts"));
  return files.map((name) => readFileSync(`${path}/${name}`, "utf8")).join("\n");
}

test("every list has mistakes", () => expect(lists).toEqual(["elsewhere.json", "recommendation.json"]));

describe.each(lists)("%s", (name) => {
  const list = JSON.parse(readFileSync(`${root}packages/domain/test/mutants/${name}`, "utf8")) as readonly Mutant[];
  test.each(list)("$rule: $file, $from stands in one place, and its rule has a test", ({ file, from, to, rule, test: its }) => {
    const source = readFileSync(`${root}${file}`, "utf8");
    expect(source.split(from)).toHaveLength(2);
    expect(source.replace(from, () => to)).not.toBe(source);
    const folder = `${root}${its ?? `packages/domain/src/${file.split("/")[3]}`}`;
    expect(existsSync(folder)).toBe(true);
    expect(testsIn(folder)).toMatch(new RegExp(`"${rule}[ "]`));
  });
  test("no mistake is listed twice", () => {
    expect(new Set(list.map(({ file, from, to }) => `${file} ${from} ${to}`)).size).toBe(list.length);
  });
});
