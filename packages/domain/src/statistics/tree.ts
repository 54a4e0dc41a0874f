import { aggregate, type Composite, type Part, type PartContribution } from "../scoring/aggregate.ts";
import { MINIMUM_COVERAGE } from "../scoring/estimate.ts";
import { sum } from "../scoring/sum.ts";
import { checkPositive } from "./check.ts";
import { ln } from "./elementary.ts";
import { ANY_COVERAGE, geometricAggregate, observedShares, shortfallPerLog } from "./geometric.ts";

/** A measured end of an index: an indicator or a statement. */
export interface IndexLeaf {
  readonly id: string;
  /** Relative weight among its siblings, > 0. */
  readonly weight: number;
}

/** A composite within an index, or the index itself, whose own weight is not used. */
export interface IndexBranch extends IndexLeaf {
  /** How the children are put together; arithmetic unless said. */
  readonly method?: "arithmetic" | "geometric";
  /** At least one. */
  readonly children: readonly IndexNode[];
}

/** A node of an index: structure and weights, without any place's scores. */
export type IndexNode = IndexLeaf | IndexBranch;

/** How an index treats what is missing or 0. */
export interface TreeOptions {
  /** Share of leaf weight, (0, 1], below which a branch has no score; half unless said. */
  readonly minimumCoverage?: number;
  /** For geometric branches: lower scores count as this; without it a 0 is refused. */
  readonly floor?: number;
}

/** An index's score with everything behind it. */
export interface TreeScore {
  /** The index: contributions, or what is missing, by leaf. */
  readonly total: Composite;
  /** Every branch by its id, the index among them: contributions, or what is missing, by child. */
  readonly branches: ReadonlyMap<string, Composite>;
}

/** Deepest nesting of an index. */
export const DEEPEST_INDEX = 32;

/**
 * The score of an index with levels: each branch is the weighted mean of its children, arithmetic or geometric.
 *
 * Coverage is the share of a branch's *leaf weight* that stands behind its score: a child counts with its own coverage, a
 * child without a score not at all. Half of a half is a quarter, so gaps at several levels cannot hide behind each other. A
 * branch under the minimum has no score and is left out one level up like any other missing part.
 *
 * Contributions are those of the leaves and add up to the score: a leaf of weight w in the whole contributes 100·w less
 * what it costs, its part of each branch's shortfall from 100 (arithmetic: w·(100 − s); geometric: see `geometricAggregate`).
 *
 * @param scores 0–100 by leaf id; null or absent where nothing was observed.
 * @throws RangeError if ids repeat, a branch is empty, a weight is not above 0, a score is out of range or of no leaf, the
 *   minimum is not (0, 1], or the index is deeper than `DEEPEST_INDEX`.
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), steps 6 and 8 ("back to the details")
 */
export function aggregateTree(root: IndexBranch, scores: ReadonlyMap<string, number | null>, options: TreeOptions = {}): TreeScore {
  const minimum = options.minimumCoverage ?? MINIMUM_COVERAGE;
  if (!(minimum > 0 && minimum <= 1)) throw new RangeError(`minimumCoverage must be above 0 and at most 1: ${minimum}`);
  const leaves = new Set(leavesOf(root));
  for (const id of scores.keys()) if (!leaves.has(id)) throw new RangeError(`scores has ${id}, which is no leaf of the index`);
  const branches = new Map<string, Composite>();
  const whole = measureBranch(root, { scores, minimum, floor: options.floor, branches });
  if (whole.score === null) {
    const missing = [...leaves].filter((id) => (scores.get(id) ?? null) === null);
    return { total: { kind: "insufficient", coverage: branches.get(root.id)?.coverage ?? 0, missing }, branches };
  }
  const contributions: PartContribution[] = whole.leaves.map(({ id, share, loss }) => ({ id, points: 100 * share - loss }));
  return { total: { kind: "scored", score: whole.score, coverage: whole.coverage, contributions }, branches };
}

/** Whether a node has children. */
export function isBranch(node: IndexNode): node is IndexBranch {
  return "children" in node;
}

