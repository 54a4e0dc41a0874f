import type { RuleAt } from "@hp/domain";

/** A package as it is kept: the optimiser's plan, whose numbers are computed again from the question when it is shown. */
export interface KeptPlan {
  readonly selection: readonly string[];
  /** By id: the year it starts, 0 is the plan's first. */
  readonly startYears: Readonly<Record<string, number>>;
  readonly value: number;
  readonly costSek: number;
}

/** What the worker keeps of its answer. Parts that are null are not found yet. */
export interface ProposalResult {
  readonly best: {
    readonly status: "optimal" | "time_limit" | "infeasible";
    readonly plan: KeptPlan | null;
    readonly gap: number | null;
    readonly conflicts: readonly RuleAt[] | null;
  };
  readonly front: { readonly complete: boolean; readonly points: readonly KeptPlan[] } | null;
  readonly leftOut: readonly LeftOut[] | null;
}

/** What it would take for one measure that the best package leaves out. */
export interface LeftOut {
  readonly measureId: string;
  readonly kind: "fits" | "not_by_money" | "unknown";
  /** Whole kronor on top of the budgets; 0 for `not_by_money`. */
  readonly sek: number;
}
