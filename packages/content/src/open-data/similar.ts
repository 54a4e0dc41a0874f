import similarFile from "../../data/similar.json" with { type: "json" };
import { deepFreeze, once } from "../published/parse-content.ts";
import { type Municipality, requireMunicipality } from "./municipalities.ts";
import { compareNames } from "./sorting.ts";

/** A similar municipality's value of something; null where it is missing. */
export interface PeerValue<V> {
  readonly code: string;
  readonly name: string;
  readonly value: V | null;
}

const loaded = once(() => {
  const rows = (similarFile as unknown as { readonly rows: readonly (readonly string[])[] }).rows;
  return new Map(
    rows.map(([code = "", ...similar]) => {
      const sorted = similar.map(requireMunicipality).sort((a, b) => compareNames(a.name, b.name));
      return [code, Object.freeze(sorted) as readonly Municipality[]];
    }),
  );
});

/**
 * The seven municipalities most like this one in residents, location and economy ("liknande kommuner", Kolada), in
 * Swedish alphabetical order: they are shown with their values and never ranked.
 *
 * @throws RangeError for a code that is no municipality.
 */
export function similarMunicipalities(municipalityCode: string): readonly Municipality[] {
  requireMunicipality(municipalityCode);
  return loaded().get(municipalityCode) ?? [];
}

/** Something looked up for each of the seven, alphabetical. */
export function peerValues<V>(municipalityCode: string, lookUp: (peer: Municipality) => V | null): readonly PeerValue<V>[] {
  return deepFreeze(similarMunicipalities(municipalityCode).map((peer) => ({ code: peer.code, name: peer.name, value: lookUp(peer) })));
}
