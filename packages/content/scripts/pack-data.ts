/** Packs the open data that the product uses into compact JSON; see data/README.md for producers and licences. */
import { jsonTable, numberOrNull, parseCsv, readSource, writeShipped } from "./files.ts";

const municipalities = parseCsv(readSource("data/municipalities.csv"));
const codes = municipalities.map((row) => row.code ?? "");
if (codes.length !== 290 || new Set(codes).size !== 290) throw new Error("Not 290 municipalities");

writeShipped(
  "data/municipalities.json",
  jsonTable(
    ["code", "name", "officialName", "countyCode", "groupCode", "landKm2", "tertiaryShare2021", "mainLocalityCode", "lat", "lon"],
    municipalities.map((row) => [
      row.code,
      row.name,
      row.name_official,
      row.county_code,
      row.skr_group_code,
      numberOrNull(row.land_km2),
      numberOrNull(row.tertiary_share_2021),
      row.main_locality_code === "" ? null : row.main_locality_code,
      numberOrNull(row.lat),
      numberOrNull(row.lon),
    ]),
  ),
);

writeShipped(
  "data/counties.json",
  jsonTable(
    ["code", "name", "shortName"],
    parseCsv(readSource("data/counties.csv")).map((row) => [row.county_code, row.county_name, row.county_name_short]),
  ),
);

writeShipped(
  "data/localities.json",
  jsonTable(
    ["code", "name", "municipalityCode", "population", "lat", "lon"],
    parseCsv(readSource("data/localities_scb_2020.csv")).map((row) => [
      row.code,
      row.name,
      row.municipality_code,
      numberOrNull(row.population),
      numberOrNull(row.lat),
      numberOrNull(row.lon),
    ]),
  ),
);

/** A table with one row per municipality and one column per period; null where a period is missing. */
function writeSeries(file: string, rows: readonly Record<string, string>[], from: { code: string; period: string; value: string }) {
  const periods = [...new Set(rows.map((row) => row[from.period] ?? ""))].sort();
  const values = new Map(rows.map((row) => [`${row[from.code]} ${row[from.period]}`, numberOrNull(row[from.value])]));
  if (values.size !== rows.length) throw new Error(`${file}: a value occurs twice`);
  if (rows.some((row) => !codes.includes(row[from.code] ?? ""))) throw new Error(`${file}: a value of no municipality`);
  writeShipped(
    file,
    jsonTable(
      ["code", ...periods],
      codes.map((code) => [code, ...periods.map((period) => values.get(`${code} ${period}`) ?? null)]),
    ),
  );
}

const population = parseCsv(readSource("data/population_by_year.csv"));
writeSeries("data/population.json", population, { code: "code", period: "year", value: "population" });

const kolada = parseCsv(readSource("data/kolada_values.csv")).filter((row) => row.gender === "T");
for (const kpi of ["N00900", "N00905", "N03937", "N07909", "N15424", "N15504"]) {
  const rows = kolada.filter((row) => row.kpi === kpi);
  writeSeries(`data/${kpi}.json`, rows, { code: "municipality", period: "period", value: "value" });
}

const crime = parseCsv(readSource("data/other_indicators.csv")).filter((row) => row.indicator === "bra_reported_violent_crime_per_1000");
writeSeries("data/BRA_VIOLENT_CRIME_1000.json", crime, { code: "code", period: "period", value: "value" });

interface PeerGroup {
  readonly skr_group: string;
  readonly similar: readonly string[];
}
const peers = JSON.parse(readSource("content/peer_groups.json")) as Readonly<Record<string, PeerGroup>>;
/** Kolada words two of the nine SKR groups otherwise than SKR's code list: what must agree is who belongs together. */
const groups = new Map<string, string>();
for (const row of municipalities) {
  const name = peers[row.code ?? ""]?.skr_group ?? "";
  const known = groups.get(name) ?? row.skr_group_code ?? "";
  if (known !== row.skr_group_code) throw new Error(`Two SKR groups for ${row.code}`);
  groups.set(name, known);
}
const similar = codes.map((code) => [code, ...(peers[code]?.similar ?? [])]);
if (similar.some((row) => row.length !== 8)) throw new Error("Not seven similar municipalities each");
writeShipped("data/similar.json", jsonTable(["code", "1", "2", "3", "4", "5", "6", "7"], similar));
