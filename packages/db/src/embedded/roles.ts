import pg from "pg";

/** Roles belong to the server, not to one database: they are made here, before any migration. */
export const ownerRole = "hp_owner";
/** The role the app runs as: owns nothing, creates nothing, and row-level security holds for it. */
export const appRole = "hp_app";
/** The database's name on the embedded server. */
export const databaseName = "hallbara_platser";

/** Passwords for the two roles. */
export type RolePasswords = { readonly ownerPassword: string; readonly appPassword: string };

/** Makes the two roles if they are not there, and sets what each may; repeating it changes nothing. */
export async function ensureRoles(adminUrl: string, { ownerPassword, appPassword }: RolePasswords): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>("SELECT rolname FROM pg_roles WHERE rolname = ANY($1)", [
      [ownerRole, appRole],
    ]);
    const there = new Set(rows.map((row) => row.rolname));
    for (const [role, password, more] of [
      [ownerRole, ownerPassword, "CREATEDB"],
      [appRole, appPassword, "NOCREATEDB"],
    ] as const) {
      if (!there.has(role)) await client.query(`CREATE ROLE ${role}`);
      await client.query(
        `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOREPLICATION ${more} PASSWORD ${client.escapeLiteral(password)}`,
      );
    }
  } finally {
    await client.end();
  }
}

/** Makes the database if it is not there, owned by the owner role; the app's role may only connect. */
export async function ensureDatabase(adminUrl: string, name: string = databaseName): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    const quoted = client.escapeIdentifier(name);
    if (!rowCount) await client.query(`CREATE DATABASE ${quoted} OWNER ${ownerRole}`);
    await client.query(`REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${quoted} TO ${appRole}`);
  } finally {
    await client.end();
  }
}
