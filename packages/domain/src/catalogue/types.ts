import type { Condition } from "../condition/types.ts";
import type { Text } from "../text/text.ts";

/** Who can own a measure. */
export type MeasureOwner = "municipality" | "company" | "civil" | "region";
/** Cost in the first year: under 300 000 kr, up to 3 million, over that. */
export type CostClass = "small" | "medium" | "large";
/** When a first result can be seen: within one year, within three, later. */
export type Horizon = "short" | "medium" | "long";
/** a research on effect, b documented with a result, c documented, d expert judgement. */
export type EvidenceGrade = "a" | "b" | "c" | "d";

/** Where money for a measure may be found; names and addresses are in the legend. Terms change: a hint, never a promise. */
export const fundingHints = [
  "leader",
  "esf",
  "erdf",
  "regional",
  "klimatklivet",
  "lona",
  "broadband",
  "heritage",
  "culture",
  "arvsfonden",
  "assembly",
  "school",
  "transition",
  "transport",
  "service",
] as const;
/** One of them. */
export type FundingHint = (typeof fundingHints)[number];

/** What one reads of a measure before deciding on it. Written by the product's editors from the measure's facts and source. */
export interface MeasureCard {
  /** The measure in short and what result to expect. */
  readonly summary: Text;
  /** What it takes to succeed. */
  readonly success: readonly Text[];
  /** Step by step, in order. */
  readonly steps: readonly Text[];
  /** What it asks of the municipality. */
  readonly municipality: Text;
  /** What it asks of the company. */
  readonly company: Text;
  /** How to follow it up. */
  readonly followUp: readonly Text[];
  /** What speaks against it, or that nothing is known to. */
  readonly counterEvidence: Text;
  readonly funding: readonly FundingHint[];
}

/** A measure of the catalogue. Effects, costs and hours are expert proposals unless `costBasis.kind` is `source`. */
export interface Measure extends Text {
  /** Stable, never reused: `BO06`. */
  readonly id: string;
  readonly mainDimension: string;
  /** Dimension id to effect 1–3; the main dimension is among them. */
  readonly effects: Readonly<Record<string, number>>;
  /** The first leads. */
  readonly owners: readonly MeasureOwner[];
  readonly cost: CostClass;
  /** Whole kronor, first year. */
  readonly costSek: { readonly min: number; readonly max: number };
  readonly costBasis: Text & { readonly kind: "class" | "source" };
  readonly hours: { readonly municipality: number; readonly company: number };
  readonly horizon: Horizon;
  readonly horizonMonths: { readonly min: number; readonly max: number };
  readonly evidence: { readonly grade: EvidenceGrade; readonly mixed: boolean; readonly note: Text | null };
  readonly sourceKind: "research" | "evaluation" | "practice" | "expert";
  readonly source: Text;
  /** Can do harm or is hard to undo: held back while a deciding fact is unknown. */
  readonly harm: boolean;
  /** Keeps people who already live here, rather than attracting new ones. */
  readonly retains: boolean;
  readonly universal: boolean;
  readonly followUp: { readonly kpis: readonly string[]; readonly local: Text | null };
  readonly caution: Text | null;
  readonly legal: Text | null;
  /** `YYYY-MM`. */
  readonly reviewBy: string;
  /** Absent in versions published before cards were written. */
  readonly card?: MeasureCard;
  /** No longer advised, but readable wherever it was used. Absent means in use. */
  readonly retired?: boolean;
}

/** When a measure fits. Every condition may be absent. */
export interface MeasureRule {
  readonly exclude: Condition | null;
  readonly require: Condition | null;
  readonly boost: readonly Condition[];
  readonly damp: readonly Condition[];
  readonly prerequisites: readonly string[];
  readonly conflicts: readonly string[];
  readonly synergies: readonly { readonly with: string; readonly factor: number }[];
  readonly inPlace: Condition | null;
}

/**
 * What is usual among the reference places, so that a fact of one place can be told from what holds everywhere. Computed
 * once per catalogue version, over the comparisons that its rules make.
 */
export interface ReferenceFigures {
  /** By `factKey` of a comparison: share 0–1 of the places where it holds, those where it is unknown left out. */
  readonly factShare: Readonly<Record<string, number>>;
  /** By field: distance between the 10th and the 90th percentile of its values, above 0, in the field's own unit. */
  readonly spread: Readonly<Record<string, number>>;
}

/** The measures and rules of one published version, with what was computed for it at publishing. */
export interface Catalogue {
  readonly version: string;
  readonly measures: readonly Measure[];
  /** By measure id; every measure has one. */
  readonly rules: Readonly<Record<string, MeasureRule>>;
  /** By measure id: share 0–1 of the reference places that would get the measure (method.md §4.6). */
  readonly commonness: Readonly<Record<string, number>>;
  /** Measure ids that belong to Grundpaket in this version. */
  readonly basicPackage: readonly string[];
  /** What is usual among the reference places. Absent in versions published before 2026-11-3: then nothing is known of it. */
  readonly reference?: ReferenceFigures;
}
