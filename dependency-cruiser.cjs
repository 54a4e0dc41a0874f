// Who may import whom, as errors. The table is docs' architecture; scripts/import-rules.test.mjs plants a violation of every rule.
const path = require("node:path");

const tests = "(\\.test\\.tsx?$|^packages/[^/]+/test/|^apps/[^/]+/(test|e2e)/)";
const notTypes = { dependencyTypesNot: ["type-only"] };

/** Our own packages that each of our packages may import. */
const table = {
  domain: [],
  contracts: ["domain"],
  content: ["contracts", "domain"],
  db: ["domain", "contracts"],
  solver: ["domain"],
  documents: ["domain", "contracts"],
  ui: [],
  api: ["domain", "contracts", "content", "solver", "documents", "db"],
  demo: ["api", "content", "contracts", "db", "domain"],
  bench: ["domain"],
  testing: ["api", "content", "contracts", "db", "documents", "domain", "solver", "ui", "demo"],
};

const only = ([name, allowed]) => ({
  name: `${name}-imports`,
  severity: "error",
  comment: `packages/${name} may import of ours only: ${allowed.join(", ") || "nothing"}`,
  from: { path: `^packages/${name}/src/`, pathNot: tests },
  // What only tests may use has a rule of its own.
  to: { path: "^packages/", pathNot: ["^packages/testing/", `^packages/(${[name, ...allowed].join("|")})/`] },
});

module.exports = {
  forbidden: [
    ...Object.entries(table).map(only),
    {
      name: "web-imports",
      severity: "error",
      comment: "apps/web may import api, contracts, domain, content, ui and demo; db only in src/server",
      from: { path: "^apps/web/src/", pathNot: [tests, "^apps/web/src/server/"] },
      to: { path: "^packages/", pathNot: ["^packages/testing/", "^packages/(api|contracts|domain|content|ui|demo)/"] },
    },
    {
      name: "worker-imports",
      severity: "error",
      comment: "apps/worker may import api and db",
      from: { path: "^apps/worker/src/", pathNot: tests },
      to: { path: "^packages/", pathNot: "^packages/(api|db)/" },
    },
    {
      name: "packages-know-no-app",
      severity: "error",
      comment: "apps use packages, never the other way",
      from: { path: "^packages/" },
      to: { path: "^apps/" },
    },
    {
      name: "unknown-package",
      severity: "error",
      comment: "a package without a line in the table of this file",
      from: { path: "^packages/", pathNot: `^packages/(${Object.keys(table).join("|")})/` },
      to: {},
    },
    {
      name: "no-way-around",
      severity: "error",
      comment: "another package is imported by its name, not by a path into its folder",
      from: { path: "^(packages|apps)/([^/]+)/" },
      to: { path: "^(packages|apps)/", pathNot: "^$1/$2/", dependencyTypes: ["local"] },
    },
    {
      name: "testing-is-for-tests",
      severity: "error",
      comment: "@hp/testing is used by tests only",
      from: { path: "^(packages|apps)/", pathNot: [tests, "^packages/testing/"] },
      to: { path: "^packages/testing/" },
    },
    {
      name: "only-access-issues-scopes",
      severity: "error",
      comment: "only packages/api/src/access.ts makes a PlaceScope: elsewhere it is received",
      from: { path: "^(packages|apps)/", pathNot: [tests, "^packages/api/src/access\\.ts$", "^packages/domain/src/access/"] },
      to: { path: "^packages/domain/src/access/issue\\.ts$" },
    },
    {
      name: "domain-is-pure",
      severity: "error",
      comment: "domain has no dependency and no I/O",
      from: { path: "^packages/domain/src/", pathNot: tests },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown", "core"] },
    },
    {
      name: "only-trpc-file-makes-procedures",
      severity: "error",
      comment: "@trpc/server is used by packages/api/src/trpc.ts, and by web's handler and prefetching",
      from: { path: "^(packages|apps)/", pathNot: [tests, "^packages/api/src/trpc\\.ts$", "^apps/web/src/(app/api/trpc|trpc)/"] },
      to: { path: "node_modules/@trpc/server/", ...notTypes },
    },
    {
      name: "db-only-in-services",
      severity: "error",
      comment: "in api only *.service.ts, access.ts and the composition ask the database; types of rows may be named elsewhere",
      from: { path: "^packages/api/src/", pathNot: [tests, "\\.service\\.ts$", "^packages/api/src/(access|index|services)\\.ts$"] },
      to: { path: "^packages/db/", ...notTypes },
    },
    {
      name: "prisma-stays-in-db",
      severity: "error",
      comment: "Prisma and its types do not leave packages/db",
      from: { path: "^(packages|apps)/", pathNot: "^packages/db/" },
      to: { path: "(node_modules/(@prisma/|prisma/)|^packages/db/src/generated/)" },
    },
    {
      name: "highs-stays-in-solver",
      severity: "error",
      comment: "HiGHS is used by packages/solver only: it blocks the thread it runs on",
      from: { path: "^(packages|apps)/", pathNot: "^packages/solver/" },
      to: { path: "node_modules/highs/" },
    },
    {
      name: "rule-engines-stay-in-bench",
      severity: "error",
      comment: "rule engines are there to be measured against, by packages/bench only",
      from: { path: "^(packages|apps)/", pathNot: "^packages/bench/" },
      to: { path: "node_modules/(@gorules/zen-engine|@marcbachmann/cel-js|json-logic-engine|json-rules-engine)/" },
    },
    {
      name: "no-zod-in-the-browser",
      severity: "error",
      comment: "screens take validation messages from the server's answer",
      from: { path: "^(apps/web/src/features/|packages/ui/src/)", pathNot: tests },
      to: { path: "node_modules/zod/", ...notTypes },
    },
    {
      name: "screens-take-contract-types",
      severity: "error",
      comment: "a screen imports types of contracts, not their schemas: those bring zod along",
      from: { path: "^apps/web/src/features/", pathNot: tests },
      to: { path: "^packages/contracts/", ...notTypes },
    },
    {
      name: "api-only-through-trpc",
      severity: "error",
      comment: "screens and routes know the API's types; only src/server and the tRPC handler hold the API itself",
      from: { path: "^apps/web/src/", pathNot: [tests, "^apps/web/src/(server|trpc|app/api/trpc)/"] },
      to: { path: "^packages/api/", ...notTypes },
    },
    {
      name: "no-dev-dependency",
      severity: "error",
      comment: "what ships may not need what only developers install; packages/bench does not ship",
      from: { path: "^(packages|apps)/[^/]+/src/", pathNot: [tests, "^packages/bench/"] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"] },
    },
    {
      name: "resolves",
      severity: "error",
      comment: "an import that is not declared in its own package does not resolve",
      from: { path: "^(packages|apps)/" },
      to: { couldNotResolve: true },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "no module needs itself to run; a circle of types only is gone before it runs",
      from: { path: "^(packages|apps)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^packages/db/src/generated/(?!client)", "(^|/)\\.next/", "\\.css$", "^apps/web/next-env\\.d\\.ts$"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, "tsconfig.base.json") },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mts", ".d.ts", ".js", ".mjs", ".json"],
    },
  },
};
