import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isTest, sourceFiles } from "./files.mjs";

const exported = /^export (?:default )?(?:async |abstract |declare )*(?:function\*?|const|let|class|type|interface|enum) +([\w$]+)/;

// A type that is read off a value says nothing that the value's own comment does not.
const derived = /^export type [\w$]+ = (?:z\.infer<typeof|\(typeof|ReturnType<typeof|(?:NonNullable<)?Awaited<ReturnType<typeof|Extract<)/;

/** Everything a package exports says in a doc comment what it is. */
export const docstrings = {
  name: "exports of packages have doc comments",
  run: (root) =>
    sourceFiles(root)
      .filter((path) => path.startsWith("packages/") && !isTest(path))
      .flatMap((path) =>
        undocumented(readFileSync(join(root, path), "utf8")).map(
          ({ line, name }) => `${path}:${line} ${name} is exported without a doc comment`,
        ),
      ),
};

/** Exported declarations without a doc comment right before them; of overloads, and of a type beside a value of the same name, the first counts. */
export function undocumented(text) {
  const lines = text.split("\n");
  const seen = new Set();
  return lines.flatMap((content, index) => {
    const name = exported.exec(content)?.[1];
    if (!name || seen.has(name) || derived.test(content)) return [];
    seen.add(name);
    return hasDoc(lines, index) ? [] : [{ line: index + 1, name }];
  });
}

function hasDoc(lines, index) {
  let last = index - 1;
  while (last >= 0 && /^\s*\/\//.test(lines[last])) last--; // a directive to a tool may stand between
  if (last < 0 || !/\*\/\s*$/.test(lines[last])) return false;
  let first = last;
  while (first >= 0 && !/\/\*/.test(lines[first])) first--;
  return first >= 0 && /\/\*\*/.test(lines[first]);
}
