import type { FactValue } from "../condition/types.ts";
import type { Precondition } from "../instrument/types.ts";

/** What can be wrong with a value, as keys for messages. */
export const valueProblems = [
  "not_a_number",
  "not_an_integer",
  "below_min",
  "above_max",
  "not_a_choice",
  "not_boolean",
  "not_a_list",
  "too_many",
  "duplicate",
  "too_long",
] as const;
/** What is wrong with a value given for a precondition: a message key. */
export type ValueProblem = (typeof valueProblems)[number];

/** A value that the precondition can have, or what is wrong with it. */
export type CheckedValue = { readonly ok: true; readonly value: FactValue } | { readonly ok: false; readonly problem: ValueProblem };

/** Longest text of a choice that is not from a list (the name of a place), in characters. */
const MAX_TEXT = 60;
/** Most choices of a multi-choice without a list. */
const MAX_CHOICES = 30;

/**
 * Checks a value against the precondition's type, range and choices. Null is not a value: "we do not know" is stored
 * as null by the caller and not checked here.
 *
 * @param value Anything. Limits are included; a multi-choice may be empty (none of them) and keeps its order.
 * @returns The value as it may be stored, or the first problem found. Total: never throws.
 */
export function validatePreconditionValue(precondition: Precondition, value: unknown): CheckedValue {
  const problem = problemOf(precondition, value);
  return problem === null ? { ok: true, value: value as FactValue } : { ok: false, problem };
}

function problemOf(precondition: Precondition, value: unknown): ValueProblem | null {
  switch (precondition.type) {
    case "boolean":
      return typeof value === "boolean" ? null : "not_boolean";
    case "enum":
      return choiceProblem(precondition, value);
    case "multiEnum":
      return listProblem(precondition, value);
    case "number":
    case "integer":
      return numberProblem(precondition, value);
    default:
      return precondition.type satisfies never;
  }
}

function numberProblem({ type, min, max }: Precondition, value: unknown): ValueProblem | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return "not_a_number";
  if (type === "integer" && !Number.isInteger(value)) return "not_an_integer";
  if (min !== null && value < min) return "below_min";
  return max !== null && value > max ? "above_max" : null;
}

function choiceProblem({ values }: Precondition, value: unknown): ValueProblem | null {
  if (typeof value !== "string" || value.trim() === "") return "not_a_choice";
  if (values === null) return value.length > MAX_TEXT ? "too_long" : null;
  return values.some((choice) => choice.key === value) ? null : "not_a_choice";
}

function listProblem(precondition: Precondition, value: unknown): ValueProblem | null {
  if (!Array.isArray(value)) return "not_a_list";
  if (value.length > (precondition.values?.length ?? MAX_CHOICES)) return "too_many";
  if (new Set(value).size !== value.length) return "duplicate";
  return value.reduce<ValueProblem | null>((problem, entry) => problem ?? choiceProblem(precondition, entry), null);
}
