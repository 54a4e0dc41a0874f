import { type Atom, type Condition, createRandom, type Facts, type FactValue, type Field, type FieldCatalogue } from "@hp/domain";

/** What every implementation is given: the same rules over the same places. */
export interface Workload {
  /** One rule per measure: four comparisons joined by branches. */
  readonly rules: readonly Condition[];
  /** What is known of each place. Every field has a key; what is unknown is null. */
  readonly places: readonly Facts[];
  /** Types, ranges and choices of the fields, for the explanations. */
  readonly fields: FieldCatalogue;
}

type Random = ReturnType<typeof createRandom>;

const texts = (key: string) => ({ sv: key, en: key });
const field = (key: string, more: Partial<Field>): Field => ({
  key,
  kind: "precondition",
  label: texts(key),
  type: "number",
  unit: null,
  min: 0,
  max: 100,
  decimals: 1,
  choices: null,
  levels: null,
  askedOf: "derived",
  visibility: "public",
  ...more,
});
const chosen = (keys: readonly string[]) => keys.map((key) => ({ key, ...texts(key) }));

/** Twenty-four fields of every type; names without a dot, which some engines read as a path. */
const fieldList: readonly Field[] = [
  ...["vacancy", "shift", "commuting", "unemployment", "degree", "abroad"].map((key) => field(key, {})),
  ...["score_home", "score_work", "score_care", "score_town"].map((key) => field(key, { kind: "score" })),
  ...["gap_home", "gap_work", "gap_care"].map((key) => field(key, { kind: "gap", min: -100 })),
  field("trend", { min: -50, max: 50 }),
  field("price", { min: 0, max: 5, decimals: 2 }),
  ...["minutes", "recruits"].map((key) => field(key, { type: "integer", max: 240, decimals: 0 })),
  field("maturity", { type: "integer", max: 4, decimals: 0 }),
  field("housing", { type: "enum", min: null, max: null, decimals: 0, choices: chosen(["short", "balance", "surplus"]) }),
  field("phase", { type: "enum", min: null, max: null, decimals: 0, choices: chosen(["growth", "stable", "change", "closing"]) }),
  ...["station", "broadband"].map((key) => field(key, { type: "boolean", min: null, max: null, decimals: 0 })),
  ...["skills", "nature"].map((key) =>
    field(key, { type: "multiEnum", min: null, max: null, decimals: 0, choices: chosen(["a", "b", "c", "d", "e"]) }),
  ),
];

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random.uniform() * list.length)] as T;
const keysOf = ({ choices }: Field): readonly string[] => choices?.map(({ key }) => key) ?? [];

function numberIn({ min, max, decimals }: Field, random: Random): number {
  const [low, high] = [min ?? 0, max ?? 100];
  return Number((low + random.uniform() * (high - low)).toFixed(decimals));
}

function drawnFact(one: Field, random: Random): FactValue {
  if (one.type === "boolean") return random.uniform() < 0.5;
  if (one.type === "enum") return pick(keysOf(one), random);
  if (one.type === "multiEnum") return keysOf(one).filter(() => random.uniform() < 0.4);
  return numberIn(one, random);
}

/** Comparisons of a number, as often as in the shipped catalogue, about: mostly limits, now and then the rest. */
const numberOps = ["gte", "gte", "gte", "lt", "lt", "lt", "lte", "gt", "between", "eq", "ne", "in", "known"] as const;

function numberAtom(one: Field, random: Random): Atom {
  const op = pick(numberOps, random);
  const numbers = () => numberIn(one, random);
  if (op === "known") return { field: one.key, op, value: random.uniform() < 0.8 };
  if (op === "between") return { field: one.key, op, value: [numbers(), numbers()].sort((a, b) => a - b) };
  if (op === "in") return { field: one.key, op, value: [...new Set([numbers(), numbers(), numbers()])] };
  return { field: one.key, op, value: numbers() };
}

function atomOf(random: Random): Atom {
  const one = pick(fieldList, random);
  if (one.type === "boolean") return { field: one.key, op: "eq", value: random.uniform() < 0.5 };
  if (one.type === "multiEnum") return { field: one.key, op: "contains", value: pick(keysOf(one), random) };
  if (one.type !== "enum") return numberAtom(one, random);
  const op = pick(["eq", "eq", "ne", "in"] as const, random);
  const key = pick(keysOf(one), random);
  return { field: one.key, op, value: op === "in" ? keysOf(one).filter((other) => other !== key) : key };
}

/** The ways four comparisons are joined, one after the other over the measures. */
const shapes: readonly ((a: Atom, b: Atom, c: Atom, d: Atom) => Condition)[] = [
  (a, b, c, d) => ({ all: [a, b, c, d] }),
  (a, b, c, d) => ({ any: [a, b, c, d] }),
  (a, b, c, d) => ({ all: [a, { any: [b, c, d] }] }),
  (a, b, c, d) => ({
    any: [{ all: [a, b] }, { all: [c, d] }],
  }),
  (a, b, c, d) => ({ all: [a, b, { not: { any: [c, d] } }] }),
  (a, b, c, d) => ({ all: [{ any: [a, b] }, { any: [c, { not: d }] }] }),
  (a, b, c, d) => ({ all: [a, { atLeast: 2, of: [b, c, d] }] }),
  (a, b, c, d) => ({ any: [a, { all: [b, c, d] }] }),
];

/**
 * Random rules and places, the same in every run.
 *
 * @param measures How many rules, at least 1; each has four comparisons.
 * @param places At least 1. About one fact in eight is unknown.
 */
export function workload(measures = 100, places = 1000): Workload {
  const random = createRandom("rules");
  const rules = Array.from({ length: measures }, (_, index) => {
    const shape = shapes[index % shapes.length] as (typeof shapes)[number];
    return shape(atomOf(random), atomOf(random), atomOf(random), atomOf(random));
  });
  const factsOf = () => Object.fromEntries(fieldList.map((one) => [one.key, random.uniform() < 0.125 ? null : drawnFact(one, random)]));
  // Through JSON, as facts come from a request or a row: objects of one shape.
  const known = JSON.parse(JSON.stringify(Array.from({ length: places }, factsOf))) as Facts[];
  return { rules, places: known, fields: new Map(fieldList.map((one) => [one.key, one])) };
}
