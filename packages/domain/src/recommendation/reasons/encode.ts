import { atomVerdict } from "../../condition/atom.ts";
import type { Change } from "../../condition/changes.ts";
import type { AtomFinding, UnknownAtom } from "../../condition/decisive.ts";
import type { Atom, FactValue } from "../../condition/types.ts";
import type { Reason } from "../types.ts";
import type { ReasonTemplate } from "./templates.ts";

type Values = Record<string, string | number | boolean | null>;

/** A reason as data. `fields` are those whose values the sentence names. */
export function makeReason(template: ReasonTemplate, values: Values = {}, fields: readonly string[] = []): Reason {
  return { template, values, fields };
}

/** A list as one string of keys, anything else as it is: a reason's values are scalars. Keys never contain the separator. */
function encode(value: FactValue | Atom["value"] | null): string | number | boolean | null {
  return Array.isArray(value) ? value.join("|") : (value as string | number | boolean | null);
}

/** The numbered values of some atoms: field0, op0, limit0, fact0, holds0 …, with `count` and how many are not shown. */
export function atomValues(
  atoms: readonly AtomFinding[],
  shown: number,
  extra: Values = {},
): { readonly values: Values; readonly fields: readonly string[] } {
  const values: Values = { ...extra, count: Math.min(atoms.length, shown), more: Math.max(0, atoms.length - shown) };
  const named = atoms.slice(0, shown);
  named.forEach(({ condition, fact, verdict }, index) => {
    values[`field${index}`] = condition.field;
    values[`op${index}`] = condition.op;
    values[`limit${index}`] = encode(condition.value);
    values[`fact${index}`] = encode(fact ?? null);
    values[`holds${index}`] = verdict === "holds";
  });
  return { values, fields: [...new Set(named.map((atom) => atom.condition.field))] };
}

/** The same for atoms whose fact is missing: one per field, with negated0 … where the opposite is asked for. */
export function unknownValues(
  atoms: readonly UnknownAtom[],
  shown: number,
): { readonly values: Values; readonly fields: readonly string[] } {
  const once = atoms.filter(({ atom }, index) => atoms.findIndex((other) => other.atom.condition.field === atom.condition.field) === index);
  const negations = Object.fromEntries(once.slice(0, shown).map(({ negated }, index) => [`negated${index}`, negated]));
  return atomValues(
    once.map(({ atom }) => atom),
    shown,
    negations,
  );
}

/**
 * The numbered values of some changes: field0, op0, limit0, from0, to0, holds0 (whether the comparison holds after) …
 *
 * @param isAlone Whether no other comparison of the condition is about the field. Only then does the sentence name the
 *   limit ("sjunker under 25"); else it names the very value, which is what was checked.
 */
export function changeValues(
  changes: readonly Change[],
  isAlone: (field: string) => boolean,
): { readonly values: Values; readonly fields: readonly string[] } {
  const values: Values = { count: changes.length };
  changes.forEach(({ atom, from, to }, index) => {
    values[`field${index}`] = atom.field;
    values[`op${index}`] = isAlone(atom.field) ? atom.op : "exact";
    values[`limit${index}`] = encode(atom.value);
    values[`from${index}`] = encode(from);
    values[`to${index}`] = encode(to);
    values[`holds${index}`] = atomVerdict(atom, to) === "holds";
  });
  return { values, fields: changes.map((change) => change.atom.field) };
}

/** The value of a list field as it was before it was made a string. */
export function decodeList(value: string | number | boolean | null | undefined): readonly string[] {
  return typeof value === "string" && value !== "" ? value.split("|") : [];
}
