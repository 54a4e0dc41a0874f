import { compileAtom, type Ranked } from "./compile-atom.ts";
import { inheritsNothing, isInherited, ownFacts } from "./own-facts.ts";
import { type Rank, verdicts } from "./rank.ts";
import { fieldsOf } from "./read.ts";
import { isAtom, partsOf } from "./shape.ts";
import type { Condition, Facts, Verdict } from "./types.ts";

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
  const rank = ranked(condition, true);
  const fields = fieldsOf(condition);
  const plain = !fields.some(isInherited);
  const fresh: CompiledCondition = (facts) => verdicts[rank(plain && inheritsNothing(facts) ? facts : ownFacts(facts, fields))];
  compiled.set(condition, fresh);
  return fresh;
}

/** The condition as a function of facts that inherit nothing it names. */
export const rankFrom = (condition: Condition): Ranked => ranked(condition, true);

/** The condition, or its opposite: a `not` is moved down to the comparisons, so that none is asked for the opposite of an answer. */
function ranked(condition: Condition, wanted: boolean): Ranked {
  if (isAtom(condition)) return compileAtom(condition, wanted);
  if ("not" in condition) return ranked(condition.not, !wanted);
  const parts = partsOf(condition).map((part) => ranked(part, wanted));
  // Not all is any not, and the other way.
  if ("all" in condition) return joined(parts, wanted ? 0 : 2);
  if ("any" in condition) return joined(parts, wanted ? 2 : 0);
  return counted(condition.atLeast, partsOf(condition), wanted);
}

/**
 * The decisive rank as soon as a part has it; else unknown if any part is; else the other. Parts are asked one after the
 * other without a list to go through, up to four at a time.
 */
function joined(parts: readonly Ranked[], decisive: Rank): Ranked {
  const [a, b, c, d] = parts as readonly [Ranked, Ranked, Ranked, Ranked];
  if (parts.length === 0) return () => (2 - decisive) as Rank;
  if (parts.length === 1) return a;
  if (parts.length === 2) {
    return (facts) => {
      const first = a(facts);
      if (first === decisive) return decisive;
      const second = b(facts);
      return second === decisive || first !== 1 ? second : 1;
    };
  }
  if (parts.length === 3) {
    return (facts) => {
      const first = a(facts);
      if (first === decisive) return decisive;
      const second = b(facts);
      if (second === decisive) return decisive;
      const third = c(facts);
      return third === decisive || (first !== 1 && second !== 1) ? third : 1;
    };
  }
  if (parts.length > 4) return joined([joined(parts.slice(0, 4), decisive), ...parts.slice(4)], decisive);
  return (facts) => {
    const first = a(facts);
    if (first === decisive) return decisive;
    const second = b(facts);
    if (second === decisive) return decisive;
    const third = c(facts);
    if (third === decisive) return decisive;
    const fourth = d(facts);
    return fourth === decisive || (first !== 1 && second !== 1 && third !== 1) ? fourth : 1;
  };
}

function counted(needed: number, conditions: readonly Condition[], wanted: boolean): Ranked {
  const parts = conditions.map((part) => ranked(part, true));
  const [enough, tooFew]: readonly [Rank, Rank] = wanted ? [2, 0] : [0, 2];
  return (facts) => {
    let holding = 0;
    let unknown = 0;
    for (const part of parts) {
      const its = part(facts);
      if (its === 2) holding += 1;
      else if (its === 1) unknown += 1;
    }
    if (holding >= needed) return enough;
    return holding + unknown >= needed ? 1 : tooFew;
  };
}
