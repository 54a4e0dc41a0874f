import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { generate } from "./generate.mjs";
import { root, web } from "./place.mjs";
import { capture } from "./run.mjs";
import { Told } from "./say.mjs";

const left = new Set(["node_modules", ".next", ".turbo", "generated", "test-results", "playwright-report", "coverage", "e2e", "test"]);
const leftFile = /\.test\.tsx?$|\.tsbuildinfo$|^next-env\.d\.ts$/;
const stamp = join(web, ".next", "hp-built");

// Every page is made when it is asked for, so nothing here ends up in a build: the values only have to look right.
const env = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://hp_app:none@127.0.0.1:1/none",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "for-building-only-and-never-used-to-sign",
};

/** Builds the pages, when anything they are made of has changed since the last build. Returns whether it built. */
export async function build({ always = false } = {}) {
  const wanted = sourcesHash();
  if (!always && isBuilt(wanted)) return false;
  await generate();
  rmSync(stamp, { force: true });
  const next = join(web, "node_modules", "next", "dist", "bin", "next");
  const { code, output } = await capture(process.execPath, [next, "build"], { cwd: web, env, quiet: !process.env.HP_DEBUG });
  if (code !== 0)
    throw new Told(/ENOSPC|no space left/i.test(output) ? "The disk is full: building needs about 500 MB." : `Building failed:\n${output}`);
  // Next rewrites its own configuration at the first build: what was built is what is there now.
  writeFileSync(stamp, sourcesHash());
  return true;
}

/** Whether the last build was made from what is here now. */
export function isBuilt(wanted = sourcesHash()) {
  return existsSync(stamp) && existsSync(join(web, ".next", "BUILD_ID")) && readFileSync(stamp, "utf8") === wanted;
}

function sourcesHash() {
  const hash = createHash("sha256");
  const files = ["apps", "packages", "prisma"].flatMap((name) => [...filesUnder(join(root, name))]);
  const shared = ["pnpm-lock.yaml", "tsconfig.base.json"].map((name) => join(root, name));
  for (const path of [...files, ...shared].sort())
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  return hash.digest("hex");
}

function* filesUnder(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !left.has(entry.name)) yield* filesUnder(path);
    else if (entry.isFile() && !leftFile.test(entry.name)) yield path;
  }
}
