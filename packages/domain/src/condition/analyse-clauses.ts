import type { MeasureRule } from "../catalogue/types.ts";
import { conditionKey } from "./condition-key.ts";
import type { FieldCatalogue } from "./field-catalogue.ts";
import type { CatalogueFinding, Clause, NamedMeasure } from "./findings.ts";
import { possibility } from "./possibility.ts";
import { readCondition } from "./read.ts";
import { partsOf } from "./shape.ts";
import type { Condition } from "./types.ts";
import { validateCondition } from "./validate.ts";

interface Placed extends Clause {
  readonly condition: Condition;
}

/**
 * What is wrong with the conditions of one measure's rule: faulty, without meaning (never or always true, alone or given
 * the gate), said twice, or an `inPlace` that does not close the gate. A rule with a faulty condition is judged on its
 * sound ones, and its gate not at all.
 *
 * @param maxSteps Bound of each search, as `possibility`.
 */
export function clauseFindings(
  measure: NamedMeasure,
  rule: MeasureRule,
  fields: FieldCatalogue,
  maxSteps: number,
): readonly CatalogueFinding[] {
  const placed = clausesOf(rule);
  const faults = placed.flatMap((clause) =>
    validateCondition(clause.condition, fields).map(
      (problem): CatalogueFinding => ({
        code: "invalid_condition",
        measure,
        clause: told(clause, null),
        problem,
      }),
    ),
  );
  const faulty = new Set(faults.map((fault) => "clause" in fault && placeOf(fault.clause)));
  const clauses = placed
    .filter((clause) => !faulty.has(placeOf(clause)))
    .map((clause) => ({ ...clause, reading: readingOf(clause.condition, fields) }));
  const its: Rule = { measure, rule, clauses, fields, maxSteps };
  const gate = faulty.has("exclude") || faulty.has("require") ? null : gateOf(rule);
  return [
    ...faults,
    ...clauses.flatMap((clause) => meaningless(clause, its)),
    ...(gate === null ? [] : [...gateFindings(gate, its), ...withGate(gate, its)]),
    ...(faulty.has("exclude") ? [] : inPlaceFindings(its)),
    ...duplicates(its),
  ];
}

interface Rule {
  readonly measure: NamedMeasure;
  readonly rule: MeasureRule;
  readonly clauses: readonly Placed[];
  readonly fields: FieldCatalogue;
  readonly maxSteps: number;
}

const placeOf = ({ name, index }: Clause): string => (index === null ? name : `${name} ${index}`);
const told = ({ name, index }: Clause, reading: Clause["reading"]): Clause => ({ name, index, reading });
const readingOf = (condition: Condition, fields: FieldCatalogue) => ({
  sv: readCondition(condition, "sv", fields),
  en: readCondition(condition, "en", fields),
});

function clausesOf(rule: MeasureRule): readonly Placed[] {
  const single = (["exclude", "require", "inPlace"] as const).flatMap((name): Placed[] => {
    const condition = rule[name];
    return condition === null ? [] : [{ name, index: null, reading: null, condition }];
  });
  const listed = (["boost", "damp"] as const).flatMap((name) =>
    rule[name].map((condition, index): Placed => ({ name, index, reading: null, condition })),
  );
  return [...single, ...listed];
}

/** What lets a measure through: what is required, and nothing that excludes. Null where there is neither. */
function gateOf({ exclude, require }: MeasureRule): Condition | null {
  if (exclude === null) return require;
  const open: Condition = { not: exclude };
  return require === null ? open : { all: [require, open] };
}

type Outcome = "never" | "always" | "undecided" | "varies";

function outcomeOf(condition: Condition, { fields, maxSteps }: Rule): Outcome {
  const holds = possibility(condition, "holds", fields, maxSteps).kind;
  if (holds === "impossible") return "never";
  const fails = possibility(condition, "fails", fields, maxSteps).kind;
  if (fails === "impossible") return "always";
  return holds === "undecided" || fails === "undecided" ? "undecided" : "varies";
}

const clauseCode = { never: "never_holds", always: "always_holds", undecided: "undecided" } as const;
const gateCode = { never: "gate_never_opens", always: "gate_always_opens", undecided: "gate_undecided" } as const;

function meaningless(clause: Placed, its: Rule): readonly CatalogueFinding[] {
  const outcome = outcomeOf(clause.condition, its);
  return outcome === "varies" ? [] : [{ code: clauseCode[outcome], measure: its.measure, clause: told(clause, clause.reading) }];
}

function gateFindings(gate: Condition, its: Rule): readonly CatalogueFinding[] {
  const outcome = outcomeOf(gate, its);
  return outcome === "varies" ? [] : [{ code: gateCode[outcome], measure: its.measure }];
}

/** Boosts and damps that can hold, but not in a place where the gate is open. A gate that never opens is told by itself. */
function withGate(gate: Condition, its: Rule): readonly CatalogueFinding[] {
  const can = (condition: Condition) => possibility(condition, "holds", its.fields, its.maxSteps).kind;
  if (can(gate) !== "possible") return [];
  return its.clauses.flatMap((clause): readonly CatalogueFinding[] => {
    if ((clause.name !== "boost" && clause.name !== "damp") || can(clause.condition) !== "possible") return [];
    const both = can({ all: [clause.condition, gate] });
    if (both === "possible") return [];
    const code = both === "impossible" ? "never_with_gate" : "undecided";
    return [{ code, measure: its.measure, clause: told(clause, clause.reading) }];
  });
}

/** `inPlace` must imply `exclude`: a measure that exists already is not advised again. */
function inPlaceFindings(its: Rule): readonly CatalogueFinding[] {
  const clause = its.clauses.find(({ name }) => name === "inPlace");
  if (clause === undefined) return [];
  const { exclude } = its.rule;
  const open: Condition = exclude === null ? clause.condition : { all: [clause.condition, { not: exclude }] };
  const found = possibility(open, "holds", its.fields, its.maxSteps).kind;
  if (found === "impossible") return [];
  const code = found === "possible" ? "in_place_not_excluded" : "undecided";
  return [{ code, measure: its.measure, clause: told(clause, clause.reading) }];
}

/** A condition twice among a rule's clauses (`inPlace` apart, which repeats one), or twice in one branch. */
function duplicates({ measure, clauses, fields }: Rule): readonly CatalogueFinding[] {
  const first = new Map<string, Placed>();
  return clauses.flatMap((clause): readonly CatalogueFinding[] => {
    const its = told(clause, clause.reading);
    const parts = repeatedParts(clause.condition).map(
      (part): CatalogueFinding => ({ code: "duplicate_parts", measure, clause: its, part: readingOf(part, fields) }),
    );
    if (clause.name === "inPlace") return parts;
    const key = conditionKey(clause.condition);
    const other = first.get(key);
    if (other === undefined) first.set(key, clause);
    return other === undefined ? parts : [...parts, { code: "duplicate_clauses", measure, clause: its, other: told(other, other.reading) }];
  });
}

function repeatedParts(condition: Condition): readonly Condition[] {
  const parts = partsOf(condition);
  const keys = parts.map(conditionKey);
  return [...parts.filter((_, index) => keys.indexOf(keys[index] ?? "") < index), ...parts.flatMap(repeatedParts)];
}
