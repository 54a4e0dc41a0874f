import type { Catalogue, Measure, MeasureRule } from "../catalogue/types.ts";
import { compileCondition } from "../condition/evaluate.ts";
import type { Condition, Facts, Verdict } from "../condition/types.ts";

/** `open` passes; the rest is why not. Open measures become advised, basic or open when ranked. */
export type GateStatus = "open" | "held_back" | "excluded" | "in_place" | "done";

/** How a measure's gate stands in a place. */
export interface Gate {
  readonly status: GateStatus;
  /** `fails` where there is no such condition. */
  readonly exclude: Verdict;
  /** `holds` where there is no such condition. */
  readonly require: Verdict;
}

const noRule: MeasureRule = {
  exclude: null,
  require: null,
  boost: [],
  damp: [],
  prerequisites: [],
  conflicts: [],
  synergies: [],
  inPlace: null,
};

/** The rule of a measure; a measure without one has no conditions. */
export function ruleOf(catalogue: Pick<Catalogue, "rules">, measureId: string): MeasureRule {
  return (Object.hasOwn(catalogue.rules, measureId) ? catalogue.rules[measureId] : undefined) ?? noRule;
}

const verdictOf = (condition: Condition | null, facts: Facts, without: Verdict): Verdict =>
  condition === null ? without : compileCondition(condition)(facts);

/** Whether the measure exists in the place already, by its rule. */
export function isInPlace(rule: MeasureRule, facts: Facts): boolean {
  return verdictOf(rule.inPlace, facts, "fails") === "holds";
}

/**
 * The gate of a measure: done, in place, excluded (`exclude` holds or `require` fails), held back (it may do harm and
 * either is unknown) or open. The first that applies, in that order.
 *
 * @see docs/method.md#gate
 */
export function gateOf(measure: Measure, rule: MeasureRule, facts: Facts, done: readonly string[]): Gate {
  const exclude = verdictOf(rule.exclude, facts, "fails");
  const require = verdictOf(rule.require, facts, "holds");
  return { exclude, require, status: statusOf(measure, rule, facts, done, exclude, require) };
}

function statusOf(
  measure: Measure,
  rule: MeasureRule,
  facts: Facts,
  done: readonly string[],
  exclude: Verdict,
  require: Verdict,
): GateStatus {
  if (done.includes(measure.id)) return "done";
  if (isInPlace(rule, facts)) return "in_place";
  if (exclude === "holds" || require === "fails") return "excluded";
  return measure.harm && (exclude === "unknown" || require === "unknown") ? "held_back" : "open";
}

const gates = new WeakMap<MeasureRule, Condition>();

/** The whole gate as one condition: what must hold, and nothing that must not. Fails where the measure is excluded or in place. */
export function gateCondition(rule: MeasureRule): Condition {
  const known = gates.get(rule);
  if (known !== undefined) return known;
  const not = [rule.exclude, rule.inPlace].filter((condition) => condition !== null).map((condition): Condition => ({ not: condition }));
  const gate: Condition = { all: rule.require === null ? not : [rule.require, ...not] };
  gates.set(rule, gate);
  return gate;
}

const retired = new WeakMap<Pick<Catalogue, "measures">, ReadonlySet<string>>();

/** Ids of the measures that are no longer advised: found once per catalogue, which must not be changed after. */
function retiredIn(catalogue: Pick<Catalogue, "measures">): ReadonlySet<string> {
  const known = retired.get(catalogue);
  if (known !== undefined) return known;
  const found = new Set(catalogue.measures.filter((measure) => measure.retired === true).map(({ id }) => id));
  retired.set(catalogue, found);
  return found;
}

/**
 * Prerequisites of a measure that are neither done nor in place: "börja med …", in the rule's order. One that is retired
 * is dropped: nobody is told to begin with what is no longer advised.
 */
export function startWith(
  rule: MeasureRule,
  catalogue: Pick<Catalogue, "measures" | "rules">,
  facts: Facts,
  done: readonly string[],
): readonly string[] {
  return rule.prerequisites.filter((id) => !done.includes(id) && !retiredIn(catalogue).has(id) && !isInPlace(ruleOf(catalogue, id), facts));
}
