import { type Legend, legendFile } from "@hp/contracts/content";
import file from "../../content/legend.json" with { type: "json" };
import { once, parseContent } from "./parse-content.ts";

const loaded = once(() => parseContent("legend.json", legendFile, file));

/**
 * What every key of the content is called in Swedish and English, with the numbers behind it: owners, cost classes,
 * horizons, evidence grades, flags, operators and so on. Each list holds every key exactly once.
 */
export function legend(): Legend {
  return loaded();
}
