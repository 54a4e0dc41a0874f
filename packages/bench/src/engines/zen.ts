import { ZenEngine } from "@gorules/zen-engine";
import { type Leaf, normalForm, type Plain } from "../normal-form.ts";
import type { MakeEngine } from "./engine.ts";

const compare = { eq: "==", ne: "!=", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

const literal = (value: Leaf["value"]): string => (Array.isArray(value) ? `[${value.map(literal).join(", ")}]` : JSON.stringify(value));

function leafOf({ field, op, value }: Leaf): string {
  const known = `${field} != null`;
  switch (op) {
    case "eq":
      return `${field} == ${literal(value)}`;
    case "in":
      return `(${known} and ${field} in ${literal(value)})`;
    case "notIn":
      return `(${known} and ${field} not in ${literal(value)})`;
    case "contains":
      return `(${known} and ${literal(value)} in ${field})`;
    case "without":
      return `(${known} and ${literal(value)} not in ${field})`;
    case "known":
      return value ? known : `${field} == null`;
    default:
      return `(${known} and ${field} ${compare[op]} ${literal(value)})`;
  }
}

function expressionOf(rule: Plain): string {
  if ("op" in rule) return leafOf(rule);
  if ("all" in rule) return `(${rule.all.map(expressionOf).join(" and ")})`;
  if ("any" in rule) return `(${rule.any.map(expressionOf).join(" or ")})`;
  return `(${rule.of.map((part) => `(${expressionOf(part)} ? 1 : 0)`).join(" + ")} >= ${rule.needed})`;
}

/** zen-engine with all rules in one decision, so that a place crosses into it once. */
export const zen: MakeEngine = ({ rules, places }) => {
  const expressions = rules.map((rule, index) => ({ id: `e${index}`, key: `r${index}`, value: expressionOf(normalForm(rule)) }));
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
      { id: "rules", name: "rules", type: "expressionNode", position: { x: 1, y: 0 }, content: { expressions } },
      { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: "a", type: "edge", sourceId: "in", targetId: "rules" },
      { id: "b", type: "edge", sourceId: "rules", targetId: "out" },
    ],
  });
  const keys = rules.map((_, index) => `r${index}`);
  return {
    name: "@gorules/zen-engine",
    run: async (place, hits) => {
      const { result } = await decision.evaluate(places[place]);
      let count = 0;
      for (const [index, key] of keys.entries()) {
        if (result[key] !== true) continue;
        count += 1;
        hits?.push(index);
      }
      return count;
    },
  };
};
