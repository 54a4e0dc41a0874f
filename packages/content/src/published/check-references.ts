import type { Kpi } from "@hp/contracts/content";
import { type Catalogue, type Condition, fieldCatalogue, fieldsOf, type Instrument, type MeasureRule, validateCondition } from "@hp/domain";

/** Everything that content files may refer to each other by. */
export interface ContentSet {
  readonly instrument: Instrument;
  readonly kpis: ReadonlyMap<string, Kpi>;
  readonly catalogue: Catalogue;
}

/** The conditions of a rule, each with the name of where it stands. */
export function conditionsOf(rule: MeasureRule): readonly { readonly where: string; readonly condition: Condition }[] {
  const gates = (["exclude", "require", "inPlace"] as const).flatMap((where) => {
    const condition = rule[where];
    return condition === null ? [] : [{ where, condition }];
  });
  const lists = (["boost", "damp"] as const).flatMap((where) =>
    rule[where].map((condition, index) => ({ where: `${where}.${index}`, condition })),
  );
  return [...gates, ...lists];
}

/** Fields whose indicator has no direction cannot be better or worse than others': no condition may name them. */
function peersWithoutDirection(condition: Condition, kpis: ContentSet["kpis"]): readonly string[] {
  const named = fieldsOf(condition).filter((field) => field.startsWith("peer."));
  return named.filter((field) => (kpis.get(field.slice("peer.".length))?.direction ?? "neutral") === "neutral");
}

function checkConditions({ instrument, kpis, catalogue }: ContentSet): string[] {
  const fields = fieldCatalogue(instrument, Object.fromEntries([...kpis].map(([id, { sv, en }]) => [id, { sv, en }])));
  return Object.entries(catalogue.rules).flatMap(([id, rule]) =>
    conditionsOf(rule).flatMap(({ where, condition }) => [
      ...validateCondition(condition, fields).map(({ path, code, field }) => {
        const at = path === "" ? where : `${where}.${path}`;
        return `rules.json · ${id} · ${at}: ${code}${field === undefined ? "" : ` (${field})`}`;
      }),
      ...peersWithoutDirection(condition, kpis).map((field) => `rules.json · ${id} · ${where}: ${field} has no direction`),
    ]),
  );
}

/** Measures from which one comes back to itself by going from prerequisite to prerequisite. */
function circular(rules: Readonly<Record<string, MeasureRule>>): readonly string[] {
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (rules[from]?.prerequisites ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
  return Object.keys(rules).filter((id) => reaches(id, id, new Set()));
}

/** Every measure that a rule names, with the part of the rule that names it. */
function namedBy(rule: MeasureRule): readonly (readonly [where: string, other: string])[] {
  return [
    ...rule.prerequisites.map((other) => ["prerequisites", other] as const),
    ...rule.conflicts.map((other) => ["conflicts", other] as const),
    ...rule.synergies.map((synergy) => ["synergies", synergy.with] as const),
  ];
}

/** Why a rule may not name the other measure there; empty if it may. */
function relationFaults(rules: Catalogue["rules"], id: string, where: string, other: string): readonly string[] {
  if (other === id) return ["Names itself"];
  const theirs = Object.hasOwn(rules, other) ? rules[other] : undefined;
  if (theirs === undefined) return [`No such measure: ${other}`];
  if (where !== "conflicts") return [];
  const faults = theirs.conflicts.includes(id) ? [] : [`${other} does not say the same`];
  return rules[id]?.prerequisites.includes(other) ? [...faults, `${other} is also a prerequisite`] : faults;
}

function checkRelations({ catalogue: { rules } }: ContentSet): string[] {
  const circles = circular(rules).map((id) => `rules.json · ${id} · prerequisites: Comes back to itself`);
  const relations = Object.entries(rules).flatMap(([id, rule]) =>
    namedBy(rule).flatMap(([where, other]) =>
      relationFaults(rules, id, where, other).map((fault) => `rules.json · ${id} · ${where}: ${fault}`),
    ),
  );
  return [...circles, ...relations];
}

function checkMeasures({ instrument, kpis, catalogue }: ContentSet): string[] {
  const dimensions = new Set(instrument.dimensions.map((dimension) => dimension.id));
  return catalogue.measures.flatMap((measure) => [
    ...Object.keys(measure.effects)
      .filter((id) => !dimensions.has(id))
      .map((id) => `measures.json · ${measure.id} · effects: No such dimension: ${id}`),
    ...measure.followUp.kpis
      .filter((id) => !kpis.has(id))
      .map((id) => `measures.json · ${measure.id} · followUp.kpis: No such indicator: ${id}`),
    ...(measure.harm && catalogue.rules[measure.id]?.require === null
      ? [`measures.json · ${measure.id} · harm: Has no require that could hold it back`]
      : []),
  ]);
}

function checkIndicators({ instrument, kpis }: ContentSet): string[] {
  const named = [
    ...instrument.preconditions.flatMap(({ key, kpi }) => (kpi === null ? [] : [[key, kpi] as const])),
    ...instrument.dimensions.flatMap(({ id, indicators }) => indicators.map(({ kpi }) => [id, kpi] as const)),
  ];
  return named.filter(([, kpi]) => !kpis.has(kpi)).map(([id, kpi]) => `model.json · ${id} · kpi: No such indicator: ${kpi}`);
}

/**
 * Everything that names something that does not exist or does not fit: fields and values in conditions, measures,
 * dimensions and indicators; prerequisites in a circle; conflicts that only one side knows of.
 *
 * @returns One line per fault with file, id and field; empty when all holds.
 */
export function checkReferences(set: ContentSet): string[] {
  return [...checkConditions(set), ...checkRelations(set), ...checkMeasures(set), ...checkIndicators(set)];
}
