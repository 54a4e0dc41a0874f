import type { EvidenceGrade } from "../catalogue/types.ts";
import type { Party } from "../instrument/types.ts";
import type { Scored } from "../scoring/types.ts";

/** The parties that own a plan and pay for it; residents answer but own none. */
export const payingParties = ["municipality", "industry"] as const;
/** Who carries money and hours in a plan. */
export type PayingParty = (typeof payingParties)[number];

/** The ends of an effect's range, as multiples of the expected exponent; low <= 1 <= high. */
export interface EffectRange {
  readonly low: number;
  readonly high: number;
}

/** What is assumed of effects. All of it is expert proposal, stored with the content and labelled so wherever it shows. */
export interface EffectAssumptions {
  /** Effect level 1–3 to the share of the remaining distance to 100 that is closed, [0, 1). */
  readonly closesShare: Readonly<Record<string, number>>;
  /** Factor on the share by evidence grade, [0, 1]. */
  readonly evidence: Readonly<Record<EvidenceGrade, number>>;
  /** The same where the sources disagree. */
  readonly evidenceMixed: Readonly<Record<EvidenceGrade, number>>;
  /** How far the effect may be from the expected, by evidence grade. */
  readonly range: Readonly<Record<EvidenceGrade, EffectRange>>;
  /** Low end where the sources disagree. */
  readonly mixedLow: number;
  /** Low end of a measure that can do harm; below 0, it may take the place further from 100. */
  readonly harmLow: number;
}

/** What another measure does to this one's own effect when both are there: above 1 strengthens, below 1 weakens. */
export interface Synergy {
  readonly with: string;
  /** [0, 3]. Multiplies the exponent −ln(1 − q) of this measure's effects. */
  readonly factor: number;
}

/** What of an action moves a score. A `Measure` with its rule's synergies has all of it. */
export interface EffectiveAction {
  /** Unique among the actions. */
  readonly id: string;
  /** Dimension id to effect level, a key of `closesShare`. */
  readonly effects: Readonly<Record<string, number>>;
  readonly evidence: { readonly grade: EvidenceGrade; readonly mixed: boolean };
  /** Can do harm: the band then reaches below today's score. */
  readonly harm: boolean;
  readonly synergies: readonly Synergy[];
}

/** Where a dimension stands today. A `DimensionScore` is one. */
export interface Standing {
  readonly dimensionId: string;
  readonly place: Scored;
  readonly byParty: Partial<Record<Party, Scored>>;
}

