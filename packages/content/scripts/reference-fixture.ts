/** Makes test/fixtures/reference-places.json from reference-places.csv: a digest of all 290 places and some in full. */
import { hash } from "node:crypto";
import { canonicalLine } from "../src/reference/canonical.ts";
import { parseCsv, readSource, writeShipped } from "./files.ts";

const asText = new Set(["kommun", "ort", "name", "locality"]);
const samples = new Set(["0114", "0180", "1783", "1863", "2081", "2084", "2361", "2583"]);

const places = parseCsv(readSource("content/reference-places.csv")).map((row) => {
  const cells = Object.entries(row).flatMap(([field, value]) => {
    if (field === "name" || field === "locality" || field.endsWith(":flag")) return [];
    const isNumber = !asText.has(field) && /^-?\d+(\.\d+)?$/.test(value);
    return [[field, isNumber ? String(Number(value) + 0) : value]];
  });
  return Object.fromEntries(cells) as Record<string, string>;
});
const digest = hash("sha256", places.map(canonicalLine).join("\n"));
const shown = places.filter((place) => samples.has(place.kommun ?? "")).map((place) => JSON.stringify(place));
writeShipped(
  "test/fixtures/reference-places.json",
  `{"digest":"${digest}","count":${places.length},"samples":[\n${shown.join(",\n")}\n]}\n`,
);
