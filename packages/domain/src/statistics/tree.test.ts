import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { aggregate, type Composite, type Part } from "../scoring/aggregate.ts";
import { sum } from "../scoring/sum.ts";
import { geometricAggregate } from "./geometric.ts";
import { aggregateTree, type IndexBranch, type IndexNode, isBranch, leavesOf } from "./tree.ts";

const near = 1e-9;
const weight = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const observed = fc.uniqueArray(fc.record({ id: fc.uuid(), score: fc.double({ min: 0.01, max: 100, noNaN: true }), weight }), {
  minLength: 1,
  maxLength: 15,
  selector: (part) => part.id,
});
const leaf = (id: string, its = 1): IndexNode => ({ id, weight: its });
const branch = (id: string, children: readonly IndexNode[], rest: Partial<IndexBranch> = {}): IndexBranch => ({
  id,
  weight: 1,
  children,
  ...rest,
});
const scored = (composite: Composite) => {
  if (composite.kind !== "scored") throw new Error("expected a score");
  return composite;
};
const pointsOf = (composite: Composite) => sum(scored(composite).contributions.map((one) => one.points));

/** Indexes of up to three levels, arithmetic and geometric, with ids by place. */
const indexTree: fc.Arbitrary<IndexBranch> = fc
  .letrec<{ node: { weight: number; method?: "arithmetic" | "geometric"; children?: unknown[] } }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 2 },
      fc.record({ weight }),
      fc.record({
        weight,
        method: fc.constantFrom("arithmetic", "geometric"),
        children: fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
      }),
    ),
  }))
  .node.map((node) =>
    named({ ...node, children: (node.children as IndexBranch[] | undefined) ?? [{ id: "", weight: 1 }] } as unknown as IndexBranch, "r"),
  );

function named<T extends IndexNode>(node: T, id: string): T {
  return isBranch(node) ? { ...node, id, children: node.children.map((child, at) => named(child, `${id}.${at}`)) } : { ...node, id };
}

const scoresFor = (tree: IndexBranch): fc.Arbitrary<ReadonlyMap<string, number | null>> =>
  fc
    .tuple(...leavesOf(tree).map(() => fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 3 })))
    .map((scores) => new Map(leavesOf(tree).map((id, at) => [id, scores[at] ?? null])));

const placeIn = indexTree.chain((tree) => fc.tuple(fc.constant(tree), scoresFor(tree)));

describe("S7 the geometric mean", () => {
  test("by hand: √(20·80) = 40; 25 with weight 2 and 100 with weight 1: 100·(1/4)^(2/3)", () => {
    const parts = (a: number, b: number, w = 1): readonly Part[] => [
      { id: "a", score: a, weight: w },
      { id: "b", score: b, weight: 1 },
    ];
    const even = scored(geometricAggregate(parts(20, 80), 0.5));
    expect(even.score).toBeCloseTo(40, 12);
    // 100·w less L·w·ln(100/s), L = 60/ln 2.5.
    expect(even.contributions[0]?.points).toBeCloseTo(50 - (60 / Math.log(2.5)) * 0.5 * Math.log(5), 10);
    expect(scored(geometricAggregate(parts(25, 100, 2), 0.5)).score).toBeCloseTo(39.685026299204985, 10);
    const full = scored(geometricAggregate(parts(100, 100), 0.5));
    expect([full.score, full.coverage, ...full.contributions.map((one) => one.points)]).toEqual([100, 1, 50, 50]);
  });
  test("UNDP, Human Development Report 2020, technical note 1: (0.6971·0.3447·0.5506)^(1/3) = 0.510", () => {
    const parts = [69.71, 34.47, 55.06].map((score, index) => ({ id: String(index), score, weight: 1 }));
    expect((scored(geometricAggregate(parts, 1)).score / 100).toFixed(3)).toBe("0.510");
  });
  test("lies between the least part and the arithmetic mean, and its contributions add up to it", () => {
    forAll([observed], (parts) => {
      const whole = scored(geometricAggregate(parts, 0.5));
      expect(whole.score).toBeGreaterThanOrEqual(Math.min(...parts.map((part) => part.score)));
      expect(whole.score).toBeLessThanOrEqual(scored(aggregate(parts, 0.5)).score + near);
      expect(pointsOf(whole)).toBeCloseTo(whole.score, 8);
    });
  });
  test("is never lowered by raising a part, and sees only ratios of weights", () => {
    forAll([observed, fc.nat(), fc.double({ min: 0, max: 100, noNaN: true }), weight], (parts, pick, raise, factor) => {
      const raised = parts.map((part, at) => (at === pick % parts.length ? { ...part, score: Math.min(100, part.score + raise) } : part));
      const before = scored(geometricAggregate(parts, 0.5)).score;
      expect(scored(geometricAggregate(raised, 0.5)).score).toBeGreaterThanOrEqual(before - near);
      expect(
        scored(
          geometricAggregate(
            parts.map((part) => ({ ...part, weight: part.weight * factor })),
            0.5,
          ),
        ).score,
      ).toBeCloseTo(before, 8);
    });
  });
  test("refuses 0, or takes it as the floor", () => {
    const parts = [0, 64].map((score, index) => ({ id: `p${index}`, score, weight: 1 }));
    expect(() => geometricAggregate(parts, 0.5)).toThrow(/^score of p0/);
    expect(scored(geometricAggregate(parts, 0.5, 1)).score).toBeCloseTo(8, 12);
    for (const floor of [0, -1, 101, Number.NaN]) expect(() => geometricAggregate(parts, 0.5, floor)).toThrow(/^floor/);
  });
});

