import fc from "fast-check";
import type { Atom, Condition, Facts, FactValue, Field, FieldCatalogue } from "../src/index.ts";

/** Four fields with so few values that every assignment can be tried. */
const base = { kind: "precondition", unit: null, decimals: 0, levels: null, askedOf: "either", visibility: "public" } as const;
const label = (key: string) => ({ key, label: { sv: key, en: key } });
const choices = ["a", "b", "c"].map((key) => ({ key, sv: key, en: key }));
const list: readonly Field[] = [
  { ...base, ...label("n"), type: "integer", min: -1, max: 4, choices: null },
  { ...base, ...label("m"), type: "integer", min: 0, max: 3, choices: null },
  { ...base, ...label("e"), type: "enum", min: null, max: null, choices },
  { ...base, ...label("l"), type: "multiEnum", min: null, max: null, choices: choices.slice(0, 2) },
  { ...base, ...label("b"), type: "boolean", min: null, max: null, choices: null },
];
export const smallFields: FieldCatalogue = new Map(list.map((field) => [field.key, field]));

/** Every value of a small field. */
export function everyValue(field: Field): readonly FactValue[] {
  if (field.type === "boolean") return [true, false];
  if (field.type === "enum") return ["a", "b", "c"];
  if (field.type === "multiEnum") return [[], ["a"], ["b"], ["a", "b"]];
  const low = field.min ?? 0;
  return Array.from({ length: (field.max ?? 0) - low + 1 }, (_, index) => low + index);
}

/** Every assignment of the named small fields. */
export function smallWorlds(names: readonly string[]): readonly Facts[] {
  return names.reduce<readonly Facts[]>(
    (worlds, name) => worlds.flatMap((world) => everyValue(smallFields.get(name) as Field).map((value) => ({ ...world, [name]: value }))),
    [{}],
  );
}

export const smallFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(list.map((field) => [field.key, fc.constantFrom(...everyValue(field))])),
);

function atomOf(field: Field): fc.Arbitrary<Atom> {
  const value = fc.constantFrom(...everyValue(field));
  const atom = (op: Atom["op"]) => (its: unknown) => ({ field: field.key, op, value: its }) as Atom;
  if (field.type === "multiEnum") return fc.constantFrom("a", "b").map(atom("contains"));
  const equal = fc.oneof(value.map(atom("eq")), value.map(atom("ne")));
  if (field.type === "boolean") return equal;
  const among = fc.subarray([...everyValue(field)], { minLength: 1 }).map(atom("in"));
  if (field.type === "enum") return fc.oneof(equal, among);
  const compare = fc.tuple(fc.constantFrom("lt", "lte", "gt", "gte"), value).map(([op, its]) => atom(op as Atom["op"])(its));
  const between = fc.tuple(value, value).map(([x, y]) => atom("between")([x, y].sort((p, q) => Number(p) - Number(q))));
  return fc.oneof({ arbitrary: compare, weight: 4 }, equal, among, between);
}

/** Conditions over the small fields, few enough for comparisons to meet in the same one. */
export const smallCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => {
  const parts = fc.array(tie("node"), { minLength: 1, maxLength: 3 });
  return {
    node: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.constantFrom(...list).chain(atomOf),
      parts.map((all): Condition => ({ all })),
      parts.map((any): Condition => ({ any })),
      tie("node").map((not): Condition => ({ not })),
      parts.chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast): Condition => ({ atLeast, of }))),
    ),
  };
}).node;
