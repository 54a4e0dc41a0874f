import type { LinearExpression, ReferenceField } from "@hp/contracts/content";
import { type Condition, compileCondition, type FactValue } from "@hp/domain";
import { peerDifferences } from "../open-data/comparison.ts";
import { latestFigure } from "../open-data/figures.ts";
import { type Municipality, municipalities, requireMunicipality } from "../open-data/municipalities.ts";
import { prefill } from "../open-data/prefill.ts";
import { referenceModel } from "../published/settings.ts";
import { clamp, type Draw, draw, roundHalfUp } from "./draws.ts";
import { formulas, type Known } from "./formulas.ts";

/** A test place: a real municipality's open data, with everything else drawn. Never facts about the real place. */
export interface ReferencePlace {
  readonly municipalityCode: string;
  readonly seed: string;
  /** By precondition key: what open data know and what was drawn. */
  readonly values: Readonly<Record<string, FactValue>>;
  /** By indicator id: difference from similar municipalities, real for N15424 and N15504 and drawn for the rest; null if unknown. */
  readonly peers: Readonly<Record<string, number | null>>;
}

/** Counties with a coast on the sea, for the draw of `natur_lage`. */
const coastalCounties = new Set(["01", "03", "04", "05", "08", "09", "10", "12", "13", "14", "21", "22", "24", "25"]);
/** Counties 20–25, where mountains and Sámi administrative areas can be. */
const mountainCounties = new Set(["20", "21", "22", "23", "24", "25"]);
/** Indicators whose difference from similar municipalities is real in a test place. */
const realPeers = ["N15424", "N15504"] as const;

function auxiliary(of: Municipality): Known {
  return {
    "aux.hp": latestFigure("N07909", of.code)?.value ?? null,
    "aux.N03937": latestFigure("N03937", of.code)?.value ?? null,
    "aux.tertiary": of.tertiaryShare,
    "aux.mountain": mountainCounties.has(of.countyCode) ? 1 : 0,
    "aux.coastal": coastalCounties.has(of.countyCode) ? 1 : 0,
    "aux.county": of.countyCode,
  };
}

function linear({ base, byGroup = {}, terms = [] }: LinearExpression, known: Known): number {
  const start = base + (byGroup[String(known.kommungrupp)] ?? 0);
  return terms.reduce((sum, { field, coef, center }) => {
    const value = known[field];
    if (typeof value !== "number") throw new Error(`An expression needs ${field} as a number`);
    return sum + coef * (value - center);
  }, start);
}

function firstCase<C extends { readonly when: Condition | null }>(field: string, cases: readonly C[], known: Known): C {
  const found = cases.find(({ when }) => when === null || compileCondition(when)(known) === "holds");
  if (found === undefined) throw new Error(`No case of ${field} holds`);
  return found;
}

function readKey(key: string): FactValue {
  if (key === "true" || key === "false") return key === "true";
  return /^\d+$/.test(key) ? Number(key) : key;
}

function chooseKey(weights: Readonly<Record<string, number>>, u: number): FactValue {
  let sum = 0;
  for (const [key, weight] of Object.entries(weights)) {
    sum += weight;
    if (sum > u) return readKey(key);
  }
  return readKey(Object.keys(weights).at(-1) ?? "");
}

function drawField(entry: ReferenceField, known: Known, drawOf: (field: string) => Draw): FactValue {
  switch (entry.draw) {
    case "normal": {
      const { mean, sd } = entry.cases === undefined ? entry : firstCase(entry.field, entry.cases, known);
      if (mean === undefined || sd === undefined) throw new Error(`${entry.field} has neither mean and sd nor cases`);
      return roundHalfUp(clamp(linear(mean, known) + sd * drawOf(entry.field).z, entry.min, entry.max), entry.decimals);
    }
    case "choice":
      return chooseKey(firstCase(entry.field, entry.cases, known).weights, drawOf(entry.field).u);
    case "bernoulli":
      return drawOf(entry.field).u < clamp(linear(entry.p, known), 0.02, 0.98);
    case "multi":
      return Object.entries(entry.p).flatMap(([key, p]) => (drawOf(`${entry.field}.${key}`).u < linear(p, known) ? [key] : []));
    case "formula": {
      const formula = formulas[entry.field];
      if (formula?.text !== entry.formula) throw new Error(`reference-model.json has another formula for ${entry.field}`);
      return formula.compute(known, drawOf(entry.field));
    }
  }
}