describe("S8 an index", () => {
  test("of one level is aggregate", () => {
    forAll(
      [
        fc.uniqueArray(fc.record({ id: fc.uuid(), score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })), weight }), {
          minLength: 1,
          maxLength: 15,
          selector: (part) => part.id,
        }),
      ],
      (parts) => {
        const { total, branches } = aggregateTree(
          branch(
            "root",
            parts.map(({ id, weight: its }) => leaf(id, its)),
          ),
          new Map(parts.map(({ id, score }) => [id, score])),
        );
        const flat = aggregate(parts, 0.5);
        expect([total.kind, total.coverage]).toEqual([flat.kind, flat.coverage]);
        if (flat.kind === "scored") expect(branches.get("root")).toEqual(flat);
        else expect(total).toEqual(flat);
      },
    );
  });
  test("UNDP, Mozambique Human Development Report 2000: Germany's (0.870 + (2·0.990 + 0.881)/3 + 0.895)/3 = 0.906, Mozambique's 0.331", () => {
    const hdi = branch("hdi", [leaf("life"), branch("education", [leaf("literacy", 2), leaf("enrolment")]), leaf("income")]);
    const score = (life: number, literacy: number, enrolment: number, income: number) =>
      scored(aggregateTree(hdi, new Map(Object.entries({ life, literacy, enrolment, income }))).total).score / 100;
    expect(score(87, 99, 88.1, 89.5).toFixed(3)).toBe("0.906");
    expect(score(28.8, 39.5, 32, 33.4).toFixed(3)).toBe("0.331");
  });
  const index = branch("index", [
    branch("homes", [leaf("rent", 1), leaf("space", 3)], { weight: 2 }),
    branch("work", [leaf("jobs"), leaf("pay")], { weight: 1, method: "geometric" }),
  ]);
  test("of two levels, by hand: (2·(20 + 3·60)/4 + √(25·100))/3", () => {
    const { total, branches } = aggregateTree(
      index,
      new Map([
        ["rent", 20],
        ["space", 60],
        ["jobs", 25],
        ["pay", 100],
      ]),
    );
    expect(scored(total).score).toBeCloseTo(50, 12);
    expect([...branches.keys()].sort()).toEqual(["homes", "index", "work"]);
    expect(scored(total).contributions.map((one) => [one.id, Number(one.points.toFixed(9))])).toEqual([
      ["rent", Number((20 / 6).toFixed(9))],
      ["space", 30],
      ["jobs", 0],
      ["pay", Number((100 / 6).toFixed(9))],
    ]);
  });
  test("contributions of the leaves add up to the whole, those of children to each branch, whatever the methods and holes", () => {
    forAll([placeIn], ([tree, scores]) => {
      const { total, branches } = aggregateTree(tree, scores, { minimumCoverage: 0.3, floor: 0.5 });
      if (total.kind === "scored") expect(pointsOf(total)).toBeCloseTo(total.score, 8);
      for (const one of branches.values()) if (one.kind === "scored") expect(pointsOf(one)).toBeCloseTo(one.score, 8);
    });
  });
});

