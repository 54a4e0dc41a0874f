import { join } from "node:path";
import type pg from "pg";
import { noFilters, withEngine } from "./engine.ts";
import { prismaFolder, readMigrations, readSchema } from "./folder.ts";
import { misfit, status, withClient } from "./status.ts";

// Any fixed number: two processes that deploy at once wait for each other on it.
const deployLock = 7_201_990;

/** Applies every pending migration as the owner, and returns the names of those applied. `prisma migrate deploy` can go on from here. */
export async function deploy(ownerUrl: string, folder: string = prismaFolder): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [deployLock]);
    const before = await status(ownerUrl, folder);
    const trouble = misfit({ ...before, pending: [] });
    if (trouble) throw new Error(trouble);
    if (before.pending.length === 0) return [];
    if (before.failed.length > 0) await forgetFailed(client);
    return apply(ownerUrl, folder);
  });
}

async function apply(ownerUrl: string, folder: string): Promise<string[]> {
  const migrationDirectories = readMigrations(folder).map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
  }));
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  const migrationsList = { baseDir: join(folder, "migrations"), lockfile, shadowDbInitScript: "", migrationDirectories };
  try {
    return await withEngine(readSchema(folder), ownerUrl, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
      return appliedMigrationNames;
    });
  } catch (error) {
    throw new Error(await explain(ownerUrl, folder, error), { cause: error });
  }
}

// A failed row blocks every later run. Nothing of its script was applied, so it may be tried again.
async function forgetFailed(client: pg.Client): Promise<void> {
  await client.query("DELETE FROM public._prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL");
}

async function explain(ownerUrl: string, folder: string, error: unknown): Promise<string> {
  const { failed } = await status(ownerUrl, folder);
  const reason = error instanceof Error ? error.message : String(error);
  return failed.length > 0
    ? `The migration ${failed.at(-1)} failed and nothing of it was applied: ${reason}`
    : `Migrating failed: ${reason}`;
}
