import type { Say } from "./kit.ts";
import type { ReaderFormat } from "./reader-format.ts";

export type PlaceParty = "municipality" | "industry";
export const placeParties: readonly PlaceParty[] = ["municipality", "industry"];

/** Parties and the coordinator in a row, in the middle of a sentence: "kommunen och industrin". */
export const partyList = (t: Say, format: ReaderFormat, parties: readonly (PlaceParty | "coordinator")[]) =>
  format.list(parties.map((party) => t(`partyInText.${party}`)));
