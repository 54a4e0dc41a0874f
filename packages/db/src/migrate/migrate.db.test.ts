import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { check, deploy, grantAppRole, misfit, newMigration, status } from "./index.ts";

const {
  TEST_DATABASE_ADMIN_URL: adminUrl = "",
  TEST_DATABASE_OWNER_URL: serverOwnerUrl = "",
  TEST_DATABASE_APP_URL: serverAppUrl = "",
} = process.env;
const server = { adminUrl, ownerUrl: serverOwnerUrl, appUrl: serverAppUrl };
const at = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();

let folder: string;
let name: string;
let ownerUrl: string;
let appUrl: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "hp-migrate-"));
  name = `migrate_${Math.random().toString(36).slice(2, 10)}`;
  await sql(adminUrl, `CREATE DATABASE ${name} OWNER ${new URL(serverOwnerUrl).username}`);
  ownerUrl = at(serverOwnerUrl, name);
  appUrl = at(serverAppUrl, name);
  return async () => {
    rmSync(folder, { recursive: true });
    await sql(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  };
});

async function sql(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function schema(fields: string): void {
  const text = `datasource db {\n  provider = "postgresql"\n}\n\nmodel Note {\n  id Int @id\n${fields}\n}\n`;
  writeFileSync(join(folder, "schema.prisma"), text);
}

const handWritten = `
CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.text = upper(NEW.text); RETURN NEW; END; $$;
CREATE TRIGGER shouting BEFORE INSERT ON "Note" FOR EACH ROW EXECUTE FUNCTION shout();
DO $$ BEGIN PERFORM 1; PERFORM 2; END $$;
ALTER TABLE "Note" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "Note" USING (text = current_setting('app.word', true));
ALTER TABLE "Note" ADD CONSTRAINT short CHECK (length(text) < 100);`;

async function firstAndSecond(): Promise<void> {
  schema("  text String");
  await newMigration("first", { folder });
  const second = (await newMigration("By hand", { folder, empty: true })) ?? "";
  writeFileSync(join(second, "migration.sql"), handWritten);
  writeFileSync(join(folder, "grants.sql"), "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO :app_role;");
}

test("a migration holds the change, and nothing is written when there is none", async () => {
  schema("  text String");
  const folderOfFirst = await newMigration("Första början", { folder });
  expect(folderOfFirst).toMatch(/\d{14}_forsta_borjan$/);
  expect(readFileSync(join(folderOfFirst ?? "", "migration.sql"), "utf8")).toContain('CREATE TABLE "Note"');
  expect(await newMigration("again", { folder })).toBeNull();
  schema("  text String\n  more String?");
  const second = await newMigration("more", { folder });
  expect(readFileSync(join(second ?? "", "migration.sql"), "utf8").trim()).toBe(
    '-- AlterTable\nALTER TABLE "Note" ADD COLUMN     "more" TEXT;',
  );
  expect(readdirSync(join(folder, "migrations"))).toHaveLength(3);
});

test("functions, triggers and DO blocks apply, and the app's role gets what grants.sql says and no more", async () => {
  await firstAndSecond();
  expect(await deploy(ownerUrl, folder)).toHaveLength(2);
  expect(await deploy(ownerUrl, folder)).toEqual([]);
  await grantAppRole(ownerUrl, new URL(appUrl).username, folder);
  await sql(appUrl, `BEGIN; SET app.word = 'HELLO'; INSERT INTO "Note" VALUES (1, 'hello'); COMMIT`);
  expect(await sql(appUrl, 'SELECT * FROM "Note"')).toEqual([]);
  expect(await sql(ownerUrl, 'SELECT text FROM "Note"')).toEqual([{ text: "HELLO" }]);
  await expect(sql(appUrl, 'DELETE FROM "Note"')).rejects.toThrow(/permission denied/);
  await expect(sql(appUrl, "DELETE FROM _prisma_migrations")).rejects.toThrow(/permission denied/);
  writeFileSync(join(folder, "grants.sql"), "GRANT SELECT ON ALL TABLES IN SCHEMA public TO :app_role;");
  await grantAppRole(ownerUrl, new URL(appUrl).username, folder);
  await expect(sql(appUrl, `INSERT INTO "Note" VALUES (2, 'x')`)).rejects.toThrow(/permission denied/);
});

test("two deploys at once apply everything once", async () => {
  await firstAndSecond();
  const applied = await Promise.all([deploy(ownerUrl, folder), deploy(ownerUrl, folder)]);
  expect(applied.flat()).toHaveLength(2);
});

test("a migration that fails leaves nothing behind, says why, and is tried again", async () => {
  schema("  text String");
  const first = (await newMigration("first", { folder })) ?? "";
  const good = readFileSync(join(first, "migration.sql"), "utf8");
  writeFileSync(join(first, "migration.sql"), `${good}\nSELECT 1/0;`);
  await expect(deploy(ownerUrl, folder)).rejects.toThrow(/_first failed and nothing of it was applied.*division by zero/s);
  expect(await sql(ownerUrl, `SELECT to_regclass('"Note"') AS there`)).toEqual([{ there: null }]);
  writeFileSync(join(first, "migration.sql"), good);
  expect(await deploy(ownerUrl, folder)).toHaveLength(1);
});

test("a database that is behind, newer or differs is said in one sentence, to the app's role too", async () => {
  await firstAndSecond();
  expect(misfit(await status(ownerUrl, folder))).toMatch(/2 migrations behind/);
  await deploy(ownerUrl, folder);
  await grantAppRole(ownerUrl, new URL(appUrl).username, folder);
  expect(misfit(await status(appUrl, folder))).toBeNull();
  const [first = "", second = ""] = readdirSync(join(folder, "migrations")).sort();
  const path = join(folder, "migrations", first, "migration.sql");
  const original = readFileSync(path, "utf8");
  writeFileSync(path, `${original}\n-- later thought`);
  expect(misfit(await status(appUrl, folder))).toMatch(/was changed after/);
  await expect(deploy(ownerUrl, folder)).rejects.toThrow(/was changed after/);
  writeFileSync(path, original);
  rmSync(join(folder, "migrations", second), { recursive: true });
  expect(misfit(await status(appUrl, folder))).toMatch(/newer than this code: it has the migration \d{14}_by_hand/);
  await expect(deploy(ownerUrl, folder)).rejects.toThrow(/newer than this code/);
});

test("a role that row-level security does not hold is refused", async () => {
  await firstAndSecond();
  await deploy(ownerUrl, folder);
  await expect(grantAppRole(ownerUrl, new URL(ownerUrl).username, folder)).rejects.toThrow(/owns the tables/);
  await expect(grantAppRole(ownerUrl, "postgres", folder)).rejects.toThrow(/pass row-level security by/);
  await expect(grantAppRole(ownerUrl, "nobody_here", folder)).rejects.toThrow(/does not exist/);
});

test("the check finds an unwritten migration, a hand-edited column, and a change that only SQL shows", async () => {
  await firstAndSecond();
  expect(await check(server, { folder, update: true })).toEqual([]);
  expect(await check(server, { folder })).toEqual([]);
  const snapshot = readFileSync(join(folder, "catalogue.snapshot.txt"), "utf8");
  for (const part of [
    "row-level security on",
    "policy own",
    "constraint short CHECK",
    "CREATE TRIGGER shouting",
    "function shout()",
    "grant to app: INSERT, SELECT",
  ]) {
    expect(snapshot).toContain(part);
  }
  const [first = "", second = ""] = readdirSync(join(folder, "migrations")).sort();

  const byHand = join(folder, "migrations", second, "migration.sql");
  for (const [change, line] of [
    [handWritten.replace("USING (text = ", "USING (text <> "), /new: table Note: policy own/],
    [handWritten.replace("upper", "lower"), /new: function shout\(\): returns trigger/],
    [handWritten.replace("ENABLE", "DISABLE"), /new: table Note: row-level security OFF/],
    [handWritten.replace("< 100", "< 99"), /new: table Note: constraint short/],
    [handWritten.replace("BEFORE INSERT", "BEFORE UPDATE"), /new: table Note: CREATE TRIGGER shouting BEFORE UPDATE/],
    [`${handWritten}\nCREATE INDEX by_length ON "Note" (length(text));`, /new: table Note: index CREATE INDEX by_length/],
    [`${handWritten}\nALTER TABLE "Note" ADD COLUMN extra int;`, /new: table Note: column extra/],
  ] as const) {
    writeFileSync(byHand, change);
    expect((await check(server, { folder })).join("\n")).toMatch(line);
  }
  writeFileSync(byHand, handWritten);
  writeFileSync(join(folder, "grants.sql"), "GRANT ALL ON ALL TABLES IN SCHEMA public TO :app_role;");
  expect((await check(server, { folder })).join("\n")).toMatch(/new: table Note: grant to app: DELETE/);

  const path = join(folder, "migrations", first, "migration.sql");
  writeFileSync(path, readFileSync(path, "utf8").replace('"text" TEXT NOT NULL', '"text" TEXT'));
  expect((await check(server, { folder })).join("\n")).toMatch(
    /schema.prisma declares, and the migrations do not make: table Note: column text text not null/,
  );

  schema("  text String\n  more String?");
  expect(await check(server, { folder })).toEqual(["schema.prisma has changed since the last migration: npm run db:new -- <name>"]);
});
