import { describe, expect, test } from "vitest";
import { fields } from "../../test/arbitraries.ts";
import { compileCondition, evaluate } from "../condition/evaluate.ts";
import { readCondition } from "../condition/read.ts";
import type { Condition, Facts } from "../condition/types.ts";
import { operators } from "../condition/types.ts";
import { MAX_CONDITION_DEPTH, MAX_CONDITION_NODES, validateCondition } from "../condition/validate.ts";
import { createRandom, type Random } from "../statistics/random.ts";

/** Steps that one node may take: its keys, its members, its value. */
const STEPS_PER_NODE = 12;
const trees = 6000;

const declared = [...fields.keys()];
const prototypeKeys = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"];
const pick = <T>(random: Random, list: readonly T[]): T => list[random.below(list.length)] as T;

const hostileValues: readonly ((random: Random) => unknown)[] = [
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => 1e308,
  () => null,
  () => undefined,
  () => "",
  () => "brist",
  () => ({}),
  () => [],
  () => [Number.NaN, 1],
  () => [[1]],
  () => ({ valueOf: 5, length: 3 }),
  (random) => pick(random, prototypeKeys),
  (random) => random.below(100),
  (random) => [random.below(10), random.below(100)],
  () => true,
  () => () => true,
  () => Symbol("x"),
  () => 10n,
  () => new Date(0),
  () => JSON.parse('{"__proto__":{"polluted":true}}'),
];

function hostileAtom(random: Random): unknown {
  const field = random.below(3) === 0 ? pick(random, [...prototypeKeys, "gone", 7, null, ["vakans"]]) : pick(random, declared);
  const op = random.below(4) === 0 ? pick(random, [...prototypeKeys, "matches", "$where", 1, null]) : pick(random, operators);
  const atom = { field, op, value: pick(random, hostileValues)(random) };
  return random.below(12) === 0 ? { ...atom, [pick(random, prototypeKeys)]: 1, extra: 2 } : atom;
}

function goodAtom(random: Random): unknown {
  return pick(random, [
    { field: "vakans", op: "gte", value: random.below(60) },
    { field: "bostadslage", op: "in", value: ["brist", "balans"] },
    { field: "fas", op: "known", value: true },
    { field: "restid_stad", op: "between", value: [10, 90] },
    { field: "profil", op: "contains", value: "operator" },
  ]);
}

/** A tree that is deep, wide, false in some node, or all right. */
function hostileTree(random: Random, depth: number, atom: (random: Random) => unknown): unknown {
  if (depth === 0 || random.below(5) === 0) return atom(random);
  const inner = () => hostileTree(random, depth - 1, atom);
  const width = pick(random, [0, 1, 2, 2, 3, 3, 90]);
  const parts = Array.from({ length: width === 90 && depth < 3 ? 400 : Math.min(width, 4) }, () => (depth > 3 ? inner() : atom(random)));
  const count = pick(random, [1, 1, 1, parts.length, 0, -1, 1.5, Number.NaN, "1", 1e9]);
  return pick(random, [
    { all: parts },
    { any: parts },
    { not: inner() },
    { not: inner() },
    { atLeast: count, of: parts },
    { all: parts, any: parts },
    JSON.parse('{"__proto__":1}'),
    { not: [] },
  ]);
}

function deepTree(random: Random, levels: number): unknown {
  let tree = goodAtom(random);
  for (let level = 1; level < levels; level += 1)
    tree = pick(random, [{ not: tree }, { all: [tree] }, { any: [tree, goodAtom(random)] }, { atLeast: 1, of: [tree] }]);
  return tree;
}

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

const random = createRandom("hostile-conditions");
const all = [
  ...Array.from({ length: trees }, (_, index) => hostileTree(random, 1 + (index % 9), index % 3 === 0 ? hostileAtom : goodAtom)),
  ...Array.from({ length: 200 }, (_, index) => deepTree(random, 1 + index)),
  ...[100, 10_000].map((levels) => deepTree(random, levels)),
  ...[59, 60, 1000, 100_000].map((width) => ({ any: Array.from({ length: width }, () => goodAtom(random)) })),
];

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
    for (const tree of all.slice(0, trees + 200)) {
      if (validateCondition(tree, fields).length > 0) continue;
      const { depth, nodes } = size(tree);
      expect(depth).toBeLessThanOrEqual(MAX_CONDITION_DEPTH);
      expect(nodes).toBeLessThanOrEqual(MAX_CONDITION_NODES);
    }
  });
});
