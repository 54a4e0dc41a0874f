import type { Position } from "../borders/projection.ts";
import { once } from "../published/parse-content.ts";
import { openDataSettings, referenceModel } from "../published/settings.ts";
import { allLocalities, type Locality } from "./localities.ts";

/** A place to travel from, and the locality it lies in where that is one of the destinations. */
export interface Departure extends Position {
  /** Code of the locality the place is or is a part of; null if unknown. */
  readonly insideLocality: string | null;
}

const earthRadiusKm = 6371;
const radians = Math.PI / 180;

/** Length of the shortest way over the ground on a sphere, in km (haversine). */
export function greatCircleKm(a: Position, b: Position): number {
  const half = Math.sin(((b.lat - a.lat) * radians) / 2) ** 2;
  const across = Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(half + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * across));
}

const cities = once(() => allLocalities().filter((entry) => entry.population >= openDataSettings().travel.cityFromResidents));

/** The largest locality of each name: two are called Lund, one has the university. */
const universityTowns = once(() => {
  const names = new Set(referenceModel().universityTowns);
  const largest = new Map<string, Locality>();
  for (const entry of allLocalities()) {
    const known = largest.get(entry.name);
    if (names.has(entry.name) && (known === undefined || known.population < entry.population)) largest.set(entry.name, entry);
  }
  const missing = [...names].filter((name) => !largest.has(name));
  if (missing.length > 0) throw new Error(`No locality called ${missing.join(", ")}`);
  return [...largest.values()];
});

function minutesTo(destinations: readonly Locality[], from: Position): number {
  const { detour, kmPerHour } = openDataSettings().travel;
  const nearest = Math.min(...destinations.map((destination) => greatCircleKm(from, destination)));
  return Math.floor(((nearest * detour) / kmPerHour) * 60 + 0.5);
}

/**
 * Minutes to the nearest locality of at least 35,000 residents (2020), 0 inside one. As the crow flies × 1.35 at 70 km/h:
 * a first value that knows no water and no roads, for people to correct.
 *
 * @returns Whole minutes.
 */
export function minutesToCity(from: Departure): number {
  return cities().some((city) => city.code === from.insideLocality) ? 0 : minutesTo(cities(), from);
}

/**
 * Minutes to the middle of the nearest town with a university or university college, computed as {@link minutesToCity}
 * but not 0 everywhere inside: a suburb of Stockholm still has a way to go.
 */
export function minutesToUniversity(from: Departure): number {
  return minutesTo(universityTowns(), from);
}
