import { writeFileSync } from "node:fs";
import { startEmbedded } from "../../packages/db/src/embedded/index.ts";
import { deploy, grantAppRole, misfit, status } from "../../packages/db/src/migrate/index.ts";
import { generate } from "./generate.mjs";
import { dataDir, inData } from "./place.mjs";
import { atTheEnd } from "./run.mjs";
import { say, step, Told } from "./say.mjs";

/**
 * The database to use: the one that DATABASE_URL names, or else the house's own, started here and stopped at the end.
 * `ownerUrl` is null when only the app's role is known.
 */
export async function openDatabase() {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl = null } = process.env;
  if (appUrl) return { appUrl, ownerUrl, embedded: false };
  if (ownerUrl)
    throw new Told("DATABASE_OWNER_URL is set but DATABASE_URL is not: set both, or neither to use the house's own PostgreSQL.");
  const database = await startEmbedded({ dataDir, stopOnSignal: false });
  atTheEnd(database.stop);
  return { appUrl: database.appUrl, ownerUrl: database.ownerUrl, folder: database.folder, embedded: true };
}

/** Brings a database to the code's state, or says in one sentence why it cannot. Returns the migrations applied. */
export async function migrate({ appUrl, ownerUrl }) {
  try {
    if (!ownerUrl) {
      const trouble = misfit(await status(appUrl));
      if (trouble) throw new Told(trouble);
      return [];
    }
    const applied = await deploy(ownerUrl);
    await grantAppRole(ownerUrl, decodeURIComponent(new URL(appUrl).username));
    return applied;
  } catch (error) {
    throw plainly(error);
  }
}

/** Publishes what this code ships and the database does not hold yet. */
export async function publish({ ownerUrl }) {
  const { publishShipped } = await import("../seed-demo.ts");
  await publishShipped(ownerUrl);
}

/** Puts the demo into a database that has none, and unless told not to keeps its accounts in .data/demo.json. */
export async function seed({ appUrl, ownerUrl }, { keep = true } = {}) {
  const { seedDemo } = await import("../seed-demo.ts");
  const demo = await seedDemo(appUrl, ownerUrl);
  if (keep) writeFileSync(inData("demo.json"), `${JSON.stringify(demo, null, 2)}\n`);
  return demo;
}

/** Opens and migrates; and seeds, where the demo belongs: the house's own database, or one that HP_DEMO=1 says is for it. */
export async function readyDatabase({ demo = process.env.HP_DEMO === "1" } = {}) {
  const database = await step(process.env.DATABASE_URL ? "Opening the database" : "Starting PostgreSQL", openDatabase);
  await generate();
  const applied = await step("Bringing the database up to date", () => migrate(database));
  for (const name of applied) say(`  applied ${name}`);
  if (database.ownerUrl) await step("Publishing the instrument and the catalogue", () => publish(database));
  const seeded = database.embedded || demo ? await step("Seeding the demo", () => seed(database)) : null;
  return { ...database, demo: seeded };
}

function plainly(error) {
  const text = `${error?.code ?? ""} ${error?.message ?? error}`;
  const silent = /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH/.exec(text);
  if (silent) return new Told(`The database does not answer (${silent[0]}): check DATABASE_URL and that PostgreSQL runs.`);
  if (/28P01|28000|3D000/.test(text)) return new Told(`The database refuses DATABASE_URL or DATABASE_OWNER_URL: ${error.message}.`);
  return error;
}
