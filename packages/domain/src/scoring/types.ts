import type { Party } from "../instrument/types.ts";

/** A 95 % interval; low <= the score <= high. On the score's scale, 0–100, or a gap's, −100–100. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Role groups within the parties. */
export const roleGroups = ["politicians", "administration", "municipal_companies", "management", "hr", "employees", "residents"] as const;
export type RoleGroup = (typeof roleGroups)[number];

/**
 * The answers of one role group of one organisation, counted. The unit that leaves the database; single answers never do.
 */
export interface GroupTally {
  readonly party: Party;
  /** The organisation the group belongs to: industry is the mean over organisations. */
  readonly organisationId: string;
  readonly roleGroup: RoleGroup;
  /** People who have answered at least one statement. */
  readonly respondents: number;
  /** Everyone there is in the group, where it is known: the fewer are left, the surer. At least `respondents`. Without it the group counts as endless. */
  readonly population?: number;
  /** By statement id: counts of answers 1–5 and of "cannot judge". A statement nobody was put or reached is absent. */
  readonly items: Readonly<
    Record<string, { readonly counts: readonly [number, number, number, number, number]; readonly cannotJudge: number }>
  >;
  /** By dimension id: counts of importance 1–5. */
  readonly importance: Readonly<Record<string, readonly [number, number, number, number, number]>>;
}

/** A score, or why there is none: never 0 for unknown. */
export type Scored =
  | {
      readonly kind: "scored";
      /** 0–100, unrounded. */
      readonly score: number;
      /** 95 %: where the true mean lies. */
      readonly interval: Interval;
      /**
       * The posterior's own interval, of a place's score that was made from answers: how much of the score is chance, which
       * is what its reliability in the need is measured by. Not shown: it is drawn towards 50 and need not lie around the score.
       */
      readonly posterior?: Interval;
      /** Share of the weight put to the party in this mode that has an answer, (0, 1]. */
      readonly coverage: number;
      /** People behind it. */
      readonly respondents: number;
    }
  | {
      readonly kind: "insufficient";
      /** [0, 1]. */
      readonly coverage: number;
      readonly respondents: number;
      /** Statement ids without an answer. */
      readonly missing: readonly string[];
    };

/** One statement's results. */
export interface ItemScore {
  readonly statementId: string;
  /** Mean over the parties present, 0–100; null if nobody has answered. */
  readonly place: number | null;
  readonly byParty: Partial<Record<Party, number>>;
  /** Share of "cannot judge" among those put the statement, 0–1; null if nobody was. */
  readonly cannotJudgeShare: number | null;
  /** van der Eijk's A within each party, −1…1; absent below two answers. */
  readonly agreement: Partial<Record<Party, number>>;
}

/** Bands of a gap between municipality and industry. */
export const gapBands = ["consensus", "nuance", "gap"] as const;
/** Under 10 points, 10–19.99, 20 and over: samsyn, nyansskillnad, glapp. */
export type GapBand = (typeof gapBands)[number];

/** One dimension's results, with the parts behind them. */
export interface DimensionScore {
  readonly dimensionId: string;
  /** Mean of the parties present, equal voices; never shown without the parts. */
  readonly place: Scored;
  readonly byParty: Partial<Record<Party, Scored>>;
  /** By company: shown to that company only, never to another. */
  readonly byOrganisation: Readonly<Record<string, Scored>>;
  /** Role groups with at least three respondents; smaller ones are in the party mean only. */
  readonly byRoleGroup: readonly { readonly organisationId: string; readonly roleGroup: RoleGroup; readonly score: Scored }[];
  /** Municipality minus industry, signed; null unless both are scored. */
  readonly gap: { readonly points: number; readonly interval: Interval; readonly band: GapBand; readonly wasserstein: number } | null;
  /** Mean importance 1–5 over the parties present; null if nobody has said. */
  readonly importance: number | null;
  readonly importanceByParty: Partial<Record<Party, number>>;
  /** SCB's four fields, split at the place's own means; null where a side is missing. */
  readonly quadrant: { readonly name: "prioritise" | "keep" | "improve_if_possible" | "lower_priority"; readonly certain: boolean } | null;
  readonly items: readonly ItemScore[];
}

/** All results of a round. */
export interface RoundScores {
  readonly partiesPresent: readonly Party[];
  readonly dimensions: readonly DimensionScore[];
  /** 100 − importance-weighted mean of the absolute gaps; null without any dimension with both sides. */
  readonly consensusIndex: { readonly value: number; readonly interval: Interval } | null;
}
