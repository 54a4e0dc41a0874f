import type { ModelConstraint, PortfolioModel } from "@hp/domain";
import type { Highs, Model } from "highs";
import { modelData } from "./highs.ts";

/** What HiGHS itself says to a programme with whole numbers. */
export type MipAnswer =
  | {
      readonly kind: "solved";
      /** By column. */
      readonly values: Float64Array;
      /** What was minimised can be no less. */
      readonly bound: number;
      readonly isBest: boolean;
    }
  | { readonly kind: "infeasible" }
  | { readonly kind: "unknown" };

/** How HiGHS is asked. */
export interface MipOptions {
  readonly constraints: readonly ModelConstraint[];
  /** By column. */
  readonly minimise: readonly number[];
  readonly secondsLeft: number;
}

/** Rows that say what the plan gains: of no matter to what fits. */
export const isGainRow = ({ kind }: ModelConstraint): boolean => ["exponent", "tangent", "both", "value"].includes(kind);

/** Solves a programme as it is by HiGHS' own branch and cut. Its answer holds within the solver's tolerances: check it. */
export function plainMip(solver: Highs, { variables }: Pick<PortfolioModel, "variables">, options: MipOptions): MipAnswer {
  const { constraints, minimise, secondsLeft } = options;
  return solver.withModel(modelData(solver, { variables, constraints }, { isRelaxed: false, minimise }), (mip: Model): MipAnswer => {
    mip.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 1e-7, time_limit: Math.max(0.01, secondsLeft) });
    const { modelStatus } = mip.run();
    const { optimal, infeasible } = solver.constants.modelStatus;
    if (modelStatus === infeasible) return { kind: "infeasible" };
    if (mip.info.get("primal_solution_status") !== solver.constants.solutionStatus.feasible) return { kind: "unknown" };
    const bound = Number(mip.info.get("mip_dual_bound"));
    return { kind: "solved", values: mip.getSolution().colValue, bound, isBest: modelStatus === optimal };
  });
}

/** Whole start years from a solution: by measure the year, −1 for what does not start. */
export function startYearsOf({ startColumns }: PortfolioModel, values: Float64Array): readonly number[] {
  return startColumns.map((columns) => columns.findIndex((column) => column >= 0 && (values[column] as number) > 0.5));
}
