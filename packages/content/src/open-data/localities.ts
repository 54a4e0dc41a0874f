import localitiesFile from "../../data/localities.json" with { type: "json" };
import { deepFreeze, once } from "../published/parse-content.ts";
import { compareNames } from "./sorting.ts";
import { rowsOf, type Table } from "./table.ts";

/** The year that the localities, their borders and their populations are of. */
export const localitiesYear = 2020;

/** One of the 2,017 localities (tätorter) of SCB 2020. Districts such as Bofors are none. */
export interface Locality {
  /** `2084TC101`; the first four digits are the municipality it is registered in. */
  readonly code: string;
  readonly name: string;
  readonly municipalityCode: string;
  /** Residents in 2020. */
  readonly population: number;
  /** WGS 84. */
  readonly lat: number;
  readonly lon: number;
}

const loaded = once(() => {
  const all = deepFreeze(
    rowsOf<Locality>(localitiesFile as unknown as Table, ["code", "name", "municipalityCode", "population", "lat", "lon"]),
  );
  const byMunicipality = Map.groupBy(all, (entry) => entry.municipalityCode);
  for (const list of byMunicipality.values()) deepFreeze(list.sort((a, b) => compareNames(a.name, b.name) || (a.code < b.code ? -1 : 1)));
  return { all, byCode: new Map(all.map((entry) => [entry.code, entry])), byMunicipality };
});

/** All localities, by code. */
export function allLocalities(): readonly Locality[] {
  return loaded().all;
}

/** The locality with the code, or null if there is none. */
export function locality(code: string): Locality | null {
  return loaded().byCode.get(code) ?? null;
}

/** The localities registered in a municipality, in Swedish alphabetical order; empty for a few, and for an unknown code. */
export function localities(municipalityCode: string): readonly Locality[] {
  return loaded().byMunicipality.get(municipalityCode) ?? [];
}
