import type { CostClass, EvidenceGrade } from "../catalogue/types.ts";

/**
 * The numbers of the ranking that are not part of the content. All of them are expert proposals (docs/method.md): they
 * are gathered here so that they are named, shown and changed in one place, and the engine's version with them.
 */
export const parameters = {
  /** Part of the perceived score where a fact index exists; the rest is the fact index. */
  perceivedPart: 0.7,
  /**
   * How much of a difference in perception between two dimensions of a place is taken for a difference in need (κ). The
   * rest is how people answer: what is new, what is near, what was in the paper.
   */
  perceptionKept: 0.5,
  /** Standard deviation of true scores between dimensions, points (τ): what an interval is measured against. */
  trueSpread: 12,
  /** Need = weight · (1 − s/100) · (atImportance1 + perStep · (importance − 1)). */
  importance: { atImportance1: 0.6, perStep: 0.2, unknown: 3 },
  /** What a side effect on another dimension counts against the main one. */
  sideEffect: 0.35,
  /** Highest effect: relevance is divided by it. */
  highestEffect: 3,
  /** Fit = (1 + strength of the calls, at most `ceiling`) · damp per damp that holds. */
  fit: { ceiling: 4, damp: 0.8 },
  /** A call is a fact that a rule asks for and that holds: strength = rarity · margin · weight. */
  call: {
    /** Rarity is −log2 of the share of reference places where it holds: 1 for half of them, 3 for an eighth, and no more. */
    mostBits: 3,
    /** Share taken where the catalogue has no figure for the comparison. */
    unknownShare: 0.5,
    /** Margin of a number on its limit; it grows to 1 at half the reference places' 10–90 % spread beyond it. */
    atLimit: 0.5,
    /** Margin of a number whose distance is not told: a party's own fact, or a field without a spread. */
    untold: 0.75,
    /**
     * By what the fact is. Scores of dimensions and statements count in the need already. Gaps do not, and are perception
     * as well: 0.6 is the reliability of a gap between two parties of ten answers (9² / (9² + 7.2²)).
     */
    weight: { fact: 1, gap: 0.6, perception: 0.2 },
  },
  unknownRequirement: 0.95,
  evidence: { a: 1, b: 0.95, c: 0.85, d: 0.75 } satisfies Record<EvidenceGrade, number>,
  evidenceMixed: { a: 0.5, b: 0.75, c: 0.5, d: 0.5 } satisfies Record<EvidenceGrade, number>,
  /** By cost class, with sound and with weak municipal finances; unknown finances count halfway. */
  cost: { small: { sound: 1, weak: 1 }, medium: { sound: 0.95, weak: 0.85 }, large: { sound: 0.9, weak: 0.65 } } satisfies Record<
    CostClass,
    { sound: number; weak: number }
  >,
  /** By cost class: development posts in the municipality under 1, from 1 to under 3 (and unknown), 3 and over. */
  capacity: { small: [1, 1, 1], medium: [0.95, 1, 1], large: [0.9, 0.95, 1] } satisfies Record<
    CostClass,
    readonly [number, number, number]
  >,
  /** How much a measure that every reference place would get is drawn down (λ). */
  commonness: 0.2,
  /** Measures in Särskilt för er ort. */
  portfolio: 9,
  /** Measures that this share of the reference places would get outside Grundpaket as it stands are added to it, over and over. */
  basicPackage: { fromShare: 0.4, atMost: 10 },
} as const;

/** Facts that the ranking itself reads, besides those that the rules name. */
export const rankingFields = { weakFinances: "ekonomi_svag", developmentPosts: "utv_resurs" } as const;
/** Facts that tie a measure to a trigger: the measure whose `require` names one is brought in when the trigger goes off. */
export const triggerFields = { gap: "max_gap", factGap: "fact_gap_abs" } as const;
