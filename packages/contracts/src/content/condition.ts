import { type Atom, type Condition, MAX_CONDITION_DEPTH, MAX_CONDITION_NODES, MAX_LIST_VALUES, operators } from "@hp/domain";
import { z } from "zod";

/** A field of a precondition or computed field: `vakans`, `score.boende`, `item.boende-1`, `peer.N15424`. */
const fieldKey = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}(\.[A-Za-z0-9][A-Za-z0-9_-]{0,39})?$/, "Not a field");
const finite = z.number();
const word = z.string().min(1).max(60);
const listValue = z
  .array(z.union([finite, word]))
  .min(1)
  .max(MAX_LIST_VALUES);

const valueByOperator = {
  eq: z.union([finite, z.boolean(), word]),
  ne: z.union([finite, z.boolean(), word]),
  lt: finite,
  lte: finite,
  gt: finite,
  gte: finite,
  in: listValue,
  contains: word,
  between: z.tuple([finite, finite]).refine(([low, high]) => low <= high, "The lower limit is above the upper"),
  known: z.boolean(),
} as const satisfies Record<Atom["op"], z.ZodType>;

const atom = z.strictObject({ field: fieldKey, op: z.enum(operators), value: z.unknown() }).transform((input, context): Atom => {
  const value = valueByOperator[input.op].safeParse(input.value);
  if (value.success) return { field: input.field, op: input.op, value: value.data };
  for (const issue of value.error.issues) {
    context.addIssue({ code: "custom", path: ["value", ...issue.path], message: `For ${input.op}: ${issue.message}` });
  }
  return z.NEVER;
});

function branches(inner: z.ZodType<Condition>) {
  const several = z.array(inner).min(1).max(MAX_CONDITION_NODES);
  return {
    all: z.strictObject({ all: several }),
    any: z.strictObject({ any: several }),
    not: z.strictObject({ not: inner }),
    of: z
      .strictObject({ atLeast: z.int().min(1), of: several })
      .refine(({ atLeast, of }) => atLeast <= of.length, { path: ["atLeast"], message: "More than there are conditions" }),
  };
}

/**
 * Picks the one shape a value claims to have by its own keys and checks that only, so that a fault is named where it is;
 * a plain union would say "invalid input" for the whole tree.
 */
function conditionWithin(depth: number): z.ZodType<Condition> {
  const shapes = depth === 0 ? null : branches(conditionWithin(depth - 1));
  return z.unknown().transform((value, context): Condition => {
    const claims =
      typeof value === "object" && value !== null
        ? (["all", "any", "not", "of"] as const).find((key) => Object.hasOwn(value, key))
        : undefined;
    if (claims !== undefined && shapes === null) {
      context.addIssue({ code: "custom", message: `Deeper than ${MAX_CONDITION_DEPTH} levels` });
      return z.NEVER;
    }
    const schema: z.ZodType<Condition> = claims === undefined || shapes === null ? atom : shapes[claims];
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) context.addIssue({ code: "custom", path: issue.path, message: issue.message });
    return z.NEVER;
  });
}

function size(condition: Condition): number {
  if ("field" in condition) return 1;
  if ("not" in condition) return 1 + size(condition.not);
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : condition.of;
  return parts.reduce((sum, part) => sum + size(part), 1);
}

/**
 * A condition of a rule: a closed tree of all, any, not, at least n, and comparisons whose value fits the operator.
 * At most `MAX_CONDITION_DEPTH` levels and `MAX_CONDITION_NODES` nodes; unknown keys are refused.
 * Whether the fields exist is checked against an instrument by the loader, not here.
 */
export const condition: z.ZodType<Condition> = conditionWithin(MAX_CONDITION_DEPTH - 1).superRefine((value, context) => {
  if (size(value) > MAX_CONDITION_NODES) context.addIssue({ code: "custom", message: `More than ${MAX_CONDITION_NODES} nodes` });
});
