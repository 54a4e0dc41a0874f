import type { Condition } from "@hp/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addAt, branch, branchKinds, kindOf, moveAt, partAt, partsOf, replaceAt, setKindAt, type TreePath } from "./condition-tree.ts";

const atom = fc.integer({ min: 0, max: 99 }).map((value): Condition => ({ field: "vakans", op: "gte", value }));
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc
      .tuple(fc.constantFrom(...branchKinds), fc.array(tie("tree"), { minLength: 1, maxLength: 3 }), fc.nat(3))
      .map(([kind, parts, n]) => branch(kind, parts, n)),
  ),
}));

function pathsOf(node: Condition, path: TreePath = []): TreePath[] {
  return [path, ...partsOf(node).flatMap((part, index) => pathsOf(part, [...path, index]))];
}
const atoms = (node: Condition): number => (kindOf(node) === null ? 1 : partsOf(node).reduce((sum, part) => sum + atoms(part), 0));
const treeAndPath = tree.chain((node) => fc.tuple(fc.constant(node), fc.constantFrom(...pathsOf(node))));
const runs = { numRuns: 1000 };

test("a part that is put in its own place changes nothing", () => {
  fc.assert(
    fc.property(treeAndPath, ([node, path]) => {
      expect(replaceAt(node, path, partAt(node, path) ?? null)).toEqual(node);
    }),
    runs,
  );
});

test("taking a part out takes its comparisons out and no others, and leaves no empty branch", () => {
  fc.assert(
    fc.property(treeAndPath, ([node, path]) => {
      const gone = partAt(node, path);
      const left = replaceAt(node, path, null);
      expect(left === null ? 0 : atoms(left)).toBe(atoms(node) - (gone === undefined ? 0 : atoms(gone)));
      if (left !== null)
        for (const each of pathsOf(left))
          expect(kindOf(partAt(left, each) as Condition) === null || partsOf(partAt(left, each) as Condition).length > 0).toBe(true);
    }),
    runs,
  );
});

test("adding keeps every comparison and adds one", () => {
  fc.assert(
    fc.property(treeAndPath, atom, ([node, path], part) => {
      expect(atoms(addAt(node, path, part))).toBe(atoms(node) + 1);
    }),
    runs,
  );
});

test("another way to put parts together keeps the parts, and at least n stays within them", () => {
  fc.assert(
    fc.property(treeAndPath, fc.constantFrom(...branchKinds), fc.integer({ min: -2, max: 9 }), ([node, path], kind, n) => {
      const after = setKindAt(node, path, kind, n);
      expect(atoms(after)).toBe(atoms(node));
      const there = partAt(after, path) as Condition;
      expect(kindOf(there)).toBe(kind);
      if ("atLeast" in there) {
        expect(there.atLeast).toBeGreaterThanOrEqual(1);
        expect(there.atLeast).toBeLessThanOrEqual(there.of.length);
      }
    }),
    runs,
  );
});

test("a part moved down and up again stands where it stood; beyond the ends nothing moves", () => {
  const node: Condition = {
    all: [
      { field: "a", op: "eq", value: 1 },
      { field: "b", op: "eq", value: 2 },
    ],
  };
  expect(moveAt(moveAt(node, [0], 1), [1], -1)).toEqual(node);
  expect(moveAt(node, [0], 1)).toEqual({
    all: [
      { field: "b", op: "eq", value: 2 },
      { field: "a", op: "eq", value: 1 },
    ],
  });
  expect(moveAt(node, [0], -1)).toEqual(node);
  expect(moveAt(node, [1], 1)).toEqual(node);
  expect(moveAt(node, [], 1)).toEqual(node);
});
