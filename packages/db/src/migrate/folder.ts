import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { diffScript } from "./engine.ts";

/** The house's own prisma folder. */
export const prismaFolder: string = fileURLToPath(new URL("../../../../prisma/", import.meta.url));

/** One migration as it lies on disk. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** All migrations, oldest first. */
export function readMigrations(folder: string = prismaFolder): Migration[] {
  const dir = join(folder, "migrations");
  if (!existsSync(dir)) return [];
  const names = readdirSync(dir, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  return names.sort().map((name) => {
    const sql = readFileSync(join(dir, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

/** The data model that the house declares now. */
export function readSchema(folder: string = prismaFolder): string {
  return readFileSync(join(folder, "schema.prisma"), "utf8");
}

/** The SQL from the last migration's data model to schema.prisma; empty when nothing has changed. */
export async function pendingChange(folder: string = prismaFolder): Promise<string> {
  const last = readMigrations(folder).at(-1);
  const schema = readSchema(folder);
  const before = last ? readFileSync(join(folder, "migrations", last.name, "schema.prisma"), "utf8") : null;
  const sql = await diffScript(before, schema);
  return /^\s*(-- This is an empty migration\.)?\s*$/.test(sql) ? "" : sql;
}

/** What `newMigration` takes. */
export type NewMigrationOptions = {
  /** Where schema.prisma and migrations lie; the house's own unless a test says otherwise. */
  readonly folder?: string;
  /** Write a migration even though schema.prisma has not changed: for policies, triggers, functions. */
  readonly empty?: boolean;
};

/**
 * Writes migrations/<time>_<name>/ from the change to schema.prisma, and returns its folder, or null when nothing has changed.
 * Each migration keeps the schema it led to, so the next one needs no database to compare with.
 */
export async function newMigration(
  name: string,
  { folder = prismaFolder, empty = false }: NewMigrationOptions = {},
): Promise<string | null> {
  const letters = name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "");
  const plain = letters.replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  if (!plain) throw new Error("A migration needs a name of letters and digits: npm run db:new -- add_place_note");
  const change = await pendingChange(folder);
  if (!change && !empty) return null;
  const dir = join(folder, "migrations");
  const target = join(dir, `${nextStamp(readMigrations(folder).at(-1)?.name)}_${plain}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "migration.sql"), change || "-- Hand-written: schema.prisma has not changed.\n");
  writeFileSync(join(target, "schema.prisma"), readSchema(folder));
  writeFileSync(join(dir, "migration_lock.toml"), 'provider = "postgresql"\n');
  return target;
}

// Two migrations in one second, or on a machine whose clock is behind, must still sort in the order they were made.
function nextStamp(last = ""): string {
  const now = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const previous = last.slice(0, 14);
  return now > previous ? now : String(BigInt(previous) + 1n);
}
