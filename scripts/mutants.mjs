// Makes one-line mistakes in a copy of packages/domain, one at a time, and sees that a test fails for each:
//   node scripts/mutants.mjs [word]      only those whose rule, file or line has the word in it
// The lists are packages/domain/test/mutants/*.json. The working tree is only read. Exit 1 if a mistake goes unseen.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const lists = join(root, "packages/domain/test/mutants");
const own = "packages/domain/";
/** The tests of a rule take seconds: a mistake that keeps them running for this long makes a loop without an end. */
const longestMs = 120_000;

/**
 * Every mistake of the lists: the first place where `from` stands in `file` becomes `to`, and tests of `rule` are to fail.
 * `test` is the file or folder they stand in, the one of the mistaken file where it is not named.
 */
export function readMutants() {
  const files = readdirSync(lists).filter((name) => name.endsWith(".json"));
  return files.sort().flatMap((name) => JSON.parse(readFileSync(join(lists, name), "utf8")));
}

/** The folder or file of a mutant's tests, from the root. */
export const testOf = ({ file, test }) => test ?? `${own}src/${file.slice(own.length).split("/")[1]}`;

/** The name that the tests of a rule begin with, as a pattern. */
export const ruleTests = ({ rule }) => `(^| )${rule}( |$|[:.])`;

/** The test files that name the rule, from the root: no others need to be loaded. */
function filesWithTests(mutant) {
  const path = testOf(mutant);
  if (path.endsWith(".ts")) return [path];
  const files = readdirSync(join(root, path)).filter((name) => name.endsWith(".test.ts"));
  const named = new RegExp(`"${mutant.rule}[ "]`);
  return files.map((name) => `${path}/${name}`).filter((name) => named.test(readFileSync(join(root, name), "utf8")));
}

/** A copy of the domain that can be spoilt: its files, and links to what is installed. */
function copyOfDomain() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "mutants-")));
  cpSync(join(root, own, "src"), join(folder, own, "src"), { recursive: true });
  cpSync(join(root, own, "test"), join(folder, own, "test"), { recursive: true });
  for (const name of ["package.json", "tsconfig.json"]) cpSync(join(root, own, name), join(folder, own, name));
  cpSync(join(root, "tsconfig.base.json"), join(folder, "tsconfig.base.json"));
  symlinkSync(join(root, own, "node_modules"), join(folder, own, "node_modules"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(
    join(folder, "vitest.config.mjs"),
    'export default { test: { retry: 0, bail: 1, pool: "threads", include: ["packages/domain/src/**/*.test.ts"], testTimeout: 120_000 } };\n',
  );
  return folder;
}

/** Whether a test of the rule fails in the copy, or never ends. That none runs, or that a file does not load, is no such failure but a mistake of the list. */
function testsFail(folder, mutant) {
  const files = filesWithTests(mutant);
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  const args = [vitest, "run", "--root", folder, "--reporter", "json", "--outputFile", report, ...files, "-t", ruleTests(mutant)];
  const limits = { timeout: longestMs, killSignal: "SIGKILL", maxBuffer: 1e9 };
  const { stderr, signal } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", ...limits });
  if (signal === "SIGKILL") return true;
  if (!existsSync(report)) throw new Error(`no report for ${mutant.rule}: ${stderr.slice(0, 1000)}`);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  if (numPassedTests + numFailedTests === 0)
    throw new Error(`no test of ${mutant.rule} in ${testOf(mutant)} ran: ${testResults.map(({ message }) => message).join(" ")}`);
  return numFailedTests > 0;
}

/** Makes the mistake, runs the tests, and takes it back. */
function isSeen(folder, mutant) {
  const path = join(folder, mutant.file);
  const source = readFileSync(path, "utf8");
  const spoilt = source.replace(mutant.from, () => mutant.to);
  if (spoilt === source) throw new Error(`${mutant.file} has no ${mutant.from}`);
  writeFileSync(path, spoilt);
  try {
    return testsFail(folder, mutant);
  } finally {
    writeFileSync(path, source);
  }
}

function main(word = "") {
  const chosen = readMutants().filter((mutant) => [mutant.rule, mutant.file, mutant.from].some((text) => text.includes(word)));
  const folder = copyOfDomain();
  let survived = 0;
  try {
    for (const rule of new Map(chosen.map((mutant) => [`${testOf(mutant)} ${mutant.rule}`, mutant])).values())
      if (testsFail(folder, rule)) throw new Error(`tests of ${rule.rule} in ${testOf(rule)} fail before anything is changed`);
    for (const mutant of chosen) {
      const seen = isSeen(folder, mutant);
      if (!seen) survived += 1;
      console.log(`${seen ? "killed  " : "SURVIVED"} ${mutant.rule} ${mutant.file}: ${mutant.from} → ${mutant.to}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`${chosen.length - survived} killed, ${survived} survived`);
  return survived === 0 && chosen.length > 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv[2]);
