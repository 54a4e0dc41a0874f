import type { FieldCatalogue } from "../../condition/field-catalogue.ts";
import type { Finding } from "../../condition/types.ts";
import type { Instrument, Party } from "../../instrument/types.ts";
import type { Candidate, Selection } from "../select.ts";
import type { AdviceInput, AdviceStatus, AdvisedMeasure } from "../types.ts";

/** What one party gives one statement, 0–100. */
export interface Rating {
  readonly statementId: string;
  readonly party: Party;
  readonly score: number;
}

/** What all of a place's reasons are made from. */
export interface PlaceContext {
  readonly instrument: Instrument;
  readonly fields: FieldCatalogue;
  readonly input: AdviceInput;
  readonly selection: Selection;
  /** By dimension id: what the parties give its statements, the lowest first; outcomes left out. */
  readonly ratings: ReadonlyMap<string, readonly Rating[]>;
  /** `needSlopes` of a dimension with a score. */
  readonly slopes: (dimensionId: string) => ReadonlyMap<string, number>;
}

/** What one measure's reasons are made from. */
export interface MeasureContext extends PlaceContext {
  readonly candidate: Candidate;
  readonly status: AdviceStatus;
  /** 1 is first among those with the same status; null for measures not ranked. */
  readonly rank: number | null;
  readonly broughtBy: AdvisedMeasure["broughtBy"];
  readonly exclude: Finding | null;
  readonly require: Finding | null;
  readonly boosts: readonly Finding[];
  readonly damps: readonly Finding[];
}
