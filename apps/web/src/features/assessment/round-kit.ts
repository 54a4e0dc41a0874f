import type { AssessmentView, PlaceHead, RoundView } from "@hp/contracts";
import type { Say } from "../place/kit.ts";
import type { ReaderFormat } from "../place/reader-format.ts";

/** What the sections of the assessment share. */
export interface RoundKit {
  readonly head: PlaceHead;
  readonly t: Say;
  readonly format: ReaderFormat;
}
export type Round = RoundView;
export type MyPart = NonNullable<AssessmentView["mine"]>;
export type RoundParty = RoundView["parties"][number];
