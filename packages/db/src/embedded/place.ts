import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Secrets } from "./secrets.ts";
import { canReach, type ServerUser } from "./user.ts";

/** Where the server's files go when its user cannot reach the data folder: outside root's home, and not swept away like /tmp. */
export const shelter = "/var/lib/hallbara-platser";

/**
 * The folder that holds the server's data and log. Normally `<data folder>/postgres`. As root inside root's home (closed to
 * everyone else) it lies under /var/lib/hallbara-platser instead, named by the data folder's path.
 */
export function serverFolder(dataDir: string, user: ServerUser | null, secrets: Secrets): string {
  if (secrets.folder && existsSync(secrets.folder) && isOurs(dataDir, secrets)) return secrets.folder;
  const near = join(dataDir, "postgres");
  if (own(near, user)) return near;
  const digest = createHash("sha256").update(realpathSync(dataDir)).digest("hex").slice(0, 12);
  const far = join(shelter, digest);
  openShelter();
  if (own(far, user)) return far;
  throw new Error(
    `PostgreSQL cannot run as root, and its user can reach neither ${near} nor ${far}: set HP_DATA_DIR to a folder outside root's home.`,
  );
}

/** A folder of its own for a throw-away server. */
export function throwAwayFolder(user: ServerUser | null): string {
  const tried = [...new Set([tmpdir(), "/tmp", "/var/tmp"])];
  for (const parent of tried.filter((path) => existsSync(path))) {
    const folder = mkdtempSync(join(parent, "hp-postgres-"));
    if (own(folder, user)) return folder;
  }
  throw new Error(
    `PostgreSQL cannot run as root, and its user can reach none of ${tried.join(", ")}: set TMPDIR to a folder outside root's home.`,
  );
}

// A tree that was moved takes its database along; a tree that was copied gets a new one.
function isOurs(dataDir: string, secrets: Secrets): boolean {
  return secrets.home === dataDir || !existsSync(join(secrets.home ?? dataDir, "embedded.json"));
}

/** Makes the shelter, open for passing through whatever the umask. Where it cannot be made, the next step says so. */
export function openShelter(): void {
  try {
    mkdirSync(shelter, { recursive: true });
    chmodSync(shelter, 0o755);
  } catch {
    // reported by whoever needs it
  }
}

function own(folder: string, user: ServerUser | null): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (user) chownSync(folder, user.uid, user.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw error;
    return false;
  }
  return canReach(user, [folder], "write");
}
