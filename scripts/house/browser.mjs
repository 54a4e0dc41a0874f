import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { web } from "./place.mjs";
import { say, Told } from "./say.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/**
 * A browser for the tests, as the environment that Playwright's configuration reads: HP_CHROMIUM (the program) and
 * HP_CHROMIUM_ARGS (JSON). Looked for in this order: HP_CHROMIUM, Playwright's own, the system's, and one from npm.
 */
export async function findBrowser() {
  const found = process.env.HP_CHROMIUM ? named(process.env.HP_CHROMIUM) : (playwrights() ?? systems() ?? (await packaged()));
  say(`The browser is ${found.program}`);
  // Chromium's own sandbox cannot be set up by root.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = [...new Set([...found.args, ...sandbox, "--disable-dev-shm-usage"])];
  return { HP_CHROMIUM: found.program, HP_CHROMIUM_ARGS: JSON.stringify(args), ...found.env };
}

function named(program) {
  if (!works(program)) throw new Told(`HP_CHROMIUM names ${program}, which does not run.`);
  return { program, args: [], env: {} };
}

function playwrights() {
  const { chromium } = createRequire(join(web, "package.json"))("@playwright/test");
  const program = chromium.executablePath();
  return works(program) ? { program, args: [], env: {} } : null;
}

function systems() {
  const folders = (process.env.PATH ?? "").split(":");
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  const program = candidates.find(works);
  return program ? { program, args: [], env: {} } : null;
}

async function packaged() {
  // The package brings the libraries that a bare machine lacks, and unpacks them only where it believes itself in a cloud function.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";
  const entry = createRequire(join(web, "package.json")).resolve("@sparticuz/chromium");
  const { default: chromium } = await import(pathToFileURL(entry).href);
  const program = await chromium.executablePath();
  const env = Object.fromEntries(
    ["LD_LIBRARY_PATH", "FONTCONFIG_PATH"].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  if (!works(program, env)) throw new Told("No browser for the tests: install Chromium, or set HP_CHROMIUM to its program.");
  // Of its own arguments only these: the others switch off what a browser protects with, and tests must meet that.
  return { program, args: ["--no-sandbox", "--no-zygote", "--use-gl=angle", "--use-angle=swiftshader"], env };
}

function works(program, env = {}) {
  if (!existsSync(program)) return false;
  return spawnSync(program, ["--version"], { env: { ...process.env, ...env }, stdio: "ignore", timeout: 20_000 }).status === 0;
}
