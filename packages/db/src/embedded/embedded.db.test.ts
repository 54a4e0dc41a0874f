import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "./index.ts";

let dataDir: string;
const running: EmbeddedDatabase[] = [];
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), "hp-embedded-")), "data");
  chmodSync(join(dataDir, ".."), 0o755);
});
afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
  const { folder } = existsSync(join(dataDir, "embedded.json")) ? JSON.parse(readFileSync(join(dataDir, "embedded.json"), "utf8")) : {};
  if (folder) rmSync(folder, { recursive: true, force: true });
  rmSync(join(dataDir, ".."), { recursive: true, force: true });
});

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, stopOnSignal: false });
  running.push(database);
  return database;
}

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(text)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test("data survive a restart on the same port, in UTF-8, and the passwords are nobody else's", async () => {
  const first = await start();
  await ask(first.ownerUrl, "CREATE TABLE kept AS SELECT 'Hällefors' AS name");
  expect(await ask(first.ownerUrl, "SHOW server_encoding")).toBe("UTF8");
  expect(await ask(first.ownerUrl, `SELECT 'Å' < 'ä' COLLATE "sv-SE-x-icu"`)).toBe(true);
  await expect(ask(first.appUrl, "SELECT * FROM kept")).rejects.toThrow(/permission denied/);
  expect(statSync(join(dataDir, "embedded.json")).mode & 0o077).toBe(0);
  await first.stop();
  await expect(ask(first.ownerUrl, "SELECT 1")).rejects.toThrow(/ECONNREFUSED/);
  const second = await start();
  expect(second.port).toBe(first.port);
  expect(await ask(second.ownerUrl, "SELECT name FROM kept")).toBe("Hällefors");
});

test("another port is chosen when something has taken it, and a second start joins the first", async () => {
  const first = await start();
  await first.stop();
  const squatter = createServer().listen(first.port, "127.0.0.1");
  const second = await start();
  expect(second.port).not.toBe(first.port);
  const third = await start();
  expect(third).toMatchObject({ shared: true, port: second.port });
  await third.stop();
  expect(await ask(second.ownerUrl, "SELECT 1")).toBe(1);
  squatter.close();
});

test("a lock left by a crash does not stop a start", async () => {
  const first = await start();
  await first.stop();
  const { folder } = JSON.parse(readFileSync(join(dataDir, "embedded.json"), "utf8"));
  writeFileSync(join(folder, "data", "postmaster.pid"), `${process.pid}\n${folder}/data\n1\n${first.port}\n\n127.0.0.1\n`);
  expect(await ask((await start()).ownerUrl, "SELECT 1")).toBe(1);
});

describe("what cannot work is said in one sentence", () => {
  test("data of another PostgreSQL", async () => {
    await (await start()).stop();
    const { folder } = JSON.parse(readFileSync(join(dataDir, "embedded.json"), "utf8"));
    writeFileSync(join(folder, "data", "PG_VERSION"), "17\n");
    await expect(start()).rejects.toThrow(/belong to PostgreSQL 17, and this version brings PostgreSQL 18/);
  });

  test("lost passwords", async () => {
    await (await start()).stop();
    rmSync(join(dataDir, "embedded.json"));
    await expect(start()).rejects.toThrow(/passwords to the data .* are missing/);
    await expect(start()).rejects.toThrow(/passwords to the data .* are missing/);
  });
});

test.runIf(process.getuid?.() === 0)("as root in a closed folder the files go where the server's own user can reach them", async () => {
  chmodSync(join(dataDir, ".."), 0o700);
  mkdirSync(dataDir);
  const database = await start();
  expect(await ask(database.ownerUrl, "SELECT 1")).toBe(1);
  const { folder } = JSON.parse(readFileSync(join(dataDir, "embedded.json"), "utf8"));
  expect(folder).toMatch(/^\/var\/lib\/hallbara-platser\//);
});
