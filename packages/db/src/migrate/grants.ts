import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { prismaFolder } from "./folder.ts";
import { withClient } from "./status.ts";

/**
 * Gives the app's role exactly what prisma/grants.sql says: first everything is taken back, so a line that was removed there
 * is gone here too. One transaction: a running app never sees the moment in between.
 */
export async function grantAppRole(ownerUrl: string, role: string, folder: string = prismaFolder): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await refuseStrongRole(client, role);
    const name = client.escapeIdentifier(role);
    const path = join(folder, "grants.sql");
    const grants = existsSync(path) ? readFileSync(path, "utf8").replaceAll(":app_role", name) : "";
    const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there");
    const history = `REVOKE ALL ON public._prisma_migrations FROM ${name}; GRANT SELECT ON public._prisma_migrations TO ${name};`;
    // Sent as one script, which PostgreSQL runs as one transaction.
    await client.query(`
      REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${name};
      REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM ${name};
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM ${name};
      GRANT USAGE ON SCHEMA public TO ${name};
      ${grants}
      ${rows[0]?.there ? history : ""}`);
  });
}

// Row-level security holds nobody who owns the tables or may pass it by.
async function refuseStrongRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ strong: boolean; owner: boolean }>(
    `SELECT rolsuper OR rolbypassrls AS strong, pg_has_role(oid, current_user, 'USAGE') AS owner FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  const found = rows[0];
  if (!found) throw new Error(`The app's role ${role} does not exist on this server: make it first (see CONTRIBUTING.md, "Two roles").`);
  if (found.strong)
    throw new Error(`The app's role ${role} may pass row-level security by (superuser or BYPASSRLS): use a plain role in DATABASE_URL.`);
  if (found.owner) throw new Error(`The app's role ${role} owns the tables: DATABASE_URL and DATABASE_OWNER_URL need different roles.`);
}
