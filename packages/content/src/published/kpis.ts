import { type Kpi, kpisFile } from "@hp/contracts/content";
import file from "../../content/kpis.json" with { type: "json" };
import { once, parseContent } from "./parse-content.ts";

const loaded = once(() => new Map(parseContent("kpis.json", kpisFile, file).map((kpi) => [kpi.id, kpi])));

/**
 * Every indicator that content refers to, by id: its title in both languages, its direction, its producer. The Swedish
 * title is the producer's own.
 */
export function kpis(): ReadonlyMap<string, Kpi> {
  return loaded();
}
