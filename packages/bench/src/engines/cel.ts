import { Environment } from "@marcbachmann/cel-js";
import { type Leaf, normalForm, type Plain } from "../normal-form.ts";
import { type MakeEngine, perRule } from "./engine.ts";

const compare = { eq: "==", ne: "!=", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

/** Numbers of facts are doubles, so limits are written as doubles. */
function literal(value: Leaf["value"]): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  return typeof value === "number" && Number.isInteger(value) ? `${value}.0` : JSON.stringify(value);
}

function leafOf({ field, op, value }: Leaf): string {
  const known = `${field} != null`;
  switch (op) {
    case "eq":
      return `${field} == ${literal(value)}`;
    case "in":
      return `${field} in ${literal(value)}`;
    case "notIn":
      return `(${known} && !(${field} in ${literal(value)}))`;
    case "contains":
      return `(${known} && ${literal(value)} in ${field})`;
    case "without":
      return `(${known} && !(${literal(value)} in ${field}))`;
    case "known":
      return value ? known : `${field} == null`;
    default:
      return `(${known} && ${field} ${compare[op]} ${literal(value)})`;
  }
}

function expressionOf(rule: Plain): string {
  if ("op" in rule) return leafOf(rule);
  if ("all" in rule) return `(${rule.all.map(expressionOf).join(" && ")})`;
  if ("any" in rule) return `(${rule.any.map(expressionOf).join(" || ")})`;
  return `(${rule.of.map((part) => `(${expressionOf(part)} ? 1 : 0)`).join(" + ")} >= ${rule.needed})`;
}

/** cel-js with each rule parsed once. */
export const cel: MakeEngine = ({ rules, places }) => {
  const environment = new Environment({ unlistedVariablesAreDyn: true });
  const parsed = rules.map((rule) => environment.parse(expressionOf(normalForm(rule))) as unknown as (place: unknown) => boolean);
  return perRule("@marcbachmann/cel-js, parsed once", parsed, places);
};
