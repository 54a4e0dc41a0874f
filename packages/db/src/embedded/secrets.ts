import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the embedded server must remember between two starts. */
export type Secrets = {
  readonly adminPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  /** The port of the last start; another is chosen when something else has taken it. */
  readonly port?: number;
  /** Where the server's files lie, when that is not in the data folder itself. */
  readonly folder?: string;
  /** The data folder that `folder` was made for: tells a moved tree from a copied one. */
  readonly home?: string;
};

/** Reads the secrets of a data folder, or makes new ones, readable by nobody else. */
export function readSecrets(dataDir: string): Secrets {
  // The database's own user must be able to pass through, whatever the umask; the secrets themselves are closed.
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o711);
  const path = secretsFile(dataDir);
  if (!existsSync(path)) {
    const fresh: Secrets = { adminPassword: password(), ownerPassword: password(), appPassword: password() };
    try {
      writeFileSync(path, JSON.stringify(fresh, null, 2), { mode: 0o600, flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // another start was first: its secrets count
    }
  }
  return JSON.parse(readFileSync(path, "utf8")) as Secrets;
}

/** Adds to what is remembered. */
export function remember(dataDir: string, more: Partial<Secrets>): Secrets {
  const next = { ...readSecrets(dataDir), ...more };
  const half = `${secretsFile(dataDir)}.${process.pid}`;
  writeFileSync(half, JSON.stringify(next, null, 2), { mode: 0o600 });
  renameSync(half, secretsFile(dataDir));
  return next;
}

/** True when this data folder has been used before. */
export function hasSecrets(dataDir: string): boolean {
  return existsSync(secretsFile(dataDir));
}

/** A password that needs no escaping in a connection address. */
export function password(): string {
  return randomBytes(24).toString("base64url");
}

function secretsFile(dataDir: string): string {
  return join(dataDir, "embedded.json");
}
