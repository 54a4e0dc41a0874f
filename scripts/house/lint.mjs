import { checks } from "../checks/index.mjs";
import { bin, root } from "./place.mjs";
import { capture, run } from "./run.mjs";
import { say } from "./say.mjs";

/** Every rule about the text of the house. Returns one result per rule. */
export async function lint({ fix = false } = {}) {
  const results = [
    { name: "format and lint (biome)", ok: (await run(bin("biome"), ["check", "--error-on-warnings", ...(fix ? ["--write"] : [])])) === 0 },
    { name: "import rules (dependency-cruiser)", ok: await importRules() },
  ];
  for (const check of checks) {
    const problems = check.run(root);
    for (const problem of problems) console.error(problem);
    results.push({ name: check.name, ok: problems.length === 0 });
  }
  for (const { name, ok } of results) say(`${ok ? "ok  " : "FAIL"} ${name}`);
  return results;
}

// Exit code 0 alone proves nothing: without a TypeScript it knows, dependency-cruiser skips every file and is content.
async function importRules() {
  const { code, output } = await capture(bin("depcruise"), [
    "--config",
    "dependency-cruiser.cjs",
    "--output-type",
    "err-long",
    "apps",
    "packages",
  ]);
  const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0);
  if (code === 0 && modules < 20) console.error(`dependency-cruiser saw only ${modules} modules: it does not read TypeScript.`);
  return code === 0 && modules >= 20;
}
