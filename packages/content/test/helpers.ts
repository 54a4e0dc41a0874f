import type { Condition, FactValue, Instrument } from "@hp/domain";
import { compileCondition, type Field, type FieldCatalogue, fieldsOf } from "@hp/domain";

/** The values at which an atom on the field can turn, and some beside them. */
function criticalValues(field: Field, limits: readonly number[]): readonly FactValue[] {
  if (field.type === "boolean") return [true, false];
  if (field.type === "enum") return (field.choices ?? []).map((choice) => choice.key);
  if (field.type === "multiEnum") {
    const keys = (field.choices ?? []).map((choice) => choice.key);
    return [[], ...keys.map((key) => [key]), keys];
  }
  const low = field.min ?? -1000;
  const high = field.max ?? 1000;
  const step = field.type === "integer" ? 1 : 0.01;
  const around = limits.flatMap((limit) => [limit - step, limit, limit + step]);
  return [...new Set([low, high, ...around])].filter((value) => value >= low && value <= high);
}

function limitsOf(condition: Condition, field: string): readonly number[] {
  if ("field" in condition) return condition.field === field ? [condition.value].flat().filter((value) => typeof value === "number") : [];
  const parts =
    "all" in condition ? condition.all : "any" in condition ? condition.any : "not" in condition ? [condition.not] : condition.of;
  return parts.flatMap((part) => limitsOf(part, field));
}

/** Whether a condition can hold and can fail over all combinations of the values that matter for its fields. */
export function possibleVerdicts(condition: Condition, fields: FieldCatalogue): { readonly holds: boolean; readonly fails: boolean } {
  const names = [...new Set(fieldsOf(condition))];
  const values = names.map((name) => {
    const field = fields.get(name);
    if (field === undefined) throw new Error(`No field ${name}`);
    return criticalValues(field, limitsOf(condition, name));
  });
  const verdict = compileCondition(condition);
  const found = { holds: false, fails: false };
  const combinations = values.reduce((product, list) => product * list.length, 1);
  for (let index = 0; index < combinations && !(found.holds && found.fails); index += 1) {
    let rest = index;
    const facts = Object.fromEntries(
      names.map((name, position) => {
        const list = values[position] ?? [];
        const value = list[rest % list.length] ?? null;
        rest = Math.floor(rest / list.length);
        return [name, value];
      }),
    );
    const result = verdict(facts);
    if (result === "holds") found.holds = true;
    if (result === "fails") found.fails = true;
  }
  return found;
}

/** How many preconditions have each value of a property. */
export function tally(instrument: Instrument, property: "type" | "askedOf"): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const precondition of instrument.preconditions) counts[precondition[property]] = (counts[precondition[property]] ?? 0) + 1;
  return counts;
}
