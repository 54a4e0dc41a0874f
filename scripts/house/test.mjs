import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startThrowAway } from "../../packages/db/src/embedded/index.ts";
import { build } from "./build.mjs";
import { generate } from "./generate.mjs";
import { ownTemporaryFolder, playwright, wholeProduct } from "./journeys.mjs";
import { lint } from "./lint.mjs";
import { bin, hasWeb, root, web } from "./place.mjs";
import { clearUp, endOnSignal, isEnding, run, stop } from "./run.mjs";
import { explain, say, step } from "./say.mjs";
import { checkMigrations } from "./tasks-database.mjs";
import { readPlaywright, readVitest, single } from "./test-counts.mjs";

/**
 * Every proof, one after the other; the run goes on after a failure, and its last line is "N passed, N failed" over all of them.
 * A step that is one yes or no (a rule, a type check, a build) counts as one.
 */
export async function test() {
  endOnSignal(130);
  const temporary = ownTemporaryFolder(tmpdir());
  process.env.TMPDIR = temporary;
  const results = [];
  let server;
  const suite = async (name, work) => {
    if (isEnding()) return null;
    try {
      const found = await step(name, work);
      results.push(...found);
      return found;
    } catch (error) {
      explain(error);
      results.push({ name, passed: 0, failed: 1 });
      return null;
    }
  };

  await suite("Preparing", async () => {
    await generate();
    server = await startThrowAway({ stopOnSignal: false });
    return [single("prisma client and database server", true)];
  });
  await suite("Rules about the text", async () => (await lint()).map(({ name, ok }) => single(name, ok)));
  await suite("Types", async () => [single("types", (await run(bin("turbo"), ["run", "typecheck", "--output-logs=errors-only"])) === 0)]);
  if (server) await suite("Migrations", async () => [single("migrations add up", await checkMigrations(server))]);
  await suite("Unit and property tests", () => vitest("unit", temporary));
  await suite("Tests on PostgreSQL", () => vitest("db", temporary, server));
  if (hasWeb()) await suite("Build", buildPages);
  if (existsSync(join(web, "e2e")) && server) await suite("Journeys in a browser", () => journeys(server));

  if (isEnding()) return;
  await server?.stop();
  await clearUp();
  process.exit(report(results));
}

async function vitest(project, temporary, server) {
  const file = join(temporary, `${project}.json`);
  const env = server
    ? { TEST_DATABASE_ADMIN_URL: server.adminUrl, TEST_DATABASE_OWNER_URL: server.ownerUrl, TEST_DATABASE_APP_URL: server.appUrl }
    : {};
  const code = await run(
    bin("vitest"),
    ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    { env },
  );
  return readVitest(project, code, existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);
}

async function buildPages() {
  await build();
  return [single("build", true)];
}

async function journeys(server) {
  const { env, pages } = await wholeProduct(server);
  const { code, report: file } = await playwright(env);
  await stop(pages);
  const found = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  rmSync(file, { force: true });
  return readPlaywright(code, found);
}

function report(results) {
  console.log("");
  for (const { name, passed, failed, skipped = 0 } of results) {
    const words = [`${passed} passed`, ...(failed ? [`${failed} FAILED`] : []), ...(skipped ? [`${skipped} skipped`] : [])];
    console.log(`${failed ? "✗" : "✓"} ${name}: ${words.join(", ")}`);
  }
  const [passed, failed] = ["passed", "failed"].map((kind) => results.reduce((sum, result) => sum + result[kind], 0));
  say(`Took place in ${root}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
