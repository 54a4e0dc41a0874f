import { describe, expect, test } from "vitest";
import { fields } from "../../test/arbitraries.ts";
import { hostileTrees, prototypeKeys } from "../../test/hostile-trees.ts";
import { compileCondition, evaluate } from "../condition/evaluate.ts";
import { readCondition } from "../condition/read.ts";
import type { Condition, Facts } from "../condition/types.ts";
import { MAX_CONDITION_DEPTH, MAX_CONDITION_NODES, validateCondition } from "../condition/validate.ts";

/** Steps that one node may take: its keys, its members, its value. */
const STEPS_PER_NODE = 12;
const declared = [...fields.keys()];

interface Steps {
  count: number;
}

/** The same tree, counting every look at a member: `get`, and one for a list of keys. */
function counted(value: unknown, steps: Steps): unknown {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get: (target, key) => {
      steps.count += 1;
      return counted(Reflect.get(target, key), steps);
    },
    ownKeys: (target) => {
      steps.count += 1;
      return Reflect.ownKeys(target);
    },
  });
}

/** Facts that answer to every key, and keep which were asked for. */
function watched(asked: Set<string>, reads: Steps): Facts {
  const note = (key: string | symbol) => {
    reads.count += 1;
    asked.add(String(key));
  };
  return new Proxy({} as Record<string, never>, {
    get: (_, key) => {
      note(key);
      return 5;
    },
    getOwnPropertyDescriptor: (_, key) => {
      note(key);
      return { value: 5, configurable: true, enumerable: true, writable: true };
    },
    has: () => true,
  }) as Facts;
}

const all = hostileTrees(declared);

describe("B16: hostile conditions", () => {
  test("are refused within a bound on steps, or carried out within the limits of size", () => {
    let accepted = 0;
    const known = new Set(declared);
    for (const tree of all) {
      const steps: Steps = { count: 0 };
      const problems = validateCondition(counted(tree, steps), fields);
      // A list of values is looked through once, whatever its length; none here has more than two.
      expect(steps.count).toBeLessThanOrEqual((MAX_CONDITION_NODES + 1) * STEPS_PER_NODE);
      expect(problems.length).toBeLessThanOrEqual(3 * (MAX_CONDITION_NODES + 1));
      if (problems.length > 0) continue;
      accepted += 1;
      const [asked, reads] = [new Set<string>(), { count: 0 }];
      const facts = watched(asked, reads);
      expect(["holds", "fails", "unknown"]).toContain(evaluate(tree as Condition, facts, fields).verdict);
      expect(compileCondition(tree as Condition)(facts)).toBe(evaluate(tree as Condition, facts, fields).verdict);
      expect(reads.count).toBeLessThanOrEqual(3 * 2 * MAX_CONDITION_NODES);
      expect([...asked].filter((key) => !known.has(key))).toEqual([]);
      expect(readCondition(tree as Condition, "sv", fields)).not.toMatch(/undefined|NaN|\[object/);
    }
    expect(accepted).toBeGreaterThan(500);
    expect(all.length - accepted).toBeGreaterThan(2000);
  });

  test("no prototype is reached or changed", () => {
    for (const tree of all.slice(0, 2000)) validateCondition(tree, fields);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    for (const field of prototypeKeys) {
      expect(validateCondition({ field, op: "known", value: true }, fields).map(({ code }) => code)).toEqual(["unknown_field"]);
      expect(evaluate({ field, op: "known", value: true }, {}).verdict).toBe("fails");
    }
  });

  test(`nothing deeper than ${MAX_CONDITION_DEPTH} levels or larger than ${MAX_CONDITION_NODES} nodes is ever accepted`, () => {
    const size = (tree: unknown): { readonly depth: number; readonly nodes: number } => {
      if (typeof tree !== "object" || tree === null) return { depth: 1, nodes: 1 };
      const { all: a, any: b, of: c, not: d } = tree as Record<string, unknown>;
      const parts = [a, b, c].find(Array.isArray) ?? (d === undefined ? [] : [d]);
      const sizes = (parts as readonly unknown[]).map(size);
      return { depth: 1 + Math.max(0, ...sizes.map(({ depth }) => depth)), nodes: 1 + sizes.reduce((sum, { nodes }) => sum + nodes, 0) };
    };
    for (const tree of all.slice(0, 6200)) {
      if (validateCondition(tree, fields).length > 0) continue;
      const { depth, nodes } = size(tree);
      expect(depth).toBeLessThanOrEqual(MAX_CONDITION_DEPTH);
      expect(nodes).toBeLessThanOrEqual(MAX_CONDITION_NODES);
    }
  });
});
