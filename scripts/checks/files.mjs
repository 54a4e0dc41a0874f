import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

const left = new Set([
  "node_modules",
  ".git",
  ".next",
  ".turbo",
  ".data",
  "generated",
  "dist",
  "coverage",
  "test-results",
  "playwright-report",
]);

/** Every file that belongs to the house, with "/" in its path: tracked, or new and not ignored. */
export function houseFiles(root) {
  const listed = existsSync(join(root, ".git")) ? gitFiles(root) : [...walk(root, root)];
  return listed.filter((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile()).sort();
}

/** TypeScript written by hand in packages and apps. */
export function sourceFiles(root) {
  return houseFiles(root).filter(
    (path) => /^(packages|apps)\/.*\.tsx?$/.test(path) && !path.includes("/generated/") && !path.endsWith(".d.ts"),
  );
}

/** Whether a path is a test or what only tests use. */
export function isTest(path) {
  return /\.test\.tsx?$|\/(test|e2e)\//.test(path);
}

function gitFiles(root) {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return list.split("\0").filter(Boolean);
}

function* walk(root, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (left.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(root, path);
    else yield relative(root, path).split(sep).join("/");
  }
}
