import { type Explained, explainAtom } from "./explain-atom.ts";
import type { FieldCatalogue } from "./field-catalogue.ts";
import { inheritsNothing, isInherited, ownFacts } from "./own-facts.ts";
import { fieldsOf } from "./read.ts";
import { isAtom, kleene, partsOf } from "./shape.ts";
import type { Condition, Facts, Finding, Verdict } from "./types.ts";

export { type CompiledCondition, compileCondition } from "./compile.ts";

/** A condition as a function of the facts that keeps the reasoning. */
export type Evaluation = (facts: Facts) => Finding;

const withoutFields: FieldCatalogue = new Map();
const evaluations = new WeakMap<FieldCatalogue, WeakMap<Condition, Evaluation>>();

/**
 * Evaluates a condition in Kleene's three-valued logic and keeps the reasoning: each atom's fact, verdict and nearest flip.
 * Own properties only: a field named `__proto__` is unknown.
 *
 * @param fields Types, ranges and decimals for the flips; without it numbers move at the precision of limit and fact.
 * @returns Total: never throws. An empty `all` holds, an empty `any` fails.
 * @see docs/method.md#conditions
 */
export function evaluate(condition: Condition, facts: Facts, fields: FieldCatalogue = withoutFields): Finding {
  return compileEvaluation(condition, fields)(facts);
}

/**
 * `evaluate` for one condition and many places. Compiled once per condition and catalogue and kept as long as both live;
 * neither may be changed after. Findings may share their flips and empty lists: they are read, never changed.
 */
export function compileEvaluation(condition: Condition, fields: FieldCatalogue = withoutFields): Evaluation {
  let known = evaluations.get(fields);
  if (known === undefined) {
    known = new WeakMap();
    evaluations.set(fields, known);
  }
  const compiled = known.get(condition);
  if (compiled !== undefined) return compiled;
  const read = explained(condition, fields);
  const named = fieldsOf(condition);
  const plain = !named.some(isInherited);
  const fresh: Evaluation = (facts) => read(plain && inheritsNothing(facts) ? facts : ownFacts(facts, named));
  known.set(condition, fresh);
  return fresh;
}

function explained(condition: Condition, fields: FieldCatalogue): Explained {
  if (isAtom(condition)) return explainAtom(condition, fields.get(condition.field));
  const parts = partsOf(condition).map((part) => explained(part, fields));
  if ("all" in condition) return explainedJoin(condition, parts, "fails", "holds");
  if ("any" in condition) return explainedJoin(condition, parts, "holds", "fails");
  if ("not" in condition) return explainedNot(condition, parts[0] as Explained);
  return explainedCount(condition, condition.atLeast, parts);
}

function explainedNot(condition: Condition, part: Explained): Explained {
  return (facts) => {
    const its = part(facts);
    return { condition, verdict: kleene.not(its.verdict), parts: [its] };
  };
}

function explainedCount(condition: Condition, needed: number, parts: readonly Explained[]): Explained {
  const all = listed(parts);
  return (facts) => {
    const findings = all(facts);
    let holding = 0;
    let open = 0;
    for (const { verdict } of findings) {
      if (verdict === "holds") holding += 1;
      else if (verdict === "unknown") open += 1;
    }
    return { condition, verdict: holding >= needed ? "holds" : holding + open >= needed ? "unknown" : "fails", parts: findings };
  };
}

/** The parts' findings. A list written out takes less time than one that is gathered. */
function listed(parts: readonly Explained[]): (facts: Facts) => readonly Finding[] {
  const [a, b, c] = parts as readonly [Explained, Explained, Explained];
  if (parts.length === 2) return (facts) => [a(facts), b(facts)];
  if (parts.length === 3) return (facts) => [a(facts), b(facts), c(facts)];
  return (facts) => parts.map((part) => part(facts));
}

/** `all` or `any` of the parts; two to four of them without a list of functions to go through. */
function explainedJoin(condition: Condition, parts: readonly Explained[], decisive: Verdict, otherwise: Verdict): Explained {
  const [a, b, c, d] = parts as readonly [Explained, Explained, Explained, Explained];
  if (parts.length === 2) return (facts) => joined(condition, [a(facts), b(facts)], decisive, otherwise);
  if (parts.length === 3) return (facts) => joined(condition, [a(facts), b(facts), c(facts)], decisive, otherwise);
  if (parts.length === 4) return (facts) => joined(condition, [a(facts), b(facts), c(facts), d(facts)], decisive, otherwise);
  const all = listed(parts);
  return (facts) => joined(condition, all(facts), decisive, otherwise);
}

/** The decisive verdict if any part gives it; else unknown if any part is; else the other. */
function joined(condition: Condition, parts: readonly Finding[], decisive: Verdict, otherwise: Verdict): Finding {
  let verdict = otherwise;
  for (const part of parts) {
    if (part.verdict === decisive) return { condition, verdict: decisive, parts };
    if (part.verdict === "unknown") verdict = "unknown";
  }
  return { condition, verdict, parts };
}
