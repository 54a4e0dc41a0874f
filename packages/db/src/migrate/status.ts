import pg from "pg";
import { prismaFolder, readMigrations } from "./folder.ts";

/** How a database's migrations compare with the code's. */
export type MigrationStatus = {
  /** Applied here and known to the code, oldest first. */
  readonly applied: readonly string[];
  /** Known to the code, not yet applied here. */
  readonly pending: readonly string[];
  /** Applied here, unknown to the code: the database is newer. */
  readonly unknown: readonly string[];
  /** Begun and never finished. A script is one transaction, so nothing of it is in the database. */
  readonly failed: readonly string[];
  /** Changed on disk after they were applied. */
  readonly edited: readonly string[];
};

type Row = { migration_name: string; checksum: string; finished_at: Date | null };

/** Reads which migrations a database has. Works for the app's role as well as the owner's. */
export async function status(url: string, folder: string = prismaFolder): Promise<MigrationStatus> {
  const rows = await withClient(url, appliedRows);
  const finished = rows.filter((row) => row.finished_at !== null);
  const known = new Map(readMigrations(folder).map((migration) => [migration.name, migration]));
  const done = new Set(finished.map((row) => row.migration_name));
  return {
    applied: [...done].filter((name) => known.has(name)),
    pending: [...known.keys()].filter((name) => !done.has(name)),
    unknown: [...done].filter((name) => !known.has(name)),
    failed: rows.filter((row) => row.finished_at === null && !done.has(row.migration_name)).map((row) => row.migration_name),
    edited: finished
      .filter((row) => known.has(row.migration_name) && known.get(row.migration_name)?.checksum !== row.checksum)
      .map((row) => row.migration_name),
  };
}

/** The one sentence an operator needs when the code and the database do not fit, or null when they do. */
export function misfit(found: MigrationStatus): string | null {
  if (found.unknown.length > 0) {
    return `The database is newer than this code: it has the migration ${found.unknown.at(-1)}, which is not here. Start a newer version, or restore a backup from before it.`;
  }
  if (found.edited.length > 0) {
    return `The migration ${found.edited[0]} was changed after this database applied it. Restore the file, and put the change into a new migration.`;
  }
  if (found.pending.length > 0) {
    return `The database is ${found.pending.length === 1 ? "one migration" : `${found.pending.length} migrations`} behind this code. Set DATABASE_OWNER_URL and run npm run db:deploy.`;
  }
  return null;
}

/** Opens one connection for the length of `work`. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function appliedRows(client: pg.Client): Promise<Row[]> {
  const { rows: found } = await client.query<{ there: boolean }>("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there");
  if (!found[0]?.there) return [];
  const { rows } = await client.query<Row>(
    "SELECT migration_name, checksum, finished_at FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
  );
  return rows;
}
