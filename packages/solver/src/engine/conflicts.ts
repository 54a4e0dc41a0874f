import { type ModelConstraint, type PortfolioRule, type PreparedPortfolio, portfolioModel, portfolioRules, type RuleAt } from "@hp/domain";
import type { Highs } from "highs";
import { isGainRow, plainMip } from "./plain-mip.ts";

/** Rules in the order in which a conflict is first tried without them: what is asked for is named before what limits. */
const dropOrder: readonly PortfolioRule[] = [
  "dimension_limit",
  "balance_gets",
  "balance_carries",
  "hours_total",
  "hours_year",
  "cost_limit",
  "extra",
  "budget_total",
  "budget_year",
  "exclusion",
  "prerequisite",
  "required_dimension",
  "locked_in",
];

/**
 * Rules that cannot all be kept, none of them too many: without any one of these the rest can be kept (deletion filter).
 * Locks that keep a measure out, start windows and whole starts are taken as given.
 *
 * @returns Null where time ran out before it was certain.
 * @see SPEC.md T2; J. Chinneck, E. Dravnieks, "Locating minimal infeasible constraint sets in linear programs", ORSA J. Computing 3 (1991)
 */
export function conflictsOf(solver: Highs, prepared: PreparedPortfolio, deadline: number): readonly RuleAt[] | null {
  const model = portfolioModel(prepared, { kind: "value" });
  const rows = model.constraints.filter((row) => !isGainRow(row));
  const minimise = model.variables.map(() => 0);
  const isConflict = (kept: ReadonlySet<string>): boolean | null => {
    const constraints = rows.flatMap((row) => (isRule(row) && !kept.has(nameOf(row)) ? without(row) : [row]));
    const answer = plainMip(solver, model, { constraints, minimise, secondsLeft: (deadline - performance.now()) / 1000 });
    return answer.kind === "unknown" ? null : answer.kind === "infeasible";
  };
  const names = [...new Set(rows.filter(isRule).map(nameOf))];
  const ruleOf = (name: string) => name.slice(0, name.indexOf(":"));
  let kept: ReadonlySet<string> = new Set(names);
  const tryWithout = (dropped: (name: string) => boolean): boolean => {
    const fewer = new Set([...kept].filter((name) => !dropped(name)));
    if (fewer.size === kept.size) return true;
    const conflict = isConflict(fewer);
    if (conflict === true) kept = fewer;
    return conflict !== null && performance.now() < deadline;
  };
  const isCertain =
    isConflict(kept) === true &&
    dropOrder.every((rule) => tryWithout((name) => ruleOf(name) === rule)) &&
    dropOrder.every((rule) => [...kept].filter((name) => ruleOf(name) === rule).every((name) => tryWithout((other) => other === name)));
  if (!isCertain) return null;
  return rows
    .filter((row) => kept.has(nameOf(row)))
    .flatMap(asRule)
    .filter(isFirst);
}

const nameOf = ({ kind, subject }: ModelConstraint): string => `${kind}:${subject}`;
const isRule = ({ kind }: ModelConstraint): boolean => (portfolioRules as readonly string[]).includes(kind);

/** What is left of a row when its rule is dropped: a measure that is no longer locked in still starts once at most. */
function without(row: ModelConstraint): ModelConstraint[] {
  return row.kind === "locked_in" ? [{ ...row, lower: Number.NEGATIVE_INFINITY }] : [];
}

function asRule({ kind, subject }: ModelConstraint): RuleAt[] {
  const rule = portfolioRules.find((each) => each === kind);
  return rule === undefined ? [] : [{ rule, subject }];
}

function isFirst({ rule, subject }: RuleAt, at: number, all: readonly RuleAt[]): boolean {
  return all.findIndex((other) => other.rule === rule && other.subject === subject) === at;
}
