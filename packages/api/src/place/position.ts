import { openData } from "@hp/content";

/** The centre of a place: its locality's, else its municipality's main locality's. Null where neither is known. */
export function positionOf(place: {
  readonly municipalityCode: string;
  readonly localityCode: string | null;
}): { lat: number; lon: number } | null {
  const locality = place.localityCode === null ? null : openData.locality(place.localityCode);
  const from = locality ?? openData.municipality(place.municipalityCode);
  return from === null || from.lat === null || from.lon === null ? null : { lat: from.lat, lon: from.lon };
}
