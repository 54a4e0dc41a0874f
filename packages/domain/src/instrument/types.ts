import type { Text } from "../text/text.ts";

/** The parties that answer. */
export const parties = ["municipality", "industry", "residents"] as const;
/** Who answers: the municipality, the industry (all companies together) or the residents. */
export type Party = (typeof parties)[number];

/** How much a round asks. */
export const modes = ["quick", "full"] as const;
/** Quick puts the core statements (about 8 minutes), full puts all (about 20). Fixed per round for everyone. */
export type Mode = (typeof modes)[number];

/** Something that people agree with from 1 to 5. */
export interface Statement extends Text {
  /** Stable, never reused: `boende-1`. */
  readonly id: string;
  readonly parties: readonly Party[];
  readonly core: boolean;
  /** Outcome statements are asked but never part of a score. */
  readonly outcome: boolean;
  readonly revision: number;
}

/** An indicator of a dimension, and what it is used for. */
export interface DimensionIndicator {
  readonly kpi: string;
  readonly direction: "higher" | "lower" | "neutral";
  readonly use: "index" | "context" | "outcome";
  readonly shipped: boolean;
  readonly standsInFor?: string | null;
}

/** One side of a place's attractiveness. */
export interface Dimension extends Text {
  readonly id: string;
  readonly domain: string;
  readonly kind: "physical" | "mental" | "work";
  /** Expert proposal, > 0. Only ratios matter. */
  readonly weight: number;
  readonly why: Text;
  readonly items: readonly Statement[];
  readonly indicators: readonly DimensionIndicator[];
}

/** What a precondition's value can be. */
export const preconditionTypes = ["number", "integer", "enum", "multiEnum", "boolean"] as const;
export type PreconditionType = (typeof preconditionTypes)[number];
/** Who is asked for a precondition; `derived` ones are computed. */
export const askedOf = ["openData", "municipality", "company", "either", "derived"] as const;
export type AskedOf = (typeof askedOf)[number];
/** Who may see a precondition's value. */
export const visibilities = ["public", "parties", "ownParty"] as const;
export type Visibility = (typeof visibilities)[number];

/** Help beside a field: what it is, why it is asked, an example. */
export interface PreconditionHelp {
  readonly what: string;
  readonly why: string;
  readonly example: string;
}

/** A typed fact about a place that rules can read. */
export interface Precondition extends Text {
  readonly key: string;
  readonly type: PreconditionType;
  readonly unit: Text | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly values: readonly (Text & { readonly key: string })[] | null;
  /** For an integer with named levels (maturity): what each level means. */
  readonly levels: readonly (Text & { readonly value: number })[] | null;
  readonly group: string;
  readonly askedOf: AskedOf;
  readonly source: Text | null;
  readonly kpi: string | null;
  readonly formula: string | null;
  readonly help: { readonly sv: PreconditionHelp; readonly en: PreconditionHelp };
  readonly visibility: Visibility;
  readonly thresholds: readonly number[];
  /** Shown, but no rule uses it. */
  readonly informational: boolean;
}

/** The questions of one published version. Immutable once published. */
export interface Instrument {
  readonly version: string;
  readonly scale: {
    readonly min: number;
    readonly max: number;
    readonly labels: readonly (Text & { readonly value: number })[];
    readonly missing: Text & { readonly key: string };
  };
  readonly importance: Text & { readonly min: number; readonly max: number };
  readonly domains: readonly (Text & { readonly key: string })[];
  readonly dimensions: readonly Dimension[];
  readonly preconditionGroups: readonly (Text & { readonly key: string })[];
  readonly preconditions: readonly Precondition[];
}
