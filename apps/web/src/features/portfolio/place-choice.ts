import type { PlaceHit } from "@hp/contracts";
import { type NumberLocale, writeNumber } from "../place/number-text.ts";

/** A place to choose in the type-ahead. */
export interface PlaceChoice {
  /** `<municipality code>:<locality code>`; the latter empty for a whole municipality. */
  readonly value: string;
  readonly name: string;
  readonly detail: string;
}

/** How a hit is told from others of the same name: templates with `{municipality}`, `{county}` and `{population}`. */
export type HitWords = Readonly<Record<"locality" | "municipality" | "population", string>>;

/** A template with its values put in. */
export const fill = (template: string, values: Readonly<Record<string, string>>) =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");

/** A hit as a choice: what is sent, and how it is told from others of the same name. */
export function choiceOf(hit: PlaceHit, words: HitWords, locale: NumberLocale): PlaceChoice {
  if (hit.kind === "municipality")
    return { value: `${hit.municipalityCode}:`, name: hit.name, detail: fill(words.municipality, { county: hit.countyName }) };
  const where = fill(words.locality, { municipality: hit.municipalityName, county: hit.countyName });
  const size = hit.population === null ? "" : fill(words.population, { population: writeNumber(hit.population, locale) });
  return { value: `${hit.municipalityCode}:${hit.code}`, name: hit.name, detail: where + size };
}