/** A number with the range it is believed to lie in; low <= expected <= high. */
export interface Banded {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** A score today and when the actions have had their effect, 0–100. */
export interface ExpectedScore {
  readonly now: Banded;
  readonly after: Banded;
}

/** What a set of actions does to one dimension. */
export interface ExpectedDimension {
  readonly dimensionId: string;
  /** Share of the remaining distance to 100 that is closed, (−∞, 1); 0 without any action. */
  readonly closedShare: Banded;
  /** Null where the place has no score: unknown moves nothing. */
  readonly place: ExpectedScore | null;
  /** Parties with a score. */
  readonly byParty: Partial<Record<Party, ExpectedScore>>;
}

/** One of these must be in the plan and start at least `lagYears` before, or be done already. */
export interface Prerequisite {
  /** Measure ids, at least one; ids that are neither candidates nor done can never help. */
  readonly anyOf: readonly string[];
  /** Whole years, 0 for the same year. */
  readonly lagYears: number;
}

/** What each party carries of one measure, year by year from its start. Whole kronor, or whole hours; empty for nothing. */
export type AmountsByParty = Readonly<Record<PayingParty, readonly number[]>>;

/** A candidate for the plan. */
export interface PortfolioMeasure extends EffectiveAction {
  readonly mainDimension: string;
  /** Whole kronor. Years after the horizon are counted in its last year, so that a late start saves nothing. */
  readonly costSek: AmountsByParty;
  /** Whole hours, counted the same way. */
  readonly hours: AmountsByParty;
  /** All of them must hold. */
  readonly prerequisites: readonly Prerequisite[];
  /** Measures that it cannot be combined with, in the plan or done already. */
  readonly exclusions: readonly string[];
  /** First year it may start, 0 is the plan's first; 0 if absent. */
  readonly earliestYear?: number;
  /** Last year it may start; the horizon's last if absent. */
  readonly latestYear?: number;
}

/** What one party can carry. Null anywhere is no limit. */
export interface PartyBudget {
  /** Whole kronor for each year of the horizon. */
  readonly sekByYear: readonly (number | null)[];
  /** Whole kronor over all years. */
  readonly totalSek: number | null;
  readonly hoursByYear: readonly (number | null)[];
  readonly totalHours: number | null;
}

/** A dimension in the plan: where it stands and what it weighs. */
export interface PortfolioDimension extends Standing {
  /** >= 0, such as weight times importance. Only ratios matter. */
  readonly weight: number;
}

/** Limits of the municipality's share, 0–1, to the nearest thousandth; industry has the rest. */
export interface ShareLimits {
  readonly min: number;
  readonly max: number;
}

/** A fair balance between the parties. */
export interface Balance {
  /** Of kronor plus hours priced at `hourSek`; null for no limit. */
  readonly carries: ShareLimits | null;
  /** Of points gained in the parties' own scores, measure by measure; null for no limit. */
  readonly gets: ShareLimits | null;
  /** Whole kronor that an hour counts as in `carries`; 0 counts money only. */
  readonly hourSek: number;
}

/** A question to the optimiser: which package is best under these limits. */
export interface PortfolioRequest {
  /** Ids unique. A dimension whose place has no score gives nothing. */
  readonly dimensions: readonly PortfolioDimension[];
  /** Ids unique; the order does not matter. */
  readonly measures: readonly PortfolioMeasure[];
  /** Measures done already: met as prerequisites, there for synergies and exclusions, without further effect. */
  readonly done: readonly string[];
  /** Years in which measures may start, 1–10. */
  readonly horizonYears: number;
  readonly budgets: Readonly<Record<PayingParty, PartyBudget>>;
  /** Whole kronor that both parties may spend together on top of their budgets, in any year; 0 for none. */
  readonly extraSek: number;
  /** Whole kronor for the whole package, both parties together and extra included; null for no limit. */
  readonly costLimitSek: number | null;
  /** Candidates that must be in. */
  readonly lockedIn: readonly string[];
  /** Measures that must not be in; ids that are no candidates are harmless. */
  readonly lockedOut: readonly string[];
  /** Measures per main dimension, done ones not counted; null for no limit. `DEFAULT_PER_DIMENSION` is 2. */
  readonly atMostPerDimension: number | null;
  /** Dimensions that must be the main one of at least one chosen measure. */
  readonly requiredDimensions: readonly string[];
  readonly balance: Balance | null;
  readonly assumptions: EffectAssumptions;
}

/** A chosen measure and the year it starts; 0 is the plan's first. */
export interface PlannedStart {
  readonly measureId: string;
  readonly startYear: number;
}

/** Rules that a plan must keep. */
export const portfolioRules = [
  "locked_in",
  "locked_out",
  "start_window",
  "prerequisite",
  "exclusion",
  "dimension_limit",
  "required_dimension",
  "budget_year",
  "budget_total",
  "extra",
  "cost_limit",
  "hours_year",
  "hours_total",
  "balance_carries",
  "balance_gets",
] as const;
/** The name of a rule that a plan must keep. */
export type PortfolioRule = (typeof portfolioRules)[number];

/** A rule at one place: `{ rule: "budget_year", subject: "municipality:1" }`, `{ rule: "locked_in", subject: "BO05" }`. */
export interface RuleAt {
  readonly rule: PortfolioRule;
  readonly subject: string;
}

/** What a plan gives and takes. */
export interface PlanFigures {
  /** Points that the weighted mean of the places' scores gains, 0–100, unrounded. */
  readonly value: number;
  /** Whole kronor, both parties, all years. */
  readonly costSek: number;
  /** Whole kronor needed on top of the budgets. */
  readonly extraSek: number;
}
