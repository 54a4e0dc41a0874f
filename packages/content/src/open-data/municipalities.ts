import type { Text } from "@hp/domain";
import overridesFile from "../../content/locality-overrides.json" with { type: "json" };
import countiesFile from "../../data/counties.json" with { type: "json" };
import municipalitiesFile from "../../data/municipalities.json" with { type: "json" };
import { loadInstrument } from "../published/instrument.ts";
import { deepFreeze, once } from "../published/parse-content.ts";
import { latestFigure } from "./figures.ts";
import { type Locality, locality } from "./localities.ts";
import { rowsOf, type Table } from "./table.ts";

/** The locality that most people in a municipality would name it by. */
export interface MainLocality {
  /** SCB's code 2020; null where the real locality is registered in a neighbouring municipality. */
  readonly code: string | null;
  readonly name: string;
  /** Residents 2020; where `code` is null those of the municipality, since nearly all of it belongs to the locality. */
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
  /** The municipality in which the locality is registered, where that is another one. */
  readonly registeredIn: string | null;
}

/** One of the 290 municipalities. */
export interface Municipality {
  /** SCB's code, four digits: `2084`. */
  readonly code: string;
  readonly name: string;
  /** `Avesta kommun`, `Malmö stad`. */
  readonly officialName: string;
  readonly countyCode: string;
  readonly countyName: string;
  /** SKR's municipality group 2023: `C6` and its name. */
  readonly group: { readonly code: string; readonly name: Text };
  /** Residents on 31 December of `populationYear`. */
  readonly population: number;
  readonly populationYear: number;
  readonly landKm2: number;
  /** Share of the population aged 16–74 with post-secondary education in 2021, 0–1. */
  readonly tertiaryShare: number;
  /** WGS 84, of the main locality. */
  readonly lat: number;
  readonly lon: number;
  readonly mainLocality: MainLocality;
}

/** One of the 21 counties. */
export interface County {
  readonly code: string;
  /** `Dalarnas län`. */
  readonly name: string;
  /** `Dalarna`. */
  readonly shortName: string;
}

interface Row {
  readonly code: string;
  readonly name: string;
  readonly officialName: string;
  readonly countyCode: string;
  readonly groupCode: string;
  readonly landKm2: number;
  readonly tertiaryShare2021: number;
  readonly mainLocalityCode: string | null;
  readonly lat: number;
  readonly lon: number;
}

const rowColumns = [
  "code",
  "name",
  "officialName",
  "countyCode",
  "groupCode",
  "landKm2",
  "tertiaryShare2021",
  "mainLocalityCode",
  "lat",
  "lon",
] as const;

const overrides = once(() => new Map(overridesFile.overrides.map((override) => [override.code, override])));

/** The locality of the files, unless locality-overrides.json says that it is missing or wrong. */
function mainLocalityOf(row: Row, population: number): MainLocality {
  const override = overrides().get(row.code);
  if (override !== undefined) {
    return {
      code: null,
      name: override.name,
      population,
      lat: override.lat,
      lon: override.lon,
      registeredIn: override.partOfLocalityRegisteredIn,
    };
  }
  const main: Locality | null = row.mainLocalityCode === null ? null : locality(row.mainLocalityCode);
  if (main === null) throw new Error(`No main locality for ${row.code}`);
  return { code: main.code, name: main.name, population: main.population, lat: main.lat, lon: main.lon, registeredIn: null };
}

const countiesLoaded = once(() => deepFreeze(rowsOf<County>(countiesFile as unknown as Table, ["code", "name", "shortName"])));

/** The 21 counties, by code. */
export function counties(): readonly County[] {
  return countiesLoaded();
}

const loaded = once(() => {
  const groups = new Map(
    loadInstrument()
      .preconditions.find(({ key }) => key === "kommungrupp")
      ?.values?.map((value) => [value.key, value]),
  );
  const countyNames = new Map(counties().map((county) => [county.code, county.name]));
  const all = rowsOf<Row>(municipalitiesFile as unknown as Table, rowColumns).map((row): Municipality => {
    const group = groups.get(row.groupCode);
    const countyName = countyNames.get(row.countyCode);
    const population = latestFigure("N01951", row.code);
    if (group === undefined || countyName === undefined || population === null) throw new Error(`Incomplete data for ${row.code}`);
    const mainLocality = mainLocalityOf(row, population.value);
    return {
      code: row.code,
      name: row.name,
      officialName: row.officialName,
      countyCode: row.countyCode,
      countyName,
      group: { code: group.key, name: { sv: group.sv, en: group.en } },
      population: population.value,
      populationYear: population.year,
      landKm2: row.landKm2,
      tertiaryShare: row.tertiaryShare2021,
      lat: mainLocality.lat,
      lon: mainLocality.lon,
      mainLocality,
    };
  });
  return { all: deepFreeze(all), byCode: new Map(all.map((municipality) => [municipality.code, municipality])) };
});

/** All 290 municipalities, by code. */
export function municipalities(): readonly Municipality[] {
  return loaded().all;
}

/** The municipality with the code, or null if there is none: for codes that a user may have sent. */
export function municipality(code: string): Municipality | null {
  return loaded().byCode.get(code) ?? null;
}

/** The municipality with the code. @throws RangeError if there is none: for codes that were checked before. */
export function requireMunicipality(code: string): Municipality {
  const found = municipality(code);
  if (found === null) throw new RangeError(`No such municipality: ${code}`);
  return found;
}
