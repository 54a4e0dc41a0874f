import { atomVerdict } from "../condition/atom.ts";
import { cellsOf } from "../condition/cells.ts";
import { conditionKey } from "../condition/condition-key.ts";
import type { FieldCatalogue } from "../condition/field-catalogue.ts";
import { possibility } from "../condition/possibility.ts";
import { isAtom, partsOf } from "../condition/shape.ts";
import type { Atom, Condition } from "../condition/types.ts";
import { validateCondition } from "../condition/validate.ts";
import type { Reach } from "./types.ts";

/** A comparison that moved in its place. */
export interface MovedAtom {
  readonly kind: "atom";
  readonly before: Atom;
  readonly after: Atom;
  /** The whole condition holds as soon as the comparison does: nothing but `any` above it. */
  readonly isEnough: boolean;
  /** Of the whole condition. */
  readonly holds: Reach;
}

/** The number of an `atLeast` that moved. */
export interface MovedCount {
  readonly kind: "count";
  readonly before: number;
  readonly after: number;
  readonly holds: Reach;
}

/** What happened to a condition. `same`: only the order of its parts. */
export type TreeChange =
  | { readonly kind: "moved"; readonly moves: readonly (MovedAtom | MovedCount)[] }
  | { readonly kind: "same" }
  | { readonly kind: "restructured"; readonly holds: Reach };

/** Steps of a search for where a restructured condition holds. */
const REACH_STEPS = 2000;

/**
 * How a condition became another. Parts that say the same are paired whatever their order, the rest in order; if every pair
 * has the same shape, what differs is moved comparisons and counts, else the tree is restructured.
 *
 * @param before Valid as a tree (`isReadable`), as is `after`; fields may be unknown.
 * @see catalogue-diff/SPEC.md D5–D7
 */
export function treeChange(before: Condition, after: Condition, fields: FieldCatalogue): TreeChange {
  if (conditionKey(before) === conditionKey(after)) return { kind: "same" };
  const moves = align(before, after, { fields, negated: false, isEnough: true });
  return moves === null ? { kind: "restructured", holds: reachOf(before, after, fields) } : { kind: "moved", moves };
}

/** Whether something can be read as a condition: a tree of the right form, though fields or values may be wrong. */
export function isReadable(condition: unknown, fields: FieldCatalogue): boolean {
  const shapeFaults = new Set([
    "not_a_condition",
    "unknown_key",
    "too_deep",
    "too_large",
    "bad_at_least",
    "unknown_operator",
    "wrong_value",
  ]);
  return validateCondition(condition, fields).every(({ code }) => !shapeFaults.has(code));
}

interface Where {
  readonly fields: FieldCatalogue;
  readonly negated: boolean;
  readonly isEnough: boolean;
}
type Moves = readonly (MovedAtom | MovedCount)[];

function align(before: Condition, after: Condition, where: Where): Moves | null {
  if (isAtom(before) || isAtom(after)) return isAtom(before) && isAtom(after) ? alignAtoms(before, after, where) : null;
  if ("not" in before) return "not" in after ? align(before.not, after.not, { ...where, negated: !where.negated, isEnough: false }) : null;
  const kind = kindOf(before);
  if (kind !== kindOf(after)) return null;
  const parts = alignParts(partsOf(before), partsOf(after), {
    ...where,
    isEnough: where.isEnough && (kind === "any" || (partsOf(before).length === 1 && partsOf(after).length === 1)),
  });
  if (parts === null || !("of" in before) || !("of" in after) || before.atLeast === after.atLeast) return parts;
  const holds = turned(after.atLeast < before.atLeast ? "more" : "less", where.negated);
  return [{ kind: "count", before: before.atLeast, after: after.atLeast, holds }, ...parts];
}

const kindOf = (branch: Condition): string => ["all", "any", "of", "not"].find((key) => Object.hasOwn(branch, key)) ?? "";

function alignParts(before: readonly Condition[], after: readonly Condition[], where: Where): Moves | null {
  if (before.length !== after.length) return null;
  const keys = after.map(conditionKey);
  const free = new Set(after.keys());
  const changed = before.filter((part) => {
    const key = conditionKey(part);
    const same = [...free].find((index) => keys[index] === key);
    if (same !== undefined) free.delete(same);
    return same === undefined;
  });
  const moves: (MovedAtom | MovedCount)[] = [];
  for (const part of changed) {
    const like = (index: number) => isAtom(part) && fieldAt(after[index]) === part.field;
    const index = [...free].find(like) ?? [...free][0];
    const partner = index === undefined ? undefined : after[index];
    const found = partner === undefined ? null : align(part, partner, where);
    if (index === undefined || found === null) return null;
    free.delete(index);
    moves.push(...found);
  }
  return moves;
}

const fieldAt = (condition: Condition | undefined): string | null =>
  condition !== undefined && isAtom(condition) ? condition.field : null;

function alignAtoms(before: Atom, after: Atom, { fields, negated, isEnough }: Where): Moves | null {
  if (conditionKey(before) === conditionKey(after)) return [];
  if (before.field !== after.field) return null;
  return [{ kind: "atom", before, after, isEnough: isEnough && !negated, holds: turned(atomReach(before, after, fields), negated) }];
}

function turned(reach: Reach, negated: boolean): Reach {
  if (!negated) return reach;
  return reach === "more" ? "less" : reach === "less" ? "more" : reach;
}

/** Whether a comparison holds for more values of its field than another, by every kind of value that either can tell apart. */
function atomReach(before: Atom, after: Atom, fields: FieldCatalogue): Reach {
  const field = fields.get(after.field);
  const isValid = [before, after].every((atom) => validateCondition(atom, fields).length === 0);
  const cells = field === undefined || !isValid ? null : cellsOf(field, [before, after]);
  if (cells === null) return null;
  const gains = cells.some((cell) => atomVerdict(after, cell) === "holds" && atomVerdict(before, cell) !== "holds");
  const loses = cells.some((cell) => atomVerdict(before, cell) === "holds" && atomVerdict(after, cell) !== "holds");
  return named(gains, loses);
}

const named = (gains: boolean, loses: boolean): Reach => (gains ? (loses ? "other" : "more") : loses ? "less" : "same");

/** The same of two whole conditions; null where one is faulty or the search is broken off. */
function reachOf(before: Condition, after: Condition, fields: FieldCatalogue): Reach {
  if ([before, after].some((one) => validateCondition(one, fields).length > 0)) return null;
  const gains = possibility({ all: [after, { not: before }] }, "holds", fields, REACH_STEPS).kind;
  const loses = possibility({ all: [before, { not: after }] }, "holds", fields, REACH_STEPS).kind;
  return gains === "undecided" || loses === "undecided" ? null : named(gains === "possible", loses === "possible");
}
