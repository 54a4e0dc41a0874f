import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isTest, sourceFiles } from "./files.mjs";

const longest = 300;
const longestRouter = 200;

/** A file that no longer fits in a head is two files. */
export const lengths = {
  name: `files of at most ${longest} lines, routers of ${longestRouter}`,
  run: (root) =>
    sourceFiles(root)
      .filter((path) => !isTest(path))
      .flatMap((path) => {
        const lines = readFileSync(join(root, path), "utf8").trimEnd().split("\n").length;
        const limit = path.endsWith(".router.ts") ? longestRouter : longest;
        return lines > limit ? [`${path} has ${lines} lines; at most ${limit}`] : [];
      }),
};
