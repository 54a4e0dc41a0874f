import type { Catalogue } from "../catalogue/types.ts";
import type { KpiTitles } from "../condition/field-catalogue.ts";
import type { Instrument } from "../instrument/types.ts";
import type { AdviceInput, AdvisedMeasure, Contribution } from "../recommendation/types.ts";
import type { Text } from "../text/text.ts";
import type { GateReason } from "./gate-reason.ts";

/** Where a place of a trial comes from: a place of the product, a municipality of the reference places, or made up for the trial. */
export const benchPlaceKinds = ["ours", "municipality", "generated"] as const;
/** One of them. */
export type BenchPlaceKind = (typeof benchPlaceKinds)[number];

/** A place that a draft is tried on. */
export interface BenchPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: BenchPlaceKind;
  readonly input: AdviceInput;
}

/** What a measure must be in a place, whatever else changes. `among_first` needs `n`, a whole number from 1; else null. */
export interface BenchExpectation {
  readonly placeId: string;
  readonly measureId: string;
  readonly kind: "among_first" | "not_advised" | "excluded";
  readonly n: number | null;
}

/** A part of an instrument by its id: places have answers and facts under it. */
export interface InstrumentPart {
  readonly kind: "dimension" | "statement" | "precondition";
  readonly id: string;
}

/** Everything a trial depends on. */
export interface BenchRequest {
  /** The version that is in use; null for a first catalogue. */
  readonly before: Catalogue | null;
  readonly draft: Catalogue;
  readonly instrument: Instrument;
  /** The instrument that `before` belongs to; the draft's where it is the same. */
  readonly beforeInstrument?: Instrument;
  readonly places: readonly BenchPlace[];
  readonly expectations: readonly BenchExpectation[];
  /** Ids that some published version has used, those of `before` among them or not. */
  readonly takenIds: readonly string[];
  /** Dimensions, statements and preconditions that some published instrument has had, those of `beforeInstrument` among them or not. */
  readonly takenInInstrument: readonly InstrumentPart[];
  /** `YYYY-MM`. */
  readonly today: string;
  /** Titles of all indicators that content may name. Without it indicator ids are not checked, and rules may compare only those of the instrument. */
  readonly kpiTitles?: KpiTitles;
}

/** How far a trial has come: told after each place. */
export interface BenchProgress {
  readonly done: number;
  readonly total: number;
  readonly placeId: string;
}

/** The factors of a score that can have moved. `need` has the dimension that moved most. */
export type ScoreFactor = Exclude<Contribution["kind"], "side_need">;

/** Why a measure came or went. */
export type MoveCause =
  | { readonly kind: "added" | "removed" | "retired" | "restored" | "faulty" }
  /** Its gate opened or closed; the reason is of where it is closed. */
  | { readonly kind: "gate"; readonly from: string; readonly to: string; readonly reason: GateReason }
  /** From Grundpaket to the nine, or the other way. */
  | { readonly kind: "package"; readonly into: boolean }
  | {
      readonly kind: "score";
      readonly before: number;
      readonly after: number;
      readonly factor: ScoreFactor;
      readonly dimensionId: string | null;
      /** The factor before and after; of `need`, the sum of the needs' points. */
      readonly values: readonly [number, number];
    }
  /** A floor or trigger brings it in, or brought it in before. */
  | { readonly kind: "trigger"; readonly trigger: NonNullable<AdvisedMeasure["broughtBy"]> }
  /** Its own score did not move it: others came or went. By id, the best ranked first; may be empty. */
  | { readonly kind: "others"; readonly measureIds: readonly string[] };

/** A measure that comes to or leaves one of a place's two lists. */
export interface MeasureMove {
  readonly measureId: string;
  /** Grundpaket; else Särskilt för er ort. */
  readonly basic: boolean;
  readonly cause: MoveCause;
  readonly reason: Text;
}

/** A score that moved, of a measure past its gate both before and after. */
export interface ScoreMove {
  readonly measureId: string;
  readonly before: number;
  readonly after: number;
}

/** A gate that moved, of a measure in both versions, whether it is advised or not. */
export interface GateMove {
  readonly measureId: string;
  /** `open`, `held_back`, `excluded`, `in_place` or `done`. */
  readonly from: string;
  readonly to: string;
}

/** What changes in one place. */
export interface PlaceChange extends Pick<BenchPlace, "id" | "name" | "kind"> {
  readonly gains: readonly MeasureMove[];
  readonly losses: readonly MeasureMove[];
  /** Measures whose score moved. */
  readonly scoresMoved: number;
  /** Those that moved most, ten at most. */
  readonly scores: readonly ScoreMove[];
  /** Measures whose gate moved. */
  readonly gatesMoved: number;
  /** The first of them by id, ten at most. */
  readonly gates: readonly GateMove[];
}

/** Red stops publishing, yellow is worth a look, info is for the record. */
export const severities = ["red", "yellow", "info"] as const;
/** One of them. */
export type Severity = (typeof severities)[number];

/** What a finding is about. The whole catalogue has an empty id. */
export interface FindingSubject {
  readonly kind: "measure" | "dimension" | "statement" | "precondition" | "place" | "catalogue" | "instrument";
  readonly id: string;
}

/** One thing that a trial showed. */
export interface BenchFinding {
  readonly severity: Severity;
  readonly code: string;
  readonly subject: FindingSubject;
  readonly values: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly sentence: Text;
}

/** A pinned expectation, tried. */
export interface ExpectationResult extends BenchExpectation {
  /** Null where it cannot be tried: the place is not among those of the trial. */
  readonly met: boolean | null;
  /** Place among all that pass their gate, from 1; null where the measure does not. */
  readonly rank: number | null;
}

/** How much the advice is each place's own. */
export interface BenchSpecificity {
  /** Mean Jaccard of the nine over all pairs of places, 0–1; null with fewer than two places. */
  readonly overlap: number | null;
  /** Measures that some place is advised, Grundpaket included. */
  readonly distinct: number;
  /** Of those outside Grundpaket, with the share of the places, 0–1; null if no place is advised anything. */
  readonly mostCommon: { readonly measureId: string; readonly share: number } | null;
}

/** In how many places a measure is advised, Grundpaket included. */
export interface MeasureReach {
  readonly measureId: string;
  readonly title: Text;
  /** Null where the version in use does not have the measure. */
  readonly before: number | null;
  readonly after: number;
}

/** What a trial showed. */
export interface BenchReport {
  /** Red first, then yellow, then info. */
  readonly findings: readonly BenchFinding[];
  /** Places where a measure comes or goes, or a score or a gate moves, in the order given. */
  readonly places: readonly PlaceChange[];
  /** Over the places that are not generated; over all where all are. */
  readonly reach: readonly MeasureReach[];
  readonly specificity: { readonly before: BenchSpecificity | null; readonly after: BenchSpecificity };
  readonly counts: Readonly<Record<BenchPlaceKind, number>>;
  readonly expectations: readonly ExpectationResult[];
}
