import type { PreconditionType } from "../instrument/types.ts";
import type { Field } from "./field-catalogue.ts";
import type { ConditionProblemCode } from "./problem-codes.ts";
import type { Operator } from "./types.ts";

const operatorsByType = {
  number: ["eq", "ne", "lt", "lte", "gt", "gte", "in", "between", "known"],
  integer: ["eq", "ne", "lt", "lte", "gt", "gte", "in", "between", "known"],
  enum: ["eq", "ne", "in", "known"],
  multiEnum: ["contains", "known"],
  boolean: ["eq", "ne", "known"],
} as const satisfies Record<PreconditionType, readonly Operator[]>;

/** Values that a list of `in` may have: as many as the contract takes. */
export const MAX_LIST_VALUES = 60;

/** Which operators make sense on a field of the type: what a rule editor offers. */
export function operatorsFor(type: PreconditionType): readonly Operator[] {
  return operatorsByType[type];
}

/**
 * What is wrong with an atom's value, given its operator and field; null if nothing is.
 * An integer field takes whole numbers only, so that a limit is one that the field can have. A list of more than
 * `MAX_LIST_VALUES` is `too_large`, and its values are not looked at.
 */
export function validateAtomValue(op: Operator, value: unknown, field: Field): ConditionProblemCode | null {
  if (!operatorsFor(field.type).includes(op)) return "operator_not_for_type";
  if (op === "known") return typeof value === "boolean" ? null : "wrong_value";
  if (op === "between") return validateBetween(value, field);
  if (op === "in") return validateList(value, field);
  return validateScalar(value, field);
}

function validateBetween(value: unknown, field: Field): ConditionProblemCode | null {
  if (!Array.isArray(value) || value.length !== 2) return "wrong_value";
  const [low, high] = value as [unknown, unknown];
  const problem = validateScalar(low, field) ?? validateScalar(high, field);
  return problem ?? ((low as number) > (high as number) ? "empty_interval" : null);
}

function validateList(value: unknown, field: Field): ConditionProblemCode | null {
  if (!Array.isArray(value) || value.length === 0) return "wrong_value";
  if (value.length > MAX_LIST_VALUES) return "too_large";
  if (new Set(value).size !== value.length) return "wrong_value";
  return value.reduce<ConditionProblemCode | null>((problem, entry) => problem ?? validateScalar(entry, field), null);
}

function validateScalar(value: unknown, field: Field): ConditionProblemCode | null {
  if (field.type === "boolean") return typeof value === "boolean" ? null : "wrong_value";
  if (field.type === "enum" || field.type === "multiEnum") return validateChoice(value, field);
  if (typeof value !== "number" || !Number.isFinite(value)) return "wrong_value";
  if (field.type === "integer" && !Number.isInteger(value)) return "wrong_value";
  return (field.min !== null && value < field.min) || (field.max !== null && value > field.max) ? "out_of_range" : null;
}

function validateChoice(value: unknown, field: Field): ConditionProblemCode | null {
  if (typeof value !== "string" || value === "") return "wrong_value";
  return field.choices === null || field.choices.some((choice) => choice.key === value) ? null : "not_a_choice";
}
