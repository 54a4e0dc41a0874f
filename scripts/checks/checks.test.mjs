import { expect, test } from "vitest";
import { catalogProblems } from "./catalog.mjs";
import { undocumented } from "./docstrings.mjs";
import { findForeign } from "./foreign.mjs";

test("an export without a doc comment is found, and only that", () => {
  const text = [
    "/** Says what it is. */",
    "export const a = 1;",
    "export function b() {}",
    "// not a doc comment",
    "export type C = 1;",
    "/* nor this */",
    "export class D {}",
    'export { e } from "./e.ts";',
    "/**",
    " * Several lines.",
    " */",
    "// biome-ignore lint: a directive",
    "export async function f() {}",
    "export type f = typeof f;",
    "export default function g() {}",
    "const inner = 1;",
  ].join("\n");
  expect(undocumented(text).map((found) => found.name)).toEqual(["b", "C", "D", "g"]);
});

test("registry hosts and machine paths are found, words that only look like them are not", () => {
  const bad = [["https://registry", "npmjs.org/x"].join("."), ["/home", "anna/code"].join("/"), ["see /root", ".npmrc"].join("/")];
  for (const line of bad) expect(findForeign(line)).toHaveLength(1);
  for (const line of ["the npm registry. Nothing", "src/home/page.tsx", "https://example.org/work/plan", "root/main"])
    expect(findForeign(line)).toEqual([]);
});

test("a version outside the catalog, a range, and an unused entry are found", () => {
  const workspace = 'packages:\n  - a\n\ncatalog:\n  "@x/one": 1.0.0\n  two: ^2.0.0\n  three: 3.0.0\n\noverrides:\n  four: 4.0.0\n';
  const manifests = [
    {
      path: "package.json",
      manifest: { dependencies: { "@x/one": "catalog:", two: "catalog:", five: "5.0.0", six: "catalog:", ours: "workspace:*" } },
    },
  ];
  expect(catalogProblems(manifests, workspace)).toEqual([
    'package.json: five says 5.0.0, not "catalog:"',
    "package.json: six is not in the catalog",
    "pnpm-workspace.yaml: two is ^2.0.0, not one exact version",
    "pnpm-workspace.yaml: nothing uses three",
  ]);
});
