import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packed } from "../../scripts/packed.ts";

const written = packed();

test.each(Object.keys(written))("%s is what the YAML says", (name) => {
  expect(readFileSync(new URL(`../../content/${name}`, import.meta.url), "utf8")).toBe(written[name]);
});
