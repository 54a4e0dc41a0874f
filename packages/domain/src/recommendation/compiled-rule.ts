import type { MeasureRule } from "../catalogue/types.ts";
import { fieldsOf } from "../condition/read.ts";
import type { Condition, Facts, FactValue } from "../condition/types.ts";

const read = new WeakMap<Condition, readonly string[]>();

/** The fields that a condition names, each once: found once per condition object, which must not be changed after. */
export function fieldsIn(condition: Condition): readonly string[] {
  const known = read.get(condition);
  if (known !== undefined) return known;
  const fields = fieldsOf(condition);
  read.set(condition, fields);
  return fields;
}

/**
 * The facts that a condition reads and no others: it gives the same verdict, trace and changes on them. A search that
 * tries many sets of facts copies a handful instead of all that is known about a place.
 */
export function factsIn(condition: Condition, facts: Facts): Facts {
  const own: Record<string, FactValue | null> = Object.create(null);
  for (const field of fieldsIn(condition)) if (Object.hasOwn(facts, field)) own[field] = facts[field] ?? null;
  return own;
}

/** Whether a measure's requirement names a field. */
export function requires({ require }: Pick<MeasureRule, "require">, field: string): boolean {
  return require !== null && fieldsIn(require).includes(field);
}

/** The fields that the gate, the boosts and the damps of a rule name; a measure without a rule has none. */
export function fieldsOfRule(rule: MeasureRule | undefined): readonly string[] {
  if (rule === undefined) return [];
  const { exclude, require, inPlace, boost, damp } = rule;
  return [exclude, require, inPlace, ...boost, ...damp].flatMap((condition) => (condition === null ? [] : fieldsIn(condition)));
}
