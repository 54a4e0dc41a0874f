import type { Measure, MeasureRule } from "../catalogue/types.ts";
import { compileCondition } from "../condition/evaluate.ts";
import { factOf } from "../condition/shape.ts";
import type { Condition, Facts } from "../condition/types.ts";
import { sum } from "../scoring/sum.ts";
import type { Gate } from "./gate.ts";
import type { Need } from "./need.ts";
import { parameters, rankingFields } from "./parameters.ts";
import type { Contribution } from "./types.ts";

/** The factors of a measure's score, each as it stands in the formula. */
export interface Factors {
  /** need · effect / 3 of the main dimension. */
  readonly main: number;
  /** 0.35 · need · effect / 3 of each other dimension, largest first. */
  readonly sides: readonly { readonly dimensionId: string; readonly points: number }[];
  readonly fit: number;
  /** 0.8 per damp that holds: part of `fit`. */
  readonly damp: number;
  readonly evidence: number;
  readonly cost: number;
  readonly capacity: number;
  readonly commonness: number;
  readonly unknownRequirement: number;
  readonly score: number;
}

/**
 * The ranking score of a measure and what it is made of: relevance · fit · evidence · feasibility · commonness, and 0.95
 * where a requirement is unknown. Only the measure's own facts and the place's needs go in, so that adding or removing
 * another measure never reorders the rest.
 *
 * @param share Of the reference places that would get the measure, 0–1.
 * @see docs/method.md#ranking
 */
export function scoreMeasure(
  measure: Measure,
  rule: MeasureRule,
  gate: Gate,
  needs: ReadonlyMap<string, Need>,
  facts: Facts,
  share: number,
): Factors {
  const { main, sides } = relevanceOf(measure, needs);
  const { fit, damp } = fitOf(rule, gate, facts);
  const evidence = (measure.evidence.mixed ? parameters.evidenceMixed : parameters.evidence)[measure.evidence.grade];
  const cost = costFactor(measure, facts);
  const capacity = capacityFactor(measure, facts);
  const commonness = 1 - parameters.commonness * share;
  const unknownRequirement = gate.require === "unknown" ? parameters.unknownRequirement : 1;
  const relevance = main + sum(sides.map((side) => side.points));
  const score = relevance * fit * evidence * cost * capacity * commonness * unknownRequirement;
  return { main, sides, fit, damp, evidence, cost, capacity, commonness, unknownRequirement, score };
}

function relevanceOf({ mainDimension, effects }: Measure, needs: ReadonlyMap<string, Need>): Pick<Factors, "main" | "sides"> {
  const points = (id: string) => ((needs.get(id)?.need ?? 0) * (effects[id] ?? 0)) / parameters.highestEffect;
  const sides = Object.keys(effects)
    .filter((id) => id !== mainDimension && needs.has(id))
    .map((dimensionId) => ({ dimensionId, points: parameters.sideEffect * points(dimensionId) }));
  return { main: points(mainDimension), sides: sides.sort((a, b) => b.points - a.points || (a.dimensionId < b.dimensionId ? -1 : 1)) };
}

function fitOf(rule: MeasureRule, gate: Gate, facts: Facts): Pick<Factors, "fit" | "damp"> {
  const { withoutCondition, base, requirementHolds, boost, ceiling } = parameters.fit;
  const holding = (conditions: readonly Condition[]) =>
    conditions.filter((condition) => compileCondition(condition)(facts) === "holds").length;
  const free = rule.exclude === null && rule.require === null && rule.boost.length === 0 && rule.damp.length === 0;
  const required = rule.require !== null && gate.require === "holds" ? requirementHolds : 0;
  const raised = Math.min(ceiling, (free ? withoutCondition : base) + required + boost * holding(rule.boost));
  const damp = parameters.fit.damp ** holding(rule.damp);
  return { fit: raised * damp, damp };
}

function costFactor({ cost }: Measure, facts: Facts): number {
  const { sound, weak } = parameters.cost[cost];
  const finances = factOf(facts, rankingFields.weakFinances);
  return typeof finances !== "boolean" ? (sound + weak) / 2 : finances ? weak : sound;
}

function capacityFactor({ cost }: Measure, facts: Facts): number {
  const [few, some, many] = parameters.capacity[cost];
  const posts = factOf(facts, rankingFields.developmentPosts);
  if (typeof posts !== "number") return some;
  return posts < 1 ? few : posts < 3 ? some : many;
}

/**
 * The score taken apart: the needs as terms, then each factor as what it adds to or takes from the score so far, in the
 * order fit, evidence, feasibility, commonness, unknown requirement. The steps telescope, so their sum is the score;
 * another order would share the same total otherwise between the factors, which is why the order is fixed and stated.
 */
export function contributionsOf(measure: Measure, needs: ReadonlyMap<string, Need>, factors: Factors): readonly Contribution[] {
  const terms: Contribution[] = [
    { kind: "need", dimensionId: measure.mainDimension, points: factors.main, value: needs.get(measure.mainDimension)?.need ?? 0 },
  ];
  for (const { dimensionId, points } of factors.sides)
    terms.push({ kind: "side_need", dimensionId, points, value: needs.get(dimensionId)?.need ?? 0 });
  const steps: readonly (readonly [Contribution["kind"], number])[] = [
    ["fit", factors.fit],
    ["evidence", factors.evidence],
    ["feasibility", factors.cost * factors.capacity],
    ["commonness", factors.commonness],
    ["unknown_requirement", factors.unknownRequirement],
  ];
  let subtotal = factors.main + sum(factors.sides.map((side) => side.points));
  for (const [kind, value] of steps) {
    if (kind === "unknown_requirement" && value === 1) continue;
    terms.push({ kind, points: subtotal * (value - 1), value });
    subtotal *= value;
  }
  return terms;
}
