// How fast places are advised: one place with every reason, and many one after the other. Prints nothing; judges nothing.
import {
  type AdviceInput,
  type AdviceRequest,
  type Catalogue,
  canonicalJson,
  type Instrument,
  placeCounterfactuals,
  recommend,
  replay,
  runDocument,
  select,
  storedRun,
} from "../src/index.ts";

/** How long something takes for one place. */
export interface AdviceRow {
  readonly what: string;
  /** Milliseconds per place: median, lowest and highest over the places. */
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
}

/** What all places take together. */
export interface AllPlacesRow {
  readonly what: string;
  readonly places: number;
  readonly totalMs: number;
  /** Processor time of the whole process, above `totalMs` where rubbish is collected beside it. */
  readonly processorMs: number;
  /** Highest resident memory seen after any place, MB of 1,000,000 bytes; of the whole process. */
  readonly highestMb: number;
}

/** What a stored run takes. */
export interface SizeRow {
  readonly what: string;
  /** Bytes of canonical JSON: median, lowest and highest over the places. */
  readonly medianBytes: number;
  readonly lowBytes: number;
  readonly highBytes: number;
}

/**
 * A catalogue of more measures, made of the shipped one over and over: `BO06`, `BO06-2`, `BO06-3` … Every copy has a rule of
 * its own, so that nothing worked out for one serves another.
 *
 * @param count Measures in all, at least 1; 300 is a little more than three times the shipped catalogue.
 */
export function benchCatalogue(catalogue: Catalogue, count = 300): Catalogue {
  const copies = Array.from({ length: count }, (_, index) => {
    const measure = catalogue.measures[index % catalogue.measures.length];
    if (measure === undefined) throw new RangeError("catalogue must have a measure");
    const round = Math.floor(index / catalogue.measures.length) + 1;
    return { from: measure.id, measure: round === 1 ? measure : { ...measure, id: `${measure.id}-${round}` } };
  });
  const rules = copies.map(({ from, measure }) => [measure.id, structuredClone(catalogue.rules[from])] as const);
  return {
    ...catalogue,
    measures: copies.map(({ measure }) => measure),
    rules: Object.fromEntries(rules.flatMap(([id, rule]) => (rule === undefined ? [] : [[id, rule]]))),
    commonness: Object.fromEntries(copies.map(({ from, measure }) => [measure.id, catalogue.commonness[from] ?? 0])),
  };
}

const row = (what: string, times: readonly number[]): AdviceRow => {
  const sorted = [...times].sort((a, b) => a - b);
  return { what, medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0, lowMs: sorted[0] ?? 0, highMs: sorted.at(-1) ?? 0 };
};

/** Times some work for every place once, after as many again that are not counted. */
function timed(what: string, places: readonly AdviceRequest[], work: (place: AdviceRequest) => unknown): AdviceRow {
  for (const place of places) work(place);
  const times = places.map((place) => {
    const started = performance.now();
    work(place);
    return performance.now() - started;
  });
  return row(what, times);
}

const requests = (instrument: Instrument, catalogue: Catalogue, inputs: readonly AdviceInput[]): readonly AdviceRequest[] =>
  inputs.map((input) => ({ instrument, catalogue, input }));

/** Which measures, without words; the advice with every reason; the scores that would seat those that others come before; a stored run. */
export function measureAdvice(instrument: Instrument, catalogue: Catalogue, inputs: readonly AdviceInput[]): readonly AdviceRow[] {
  const places = requests(instrument, catalogue, inputs);
  const many = `${catalogue.measures.length} measures`;
  const seating = (place: AdviceRequest) => {
    const found = placeCounterfactuals(place);
    return select(place.instrument, place.catalogue, place.input).open.map(({ measure }) => found.scoreChange(measure.id));
  };
  return [
    timed(`selection, ${many}`, places, (place) => select(place.instrument, place.catalogue, place.input)),
    timed(`advice with every reason, ${many}`, places, recommend),
    timed(`what would seat every measure outside, ${many}`, places, seating),
    timed(`a run ready to be stored, ${many}`, places, storedRun),
    timed(`a run document computed again, ${many}`, places, (place) => replay(runDocument(place))),
  ];
}

/** The advice of every place, one after the other, none of it kept. */
export function measureAllPlaces(instrument: Instrument, catalogue: Catalogue, inputs: readonly AdviceInput[]): AllPlacesRow {
  const before = process.cpuUsage();
  const started = performance.now();
  let highest = 0;
  for (const place of requests(instrument, catalogue, inputs)) {
    recommend(place);
    highest = Math.max(highest, process.memoryUsage.rss());
  }
  const { user, system } = process.cpuUsage(before);
  return {
    what: `advice of all places, ${catalogue.measures.length} measures`,
    places: inputs.length,
    totalMs: performance.now() - started,
    processorMs: (user + system) / 1000,
    highestMb: highest / 1e6,
  };
}

/** How many bytes a stored run takes: what it depended on, and what came out. */
export function measureSizes(instrument: Instrument, catalogue: Catalogue, inputs: readonly AdviceInput[]): readonly SizeRow[] {
  const runs = requests(instrument, catalogue, inputs).map(storedRun);
  const sizes = (what: string, part: (run: (typeof runs)[number]) => unknown): SizeRow => {
    const sorted = runs.map((run) => new TextEncoder().encode(canonicalJson(part(run))).length).sort((a, b) => a - b);
    return { what, medianBytes: sorted[Math.floor(sorted.length / 2)] ?? 0, lowBytes: sorted[0] ?? 0, highBytes: sorted.at(-1) ?? 0 };
  };
  return [sizes("input of a stored run", ({ input }) => input), sizes("result of a stored run", ({ result }) => result)];
}
