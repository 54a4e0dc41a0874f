import type { Facts } from "@hp/domain";
import { type Leaf, normalForm, type Plain } from "../normal-form.ts";
import { type MakeEngine, perRule } from "./engine.ts";

type Test = (facts: Facts) => boolean;
type Numeric = (field: string, limit: number) => Test;

const numeric: Readonly<Record<"lt" | "lte" | "gt" | "gte", Numeric>> = {
  lt: (field, limit) => (facts) => {
    const value = facts[field];
    return typeof value === "number" && value < limit;
  },
  lte: (field, limit) => (facts) => {
    const value = facts[field];
    return typeof value === "number" && value <= limit;
  },
  gt: (field, limit) => (facts) => {
    const value = facts[field];
    return typeof value === "number" && value > limit;
  },
  gte: (field, limit) => (facts) => {
    const value = facts[field];
    return typeof value === "number" && value >= limit;
  },
};

function test({ field, op, value }: Leaf): Test {
  const list = value as readonly (string | number)[];
  switch (op) {
    case "eq":
      return (facts) => facts[field] === value;
    case "ne":
      return (facts) => {
        const fact = facts[field];
        return fact !== null && fact !== value;
      };
    case "in":
      return (facts) => list.includes(facts[field] as string | number);
    case "notIn":
      return (facts) => {
        const fact = facts[field];
        return fact !== null && !list.includes(fact as string | number);
      };
    case "contains":
      return (facts) => {
        const fact = facts[field];
        return fact !== null && (fact as readonly string[]).includes(value as string);
      };
    case "without":
      return (facts) => {
        const fact = facts[field];
        return fact !== null && !(fact as readonly string[]).includes(value as string);
      };
    case "known":
      return (facts) => (facts[field] !== null) === value;
    default:
      return numeric[op](field, value as number);
  }
}

function closure(rule: Plain): Test {
  if ("op" in rule) return test(rule);
  if ("all" in rule) {
    const parts = rule.all.map(closure);
    return (facts) => {
      for (const part of parts) if (!part(facts)) return false;
      return true;
    };
  }
  if ("any" in rule) {
    const parts = rule.any.map(closure);
    return (facts) => {
      for (const part of parts) if (part(facts)) return true;
      return false;
    };
  }
  const parts = rule.of.map(closure);
  return (facts) => {
    let found = 0;
    for (const part of parts) if (part(facts)) found += 1;
    return found >= rule.needed;
  };
}

/** The reference: a closure per comparison and branch, as one writes them by hand, of two values and with no more checks than needed. */
export const closures: MakeEngine = ({ rules, places }) =>
  perRule(
    "closures by hand",
    rules.map((rule) => closure(normalForm(rule))),
    places,
  );
