import { type Catalogue, catalogueBench, type Instrument, select } from "@hp/domain";
import { kpis } from "../src/published/kpis.ts";
import { referenceAdviceInput, referencePlaces, referenceSeed } from "../src/reference/index.ts";

/** What the check of the content found. */
export interface Checked {
  readonly faults: readonly string[];
  readonly counts: { readonly measures: number; readonly cards: number; readonly statements: number; readonly places: number };
}

/** Whether a measure can be advised to some municipality, and is not advised to another. Both must be so, or its rule says nothing. */
function reach(instrument: Instrument, catalogue: Catalogue) {
  const opens = new Set<string>();
  const missed = new Set<string>();
  const places = referencePlaces(referenceSeed(1)).map((place) => referenceAdviceInput(place));
  for (const place of places) {
    const { candidates, advised, basic } = select(instrument, catalogue, place);
    const given = new Set([...advised, ...basic].map(({ measure }) => measure.id));
    for (const { measure, gate } of candidates) {
      if (gate.status === "open") opens.add(measure.id);
      if (!given.has(measure.id)) missed.add(measure.id);
    }
  }
  return { opens, missed, places };
}

/**
 * Checks the content as a whole, beyond what its contracts do when it is loaded: every finding of a trial that would stop
 * publishing, every text, card, source and review date that is missing or past, and every measure that no municipality could
 * be advised, or that every one of them is.
 *
 * @param today `YYYY-MM`: a review date before it is past.
 */
export function checkContent(instrument: Instrument, catalogue: Catalogue, today: string): Checked {
  const { opens, missed, places } = reach(instrument, catalogue);
  const { findings } = catalogueBench({
    before: null,
    draft: catalogue,
    instrument,
    places: places.map((input, index) => ({ id: String(index), name: String(index), kind: "municipality", input })),
    expectations: [],
    takenIds: [],
    takenInInstrument: [],
    today,
    kpiTitles: Object.fromEntries([...kpis()].map(([id, { sv, en }]) => [id, { sv, en }])),
  });
  const stops = findings.filter(({ severity, code }) => severity === "red" || /missing|review/.test(code));
  const inUse = catalogue.measures.filter(({ retired }) => retired !== true);
  return {
    faults: [
      ...stops.map(({ sentence }) => sentence.en),
      ...inUse.filter(({ id }) => !opens.has(id)).map(({ id }) => `${id} could be advised to no municipality`),
      ...inUse.filter(({ id }) => !missed.has(id)).map(({ id }) => `${id} is advised to every municipality`),
    ],
    counts: {
      measures: catalogue.measures.length,
      cards: catalogue.measures.filter(({ card }) => card !== undefined).length,
      statements: instrument.dimensions.reduce((sum, { items }) => sum + items.length, 0),
      places: places.length,
    },
  };
}
