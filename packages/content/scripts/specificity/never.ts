import { type Candidate, type Selection, select } from "@hp/domain";
import { loadCatalogue, loadInstrument } from "../../src/index.ts";
import { referenceAdviceInput, referencePlaces } from "../../src/reference/index.ts";

/** How a measure that no place is advised stands beside those that are. */
export interface Never {
  readonly measureId: string;
  readonly title: string;
  /** Share of the places where its gate is open. */
  readonly open: number;
  /** Best place among the open ones outside Grundpaket. */
  readonly bestRank: number;
  /** Beside the last that has a seat on its own points, in the places where it is open: geometric means of the ratios. */
  readonly relevance: number;
  readonly fit: number;
  readonly evidence: number;
  readonly feasibility: number;
  /** Measures with the same main dimension that stand before it wherever both are open, by how often, the most often first. */
  readonly behind: readonly string[];
}

interface Tally {
  open: number;
  bestRank: number;
  readonly logs: { relevance: number; fit: number; evidence: number; feasibility: number };
  readonly before: Map<string, { first: number; both: number }>;
}

/** Every measure outside Grundpaket that no test place of the seeds is advised, by id. */
export function neverAdvised(seeds: readonly string[]): readonly Never[] {
  const catalogue = loadCatalogue();
  const tallies = new Map(catalogue.measures.map(({ id }) => [id, emptyTally()]));
  const advised = new Set(catalogue.basicPackage);
  let places = 0;
  for (const input of seeds.flatMap((seed) => referencePlaces(seed).map((place) => referenceAdviceInput(place)))) {
    const selection = select(loadInstrument(), catalogue, input);
    for (const { measure } of selection.advised) advised.add(measure.id);
    for (const [index, candidate] of selection.open.entries()) count(tallies.get(candidate.measure.id), candidate, index, selection);
    places += 1;
  }
  return catalogue.measures.flatMap(({ id, sv }) => {
    const tally = tallies.get(id);
    return advised.has(id) || tally === undefined ? [] : [{ measureId: id, title: sv, ...summary(tally, places) }];
  });
}

const emptyTally = (): Tally => ({
  open: 0,
  bestRank: Number.POSITIVE_INFINITY,
  logs: { relevance: 0, fit: 0, evidence: 0, feasibility: 0 },
  before: new Map(),
});

function count(tally: Tally | undefined, candidate: Candidate, index: number, { advised, open, keptFor }: Selection): void {
  const last = advised.findLast(({ measure }) => !keptFor.has(measure.id));
  if (tally === undefined || last === undefined) return;
  tally.open += 1;
  tally.bestRank = Math.min(tally.bestRank, advised.length + index + 1);
  const [own, its] = [partsOf(candidate), partsOf(last)];
  for (const key of ["relevance", "fit", "evidence", "feasibility"] as const) tally.logs[key] += Math.log(own[key] / its[key]);
  for (const [position, other] of [...advised, ...open].entries()) {
    if (other === candidate || other.measure.mainDimension !== candidate.measure.mainDimension) continue;
    const seen = tally.before.get(other.measure.id) ?? { first: 0, both: 0 };
    const isFirst = other.factors.score >= candidate.factors.score && position < advised.length + index;
    tally.before.set(other.measure.id, { first: seen.first + (isFirst ? 1 : 0), both: seen.both + 1 });
  }
}

function partsOf({ factors }: Candidate) {
  const { main, sides, fit, evidence, cost, capacity, unknownRequirement } = factors;
  return {
    relevance: main + sides.reduce((total, { points }) => total + points, 0),
    fit: fit * unknownRequirement,
    evidence,
    feasibility: cost * capacity,
  };
}

function summary({ open, bestRank, logs, before }: Tally, places: number) {
  const ratio = (log: number) => Math.exp(log / open);
  const always = [...before].filter(([, { first, both }]) => first === both).sort(([a, x], [b, y]) => y.both - x.both || (a < b ? -1 : 1));
  return {
    open: open / places,
    bestRank,
    relevance: ratio(logs.relevance),
    fit: ratio(logs.fit),
    evidence: ratio(logs.evidence),
    feasibility: ratio(logs.feasibility),
    behind: always.map(([id]) => id),
  };
}
