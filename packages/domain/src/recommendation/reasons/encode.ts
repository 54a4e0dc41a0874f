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

interface Slots {
  readonly field: string;
  readonly op: string;
  readonly limit: string;
  readonly fact: string;
  readonly from: string;
  readonly to: string;
  readonly holds: string;
}

const slotsOf = (index: number): Slots => ({
  field: `field${index}`,
  op: `op${index}`,
  limit: `limit${index}`,
  fact: `fact${index}`,
  from: `from${index}`,
  to: `to${index}`,
  holds: `holds${index}`,
});
/** The keys of the first comparisons of a reason, spelt once. */
const firstSlots: readonly Slots[] = [0, 1, 2, 3].map(slotsOf);

/** The numbered values of some atoms: field0, op0, limit0, fact0, holds0 …, with `count` and how many are not shown. */
export function atomValues(
  atoms: readonly AtomFinding[],
  shown: number,
  extra: Values = {},
): { readonly values: Values; readonly fields: readonly string[] } {
  const values: Values = { ...extra, count: Math.min(atoms.length, shown), more: Math.max(0, atoms.length - shown) };
  const named = atoms.length <= shown ? atoms : atoms.slice(0, shown);
  named.forEach(({ condition, fact, verdict }, index) => {
    const slot = firstSlots[index] ?? slotsOf(index);
    values[slot.field] = condition.field;
    values[slot.op] = condition.op;
    values[slot.limit] = encode(condition.value);
    values[slot.fact] = encode(fact ?? null);
    values[slot.holds] = verdict === "holds";
  });
  return { values, fields: distinctFields(named) };
}

function distinctFields(atoms: readonly AtomFinding[]): readonly string[] {
  const fields: string[] = [];
  for (const { condition } of atoms) if (!fields.includes(condition.field)) fields.push(condition.field);
  return fields;
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
    const slot = firstSlots[index] ?? slotsOf(index);
    values[slot.field] = atom.field;
    values[slot.op] = isAlone(atom.field) ? atom.op : "exact";
    values[slot.limit] = encode(atom.value);
    values[slot.from] = encode(from);
    values[slot.to] = encode(to);
    values[slot.holds] = atomVerdict(atom, to) === "holds";
  });
  return { values, fields: changes.map((change) => change.atom.field) };
}

/** The value of a list field as it was before it was made a string. */
export function decodeList(value: string | number | boolean | null | undefined): readonly string[] {
  return typeof value === "string" && value !== "" ? value.split("|") : [];
}
