import type { Facts, Finding } from "../condition/types.ts";
import type { RoundScores } from "../scoring/types.ts";

/** Everything a run depends on besides the pinned versions: enough to replay it. */
export interface AdviceInput {
  readonly facts: Facts;
  readonly scores: RoundScores;
  /** By dimension id: fact index 0–100, or null where "fakta saknas". */
  readonly factIndex: Readonly<Record<string, number | null>>;
  /** Measures already done or decided in the place (their ids): met as prerequisites and not advised again. */
  readonly done: readonly string[];
}

/** What can be said of a measure in a run. */
export const adviceStatuses = ["advised", "basic", "open", "held_back", "excluded", "in_place", "done"] as const;
/**
 * `advised` Särskilt för er ort · `basic` Grundpaket · `open` passes its gate but others come first ·
 * `held_back` may do harm and a deciding fact is unknown · `excluded` not now · `in_place` exists already · `done`.
 */
export type AdviceStatus = (typeof adviceStatuses)[number];

/** One step of the score. `points` of all steps sum to the score (unrounded). */
export interface Contribution {
  readonly kind: "need" | "side_need" | "fit" | "evidence" | "feasibility" | "commonness" | "unknown_requirement";
  /** Dimension id for needs; otherwise undefined. */
  readonly dimensionId?: string;
  readonly points: number;
  /** The factor or value behind it, as it stands in the formula. */
  readonly value: number;
  /** Of fit: the facts that call for the measure, strongest first; absent where none does. Their sum, at most 4, is what fit has above 1 before damps. */
  readonly calls?: readonly { readonly field: string; readonly strength: number }[];
}

/** A reason as data: a template key with its values. Texts are made from it in both languages by `reasonText`. */
export interface Reason {
  readonly template: string;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
  /** Field keys whose values the reason names: used to hide a private fact from the other party. */
  readonly fields: readonly string[];
}

/** One measure in a run, advised or not, with its reasons. */
export interface AdvisedMeasure {
  readonly measureId: string;
  readonly status: AdviceStatus;
  /** 1 is first among those with the same status; null for measures not ranked. */
  readonly rank: number | null;
  /** Ranking score; null where the gate is closed. */
  readonly score: number | null;
  readonly contributions: readonly Contribution[];
  readonly strongest: Reason;
  readonly suits: Reason;
  readonly weakest: Reason;
  readonly wouldChange: Reason;
  /** Why it is where it is when not advised ("Varför inte?"); null when advised or basic. */
  readonly whyNot: Reason | null;
  /** "Börja med …": prerequisites not yet done. */
  readonly startWith: readonly string[];
  /** Needed but costly for a weak economy: "kräver extern finansiering". */
  readonly needsExternalFunding: boolean;
  /** Brought in by floor or trigger rather than by rank. */
  readonly broughtBy: "weakest_dimension" | "gap" | "fact_gap" | "retain" | null;
  readonly gate: { readonly exclude: Finding | null; readonly require: Finding | null };
  readonly boosts: readonly Finding[];
  readonly damps: readonly Finding[];
}

/** A fact that is unknown and would decide about advice. Most consequential first. */
export interface OpenQuestion {
  readonly field: string;
  /** Measures that wait for it or are shown with a caveat because of it. */
  readonly measureIds: readonly string[];
  readonly heldBack: readonly string[];
}

/** What a place is advised. */
export interface Advice {
  readonly engineVersion: string;
  /** All measures of the catalogue, each exactly once: advised by rank, basic by rank, then the rest by id. */
  readonly measures: readonly AdvisedMeasure[];
  readonly openQuestions: readonly OpenQuestion[];
}
