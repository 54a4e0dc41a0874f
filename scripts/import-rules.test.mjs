// Plants one violation of every import rule in a small copy of the house, and sees that exactly that rule fires there.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const config = join(root, "dependency-cruiser.cjs");
const rules = createRequire(import.meta.url)(config).forbidden.map((rule) => rule.name);
const packages = ["domain", "contracts", "content", "db", "solver", "documents", "ui", "api", "demo", "bench", "testing"];
const engines = ["@gorules/zen-engine", "@marcbachmann/cel-js", "json-logic-engine", "json-rules-engine"];
const fromNpm = ["zod", "@trpc/server", "@prisma/client", "highs", "vitest", ...engines];

const fromEngines = Object.fromEntries(engines.map((name) => [name, "1.0.0"]));

/** One violation per rule: the file it is planted in, and what that file says. */
const planted = {
  "domain-imports": ["packages/domain/src/a.ts", 'import "@hp/contracts";'],
  "contracts-imports": ["packages/contracts/src/a.ts", 'import "@hp/content";'],
  "content-imports": ["packages/content/src/a.ts", 'import "@hp/db";'],
  "db-imports": ["packages/db/src/a.ts", 'import "@hp/content";'],
  "solver-imports": ["packages/solver/src/a.ts", 'import "@hp/contracts";'],
  "documents-imports": ["packages/documents/src/a.ts", 'import "@hp/db";'],
  "ui-imports": ["packages/ui/src/a.tsx", 'import "@hp/domain";'],
  "api-imports": ["packages/api/src/a.service.ts", 'import "@hp/ui";'],
  "demo-imports": ["packages/demo/src/a.ts", 'import "@hp/ui";'],
  "bench-imports": ["packages/bench/src/a.ts", 'import "@hp/content";'],
  // testing may use every package there is: only one that is not in the table is beyond it.
  "testing-imports": ["packages/testing/src/a.ts", 'import "@hp/stray";'],
  "web-imports": ["apps/web/src/app/a.tsx", 'import "@hp/db";'],
  "worker-imports": ["apps/worker/src/a.ts", 'import "@hp/content";'],
  "packages-know-no-app": ["packages/api/src/b.ts", 'import "@hp/web";'],
  "unknown-package": ["packages/stray/src/a.ts", 'import "@hp/domain";'],
  "no-way-around": ["packages/contracts/src/b.ts", 'import "../../domain/src/index.ts";'],
  "testing-is-for-tests": ["packages/api/src/c.ts", 'import "@hp/testing";'],
  "only-access-issues-scopes": ["packages/api/src/d.ts", 'import { issue } from "@hp/domain/access/issue";\nissue;'],
  "domain-is-pure": ["packages/domain/src/b.ts", 'import "node:fs";'],
  "only-trpc-file-makes-procedures": ["packages/api/src/e.ts", 'import { x } from "@trpc/server";\nx;'],
  "db-only-in-services": ["packages/api/src/f.ts", 'import { x } from "@hp/db";\nx;'],
  "prisma-stays-in-db": ["packages/demo/src/b.ts", 'import type { X } from "@prisma/client";\nexport type Y = X;'],
  "highs-stays-in-solver": ["packages/api/src/m.ts", 'import { x } from "highs";\nx;'],
  "rule-engines-stay-in-bench": ["packages/api/src/n.ts", engines.map((name) => `import "${name}";`).join("\n")],
  "no-zod-in-the-browser": ["apps/web/src/features/a.tsx", 'import { x } from "zod";\nx;'],
  "screens-take-contract-types": ["apps/web/src/features/b.tsx", 'import { x } from "@hp/contracts";\nx;'],
  "api-only-through-trpc": ["apps/web/src/app/b.tsx", 'import { x } from "@hp/api";\nx;'],
  "no-dev-dependency": ["packages/api/src/g.ts", 'import { x } from "vitest";\nx;'],
  resolves: ["packages/api/src/h.ts", 'import "not-declared-anywhere";'],
  "no-cycles": ["packages/api/src/i.ts", 'import { j } from "./j.ts";\nexport const i = 1;\nj;'],
};

