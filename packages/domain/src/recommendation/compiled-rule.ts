import type { MeasureRule } from "../catalogue/types.ts";
import { fieldsOf } from "../condition/read.ts";
import type { Condition } from "../condition/types.ts";

const read = new WeakMap<Condition, readonly string[]>();

/** The fields that a condition names, each once: found once per condition object, which must not be changed after. */
export function fieldsIn(condition: Condition): readonly string[] {
  const known = read.get(condition);
  if (known !== undefined) return known;
  const fields = fieldsOf(condition);
  read.set(condition, fields);
  return fields;
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
