import type { Field, FieldCatalogue } from "./field-catalogue.ts";
import type { ConditionProblemCode } from "./problem-codes.ts";
import { type Operator, operators } from "./types.ts";
import { validateAtomValue } from "./validate-value.ts";

/** Levels a condition may have, the root being the first. */
export const MAX_CONDITION_DEPTH = 8;
/** Nodes, branches and atoms together, a condition may have. */
export const MAX_CONDITION_NODES = 60;

/** One fault of a condition. `path` leads to it from the root, such as `all[1].value`; empty for the root itself. */
export interface ConditionProblem {
  readonly path: string;
  readonly code: ConditionProblemCode;
  readonly field?: string;
}

/**
 * What is wrong with something that should be a condition: the same check on save, on import and on publish.
 *
 * @param condition Anything: nothing about it is trusted.
 * @returns Every fault found, in reading order; empty if the condition may be used. Past a size limit it stops looking.
 *   Total: never throws.
 */
export function validateCondition(condition: unknown, fields: FieldCatalogue): readonly ConditionProblem[] {
  const problems: ConditionProblem[] = [];
  const budget = { nodes: 0 };
  visit(condition, "", 1, { fields, problems, budget });
  return problems;
}

interface Visit {
  readonly fields: FieldCatalogue;
  readonly problems: ConditionProblem[];
  readonly budget: { nodes: number };
}

function visit(node: unknown, path: string, depth: number, to: Visit): void {
  to.budget.nodes += 1;
  const problem = boundProblem(node, depth, to.budget.nodes);
  if (problem === null) visitNode(node as Record<string, unknown>, path, depth, to);
  // Past the bound every further node is too many: it is said once.
  else if (problem !== "too_large" || to.budget.nodes === MAX_CONDITION_NODES + 1) to.problems.push({ path, code: problem });
}

function boundProblem(node: unknown, depth: number, nodes: number): ConditionProblemCode | null {
  if (nodes > MAX_CONDITION_NODES) return "too_large";
  if (depth > MAX_CONDITION_DEPTH) return "too_deep";
  return typeof node !== "object" || node === null || Array.isArray(node) ? "not_a_condition" : null;
}

function visitNode(node: Record<string, unknown>, path: string, depth: number, to: Visit): void {
  const names = Object.keys(node);
  const keys = names.sort().join();
  const inside = `${path}${dot(path)}`;
  if (keys === "field,op,value") visitAtom(node, path, to);
  else if (keys === "all" || keys === "any") visitParts(node[keys], `${inside}${keys}`, depth, to);
  else if (keys === "not") visit(node.not, `${inside}not`, depth + 1, to);
  else if (keys === "atLeast,of") visitAtLeast(node, path, depth, to);
  else to.problems.push({ path, code: names.some((key) => nodeKeys.has(key)) ? "unknown_key" : "not_a_condition" });
}

const nodeKeys = new Set(["field", "op", "value", "all", "any", "not", "atLeast", "of"]);
const dot = (path: string): string => (path === "" ? "" : ".");

function visitParts(parts: unknown, path: string, depth: number, to: Visit): void {
  if (!Array.isArray(parts)) {
    to.problems.push({ path, code: "not_a_condition" });
    return;
  }
  if (parts.length === 0) to.problems.push({ path, code: "empty_branch" });
  for (const [index, part] of parts.entries()) {
    if (to.budget.nodes > MAX_CONDITION_NODES) return;
    visit(part, `${path}[${index}]`, depth + 1, to);
  }
}

function visitAtLeast(node: Record<string, unknown>, path: string, depth: number, to: Visit): void {
  const { atLeast, of } = node;
  const most = Array.isArray(of) ? of.length : 0;
  if (!Number.isInteger(atLeast) || (atLeast as number) < 1 || (atLeast as number) > most) {
    to.problems.push({ path: `${path}${dot(path)}atLeast`, code: "bad_at_least" });
  }
  visitParts(of, `${path}${dot(path)}of`, depth, to);
}

function visitAtom({ field, op, value }: Record<string, unknown>, path: string, to: Visit): void {
  const at = (key: string) => `${path}${dot(path)}${key}`;
  const known: Field | undefined = typeof field === "string" ? to.fields.get(field) : undefined;
  const name = typeof field === "string" ? { field } : {};
  if (known === undefined) to.problems.push({ path: at("field"), code: "unknown_field", ...name });
  if (!isOperator(op)) to.problems.push({ path: at("op"), code: "unknown_operator", ...name });
  if (known === undefined || !isOperator(op)) return;
  const code = validateAtomValue(op, value, known);
  if (code !== null) to.problems.push({ path: at(code === "operator_not_for_type" ? "op" : "value"), code, ...name });
}

const isOperator = (op: unknown): op is Operator => typeof op === "string" && (operators as readonly string[]).includes(op);
