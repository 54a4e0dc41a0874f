import type { Measure, MeasureRule } from "../catalogue/types.ts";
import { compileCondition } from "../condition/evaluate.ts";
import { factOf } from "../condition/shape.ts";
import type { Condition, Facts } from "../condition/types.ts";
import { sumOf } from "../scoring/sum.ts";
import { type Call, strengthOfAll } from "./calls.ts";
import type { Gate } from "./gate.ts";
import type { Need } from "./need.ts";
import { parameters, rankingFields } from "./parameters.ts";
import { sortFew } from "./sort-few.ts";
import type { Contribution } from "./types.ts";

/** Everything that a measure's score is made from. */
export interface MeasureInPlace {
  readonly measure: Measure;
  readonly rule: MeasureRule;
  readonly gate: Gate;
  readonly needs: ReadonlyMap<string, Need>;
  readonly facts: Facts;
  /** What calls for it, see `callsOf`. */
  readonly calls: readonly Call[];
  /** Of the reference places that would get the measure, 0–1. */
  readonly share: number;
}

/** The factors of a measure's score, each as it stands in the formula. */
export interface Factors {
  /** need · effect / 3 of the main dimension. */
  readonly main: number;
  /** 0.35 · need · effect / 3 of each other dimension, largest first. */
  readonly sides: readonly { readonly dimensionId: string; readonly points: number }[];
  readonly fit: number;
  /** What calls for it, strongest first: part of `fit`. */
  readonly calls: readonly Call[];
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
 * @see docs/method.md#ranking
 */
export function scoreMeasure({ measure, rule, gate, needs, facts, calls, share }: MeasureInPlace): Factors {
  const { main, sides } = relevanceOf(measure, needs);
  const damp = dampOf(rule, facts);
  const fit = (1 + strengthOfAll(calls)) * damp;
  const evidence = (measure.evidence.mixed ? parameters.evidenceMixed : parameters.evidence)[measure.evidence.grade];
  const cost = costFactor(measure, facts);
  const capacity = capacityFactor(measure, facts);
  const commonness = 1 - parameters.commonness * share;
  const unknownRequirement = gate.require === "unknown" ? parameters.unknownRequirement : 1;
  const relevance = main + sumOf(sides, pointsOf);
  const score = relevance * multiplierOf({ fit, evidence, cost, capacity, commonness, unknownRequirement });
  return { main, sides, fit, calls, damp, evidence, cost, capacity, commonness, unknownRequirement, score };
}

/** What the relevance is multiplied by: all factors together. */
export function multiplierOf(factors: Omit<Factors, "main" | "sides" | "calls" | "damp" | "score">): number {
  const { fit, evidence, cost, capacity, commonness, unknownRequirement } = factors;
  return fit * evidence * cost * capacity * commonness * unknownRequirement;
}

/** What one unit of a dimension's need gives the measure in relevance: effect / 3, and 0.35 of that beside the main dimension. */
export function relevancePerNeed({ mainDimension, effects }: Measure, dimensionId: string): number {
  const effect = Object.hasOwn(effects, dimensionId) ? (effects[dimensionId] ?? 0) : 0;
  return ((dimensionId === mainDimension ? 1 : parameters.sideEffect) * effect) / parameters.highestEffect;
}

/** How the ranking score of a measure changes when a dimension's perceived score rises by a point, by the slopes of all needs. */
export function scoreSlope(
  { measure, factors }: Pick<MeasureInPlace, "measure"> & { readonly factors: Factors },
  slopes: ReadonlyMap<string, number>,
): number {
  let relevance = 0;
  for (const { id, perNeed } of relevancesOf(measure).all) relevance += (slopes.get(id) ?? 0) * perNeed;
  return multiplierOf(factors) * relevance;
}

/** What one unit of need gives a measure, for each dimension it has an effect on. */
interface Relevances {
  readonly main: number;
  /** In the order of the effects, the main dimension among them. */
  readonly all: readonly { readonly id: string; readonly perNeed: number; readonly isMain: boolean }[];
}

const relevances = new WeakMap<Measure, Relevances>();

/** Worked out once per measure, which must not be changed after. */
function relevancesOf(measure: Measure): Relevances {
  const known = relevances.get(measure);
  if (known !== undefined) return known;
  const one = (id: string) => ({ id, perNeed: relevancePerNeed(measure, id), isMain: id === measure.mainDimension });
  const fresh = { main: relevancePerNeed(measure, measure.mainDimension), all: Object.keys(measure.effects).map(one) };
  relevances.set(measure, fresh);
  return fresh;
}

const pointsOf = ({ points }: { readonly points: number }): number => points;

function relevanceOf(measure: Measure, needs: ReadonlyMap<string, Need>): Pick<Factors, "main" | "sides"> {
  const { main, all } = relevancesOf(measure);
  const sides: Factors["sides"][number][] = [];
  for (const { id, perNeed, isMain } of all) {
    const need = isMain ? undefined : needs.get(id);
    if (need !== undefined) sides.push({ dimensionId: id, points: need.need * perNeed });
  }
  sortFew(sides, (a, b) => b.points - a.points || (a.dimensionId < b.dimensionId ? -1 : 1));
  return { main: (needs.get(measure.mainDimension)?.need ?? 0) * main, sides };
}

function dampOf(rule: MeasureRule, facts: Facts): number {
  if (rule.damp.length === 0) return 1;
  const holds = (condition: Condition) => compileCondition(condition)(facts) === "holds";
  return parameters.fit.damp ** rule.damp.filter(holds).length;
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
  const { fit, evidence, commonness, unknownRequirement } = factors;
  let subtotal = factors.main + sumOf(factors.sides, pointsOf);
  const calls = heard(factors.calls);
  const points = subtotal * (fit - 1);
  terms.push(calls.length > 0 ? { kind: "fit", points, value: fit, calls } : { kind: "fit", points, value: fit });
  subtotal *= fit;
  subtotal = addStep(terms, "evidence", subtotal, evidence);
  subtotal = addStep(terms, "feasibility", subtotal, factors.cost * factors.capacity);
  subtotal = addStep(terms, "commonness", subtotal, commonness);
  if (unknownRequirement !== 1) addStep(terms, "unknown_requirement", subtotal, unknownRequirement);
  return terms;
}

/** Adds what a factor adds to the score so far, and returns the score after it. */
function addStep(terms: Contribution[], kind: Contribution["kind"], subtotal: number, value: number): number {
  terms.push({ kind, points: subtotal * (value - 1), value });
  return subtotal * value;
}

/** The calls that have any strength, as a contribution tells them. */
function heard(all: readonly Call[]): NonNullable<Contribution["calls"]> {
  const calls: NonNullable<Contribution["calls"]>[number][] = [];
  for (const { field, strength } of all) if (strength > 0) calls.push({ field, strength });
  return calls;
}
