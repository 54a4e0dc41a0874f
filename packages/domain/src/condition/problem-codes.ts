/** Every kind of fault that `validateCondition` finds. */
export const conditionProblemCodes = [
  "not_a_condition",
  "unknown_key",
  "too_deep",
  "too_large",
  "empty_branch",
  "bad_at_least",
  "unknown_field",
  "unknown_operator",
  "operator_not_for_type",
  "wrong_value",
  "not_a_choice",
  "out_of_range",
  "empty_interval",
] as const;
/** One kind of fault: a message key for the editor. */
export type ConditionProblemCode = (typeof conditionProblemCodes)[number];
