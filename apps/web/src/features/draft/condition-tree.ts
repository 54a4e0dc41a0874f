import type { Atom, Condition } from "@hp/domain";

/** Where a part of a condition stands: the position among its parent's parts, from the root down. Empty for the root. */
export type TreePath = readonly number[];
/** How a branch puts its parts together. */
export const branchKinds = ["all", "any", "not", "atLeast"] as const;
export type BranchKind = (typeof branchKinds)[number];

/** Whether a part is a comparison. */
export const isComparison = (node: Condition): node is Atom => "field" in node;

/** The parts of a branch; none of a comparison. */
export function partsOf(node: Condition): readonly Condition[] {
  if (isComparison(node)) return [];
  if ("not" in node) return [node.not];
  if ("all" in node) return node.all;
  return "any" in node ? node.any : node.of;
}

/** How a branch puts its parts together; null for a comparison. */
export function kindOf(node: Condition): BranchKind | null {
  if (isComparison(node)) return null;
  if ("not" in node) return "not";
  if ("all" in node) return "all";
  return "any" in node ? "any" : "atLeast";
}

/** A branch of these parts. At least n keeps n within the number of parts; `not` of several parts is not of all of them. */
export function branch(kind: BranchKind, parts: readonly Condition[], atLeast = 1): Condition {
  const [first] = parts;
  if (first === undefined) throw new RangeError("a branch needs a part");
  switch (kind) {
    case "all":
      return { all: [...parts] };
    case "any":
      return { any: [...parts] };
    case "not":
      return { not: parts.length === 1 ? first : { all: [...parts] } };
    default:
      return { atLeast: Math.min(Math.max(1, atLeast), parts.length), of: [...parts] };
  }
}

const withParts = (node: Condition, parts: readonly Condition[]): Condition | null => {
  const kind = kindOf(node);
  if (kind === null || parts.length === 0) return null;
  return branch(kind, parts, "atLeast" in node ? node.atLeast : 1);
};

/** The part at a path; undefined where there is none. */
export function partAt(root: Condition, path: TreePath): Condition | undefined {
  return path.reduce<Condition | undefined>((node, index) => (node === undefined ? undefined : partsOf(node)[index]), root);
}

/**
 * The condition with the part at a path replaced, or taken out where `part` is null. A branch that loses its last part goes
 * with it.
 *
 * @returns Null where nothing is left.
 */
export function replaceAt(root: Condition, path: TreePath, part: Condition | null): Condition | null {
  const [index, ...rest] = path;
  if (index === undefined) return part;
  const parts = partsOf(root);
  const child = parts[index];
  if (child === undefined) return root;
  const next = replaceAt(child, rest, part);
  return withParts(
    root,
    parts.flatMap((one, position) => (position !== index ? [one] : next === null ? [] : [next])),
  );
}

/** Puts a part last into the branch at a path; beside a comparison, it makes a branch of both. */
export function addAt(root: Condition, path: TreePath, part: Condition): Condition {
  const node = partAt(root, path);
  if (node === undefined) return root;
  const grown =
    isComparison(node) || "not" in node
      ? branch("all", [node, part])
      : branch(kindOf(node) ?? "all", [...partsOf(node), part], "atLeast" in node ? node.atLeast : 1);
  return replaceAt(root, path, grown) ?? root;
}

/** Puts the parts of the branch at a path together in another way; around a comparison, it makes a branch of one part. */
export function setKindAt(root: Condition, path: TreePath, kind: BranchKind, atLeast = 1): Condition {
  const node = partAt(root, path);
  if (node === undefined) return root;
  return replaceAt(root, path, branch(kind, isComparison(node) ? [node] : partsOf(node), atLeast)) ?? root;
}

/** Moves a part up or down among its siblings. */
export function moveAt(root: Condition, path: TreePath, by: -1 | 1): Condition {
  const parent = path.slice(0, -1);
  const index = path.at(-1);
  const node = partAt(root, parent);
  if (index === undefined || node === undefined) return root;
  const parts = [...partsOf(node)];
  const [moved, other] = [parts[index], parts[index + by]];
  if (moved === undefined || other === undefined) return root;
  parts[index] = other;
  parts[index + by] = moved;
  return replaceAt(root, parent, withParts(node, parts)) ?? root;
}
