import { atomVerdict } from "./atom.ts";
import type { FieldCatalogue } from "./field-catalogue.ts";
import { nearestFlip } from "./flip.ts";
import { factOf, isAtom, kleene, partsOf } from "./shape.ts";
import type { Atom, Condition, Facts, Finding, Verdict } from "./types.ts";

/**
 * Evaluates a condition in Kleene's three-valued logic and keeps the reasoning: each atom's fact, verdict and nearest flip.
 * Own properties only: a field named `__proto__` is unknown.
 *
 * @param fields Types, ranges and decimals for the flips; without it numbers move at the precision of limit and fact.
 * @returns Total: never throws. An empty `all` holds, an empty `any` fails.
 * @see docs/method.md#conditions
 */
export function evaluate(condition: Condition, facts: Facts, fields?: FieldCatalogue): Finding {
  if (isAtom(condition)) return atomFinding(condition, facts, fields);
  const parts = partsOf(condition).map((part) => evaluate(part, facts, fields));
  return {
    condition,
    verdict: branchVerdict(
      condition,
      parts.map((part) => part.verdict),
    ),
    parts,
  };
}

function atomFinding(atom: Atom, facts: Facts, fields?: FieldCatalogue): Finding {
  const fact = factOf(facts, atom.field);
  return { condition: atom, verdict: atomVerdict(atom, fact), fact, flip: nearestFlip(atom, fact, fields?.get(atom.field)), parts: [] };
}

function branchVerdict(branch: Exclude<Condition, Atom>, verdicts: readonly Verdict[]): Verdict {
  if ("all" in branch) return kleene.all(verdicts);
  if ("any" in branch) return kleene.any(verdicts);
  return "not" in branch ? kleene.not(verdicts[0] ?? "unknown") : kleene.atLeast(branch.atLeast, verdicts);
}

/** A condition as a function of the facts: the verdict alone, without the reasoning. */
export type CompiledCondition = (facts: Facts) => Verdict;

const compiled = new WeakMap<Condition, CompiledCondition>();

/**
 * The condition as a closure that gives the same verdict as `evaluate`, without the trace: for ranking many places.
 * Compiled once per condition object and kept as long as the object lives; the condition must not be changed after.
 */
export function compileCondition(condition: Condition): CompiledCondition {
  const known = compiled.get(condition);
  if (known !== undefined) return known;
  const fresh = compile(condition);
  compiled.set(condition, fresh);
  return fresh;
}

function compile(condition: Condition): CompiledCondition {
  if (isAtom(condition)) return (facts) => atomVerdict(condition, factOf(facts, condition.field));
  const parts = partsOf(condition).map(compile);
  if ("all" in condition) return (facts) => firstOr(parts, facts, "fails", "holds");
  if ("any" in condition) return (facts) => firstOr(parts, facts, "holds", "fails");
  if ("not" in condition) return (facts) => kleene.not(parts[0]?.(facts) ?? "unknown");
  return (facts) =>
    kleene.atLeast(
      condition.atLeast,
      parts.map((part) => part(facts)),
    );
}

/** The decisive verdict as soon as one part gives it; else unknown if any part is; else the other. */
function firstOr(parts: readonly CompiledCondition[], facts: Facts, decisive: Verdict, otherwise: Verdict): Verdict {
  let result = otherwise;
  for (const part of parts) {
    const verdict = part(facts);
    if (verdict === decisive) return decisive;
    if (verdict === "unknown") result = "unknown";
  }
  return result;
}
