import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";

/** The user that the server runs as, when the house itself runs as root. */
export type ServerUser = { readonly uid: number; readonly gid: number };

const name = "postgres";

/** PostgreSQL refuses to run as root: finds or makes its own user. Null when the house does not run as root. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  return lookUp() ?? create();
}

/** Whether the server's user can enter and read every one of the paths. */
export function canReach(user: ServerUser | null, paths: readonly string[], mode: "read" | "write" = "read"): boolean {
  if (!user) return paths.every((path) => isAllowed(path, mode));
  // Asked as that user: mode bits, group membership and access lists all count.
  const test = mode === "write" ? 'test -w "$p" && test -x "$p"' : 'test -r "$p" && test -x "$p"';
  const script = `for p in "$@"; do ${test} || exit 1; done`;
  return spawnSync("/bin/sh", ["-c", script, "sh", ...paths], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

function isAllowed(path: string, mode: "read" | "write"): boolean {
  try {
    accessSync(path, mode === "write" ? constants.W_OK : constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function lookUp(): ServerUser | null {
  const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  const [uid, gid] = ids.map((result) => (result.status === 0 ? Number.parseInt(result.stdout, 10) : Number.NaN));
  return uid !== undefined && gid !== undefined && uid > 0 && gid > 0 ? { uid, gid } : null;
}

function create(): ServerUser {
  try {
    execFileSync("groupadd", ["--system", "--force", name], { stdio: "pipe" });
    execFileSync("useradd", ["--system", "--no-create-home", "-g", name, name], { stdio: "pipe" });
  } catch (error) {
    throw new Error("PostgreSQL cannot run as root, and a user named postgres could not be made: make one, or start as an ordinary user.", {
      cause: error,
    });
  }
  const made = lookUp();
  if (!made) throw new Error("PostgreSQL cannot run as root, and the user postgres that was made for it cannot be found.");
  return made;
}
