import { LogicEngine } from "json-logic-engine";
import { type Leaf, normalForm, type Plain } from "../normal-form.ts";
import { type MakeEngine, perRule } from "./engine.ts";

const compare = { lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;
/** Whether the language takes null for less or more than the limit: then the fact must be asked for first. */
const nullPasses = {
  lt: (limit: number) => 0 < limit,
  lte: (limit: number) => 0 <= limit,
  gt: (limit: number) => 0 > limit,
  gte: (limit: number) => 0 >= limit,
} as const;

function leafOf({ field, op, value }: Leaf): unknown {
  const its = { var: field };
  const known = { "!==": [its, null] };
  switch (op) {
    case "eq":
      return { "===": [its, value] };
    case "ne":
      return { and: [known, { "!==": [its, value] }] };
    case "in":
      return { in: [its, value] };
    case "notIn":
      return { and: [known, { "!": { in: [its, value] } }] };
    case "contains":
      return { and: [known, { in: [value, its] }] };
    case "without":
      return { and: [known, { "!": { in: [value, its] } }] };
    case "known":
      return value ? known : { "===": [its, null] };
    default: {
      const comparison = { [compare[op]]: [its, value] };
      return nullPasses[op](value as number) ? { and: [known, comparison] } : comparison;
    }
  }
}

function logicOf(rule: Plain): unknown {
  if ("op" in rule) return leafOf(rule);
  if ("all" in rule) return { and: rule.all.map(logicOf) };
  if ("any" in rule) return { or: rule.any.map(logicOf) };
  return { ">=": [{ "+": rule.of.map((part) => ({ if: [logicOf(part), 1, 0] })) }, rule.needed] };
}

/** json-logic-engine with each rule built to a function. */
export const jsonLogic: MakeEngine = ({ rules, places }) => {
  const engine = new LogicEngine();
  const built = rules.map((rule) => engine.build(logicOf(normalForm(rule)) as object) as (place: unknown) => boolean);
  return perRule("json-logic-engine", built, places);
};
