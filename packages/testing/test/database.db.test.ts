import { freshDatabase } from "@hp/testing";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("each file has a database of its own", async () => {
  const other = await freshDatabase();
  await ask(other.ownerUrl, "CREATE TABLE only_here ()");
  expect(await ask(database.ownerUrl, "SELECT to_regclass('only_here') AS there")).toEqual([{ there: null }]);
  await other.drop();
});

test("the app's role cannot create, does not own, and cannot pass row-level security by", async () => {
  await expect(ask(database.appUrl, "CREATE TABLE mine ()")).rejects.toThrow(/permission denied/);
  await expect(ask(database.appUrl, "CREATE TEMP TABLE mine ()")).rejects.toThrow(/permission denied/);
  const [role] = await ask(
    database.appUrl,
    "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user",
  );
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
  expect(await ask(database.appUrl, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user")).toEqual(
    [],
  );
});
