import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startThrowAway } from "../../packages/db/src/embedded/index.ts";
import { anyPort, appEnvironment, serve, work } from "./app.mjs";
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { migrate, publish, seed } from "./database.mjs";
import { generate } from "./generate.mjs";
import { inData, web } from "./place.mjs";
import { atTheEnd, launch } from "./run.mjs";
import { step } from "./say.mjs";

/**
 * The whole product on a throw-away database with the demo in it, for journeys, benchmarks and screenshots.
 * `within` is a running throw-away server, when there is one. Returns the environment that they read.
 */
export async function wholeProduct(within = null) {
  await generate();
  const server = within ?? (await step("Starting a throw-away PostgreSQL", () => startThrowAway({ stopOnSignal: false })));
  if (!within) atTheEnd(server.stop);
  await step("Migrating it", () => migrate(server));
  await publish(server);
  await step("Seeding the demo", () => seed(server, { keep: false }));
  const port = await anyPort();
  const env = {
    ...appEnvironment({ appUrl: server.appUrl, port, outbox: true }),
    // Whatever the caller's own settings are: nothing is mailed, and nothing but this run can sign in here.
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    SMTP_URL: "",
  };
  await step("Building the pages (only after a change)", () => build());
  const pages = await step("Starting the pages", () => serve({ env, port, host: "127.0.0.1", stdio: ["ignore", "ignore", "inherit"] }));
  work({ env, stdio: ["ignore", "ignore", "inherit"] });
  return {
    pages,
    env: {
      HP_BASE_URL: env.NEXTAUTH_URL,
      HP_OUTBOX: "local",
      DATABASE_URL: server.appUrl,
      DATABASE_OWNER_URL: server.ownerUrl,
      NEXTAUTH_SECRET: env.NEXTAUTH_SECRET,
    },
  };
}

/** Runs Playwright on the product; returns its exit code and the path of its JSON report. */
export async function playwright(env, args = []) {
  const browser = await findBrowser();
  const report = inData("e2e-report.json");
  rmSync(report, { force: true });
  const cli = join(web, "node_modules", "@playwright", "test", "cli.js");
  const child = launch(process.execPath, [cli, "test", "--reporter=list,json", ...args], {
    cwd: web,
    env: { ...env, ...browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const { code } = await child.ended;
  return { code, report };
}

/** A folder for what tests unpack and write, taken away at the end. */
export function ownTemporaryFolder(parent) {
  const folder = join(parent, `hp-run-${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  atTheEnd(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}
