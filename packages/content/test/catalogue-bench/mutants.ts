import { type Catalogue, type Condition, createRandom, type Measure, type MeasureRule } from "@hp/domain";

/** A catalogue with one thing changed, and what was done to it. */
export interface Mutant {
  readonly kind: string;
  readonly measureId: string;
  readonly catalogue: Catalogue;
}

type Random = ReturnType<typeof createRandom>;
type Operator = (
  measure: Measure,
  rule: MeasureRule,
  random: Random,
  all: readonly Measure[],
) => { readonly measure?: Measure; readonly rule?: MeasureRule } | null;

const pick = <T>(random: Random, list: readonly T[]): T | undefined => (list.length === 0 ? undefined : list[random.below(list.length)]);
const clauseNames = ["exclude", "require"] as const;

/** Every condition of a rule with a way to put another in its place. */
function clauses(rule: MeasureRule): readonly { readonly condition: Condition; readonly put: (other: Condition) => MeasureRule }[] {
  const single = clauseNames.flatMap((name) => {
    const condition = rule[name];
    return condition === null ? [] : [{ condition, put: (other: Condition) => ({ ...rule, [name]: other }) }];
  });
  const listed = (["boost", "damp"] as const).flatMap((name) =>
    rule[name].map((condition, index) => ({ condition, put: (other: Condition) => ({ ...rule, [name]: rule[name].with(index, other) }) })),
  );
  return [...single, ...listed];
}

type Atom = Extract<Condition, { readonly field: string }>;

/** Every comparison of a condition with a way to put another in its place. */
function atoms(condition: Condition): readonly { readonly atom: Atom; readonly put: (other: Atom) => Condition }[] {
  if ("field" in condition) return [{ atom: condition, put: (other) => other }];
  if ("not" in condition) return atoms(condition.not).map(({ atom, put }) => ({ atom, put: (other) => ({ not: put(other) }) }));
  const [key, parts] =
    "all" in condition
      ? (["all", condition.all] as const)
      : "any" in condition
        ? (["any", condition.any] as const)
        : (["of", condition.of] as const);
  return parts.flatMap((part, index) =>
    atoms(part).map(({ atom, put }) => ({
      atom,
      put: (other: Atom) => ({ ...condition, [key]: parts.with(index, put(other)) }) as Condition,
    })),
  );
}

const opposite: Readonly<Record<string, Atom["op"]>> = { lt: "gte", gte: "lt", lte: "gt", gt: "lte", eq: "ne", ne: "eq" };

function changeAtom(rule: MeasureRule, random: Random, change: (atom: Atom) => Atom | null): MeasureRule | null {
  const places = clauses(rule).flatMap((clause) =>
    atoms(clause.condition).map(({ atom, put }) => ({ atom, put: (other: Atom) => clause.put(put(other)) })),
  );
  const changed = places.flatMap(({ atom, put }) => {
    const other = change(atom);
    return other === null ? [] : [put(other)];
  });
  return pick(random, changed) ?? null;
}

const ofRule = (rule: MeasureRule | null) => (rule === null ? null : { rule });

