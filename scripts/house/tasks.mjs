import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appEnvironment, claimPort, wantedHost, wantedPort, work } from "./app.mjs";
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { readyDatabase } from "./database.mjs";
import { generate } from "./generate.mjs";
import { ownTemporaryFolder, playwright, wholeProduct } from "./journeys.mjs";
import { lint } from "./lint.mjs";
import { bin, root, web } from "./place.mjs";
import { clearUp, endOnSignal, isEnding, launch, run } from "./run.mjs";
import { explain, say, step, Told } from "./say.mjs";
import { databaseTasks } from "./tasks-database.mjs";

const vitest = (project) => async (args) => {
  await generate();
  return run(bin("vitest"), ["run", "--project", project, ...args]);
};

/** Runs one of the owner's programs on the whole product, with a browser at hand. */
const onProduct = (name) => async (args) => {
  const script = join(root, "scripts", name);
  if (!existsSync(script)) throw new Told(`There is no scripts/${name} yet.`);
  process.env.TMPDIR = ownTemporaryFolder(tmpdir());
  const { env } = await wholeProduct();
  return run(process.execPath, [script, ...args], { env: { ...env, ...(await findBrowser()) } });
};

const tasks = {
  dev: async () => {
    const port = wantedPort();
    await claimPort(port);
    const { appUrl } = await readyDatabase();
    const env = appEnvironment({ appUrl, port, production: false, outbox: !process.env.SMTP_URL });
    work({ env });
    const next = join(web, "node_modules", "next", "dist", "bin", "next");
    return (await launch(process.execPath, [next, "dev", "-p", String(port), "-H", wantedHost(env)], { cwd: web, env }).ended).code;
  },
  build: async () => {
    await step("Building the pages", () => build({ always: true }));
  },
  lint: async (args) => ((await lint({ fix: args.includes("--fix") })).some((result) => !result.ok) ? 1 : 0),
  typecheck: async (args) => {
    await generate();
    return run(bin("turbo"), ["run", "typecheck", "--output-logs=errors-only", ...args]);
  },
  "test:unit": vitest("unit"),
  "test:db": vitest("db"),
  e2e: async (args) => {
    process.env.TMPDIR = ownTemporaryFolder(tmpdir());
    const { env } = await wholeProduct();
    return (await playwright(env, args)).code;
  },
  "content:check": () => run(process.execPath, [join(root, "packages", "content", "scripts", "content-check.ts")]),
  bench: onProduct("bench.ts"),
  screenshots: onProduct("screenshots.ts"),
  ...databaseTasks,
};

/** Runs one task by name, and ends the process. */
export async function runTask(name, args) {
  endOnSignal(130);
  let code = 1;
  try {
    const task = tasks[name];
    if (!task) throw new Told(`There is no task ${name ?? "without a name"}. Tasks: ${Object.keys(tasks).join(", ")}.`);
    code = (await task(args)) ?? 0;
  } catch (error) {
    if (!isEnding()) explain(error);
  }
  if (isEnding()) return;
  await clearUp();
  if (name !== "dev") say(code === 0 ? "Done." : "Failed.");
  process.exit(code); // Prisma's engine leaves a timer of ten seconds behind
}
