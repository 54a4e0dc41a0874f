import { placeRow, profileFacts, type Transaction } from "@hp/db";
import { deriveFacts, type Facts, type Instrument, type RoundScores } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { openDataOf } from "./open-data.ts";

/**
 * Everything that is known of a place, in the form that rules read: its own answers, what follows from them, and with
 * scores also what people think. Private answers included: for deciding, never for showing.
 */
export async function factsOf(
  transaction: Transaction,
  scope: PlaceScope<"place.read">,
  instrument: Instrument,
  scores: RoundScores | null = null,
): Promise<Facts> {
  const place = await placeRow(transaction, scope);
  const rows = await profileFacts(transaction, scope);
  const { factIndex, peers, latest } = openDataOf(place);
  return deriveFacts({
    instrument,
    values: {
      kommun: place.municipalityCode,
      ort: place.localityCode,
      ...Object.fromEntries(rows.map((row) => [row.key, row.value as Facts[string]])),
    },
    scores,
    factIndex,
    peers,
    indicators: latest,
  });
}
