import { sum, withoutDust } from "../scoring/sum.ts";
import { checkShare, checkWhole } from "./check.ts";
import { type IndexProgram, programOf, quickScore, valuesOf } from "./index-program.ts";
import { createRandom, type Random } from "./random.ts";
import { aggregateTree, type IndexBranch, leavesOf, type TreeOptions } from "./tree.ts";

/** One of the things an index puts in order: a place, a measure. */
export interface Alternative {
  readonly id: string;
  /** 0–100 by leaf id; null or absent where nothing was observed. */
  readonly scores: ReadonlyMap<string, number | null>;
}

/** An alternative's place in the order. */
export interface Ranked {
  readonly id: string;
  /** 0–100, or null where too little was observed. */
  readonly score: number | null;
  /** From 1 for the best; those that score the same share the best of their ranks. Null without a score. */
  readonly rank: number | null;
}

/**
 * The alternatives with their ranks, in the order they came in. Scores that differ by less than a billionth are the same.
 *
 * @throws RangeError as `aggregateTree`, and if an id stands twice.
 */
export function rankAlternatives(index: IndexBranch, alternatives: readonly Alternative[], options: TreeOptions = {}): readonly Ranked[] {
  checkIndex(index, alternatives);
  const scores = alternatives.map((alternative) => scoreOf(index, alternative, options));
  const ranks = ranksOf(scores);
  return alternatives.map(({ id }, place) => ({ id, score: scores[place] ?? null, rank: ranks[place] ?? null }));
}

/** What leaving out one part of an index does to the order. */
export interface LeftOut {
  /** The leaf or branch that is left out. */
  readonly id: string;
  /** Saisana's R̄: the mean over alternatives of how many ranks they move; null where fewer than two have a score without it. */
  readonly meanAbsoluteRankShift: number | null;
  readonly greatestRankShift: number;
  /** Rank with the part, less rank without it, by alternative: above 0 gains by leaving it out. Both among those that still have a score. */
  readonly shifts: ReadonlyMap<string, number>;
}

/**
 * Leave-one-out robustness: the order without each leaf and each branch of the index in turn. A part without which
 * nothing much moves says little that the others do not; one that moves much decides the order alone.
 *
 * An alternative without a score in the whole index is left aside; what was unobserved stays so, and a part that is left out
 * does not count as missing.
 *
 * @returns In the index's order, a branch before its children; nothing for an index of one leaf.
 * @throws RangeError as `rankAlternatives`.
 * @see M. Saisana, A. Saltelli and S. Tarantola, "Uncertainty and sensitivity analysis techniques as tools for the quality
 *   assessment of composite indicators", JRSS A 168 (2005), 307–323 — the average shift in rank; COINr, remove_elements
 */
export function leaveOneOut(index: IndexBranch, alternatives: readonly Alternative[], options: TreeOptions = {}): readonly LeftOut[] {
  const program = programOf(index, options.floor);
  const used = usedOf(index, program, alternatives, options);
  return program.ids.slice(1).flatMap((id, before) => {
    const weights = program.weights.map((weight, place) => (place === before + 1 ? 0 : weight));
    const everything = new Float64Array(weights.length).fill(100);
    return quickScore(program, weights, everything) > 0 ? [leftOut(id, used, (one) => quickScore(program, weights, one.values))] : [];
  });
}

function leftOut(id: string, used: readonly Used[], scoreWithout: (one: Used) => number): LeftOut {
  const both = used.map((one) => ({ ...one, after: scoreWithout(one) })).filter(({ after }) => !Number.isNaN(after));
  const before = ranksOf(both.map((one) => one.score));
  const after = ranksOf(both.map((one) => one.after));
  const shifts = both.map((one, place) => [one.id, (before[place] ?? 0) - (after[place] ?? 0)] as const);
  const sizes = shifts.map(([, shift]) => Math.abs(shift));
  return {
    id,
    meanAbsoluteRankShift: both.length < 2 ? null : sum(sizes) / sizes.length,
    greatestRankShift: sizes.reduce((most, size) => Math.max(most, size), 0),
    shifts: new Map(shifts),
  };
}

/** How weights are varied. */
export interface NoiseOptions extends TreeOptions {
  /** Any text; the same gives the same result, to the last bit. */
  readonly seed: string;
  /** How far a weight may move, as a share of itself, (0, 1): 0.2 for ±20 %. */
  readonly noise: number;
  /** Sets of weights to try, at least 1; 1,000 unless said. */
  readonly draws?: number;
  /** Share of the draws that an interval holds, (0, 1); 0.9 unless said (COINr: the 5th to the 95th percentile). */
  readonly confidence?: number;
}

/** How an alternative fares under noisy weights. */
export interface RankRange {
  readonly id: string;
  readonly score: { readonly value: number; readonly low: number; readonly high: number };
  /** Whole ranks; low is the better end. */
  readonly rank: { readonly value: number; readonly low: number; readonly high: number; readonly mean: number };
  /** Share of the draws in which it keeps its rank, 0–1: "står sig i 9 av 10 viktningar". */
  readonly keptShare: number;
}

/** How an order fares under noisy weights. */
export interface WeightRobustness {
  readonly draws: number;
  /** Mean over draws and alternatives of how many ranks they move; 0 for none. */
  readonly meanAbsoluteRankShift: number;
  /** Alternatives with a score, in the order they came in. */
  readonly alternatives: readonly RankRange[];
  /** Ids of those without. */
  readonly unranked: readonly string[];
}

