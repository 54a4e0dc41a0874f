/**
 * Writes content/commonness.json: run it after any change of model.json, measures.json, rules.json, reference-model.json
 * or the engine. The catalogue's version must then be a new one.
 */
import { computeCommonnessFile } from "../src/reference/commonness.ts";
import { writeShipped } from "./files.ts";

const { shares, ...rest } = computeCommonnessFile();
const lines = Object.keys(shares)
  .sort()
  .map((id) => `  ${JSON.stringify(id)}: ${shares[id]}`);
const head = Object.entries(rest).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
writeShipped("content/commonness.json", `{\n${head.join(",\n")},\n "shares": {\n${lines.join(",\n")}\n }\n}\n`);
