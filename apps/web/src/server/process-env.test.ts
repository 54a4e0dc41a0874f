import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name));

test("the environment is read in one place", () => {
  const reading = files.filter((name) => /process\.env|process\["env"\]|from "(node:)?process"/.test(readFileSync(src + name, "utf8")));
  // Next asks for its own variable to be written out in the file that starts things.
  expect(reading.sort()).toEqual(["instrumentation.ts", "server/env.ts"]);
  const starting = readFileSync(`${src}instrumentation.ts`, "utf8");
  expect(starting.match(/process\.env\.(\w+)/g)).toEqual(["process.env.NEXT_RUNTIME", "process.env.NEXT_RUNTIME"]);
});
