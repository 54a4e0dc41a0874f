import type { Atom, Condition } from "@hp/domain";

/** A comparison that is false where its fact is unknown. `notIn` and `without` are the opposites of `in` and `contains`. */
export interface Leaf {
  readonly field: string;
  readonly op: Exclude<Atom["op"], "between"> | "notIn" | "without";
  readonly value: Atom["value"];
}

/** A condition of two values, true just where the three-valued one holds. */
export type Plain =
  | Leaf
  | { readonly all: readonly Plain[] }
  | { readonly any: readonly Plain[] }
  | { readonly needed: number; readonly of: readonly Plain[] };

const opposite = {
  eq: "ne",
  ne: "eq",
  lt: "gte",
  lte: "gt",
  gt: "lte",
  gte: "lt",
  in: "notIn",
  contains: "without",
} as const;

/**
 * The condition for an engine of two values: what holds in Kleene's logic is true, what fails or is unknown is false.
 * Negations are moved down to the comparisons, where "does not hold" is the opposite comparison of a known fact.
 */
export function normalForm(condition: Condition, holds = true): Plain {
  if ("field" in condition) return leafOf(condition, holds);
  if ("not" in condition) return normalForm(condition.not, !holds);
  if ("all" in condition) return joined("all", condition.all, holds);
  if ("any" in condition) return joined("any", condition.any, holds);
  const of = condition.of.map((part) => normalForm(part, holds));
  return { needed: holds ? condition.atLeast : of.length - condition.atLeast + 1, of };
}

function joined(branch: "all" | "any", parts: readonly Condition[], holds: boolean): Plain {
  const plain = parts.map((part) => normalForm(part, holds));
  return (branch === "all") === holds ? { all: plain } : { any: plain };
}

function leafOf({ field, op, value }: Atom, holds: boolean): Plain {
  if (op === "known") return { field, op, value: value === holds };
  if (op === "between") {
    const [low, high] = value as readonly number[];
    const [least, most] = [low ?? 0, high ?? 0];
    if (holds) {
      return {
        all: [
          { field, op: "gte", value: least },
          { field, op: "lte", value: most },
        ],
      };
    }
    return {
      any: [
        { field, op: "lt", value: least },
        { field, op: "gt", value: most },
      ],
    };
  }
  return { field, op: holds ? op : opposite[op], value };
}
