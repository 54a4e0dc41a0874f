import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./place.mjs";
import { capture } from "./run.mjs";
import { Told } from "./say.mjs";

const home = join(root, "packages", "db");

/** Writes Prisma's client into packages/db/src/generated, when the schema or Prisma has changed since the last time. */
export async function generate() {
  const stamp = join(home, "src", "generated", ".stamp");
  const wanted = hash(["prisma/schema.prisma", "packages/db/prisma.config.ts", "packages/db/node_modules/@prisma/client/package.json"]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  // Generating needs no engine, but Prisma looks for one and would download it: any existing program ends that search.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  const { code, output } = await capture(join(home, "node_modules", ".bin", "prisma"), ["generate"], { cwd: home, env, quiet: true });
  if (code !== 0) throw new Told(`Prisma's client could not be written:\n${output}`);
  writeFileSync(stamp, wanted);
}

function hash(paths) {
  const sum = createHash("sha256");
  for (const path of paths) sum.update(readFileSync(join(root, path)));
  return sum.digest("hex");
}
