/** Brings the content as it was handed over into this package: unchanged, but for kpis.json, which keeps what is used. */
import shipped from "../content/kpis.json" with { type: "json" };
import { readSource, writeShipped } from "./files.ts";

for (const file of ["model.json", "measures.json", "rules.json", "legend.json", "reference-model.json", "locality-overrides.json"]) {
  writeShipped(`content/${file}`, readSource(`content/${file}`));
}

interface KpiRow {
  readonly id: string;
  readonly title: string;
  readonly direction: string;
  readonly source: string;
}

/** Producers' titles are Swedish only: the English ones are ours and stay as they are in the shipped file. */
const english = new Map(shipped.map(({ id, en }) => [id, en]));
const kpis = JSON.parse(readSource("content/kpis.json")) as readonly KpiRow[];
const lines = kpis.map(({ id, title, direction, source }) => {
  const en = english.get(id);
  if (en === undefined) throw new Error(`Write an English title for ${id} in content/kpis.json first`);
  return JSON.stringify({ id, sv: title.replaceAll(/\s+/g, " ").trim(), en, direction, source });
});
writeShipped("content/kpis.json", `[\n${lines.join(",\n")}\n]\n`);
