import "server-only";
import { connect, type Database } from "@hp/db";
import { env } from "./env.ts";

// Next makes several bundles out of one process, each with its own modules; the pool is one for them all.
const kept = globalThis as typeof globalThis & { hpDatabase?: Database };

/** The one pool of connections, opened at first use. */
export function database(): Database {
  kept.hpDatabase ??= connect(env().DATABASE_URL);
  return kept.hpDatabase;
}

/** Closes the pool, if one was opened. */
export async function closeDatabase(): Promise<void> {
  const open = kept.hpDatabase;
  kept.hpDatabase = undefined;
  await open?.close();
}
