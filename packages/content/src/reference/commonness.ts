import type { CommonnessFile } from "@hp/contracts/content";
import { type AdviceInput, computeCommonness, type Instrument } from "@hp/domain";
import { catalogueWithoutShares } from "../published/catalogue.ts";
import { loadInstrument } from "../published/instrument.ts";
import { referenceModel } from "../published/settings.ts";
import { referenceAdviceInput } from "./advice-input.ts";
import { referencePlaces, referenceSeed } from "./place.ts";

/** Runs of the generator that commonness is computed over. */
export const commonnessRuns = 3;

/** The 290 test places of each of the first {@link commonnessRuns} seeds, as the engine takes them. */
export function commonnessPlaces(instrument: Instrument = loadInstrument()): readonly AdviceInput[] {
  const seeds = Array.from({ length: commonnessRuns }, (_, index) => referenceSeed(index + 1));
  return seeds.flatMap((seed) => referencePlaces(seed).map((place) => referenceAdviceInput(place, place.seed, instrument)));
}

/**
 * How common every measure is among the test places, the Grundpaket that follows, and what is usual there: what
 * content/commonness.json holds for this catalogue, instrument and generator.
 *
 * @see docs/method.md §4.6
 */
export function computeCommonnessFile(): CommonnessFile {
  const { version, measures, rules } = catalogueWithoutShares();
  const places = commonnessPlaces();
  const { commonness, basicPackage, reference } = computeCommonness({
    instrument: loadInstrument(),
    catalogue: { measures, rules },
    places,
  });
  return {
    catalogueVersion: version,
    instrumentVersion: loadInstrument().version,
    referenceVersion: referenceModel().version,
    seeds: Array.from({ length: commonnessRuns }, (_, index) => referenceSeed(index + 1)),
    places: places.length,
    shares: { ...commonness },
    basicPackage: [...basicPackage],
    reference: { factShare: { ...reference.factShare }, spread: { ...reference.spread } },
  };
}