/**
 * The ids of the leaves from left to right.
 *
 * @throws RangeError if ids repeat, a branch is empty, a weight is not above 0, or the index is too deep.
 */
export function leavesOf(root: IndexBranch): readonly string[] {
  const seen = new Set<string>();
  const leaves: string[] = [];
  const visit = (node: IndexNode, depth: number): void => {
    if (seen.has(node.id)) throw new RangeError(`id stands twice in the index: ${node.id}`);
    if (depth > DEEPEST_INDEX) throw new RangeError(`children of ${node.id} are nested deeper than ${DEEPEST_INDEX}`);
    seen.add(node.id);
    checkPositive(node.weight, `weight of ${node.id}`);
    if (!isBranch(node)) leaves.push(node.id);
    else if (node.children.length === 0) throw new RangeError(`children of ${node.id} must be at least one`);
    else for (const child of node.children) visit(child, depth + 1);
  };
  visit(root, 0);
  return leaves;
}

interface Survey {
  readonly scores: ReadonlyMap<string, number | null>;
  readonly minimum: number;
  readonly floor: number | undefined;
  readonly branches: Map<string, Composite>;
}

/** A node's score, the share of its leaf weight behind it, and each leaf's weight in it and cost to it. */
interface Measured {
  readonly score: number | null;
  readonly coverage: number;
  readonly leaves: readonly { readonly id: string; readonly share: number; readonly loss: number }[];
}

function measure(node: IndexNode, survey: Survey): Measured {
  if (isBranch(node)) return measureBranch(node, survey);
  const score = survey.scores.get(node.id) ?? null;
  if (score === null) return { score, coverage: 0, leaves: [] };
  return { score, coverage: 1, leaves: [{ id: node.id, share: 1, loss: 100 - score }] };
}

function measureBranch(branch: IndexBranch, survey: Survey): Measured {
  const children = branch.children.map((node) => ({ node, measured: measure(node, survey) }));
  const parts: Part[] = children.map(({ node, measured }) => ({ id: node.id, score: measured.score, weight: node.weight }));
  const coverage = coverageOf(children);
  const composite = compose(branch, parts, coverage, survey);
  survey.branches.set(branch.id, composite);
  if (composite.kind === "insufficient") return { score: null, coverage: 0, leaves: [] };
  const shares = new Map(observedShares(parts).map(({ id, share }) => [id, share]));
  const leaves = children.flatMap(({ node, measured }) => {
    const share = shares.get(node.id) ?? 0;
    const cost = branch.method === "geometric" ? costFactor(share, measured.score, composite.score, survey.floor) : share;
    return measured.leaves.map((leaf) => ({ id: leaf.id, share: leaf.share * share, loss: leaf.loss * cost }));
  });
  return { score: composite.score, coverage, leaves };
}

function compose(branch: IndexBranch, parts: readonly Part[], coverage: number, survey: Survey): Composite {
  if (coverage < survey.minimum) {
    return { kind: "insufficient", coverage, missing: parts.filter((part) => part.score === null).map((part) => part.id) };
  }
  const composite = branch.method === "geometric" ? geometricAggregate(parts, ANY_COVERAGE, survey.floor) : aggregate(parts, ANY_COVERAGE);
  return { ...composite, coverage };
}

/** The share of leaf weight below that stands behind a score; exactly 1 where all does. */
function coverageOf(children: readonly { readonly node: IndexNode; readonly measured: Measured }[]): number {
  if (children.every(({ measured }) => measured.coverage === 1)) return 1;
  const heaviest = children.reduce((most, { node }) => Math.max(most, node.weight), 0);
  const weighted = sum(children.map(({ node, measured }) => (node.weight / heaviest) * measured.coverage));
  return weighted / sum(children.map(({ node }) => node.weight / heaviest));
}

/** What a child's points below 100 cost a geometric branch, per point: L·w·ln(100/s)/(100 − s), L·w/100 at s = 100. */
function costFactor(share: number, score: number | null, whole: number, floor = 0): number {
  const child = score ?? 100;
  const perLog = shortfallPerLog(whole) * share;
  return child === 100 ? perLog / 100 : (perLog * -ln(Math.max(child, floor) / 100)) / (100 - child);
}
