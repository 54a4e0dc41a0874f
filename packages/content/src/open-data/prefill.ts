import { type FactValue, HOUSE_PRICE_KPI, type Text, WEAK_MARKET_SEK_PER_M2 } from "@hp/domain";
import { loadInstrument } from "../published/instrument.ts";
import { openDataSettings } from "../published/settings.ts";
import { latestFigure } from "./figures.ts";
import { allLocalities, type Locality, localitiesYear, locality } from "./localities.ts";
import { type Municipality, requireMunicipality } from "./municipalities.ts";
import { populationTrend } from "./population.ts";
import { type PeerValue, peerValues } from "./similar.ts";
import { sourceLine } from "./source-line.ts";
import { type Departure, minutesToCity, minutesToUniversity } from "./travel.ts";

/** Where a place lies. `localityCode` is null for a district, or a place named by hand. */
export interface PlaceLocation {
  readonly municipalityCode: string;
  readonly localityCode: string | null;
}

/** A precondition filled in from open data, for people to look at and correct. */
export interface Prefilled {
  /** Key of the precondition: `bef_trend5`. */
  readonly key: string;
  /** Of the precondition's type, inside its limits. */
  readonly value: FactValue;
  readonly unit: Text | null;
  /** What time it is about: `2024`, `2019–2024`. */
  readonly period: string;
  /** The last year of `period`. */
  readonly year: number;
  readonly sourceLine: Text;
  /** What to mind when reading it. */
  readonly caution: Text | null;
  /** The seven similar municipalities, alphabetical, each with its main locality's or its own value; empty where comparing makes no sense. */
  readonly peers: readonly PeerValue<FactValue>[];
}

/** A place as the computations see it. */
interface Subject {
  readonly of: Municipality;
  /** The locality of the place itself; null if the place has none. */
  readonly at: Locality | null;
  readonly departure: Departure;
}

/** What one precondition is filled with; null where nothing is known. */
interface Filling {
  readonly value: FactValue;
  readonly period: string;
  readonly year: number;
}

const groupYear = 2023;

/** Code of the largest locality registered in a municipality: what a town that belongs to it lies inside. */
function largestLocality(municipalityCode: string): string | null {
  const registered = allLocalities().filter((entry) => entry.municipalityCode === municipalityCode);
  return (
    registered.reduce<Locality | null>((best, entry) => (best === null || entry.population > best.population ? entry : best), null)?.code ??
    null
  );
}

function subjectAt(of: Municipality, at: Locality | null): Subject {
  if (at !== null) return { of, at, departure: { lat: at.lat, lon: at.lon, insideLocality: at.code } };
  const { lat, lon, code, registeredIn } = of.mainLocality;
  return { of, at, departure: { lat, lon, insideLocality: registeredIn === null ? code : largestLocality(registeredIn) } };
}

/** A similar municipality is compared by its main locality. */
function subjectOfPeer(peer: Municipality): Subject {
  const { code } = peer.mainLocality;
  return subjectAt(peer, code === null ? null : locality(code));
}

function yearly(value: FactValue, year: number): Filling {
  return { value, period: String(year), year };
}

function residentsOfTown({ of, at }: Subject): Filling | null {
  if (at !== null) return yearly(at.population, localitiesYear);
  return of.mainLocality.code === null ? yearly(of.population, of.populationYear) : null;
}

function trend({ of }: Subject): Filling | null {
  const figure = populationTrend(of.code);
  return figure === null ? null : { ...figure, value: Math.round(figure.value * 100) / 100 };
}

function isWeakMarket({ of }: Subject): Filling | null {
  const price = latestFigure(HOUSE_PRICE_KPI, of.code);
  return price === null ? null : { ...price, value: price.value < WEAK_MARKET_SEK_PER_M2 };
}

interface Source {
  readonly fill: (subject: Subject) => Filling | null;
  readonly line: Text;
  readonly caution?: (subject: Subject) => Text | null;
  /** False where it makes no sense beside others' values. */
  readonly compared?: false;
}

function travelCaution({ at }: Subject): Text {
  const { travel, travel_from_main } = openDataSettings().cautions;
  return at === null ? travel_from_main : travel;
}

/** Every precondition that shipped data or a formula on them can fill. `arblos` is not one: N03937 measures something else. */
const sources: Readonly<Record<string, Source>> = {
  kommun: { fill: ({ of }) => yearly(of.code, of.populationYear), line: sourceLine("SCB", null, false), compared: false },
  ort: { fill: ({ at }) => (at === null ? null : yearly(at.code, localitiesYear)), line: sourceLine("SCB", null, false), compared: false },
  inv_ort: {
    fill: residentsOfTown,
    line: sourceLine("SCB", null, false),
    caution: ({ at }) => (at === null ? openDataSettings().cautions.whole_municipality : null),
  },
  inv_kommun: { fill: ({ of }) => yearly(of.population, of.populationYear), line: sourceLine("SCB", null, false) },
  kommungrupp: { fill: ({ of }) => yearly(of.group.code, groupYear), line: sourceLine("SKR 2023", null, false) },
  bef_trend5: { fill: trend, line: sourceLine("SCB", null, true) },
  restid_stad: {
    fill: ({ departure }) => yearly(minutesToCity(departure), localitiesYear),
    line: sourceLine("SCB", null, true),
    caution: travelCaution,
  },
  restid_larosate: {
    fill: ({ departure }) => yearly(minutesToUniversity(departure), localitiesYear),
    line: sourceLine("SCB", null, true),
    caution: travelCaution,
  },
  mv_svag: {
    fill: isWeakMarket,
    line: sourceLine("Kolada", null, true),
    caution: ({ of }) => (of.population < openDataSettings().smallBelowResidents ? openDataSettings().cautions.few_sales : null),
  },
};

/** Keys of the preconditions that open data can fill, in the instrument's order. */
export function prefilledKeys(): readonly string[] {
  return loadInstrument().preconditions.flatMap(({ key }) => (Object.hasOwn(sources, key) ? [key] : []));
}

/**
 * What open data say about a place, typed as its preconditions, with source, caution and the seven similar
 * municipalities. A precondition about which nothing is known is left out: unknown is never 0 or false. The population
 * trend is given with two decimals, travel times in whole minutes; everything else as published.
 *
 * @throws RangeError for a code that is no municipality, or a locality that is not registered in it.
 */
export function prefill({ municipalityCode, localityCode }: PlaceLocation): readonly Prefilled[] {
  const of = requireMunicipality(municipalityCode);
  const at = localityCode === null ? null : locality(localityCode);
  if (localityCode !== null && at?.municipalityCode !== of.code) throw new RangeError(`No locality ${localityCode} in ${municipalityCode}`);
  const subject = subjectAt(of, at);
  return loadInstrument().preconditions.flatMap(({ key, unit }) => {
    const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
    const filling = source?.fill(subject);
    if (source === undefined || filling === null || filling === undefined) return [];
    const peers = source.compared === false ? [] : peerValues(of.code, (peer) => source.fill(subjectOfPeer(peer))?.value ?? null);
    return [{ key, unit, ...filling, sourceLine: source.line, caution: source.caution?.(subject) ?? null, peers }];
  });
}
