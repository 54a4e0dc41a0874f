import type { Expectation } from "@hp/contracts";
import type { ExpectedScore, Instrument, PlaceExpectation } from "@hp/domain";
import type { Locale } from "../services.ts";

const scoreView = ({ now, after: { expected, low, high } }: ExpectedScore) => ({ now: now.expected, after: { expected, low, high } });
const partyView = (score: ExpectedScore | undefined) => (score === undefined ? null : scoreView(score));

/** What some measures can be expected to do, with the dimensions by name. */
export function expectationView({ place, dimensions }: PlaceExpectation, instrument: Instrument, locale: Locale): Expectation {
  const names = new Map(instrument.dimensions.map((dimension) => [dimension.id, dimension[locale]]));
  return {
    place,
    dimensions: dimensions.map((one) => ({
      id: one.dimensionId,
      name: names.get(one.dimensionId) ?? one.dimensionId,
      place: scoreView(one.place),
      municipality: partyView(one.byParty.municipality),
      industry: partyView(one.byParty.industry),
    })),
  };
}
