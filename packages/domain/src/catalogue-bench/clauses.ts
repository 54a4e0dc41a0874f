import type { MeasureRule } from "../catalogue/types.ts";
import type { Condition } from "../condition/types.ts";

/** A condition of a rule and where it stands. */
export interface RuleClause {
  readonly name: "exclude" | "require" | "inPlace" | "boost" | "damp";
  /** From 0 for boosts and damps; null for the others. */
  readonly index: number | null;
  readonly condition: Condition;
}

/** The conditions of a rule, in its order. */
export function clausesOf(rule: MeasureRule): readonly RuleClause[] {
  const single = (["exclude", "require", "inPlace"] as const).flatMap((name): readonly RuleClause[] => {
    const condition = rule[name];
    return condition === null ? [] : [{ name, index: null, condition }];
  });
  const listed = (["boost", "damp"] as const).flatMap((name) =>
    rule[name].map((condition, index): RuleClause => ({ name, index, condition })),
  );
  return [...single, ...listed];
}
