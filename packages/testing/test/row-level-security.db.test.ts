import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anonymous, call, expected, type House, openHouse, placeWith, procedures, samples, type World } from "../src/index.ts";

const withoutWall = ["_prisma_migrations"];
// Published content, which everyone may read.
const readable = ["InstrumentVersion", "CatalogueVersion"];
let house: House;
let app: pg.Client;
let mine: World;
let theirs: World;
let tables: string[];

beforeAll(async () => {
  house = await openHouse();
  mine = await placeWith(house, "upgraded");
  theirs = await placeWith(house, "upgraded");
  app = new pg.Client(house.appUrl);
  await app.connect();
  const { rows } = await house.owner.query<{ tablename: string }>(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  tables = rows.map((row) => row.tablename).filter((name) => ![...withoutWall, ...readable].includes(name));
});
afterAll(async () => {
  await app.end();
  await house.close();
});

/** Runs as the app's role with a user set, the way a procedure's transaction begins; rolled back after. */
async function asUser<T>(userId: string, work: () => Promise<T>): Promise<T> {
  await app.query("BEGIN");
  try {
    await app.query(`SELECT set_config('app.user_id', $1, true)`, [userId]);
    return await work();
  } finally {
    await app.query("ROLLBACK");
  }
}

test("the app's role owns nothing, cannot pass the wall and cannot make tables", async () => {
  const { rows } = await app.query(`SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user`);
  expect(rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
  const owned = await app.query(
    `SELECT count(*)::int AS n FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)`,
  );
  expect(owned.rows[0].n).toBe(0);
  await expect(app.query("CREATE TABLE x (y int)")).rejects.toThrow(/permission denied/);
});

test("every table has the wall", async () => {
  const { rows } = await house.owner.query<{ relname: string }>(
    `SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND relkind = 'r' AND NOT relrowsecurity ORDER BY 1`,
  );
  expect(rows.map((row) => row.relname).sort()).toEqual([...withoutWall].sort());
});

test("without a user there is nothing to see, in any table", async () => {
  for (const table of tables) {
    const all = await house.owner.query(`SELECT count(*)::int AS n FROM "${table}"`);
    const { rows } = await app.query(`SELECT count(*)::int AS n FROM "${table}"`);
    expect(rows[0].n, table).toBe(0);
    // Otherwise the test would hold for an empty table too. Nobody signs in here.
    if (!["Session", "VerificationToken"].includes(table)) expect(all.rows[0].n, table).toBeGreaterThan(0);
  }
});

describe("with the first wall down: a query that forgets its place", () => {
  test("a member of one place sees nothing of another, in any table with places", async () => {
    const { rows } = await house.owner.query<{ table_name: string }>(
      `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'placeId'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const { table_name } of rows) {
      for (const player of Object.values(mine.as)) {
        const seen = await asUser(player.userId, () =>
          app.query(`SELECT count(*)::int AS n FROM "${table_name}" WHERE "placeId" = $1`, [theirs.placeId]),
        );
        expect(seen.rows[0].n, table_name).toBe(0);
      }
    }
    const seen = await asUser(mine.as.coordinator.userId, () =>
      app.query(`SELECT count(*)::int AS n FROM "Place" WHERE "id" = $1`, [theirs.placeId]),
    );
    expect(seen.rows[0].n).toBe(0);
  });

  test("another place's rows cannot be changed or added to", async () => {
    const me = mine.as.coordinator.userId;
    for (const statement of [
      `UPDATE "PlanAction" SET "title" = 'x' WHERE "placeId" = $1`,
      `UPDATE "ProfileFact" SET "note" = 'x' WHERE "placeId" = $1`,
      `UPDATE "Plan" SET "decisionNote" = 'x' WHERE "placeId" = $1`,
      `DELETE FROM "Membership" WHERE "placeId" = $1`,
    ]) {
      const changed = await asUser(me, () => app.query(statement, [theirs.placeId]));
      expect(changed.rowCount, statement).toBe(0);
    }
    await expect(
      asUser(me, () =>
        app.query(`INSERT INTO "ProfileFact" ("placeId", "key", "value", "source") VALUES ($1, 'vakans', '1', 'manual')`, [theirs.placeId]),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      asUser(me, () =>
        app.query(`INSERT INTO "Membership" ("placeId", "userId", "role", "organisationId") VALUES ($1, $2, 'coordinator', $3)`, [
          theirs.placeId,
          me,
          theirs.organisationIds.company_editor,
        ]),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test("someone's answers cannot be read by anybody else, and tallies not before the round is opened", async () => {
    const own = await asUser(mine.as.company_editor.userId, () => app.query(`SELECT DISTINCT "userId" FROM "Response"`));
    expect(own.rows).toEqual([{ userId: mine.as.company_editor.userId }]);
    const closed = await placeWith(house, "answered");
    const tallies = (world: World, userId: string) =>
      asUser(userId, () => app.query(`SELECT count(*)::int AS n FROM round_tallies($1, $2)`, [world.placeId, world.roundId]));
    expect((await tallies(closed, closed.as.coordinator.userId)).rows[0].n).toBe(0);
    expect((await tallies(mine, mine.as.coordinator.userId)).rows[0].n).toBeGreaterThan(0);
    expect((await tallies(mine, theirs.as.coordinator.userId)).rows[0].n).toBe(0);
  });

  test("content under change is for admins, and nobody becomes one by themselves", async () => {
    const count = (table: string) => app.query(`SELECT count(*)::int AS n FROM "${table}"`);
    for (const table of ["ContentDraft", "DraftItem", "DraftChange", "DraftComment", "BenchRun", "BenchExpectation"]) {
      expect((await asUser(mine.as.coordinator.userId, () => count(table))).rows[0].n, table).toBe(0);
      expect((await asUser(mine.content.admin.userId, () => count(table))).rows[0].n, table).toBeGreaterThan(0);
    }
    for (const counted of ["bench_places()", "measure_usage()", "declined_reasons()", "content_places()"])
      expect(
        (await asUser(mine.as.coordinator.userId, () => app.query(`SELECT count(*)::int AS n FROM ${counted}`))).rows[0].n,
        counted,
      ).toBe(0);
    const me = mine.as.coordinator.userId;
    await expect(asUser(me, () => app.query(`UPDATE "User" SET "isAdmin" = true WHERE "id" = $1`, [me]))).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      asUser(me, () =>
        app.query(`INSERT INTO "CatalogueVersion" ("version", "document", "digest", "publishedById") VALUES ('2030-01-1', '{}', 'x', $1)`, [
          me,
        ]),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test("answers from before a move are read by the one who gave them, and by nobody else", async () => {
    const own = (userId: string) => asUser(userId, () => app.query(`SELECT DISTINCT "userId" FROM "AnswerSnapshot"`));
    expect((await own(mine.as.company_editor.userId)).rows).toEqual([{ userId: mine.as.company_editor.userId }]);
    for (const role of ["coordinator", "municipality_editor", "viewer"] as const)
      expect((await own(mine.as[role].userId)).rows).toEqual([]);
    expect((await own(mine.content.admin.userId)).rows).toEqual([]);
  });

  test("what is written once is never changed, by the app or by the owner", async () => {
    const me = mine.as.coordinator.userId;
    for (const table of ["AuditEvent", "RecommendationRun", "InstrumentVersion", "CatalogueVersion"]) {
      await expect(
        asUser(me, () => app.query(`DELETE FROM "${table}"`)),
        table,
      ).rejects.toThrow(/permission denied/);
      await expect(house.owner.query(`DELETE FROM "${table}"`), table).rejects.toThrow(/never change/);
    }
    await expect(house.owner.query(`UPDATE "CatalogueVersion" SET "digest" = 'x'`)).rejects.toThrow(/never change/);
  });
});

test("with the second wall down: procedures alone keep outsiders and strangers out", async () => {
  const bare = await openHouse();
  try {
    const here = await placeWith(bare);
    const there = await placeWith(bare, "upgraded");
    for (const table of tables) await bare.owner.query(`ALTER TABLE "${table}" DISABLE ROW LEVEL SECURITY`);
    const seen = await here.outsider.api.portfolio.list();
    expect(seen.places).toEqual([]);
    for (const { path, policy } of procedures) {
      const sample = samples[path];
      if (policy?.kind === "platform" && sample !== undefined)
        for (const player of [...Object.values(there.as), there.outsider])
          await expect(call(player.api, path, sample.input(there, "coordinator")), path).rejects.toMatchObject({ code: "FORBIDDEN" });
      if (policy?.kind !== "place" || sample === undefined) continue;
      const input = { ...sample.input(there, "coordinator"), placeId: there.placeId };
      await expect(call(here.as.coordinator.api, path, input), path).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(call(here.outsider.api, path, input), path).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(call(anonymous(bare), path, input), path).rejects.toMatchObject({ code: "UNAUTHORIZED" });
      if (expected(path, "viewer") === "FORBIDDEN")
        await expect(call(there.as.viewer.api, path, input), path).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  } finally {
    await bare.close();
  }
});
