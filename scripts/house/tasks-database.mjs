import { relative } from "node:path";
import { startThrowAway } from "../../packages/db/src/embedded/index.ts";
import { check, newMigration } from "../../packages/db/src/migrate/index.ts";
import { migrate, openDatabase, publish, readyDatabase } from "./database.mjs";
import { generate } from "./generate.mjs";
import { root } from "./place.mjs";
import { atTheEnd } from "./run.mjs";
import { say } from "./say.mjs";

/** Tasks about the database; each returns an exit code, or nothing when all is well. */
export const databaseTasks = {
  "db:new": async (args) => {
    const name = args.filter((arg) => !arg.startsWith("--")).join("_");
    const folder = await newMigration(name, { empty: args.includes("--empty") });
    if (!folder) {
      say("schema.prisma has not changed. For a hand-written migration (policies, triggers, functions): npm run db:new -- name --empty");
      return 1;
    }
    await generate();
    say(`Wrote ${relative(root, folder)}/migration.sql: read it, and add what Prisma cannot say. Then npm run db:check -- --update`);
  },
  "db:deploy": async () => {
    const database = await openDatabase();
    await generate();
    const applied = await migrate(database);
    if (database.ownerUrl) await publish(database);
    say(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
  },
  "db:check": async (args) => {
    const server = await startThrowAway({ stopOnSignal: false });
    atTheEnd(server.stop);
    return (await checkMigrations(server, args.includes("--update"))) ? 0 : 1;
  },
  generate,
  seed: async () => void (await readyDatabase({ demo: true })),
};

/** Says whether migrations, schema.prisma and the catalogue snapshot agree. */
export async function checkMigrations(server, update = false) {
  const problems = await check(server, { update });
  for (const problem of problems) console.error(problem);
  const agree = problems.length === 0;
  say(`Migrations, schema.prisma and the catalogue snapshot ${agree ? "agree" : "do not agree"}.`);
  return agree;
}
