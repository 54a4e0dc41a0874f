import { operators } from "../src/condition/types.ts";
import { createRandom, type Random } from "../src/statistics/random.ts";

const trees = 6000;

/** Names that lead out of an object. */
export const prototypeKeys = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"];
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

function hostileAtom(random: Random, declared: readonly string[]): unknown {
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

/**
 * Trees by the thousand that somebody might send as a condition: false in some node, deep, wide, or all right; the same
 * every time.
 *
 * @param declared Fields that a condition may name.
 */
export function hostileTrees(declared: readonly string[]): readonly unknown[] {
  const random = createRandom("hostile-conditions");
  const worst = (from: Random) => hostileAtom(from, declared);
  return [
    ...Array.from({ length: trees }, (_, index) => hostileTree(random, 1 + (index % 9), index % 3 === 0 ? worst : goodAtom)),
    ...Array.from({ length: 200 }, (_, index) => deepTree(random, 1 + index)),
    ...[100, 10_000].map((levels) => deepTree(random, levels)),
    ...[59, 60, 1000, 100_000].map((width) => ({ any: Array.from({ length: width }, () => goodAtom(random)) })),
  ];
}