/**
 * One test place: the municipality's main locality with its real open data, and every other precondition drawn as
 * content/reference-model.json says.
 *
 * @param seed Any text; the same seed gives the same place.
 * @throws RangeError for a code that is no municipality.
 */
export function referencePlace(municipalityCode: string, seed: string): ReferencePlace {
  const of = requireMunicipality(municipalityCode);
  const real = prefill({ municipalityCode, localityCode: of.mainLocality.code }).map(({ key, value }) => [key, value] as const);
  const known: Record<string, FactValue | null> = { ...auxiliary(of), ...Object.fromEntries(real) };
  const drawn: [string, FactValue][] = referenceModel().fields.map((entry) => {
    const code = entry.drawPer === "county" ? `county-${of.countyCode}` : of.code;
    const value = drawField(entry, known, (field) => draw(seed, code, field));
    known[entry.field] = value;
    return [entry.field, value];
  });
  const differences = peerDifferences(of.code);
  const isPeer = ([field]: readonly [string, unknown]) => field.startsWith("peer.");
  return {
    municipalityCode: of.code,
    seed,
    values: Object.fromEntries([["ort", of.mainLocality.name], ...real, ...drawn.filter((entry) => !isPeer(entry))]),
    peers: {
      ...Object.fromEntries(realPeers.map((kpi) => [kpi, differences[kpi] ?? null])),
      ...Object.fromEntries(drawn.filter(isPeer).map(([field, value]) => [field.slice("peer.".length), value as number])),
    },
  };
}

/** The seed of the shipped run, and others like it for `run` 2, 3 … */
export function referenceSeed(run: number): string {
  return referenceModel().seed.replace(/-1$/, `-${run}`);
}

/** All 290 test places of a seed, by municipality code. */
export function referencePlaces(seed: string): readonly ReferencePlace[] {
  return municipalities().map(({ code }) => referencePlace(code, seed));
}

/** A test place with nothing drawn: what open data know of the municipality, and all else unknown. */
export function withoutDraws({ municipalityCode, seed, peers }: ReferencePlace): ReferencePlace {
  const real = prefill({ municipalityCode, localityCode: requireMunicipality(municipalityCode).mainLocality.code });
  return {
    municipalityCode,
    seed,
    values: Object.fromEntries(real.map(({ key, value }) => [key, value])),
    peers: Object.fromEntries(realPeers.map((kpi) => [kpi, peers[kpi] ?? null])),
  };
}

/**
 * The same places with every precondition dealt out anew, each by itself: each value is as common as before, and what
 * goes together in a real place no longer does.
 */
export function shuffledPlaces(places: readonly ReferencePlace[]): readonly ReferencePlace[] {
  const dealt = <V>(field: string, read: (place: ReferencePlace) => V): readonly V[] => {
    const order = places.map((place) => ({ place, u: draw(place.seed, place.municipalityCode, `shuffle.${field}`).u }));
    return order
      .sort((a, b) => a.u - b.u || (a.place.municipalityCode < b.place.municipalityCode ? -1 : 1))
      .map(({ place }) => read(place));
  };
  const keys = [...new Set(places.flatMap(({ values }) => Object.keys(values)))].map(
    (key) => [key, dealt(key, ({ values }) => values[key])] as const,
  );
  const kpis = [...new Set(places.flatMap(({ peers }) => Object.keys(peers)))].map(
    (kpi) => [kpi, dealt(`peer.${kpi}`, ({ peers }) => peers[kpi] ?? null)] as const,
  );
  return places.map((place, index) => ({
    ...place,
    values: Object.fromEntries(keys.flatMap(([key, values]) => (values[index] === undefined ? [] : [[key, values[index]]]))),
    peers: Object.fromEntries(kpis.map(([kpi, values]) => [kpi, values[index] ?? null])),
  }));
}
