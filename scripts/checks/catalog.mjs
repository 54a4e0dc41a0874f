import { readFileSync } from "node:fs";
import { join } from "node:path";
import { houseFiles } from "./files.mjs";

const kinds = ["dependencies", "devDependencies", "optionalDependencies"];

/** Every version is said once, exactly, in pnpm-workspace.yaml. */
export const catalog = {
  name: "every dependency comes from the catalog, pinned and used",
  run: (root) => {
    const manifests = houseFiles(root)
      .filter((path) => /(^|\/)package\.json$/.test(path))
      .map((path) => ({ path, manifest: JSON.parse(readFileSync(join(root, path), "utf8")) }));
    return catalogProblems(manifests, readFileSync(join(root, "pnpm-workspace.yaml"), "utf8"));
  },
};

/** What is wrong with the manifests against the workspace file. */
export function catalogProblems(manifests, workspace) {
  const pinned = readCatalog(workspace);
  const asked = manifests.flatMap(({ path, manifest }) =>
    kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}).map(([name, version]) => ({ path, name, version }))),
  );
  const used = new Set(asked.map(({ name }) => name));
  return [
    ...asked
      .filter(({ version }) => version !== "catalog:" && version !== "workspace:*")
      .map(({ path, name, version }) => `${path}: ${name} says ${version}, not "catalog:"`),
    ...asked
      .filter(({ name, version }) => version === "catalog:" && !pinned.has(name))
      .map(({ path, name }) => `${path}: ${name} is not in the catalog`),
    ...[...pinned]
      .filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))
      .map(([name, version]) => `pnpm-workspace.yaml: ${name} is ${version}, not one exact version`),
    ...[...pinned.keys()].filter((name) => !used.has(name)).map((name) => `pnpm-workspace.yaml: nothing uses ${name}`),
  ];
}

// The file is ours and flat: a YAML parser would be the only dependency of the scripts.
function readCatalog(workspace) {
  const block = /^catalog:\n((?: {2}.*\n|\n)*)/m.exec(workspace)?.[1] ?? "";
  return new Map([...block.matchAll(/^ {2}"?([^":\n]+)"?: *(\S+)/gm)].map(([, name, version]) => [name, version]));
}
