import { Engine, type NestedCondition, type TopLevelCondition } from "json-rules-engine";
import { type Leaf, normalForm, type Plain } from "../normal-form.ts";
import type { MakeEngine } from "./engine.ts";

const operator = {
  eq: "equal",
  ne: "notEqual",
  lt: "lessThan",
  lte: "lessThanInclusive",
  gt: "greaterThan",
  gte: "greaterThanInclusive",
  in: "in",
  notIn: "notIn",
  contains: "contains",
  without: "doesNotContain",
} as const;
/** These are true of null: the fact must be asked for first. The others are false of it. */
const trueOfNull: readonly Leaf["op"][] = ["ne", "notIn"];

function leafOf({ field, op, value }: Leaf): NestedCondition {
  if (op === "known") return { fact: field, operator: value ? "notEqual" : "equal", value: null };
  const comparison = { fact: field, operator: operator[op], value };
  return trueOfNull.includes(op) ? { all: [{ fact: field, operator: "notEqual", value: null }, comparison] } : comparison;
}

/** Every way to take `needed` of the parts: the engine does not count. */
function choices(parts: readonly NestedCondition[], needed: number): readonly (readonly NestedCondition[])[] {
  if (needed === 0) return [[]];
  return parts.flatMap((part, index) => choices(parts.slice(index + 1), needed - 1).map((rest) => [part, ...rest]));
}

function conditionOf(rule: Plain): NestedCondition {
  if ("op" in rule) return leafOf(rule);
  if ("all" in rule) return { all: rule.all.map(conditionOf) };
  if ("any" in rule) return { any: rule.any.map(conditionOf) };
  return { any: choices(rule.of.map(conditionOf), rule.needed).map((all): NestedCondition => ({ all: [...all] })) };
}

/** json-rules-engine with all rules in one engine, which runs once per place. */
export const jsonRules: MakeEngine = ({ rules, places }) => {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [index, rule] of rules.entries()) {
    const condition = conditionOf(normalForm(rule));
    const conditions: TopLevelCondition = "all" in condition || "any" in condition ? condition : { all: [condition] };
    engine.addRule({ conditions, event: { type: String(index) } });
  }
  return {
    name: "json-rules-engine",
    run: async (place, hits) => {
      const { events } = await engine.run(places[place]);
      if (hits !== undefined) for (const { type } of events) hits.push(Number(type));
      return events.length;
    },
  };
};
