import { loadInstrument, openData } from "@hp/content";
import { referenceAdviceInput, referencePlaces, referenceSeed } from "@hp/content/reference";
import type { AdviceInput, Instrument } from "@hp/domain";

/** A municipality as drafts are tried on it: real facts where open data has them, the rest drawn from the documented model. */
export interface ReferenceInput {
  readonly code: string;
  readonly name: string;
  readonly input: AdviceInput;
}

const inputs = new WeakMap<Instrument, readonly ReferenceInput[]>();

/**
 * The 290 municipalities of the reference model's first run, made once for each instrument. Never shown as facts about a
 * municipality.
 */
export function referenceInputs(instrument: Instrument = loadInstrument()): readonly ReferenceInput[] {
  const known = inputs.get(instrument);
  if (known !== undefined) return known;
  const made = referencePlaces(referenceSeed(1)).map((place) => ({
    code: place.municipalityCode,
    name: openData.municipality(place.municipalityCode)?.name ?? place.municipalityCode,
    input: referenceAdviceInput(place, place.seed, instrument),
  }));
  inputs.set(instrument, made);
  return made;
}
