import "server-only";
import { connect, type Database } from "@hp/db";
import { env } from "./env.ts";

/**
 * Next makes several bundles of one process, for pages, for handlers and for what runs at the start, each with its own copy
 * of every module. What one copy of the database package has made another cannot use, so each copy has its own pool; they
 * are kept in one place, where all can be closed and where they outlive a reload in development.
 */
const kept = globalThis as typeof globalThis & { hpPools?: Map<typeof connect, Database> };

/** The pool of connections, opened at first use. */
export function database(): Database {
  kept.hpPools ??= new Map();
  let pool = kept.hpPools.get(connect);
  if (pool === undefined) {
    pool = connect(env().DATABASE_URL);
    kept.hpPools.set(connect, pool);
  }
  return pool;
}

/** Closes every pool that was opened. */
export async function closeDatabase(): Promise<void> {
  const open = [...(kept.hpPools?.values() ?? [])];
  kept.hpPools?.clear();
  await Promise.all(open.map((pool) => pool.close()));
}
