import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The house's own folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where the programs of our dependencies lie. */
export const bin = (name) => join(root, "node_modules", ".bin", name);

/** What a machine keeps between two starts; git-ignored. */
export const dataDir = resolve(process.env.HP_DATA_DIR ?? join(root, ".data"));

/** A path in the data folder, which is made when it is not there. */
export function inData(name) {
  mkdirSync(dataDir, { recursive: true });
  return join(dataDir, name);
}

/** The app's folder, when it has been written. */
export const web = join(root, "apps", "web");
export const hasWeb = () => existsSync(join(web, "src", "app"));
