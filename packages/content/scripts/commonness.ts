/**
 * Writes content/commonness.json: run it after any change of model.json, measures.json, rules.json, reference-model.json
 * or the engine. The catalogue's version must then be a new one.
 */
import { computeCommonnessFile } from "../src/reference/commonness.ts";
import { writeShipped } from "./files.ts";

const { shares, reference, ...rest } = computeCommonnessFile();
const head = Object.entries(rest).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`);

/** One figure a line, by key, so that a change reads as a diff. */
function lines(figures: Readonly<Record<string, number>>, indent: string): string {
  return Object.keys(figures)
    .sort()
    .map((key) => `${indent}${JSON.stringify(key)}: ${figures[key]}`)
    .join(",\n");
}

writeShipped(
  "content/commonness.json",
  `{\n${head.join(",\n")},\n "shares": {\n${lines(shares, "  ")}\n },\n "reference": {\n  "factShare": {\n${lines(reference.factShare, "   ")}\n  },\n  "spread": {\n${lines(reference.spread, "   ")}\n  }\n }\n}\n`,
);