/** What looks alike and is allowed. */
const allowed = {
  "packages/api/src/j.ts": 'import { i } from "./i.ts";\nexport const j = 1;\ni;',
  "packages/api/src/access.ts": 'import { issue } from "@hp/domain/access/issue";\nimport { x } from "@hp/db";\nissue;\nx;',
  "packages/api/src/trpc.ts": 'import { x } from "@trpc/server";\nimport type { Y } from "@hp/db";\nexport type Z = Y;\nx;',
  "packages/api/src/a.test.ts": 'import { x } from "vitest";\nimport "@hp/testing";\nimport { x as y } from "@hp/db";\nx;\ny;',
  "packages/api/src/k.ts": 'import type { L } from "./l.ts";\nexport type K = L;',
  "packages/api/src/l.ts": 'import type { K } from "./k.ts";\nexport type L = K;',
  "packages/solver/src/b.ts": 'import { x } from "highs";\nimport { x as y } from "@hp/domain";\nx;\ny;',
  "packages/bench/src/b.ts": `import { x } from "@hp/domain";\n${engines.map((name) => `import "${name}";`).join("\n")}\nx;`,
  "apps/web/src/server/a.ts": 'import { x } from "@hp/db";\nimport { x as y } from "@hp/api";\nx;\ny;',
  "apps/web/src/features/c.tsx": 'import type { X } from "@hp/contracts";\nimport type { X as Y } from "@hp/api";\nexport type Z = X | Y;',
  "apps/web/src/app/api/trpc/route.ts": 'import { x } from "@trpc/server";\nimport { x as y } from "@hp/api";\nx;\ny;',
};

let house;
let found;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "hp-import-rules-"));
  write("package.json", JSON.stringify({ name: "house", private: true }));
  for (const name of fromNpm) addPackage(`node_modules/${name}`, name, {});
  for (const name of [...packages, "stray"]) addOurs(`packages/${name}`, name);
  addOurs("apps/web", "web");
  write("packages/domain/src/access/issue.ts", "export const issue = 1;");
  for (const [path, text] of [...Object.values(planted), ...Object.entries(allowed)]) write(path, text);
  found = cruise();
}, 60_000);
afterAll(() => rmSync(house, { recursive: true, force: true }));

function write(path, text) {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), `${text}\n`);
}

function addPackage(folder, name, more) {
  write(`${folder}/package.json`, JSON.stringify({ name, version: "1.0.0", type: "module", exports: { ".": "./index.ts" }, ...more }));
  write(`${folder}/index.ts`, "export const x = 1;\nexport type X = 1;\nexport type Y = 1;");
}

function addOurs(folder, name) {
  addPackage(folder, `@hp/${name}`, {
    exports: { ".": "./src/index.ts", "./access/issue": "./src/access/issue.ts" },
    dependencies: {
      zod: "1.0.0",
      "@trpc/server": "1.0.0",
      "@prisma/client": "1.0.0",
      highs: "1.0.0",
      ...(name === "bench" ? {} : fromEngines),
    },
    devDependencies: { vitest: "1.0.0", ...(name === "bench" ? fromEngines : {}) },
  });
  write(`${folder}/src/index.ts`, "export const x = 1;\nexport type X = 1;\nexport type Y = 1;");
  mkdirSync(join(house, "node_modules/@hp"), { recursive: true });
  symlinkSync(join(house, folder), join(house, "node_modules/@hp", name), "dir");
}

/** Runs the rules on the planted house; returns file → names of the rules that fired there. */
function cruise() {
  const program = join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");
  const args = [program, "--config", config, "--output-type", "json", "packages", "apps"];
  const { summary } = JSON.parse(spawnSync(process.execPath, args, { cwd: house, encoding: "utf8", maxBuffer: 1 << 26 }).stdout);
  const byFile = Map.groupBy(summary.violations, (violation) => violation.from);
  return new Map([...byFile].map(([file, violations]) => [file, [...new Set(violations.map((violation) => violation.rule.name))].sort()]));
}

test("every rule has a planted violation", () => {
  expect(Object.keys(planted).sort()).toEqual([...rules].sort());
});

test.each(Object.entries(planted))("%s", (rule, [file]) => {
  expect(found.get(file)).toEqual([rule]);
});

test("nothing else is found", () => {
  const expected = Object.values(planted).map(([file]) => file);
  expect([...found.keys()].sort()).toEqual(expected.sort());
});