/** What can be done to a measure or its rule that changes what it is advised by. */
export const behaviour: Readonly<Record<string, Operator>> = {
  "rule inverted": (_, rule, random) => {
    const clause = pick(random, clauses(rule));
    return clause === undefined ? null : { rule: clause.put({ not: clause.condition }) };
  },
  "comparison turned": (_, rule, random) =>
    ofRule(changeAtom(rule, random, (atom) => (opposite[atom.op] === undefined ? null : { ...atom, op: opposite[atom.op] as Atom["op"] }))),
  "threshold moved": (_, rule, random) =>
    ofRule(
      changeAtom(rule, random, (atom) => {
        if (typeof atom.value !== "number" || atom.field.startsWith("peer.") || !["lt", "lte", "gt", "gte"].includes(atom.op)) return null;
        const step = Math.max(1, Math.round(Math.abs(atom.value) / 2));
        return { ...atom, value: Math.abs(atom.value) <= 1 ? atom.value / 2 : atom.value > 0 ? atom.value - step : atom.value + step };
      }),
    ),
  "clause dropped": (_, rule, random) => {
    const name = pick(
      random,
      clauseNames.filter((one) => rule[one] !== null),
    );
    return name === undefined ? null : { rule: { ...rule, [name]: null } };
  },
  "boost dropped": (_, rule) => (rule.boost.length === 0 ? null : { rule: { ...rule, boost: rule.boost.slice(1) } }),
  "prerequisite dropped": (_, rule) =>
    rule.prerequisites.length === 0 ? null : { rule: { ...rule, prerequisites: rule.prerequisites.slice(1) } },
  "effect changed": (measure) => {
    const now = measure.effects[measure.mainDimension] ?? 1;
    return { measure: { ...measure, effects: { ...measure.effects, [measure.mainDimension]: now === 3 ? 1 : now + 1 } } };
  },
  "side effect dropped": (measure) => {
    const rest = Object.entries(measure.effects).filter(([id]) => id !== measure.mainDimension);
    return rest.length === 0
      ? null
      : { measure: { ...measure, effects: Object.fromEntries(Object.entries(measure.effects).filter(([id]) => id !== rest[0]?.[0])) } };
  },
  "evidence changed": (measure) => ({
    measure: { ...measure, evidence: { ...measure.evidence, grade: measure.evidence.grade === "d" ? "a" : "d" } },
  }),
  "cost class changed": (measure) => ({ measure: { ...measure, cost: measure.cost === "large" ? "small" : "large" } }),
  "harm turned": (measure) => ({ measure: { ...measure, harm: !measure.harm } }),
  "id reused": (measure, _, random, all) => {
    const other = pick(
      random,
      all.filter(({ mainDimension }) => mainDimension !== measure.mainDimension),
    );
    return other === undefined ? null : { measure: { ...other, id: measure.id } };
  },
};

const edited = (text: { readonly sv: string; readonly en: string }) => ({ ...text, sv: `${text.sv} Ändrat.`, en: `${text.en} Edited.` });

/** What can be done to a measure's words only. */
export const words: Readonly<Record<string, Operator>> = {
  "title edited": (measure) => ({ measure: edited(measure) as Measure }),
  "source edited": (measure) => ({ measure: { ...measure, source: edited(measure.source) } }),
  "caution edited": (measure) => ({
    measure: { ...measure, caution: measure.caution === null ? { sv: "Akta.", en: "Mind." } : edited(measure.caution) },
  }),
  "legal note edited": (measure) => ({ measure: { ...measure, legal: measure.legal === null ? { sv: "Lag.", en: "Law." } : null } }),
  "note on evidence edited": (measure) => ({
    measure: { ...measure, evidence: { ...measure.evidence, note: { sv: "Not.", en: "Note." } } },
  }),
  "review put off": (measure) => ({ measure: { ...measure, reviewBy: "2031-01" } }),
};

/**
 * Catalogues with one measure changed in one way, the kinds in turn.
 *
 * @param count How many; each kind has as many as it fits, at most one over another.
 */
export function mutantsOf(
  catalogue: Catalogue,
  operators: Readonly<Record<string, Operator>>,
  count: number,
  seed: string,
): readonly Mutant[] {
  const random = createRandom(seed);
  const kinds = Object.entries(operators);
  const found: Mutant[] = [];
  for (let turn = 0; found.length < count; turn += 1) {
    const [kind, operator] = kinds[turn % kinds.length] ?? ["", () => null];
    const measure = pick(random, catalogue.measures);
    const rule = measure === undefined ? undefined : catalogue.rules[measure.id];
    if (measure === undefined || rule === undefined) continue;
    const changed = operator(measure, rule, random, catalogue.measures);
    if (changed === null) continue;
    found.push({
      kind,
      measureId: measure.id,
      catalogue: {
        ...catalogue,
        measures: catalogue.measures.map((one) => (one.id === measure.id ? (changed.measure ?? one) : one)),
        rules: { ...catalogue.rules, [measure.id]: changed.rule ?? rule },
      },
    });
  }
  return found;
}