/**
 * Robustness of an order against its weights: the ranks under many sets of weights, each weight of every level moved by a
 * random share of itself, evenly between −noise and +noise (COINr, get_noisy_weights).
 *
 * Which alternatives have a score is settled by the given weights: noise does not let anyone in or out.
 *
 * @returns Intervals are percentiles of the draws, nearest rank, and hold the value by the given weights.
 * @throws RangeError as `rankAlternatives`, and if an option is out of range.
 * @see W. Becker et al., "COINr: An R package for developing composite indicators", JOSS 7(78) (2022), 4567 — get_noisy_weights
 * @see M. Saisana, A. Saltelli and S. Tarantola, JRSS A 168 (2005), 307–323
 */
export function weightRobustness(index: IndexBranch, alternatives: readonly Alternative[], options: NoiseOptions): WeightRobustness {
  const { seed, noise, draws = 1000, confidence = 0.9 } = options;
  checkShare(noise, "noise");
  checkWhole(draws, "draws", 1);
  checkShare(confidence, "confidence");
  const program = programOf(index, options.floor);
  const used = usedOf(index, program, alternatives, options);
  const ranks = ranksOf(used.map((one) => one.score));
  const random = createRandom(seed);
  const tried = used.map(() => ({ scores: new Float64Array(draws), ranks: new Float64Array(draws) }));
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = noisyWeights(program.weights, noise, random);
    const scores = used.map((one) => quickScore(program, weights, one.values));
    const drawn = ranksOf(scores);
    for (const [place, one] of tried.entries()) {
      one.scores[draw] = scores[place] ?? 0;
      one.ranks[draw] = drawn[place] ?? 0;
    }
  }
  const ranges = used.map((one, place) => rangeOf(one, ranks[place] ?? 0, tried[place] ?? { scores: [], ranks: [] }, confidence));
  const shifts = tried.map((one, place) => sum(Array.from(one.ranks, (rank) => Math.abs(rank - (ranks[place] ?? 0)))));
  const ids = new Set(used.map(({ id }) => id));
  return {
    draws,
    meanAbsoluteRankShift: used.length === 0 ? 0 : sum(shifts) / (used.length * draws),
    alternatives: ranges,
    unranked: alternatives.filter(({ id }) => !ids.has(id)).map(({ id }) => id),
  };
}

/**
 * Every weight multiplied by a number of its own, drawn evenly from 1 − noise to 1 + noise.
 *
 * @param weights Any numbers; the order decides which draw each gets.
 * @param noise Strictly between 0 and 1.
 * @throws RangeError if the noise is out of range.
 * @see COINr, get_noisy_weights
 */
export function noisyWeights(weights: Float64Array, noise: number, random: Random): Float64Array {
  checkShare(noise, "noise");
  return weights.map((weight) => weight * (1 + noise * (2 * random.uniform() - 1)));
}

function rangeOf(
  one: Used,
  rank: number,
  tried: { readonly scores: ArrayLike<number>; readonly ranks: ArrayLike<number> },
  confidence: number,
): RankRange {
  const ranks = Array.from(tried.ranks);
  return {
    id: one.id,
    score: { value: one.score, ...percentiles(tried.scores, confidence, one.score) },
    rank: { value: rank, ...percentiles(tried.ranks, confidence, rank), mean: sum(ranks) / ranks.length },
    keptShare: ranks.filter((drawn) => drawn === rank).length / ranks.length,
  };
}

/** The least and greatest of the middle share of the values, widened to hold the given one. */
function percentiles(values: ArrayLike<number>, confidence: number, value: number): { readonly low: number; readonly high: number } {
  const sorted = Float64Array.from(values).sort();
  const outside = Math.min(Math.floor(withoutDust((sorted.length * (1 - confidence)) / 2)), Math.ceil(sorted.length / 2) - 1);
  return { low: Math.min(value, sorted[outside] ?? value), high: Math.max(value, sorted[sorted.length - 1 - outside] ?? value) };
}

/** An alternative that has a score, and those of its leaves that stand behind it, laid out for the program. */
interface Used {
  readonly id: string;
  readonly score: number;
  readonly values: Float64Array;
}

function usedOf(index: IndexBranch, program: IndexProgram, alternatives: readonly Alternative[], options: TreeOptions): readonly Used[] {
  checkIndex(index, alternatives);
  return alternatives.flatMap(({ id, scores }) => {
    const { total } = aggregateTree(index, scores, options);
    if (total.kind === "insufficient") return [];
    const behind = total.contributions.map((leaf) => [leaf.id, scores.get(leaf.id) ?? null] as const);
    return [{ id, score: total.score, values: valuesOf(program, new Map(behind)) }];
  });
}

function checkIndex(index: IndexBranch, alternatives: readonly Alternative[]): void {
  leavesOf(index);
  if (new Set(alternatives.map(({ id }) => id)).size !== alternatives.length) throw new RangeError("alternatives has an id twice");
}

function scoreOf(index: IndexBranch, { scores }: Alternative, options: TreeOptions): number | null {
  const { total } = aggregateTree(index, scores, options);
  return total.kind === "scored" ? total.score : null;
}

/** Rank from 1 for the greatest; equals share the best; null stays null. */
function ranksOf(scores: readonly (number | null)[]): readonly (number | null)[] {
  const sorted = scores.flatMap((score) => (score === null ? [] : [withoutDust(score)])).sort((a, b) => b - a);
  const first = new Map<number, number>();
  for (const [place, score] of sorted.entries()) if (!first.has(score)) first.set(score, place + 1);
  return scores.map((score) => (score === null ? null : (first.get(withoutDust(score)) ?? null)));
}
