import { readFileSync } from "node:fs";
import { join } from "node:path";
import { houseFiles } from "./files.mjs";

const binary = /\.(png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|pdf|xlsx|docx|gz|zip|br|wasm)$/;
const patterns = [
  { what: "a package registry's host", pattern: /\bregistry\.[a-z0-9-]+\.[a-z]{2,}\b/i },
  // Put together here, so that this file does not find itself.
  {
    what: "a path of one machine",
    pattern: new RegExp(
      ["/home/[a-z]", "/Users/[a-z]", "/root/[a-z.]", "/work/[a-z]", "C:\\\\Users"].map((path) => `(?<![\\w.$}])${path}`).join("|"),
      "i",
    ),
  },
];

/** Nothing that works on one machine or behind one proxy only. */
export const foreign = {
  name: "no registry hosts, no paths of one machine",
  run: (root) =>
    houseFiles(root)
      .filter((path) => !binary.test(path) && !path.startsWith("scripts/checks/"))
      .flatMap((path) => findForeign(readFileSync(join(root, path), "utf8")).map((found) => `${path}${found}`)),
};

/** Lines that name a registry or a machine's own path, as ":line holds …". */
export function findForeign(text) {
  return text
    .split("\n")
    .flatMap((line, index) => patterns.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `:${index + 1} holds ${what}`));
}
