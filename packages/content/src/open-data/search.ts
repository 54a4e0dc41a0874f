import { once } from "../published/parse-content.ts";
import { allLocalities } from "./localities.ts";
import { municipalities, requireMunicipality } from "./municipalities.ts";
import { compareNames } from "./sorting.ts";

/** A place that a search found. */
export interface PlaceHit {
  readonly kind: "locality" | "municipality";
  readonly code: string;
  readonly name: string;
  readonly municipalityCode: string;
  readonly municipalityName: string;
  readonly countyName: string;
  /** Residents: of the locality in 2020, of the municipality at the latest year. */
  readonly population: number;
}

interface Entry {
  readonly hit: PlaceHit;
  /** What may be typed for it: its name, and for a municipality the town it is known by where that has another name. */
  readonly names: readonly { readonly exact: string; readonly plain: string }[];
}

/** Most hits one search gives. */
export const mostHits = 50;

/** Lower case, one space between words, hyphens as spaces: `Malung-Sälen` is found as `malung sälen`. */
function tidy(name: string): string {
  return name
    .normalize("NFC")
    .toLocaleLowerCase("sv-SE")
    .replaceAll(/[\s-]+/g, " ");
}

/** Letters without their marks: å ä → a, ö → o, é → e. */
function withoutMarks(name: string): string {
  return name.normalize("NFD").replaceAll(/\p{M}/gu, "");
}

function searchName(name: string): { readonly exact: string; readonly plain: string } {
  const exact = tidy(name).trim();
  return { exact, plain: withoutMarks(exact) };
}

const entries = once((): readonly Entry[] => [
  ...municipalities().map((found): Entry => {
    const names =
      found.mainLocality.code === null && found.mainLocality.name !== found.name ? [found.name, found.mainLocality.name] : [found.name];
    return {
      hit: {
        kind: "municipality",
        code: found.code,
        name: found.name,
        municipalityCode: found.code,
        municipalityName: found.name,
        countyName: found.countyName,
        population: found.population,
      },
      names: names.map(searchName),
    };
  }),
  ...allLocalities().map((found): Entry => {
    const owner = requireMunicipality(found.municipalityCode);
    return {
      hit: {
        kind: "locality",
        code: found.code,
        name: found.name,
        municipalityCode: owner.code,
        municipalityName: owner.name,
        countyName: owner.countyName,
        population: found.population,
      },
      names: [searchName(found.name)],
    };
  }),
]);

/** Where in a name the query stands, a marked letter in the query asking for just that letter; −1 if nowhere. */
function position(name: Entry["names"][number], query: string, isPlain: boolean): number {
  if (isPlain) return name.plain.indexOf(query);
  for (let start = 0; start + query.length <= name.exact.length; start += 1) {
    let length = 0;
    while (length < query.length && (query[length] === name.exact[start + length] || query[length] === name.plain[start + length]))
      length += 1;
    if (length === query.length) return start;
  }
  return -1;
}

/** 0 begins with the query in exactly these letters, 1 begins with it once marks are dropped, 2 and 3 the same further in; null if not at all. */
function rankOf(entry: Entry, query: string, isPlain: boolean): number | null {
  let best: number | null = null;
  for (const name of entry.names) {
    if (position(name, query, isPlain) < 0) continue;
    const rank = name.exact.startsWith(query) ? 0 : position(name, query, isPlain) === 0 ? 1 : name.exact.includes(query) ? 2 : 3;
    best = best === null ? rank : Math.min(best, rank);
  }
  return best;
}

/**
 * Municipalities and localities whose name contains what was typed, for a type-ahead. Marks may be left out (`hallefors`
 * finds Hällefors), but a mark that was typed counts (`malå` does not find Mala). Order: names that begin with the query
 * before names that contain it, within each exactly these letters first, then more residents first, then sv-SE.
 * The town that a municipality is known by, where it is registered elsewhere (Jakobsberg), finds the municipality.
 *
 * @param limit Most hits wanted, 1–{@link mostHits}.
 * @returns Empty for an empty query.
 */
export function searchPlaces(query: string, limit: number): readonly PlaceHit[] {
  const typed = tidy(query).trim();
  if (typed === "") return [];
  const isPlain = withoutMarks(typed) === typed;
  const found = entries().flatMap((entry) => {
    const rank = rankOf(entry, typed, isPlain);
    return rank === null ? [] : [{ rank, hit: entry.hit }];
  });
  found.sort(
    (a, b) =>
      a.rank - b.rank || b.hit.population - a.hit.population || compareNames(a.hit.name, b.hit.name) || (a.hit.code < b.hit.code ? -1 : 1),
  );
  return found.slice(0, Math.min(Math.max(Math.trunc(limit), 1), mostHits)).map(({ hit }) => hit);
}