describe("S9 coverage", () => {
  const half = branch("b", [leaf("b1"), leaf("b2")]);
  const index = branch("index", [half, leaf("c")]);
  test("half of a half is a quarter: a gap at one level does not hide behind another", () => {
    const scores = new Map([["b1", 80]]);
    const { total, branches } = aggregateTree(index, scores, { minimumCoverage: 0.5 });
    expect(total).toEqual({ kind: "insufficient", coverage: 0.25, missing: ["b2", "c"] });
    expect(branches.get("b")).toMatchObject({ kind: "scored", score: 80, coverage: 0.5 });
    expect(aggregateTree(index, scores, { minimumCoverage: 0.25 }).total).toMatchObject({ kind: "scored", score: 80, coverage: 0.25 });
  });
  test("a branch under the minimum is left out of its parent, at the boundary it is not", () => {
    const scores = new Map([
      ["b1", 80],
      ["c", 20],
    ]);
    expect(aggregateTree(index, scores, { minimumCoverage: 0.6 }).total).toMatchObject({ kind: "insufficient", coverage: 0.5 });
    expect(aggregateTree(index, scores, { minimumCoverage: 0.5 }).total).toMatchObject({ kind: "scored", score: 50, coverage: 0.75 });
  });
  test("is by weight, and there is a score exactly from the minimum on, at every branch", () => {
    forAll([placeIn, fc.double({ min: 0.01, max: 1, noNaN: true })], ([tree, scores], minimum) => {
      const { branches } = aggregateTree(tree, scores, { minimumCoverage: minimum, floor: 1 });
      const coverage = (node: IndexNode): number => {
        if (!isBranch(node)) return (scores.get(node.id) ?? null) === null ? 0 : 1;
        const covered = sum(node.children.map((child) => child.weight * coverage(child))) / sum(node.children.map((child) => child.weight));
        const own = branches.get(node.id);
        expect(own?.coverage).toBeCloseTo(covered, 9);
        if (Math.abs(covered - minimum) > near) expect(own?.kind).toBe(covered >= minimum ? "scored" : "insufficient");
        return own?.kind === "scored" ? covered : 0;
      };
      coverage(tree);
    });
  });
});

describe("S10 and S11 what is missing, order and units", () => {
  test("S10 an unobserved leaf is as if it were not in the index, and no score means what is missing is named", () => {
    forAll([placeIn], ([tree, scores]) => {
      const options = { minimumCoverage: 1e-9, floor: 0.5 };
      const { total } = aggregateTree(tree, scores, options);
      const gone = leavesOf(tree).filter((id) => (scores.get(id) ?? null) === null);
      if (total.kind === "insufficient") return expect(total).toMatchObject({ coverage: 0, missing: gone }) as undefined;
      const pruned = prune(tree, new Set(gone));
      const known = new Map([...scores].filter(([, score]) => score !== null));
      expect(pruned && scored(aggregateTree(pruned, known, options).total).score).toBeCloseTo(total.score, 9);
    });
  });
  test("S11 neither the order of the children nor the unit of the weights matters", () => {
    forAll([placeIn, weight], ([tree, scores], factor) => {
      const turned = (node: IndexNode): IndexNode => ({
        ...node,
        weight: node.weight * factor,
        ...(isBranch(node) ? { children: node.children.map(turned).reverse() } : {}),
      });
      const options = { minimumCoverage: 1e-9, floor: 0.5 };
      const [one, other] = [aggregateTree(tree, scores, options).total, aggregateTree(turned(tree) as IndexBranch, scores, options).total];
      expect(other.coverage).toBeCloseTo(one.coverage, 9);
      if (one.kind === "scored") expect(scored(other).score).toBeCloseTo(one.score, 9);
    });
  });
  test("S39 mistakes are named", () => {
    const none = new Map<string, number | null>();
    expect(() => aggregateTree(branch("r", [leaf("a"), leaf("a")]), none)).toThrow(/^id stands twice in the index: a/);
    expect(() => aggregateTree(branch("r", []), none)).toThrow(/^children of r/);
    expect(() => aggregateTree(branch("r", [leaf("a", 0)]), none)).toThrow(/^weight of a/);
    expect(() => aggregateTree(branch("r", [leaf("a")]), new Map([["b", 1]]))).toThrow(/^scores has b/);
    expect(() => aggregateTree(branch("r", [leaf("a")]), new Map([["a", 101]]))).toThrow(/^score of a/);
    for (const minimumCoverage of [0, 1.1, Number.NaN])
      expect(() => aggregateTree(branch("r", [leaf("a")]), none, { minimumCoverage })).toThrow(/^minimumCoverage/);
    let deep = branch("b0", [leaf("a")]);
    for (let level = 1; level < 40; level += 1) deep = branch(`b${level}`, [deep]);
    expect(() => aggregateTree(deep, none)).toThrow(/nested deeper/);
  });
});

function prune(node: IndexBranch, gone: ReadonlySet<string>): IndexBranch | null {
  const children = node.children.flatMap((child): readonly IndexNode[] => {
    if (!isBranch(child)) return gone.has(child.id) ? [] : [child];
    const rest = prune(child, gone);
    return rest === null ? [] : [rest];
  });
  return children.length === 0 ? null : { ...node, children };
}
