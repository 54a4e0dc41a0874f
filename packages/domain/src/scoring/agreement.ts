import { sum } from "./sum.ts";

/**
 * van der Eijk's agreement A of an ordinal distribution: 1 if all chose the same, 0 if they spread evenly, −1 if they
 * split between the ends. The distribution is peeled into layers of equal height; each layer's pattern of filled and
 * empty categories has A = U·(1 − (S − 1)/(K − 1)), U its unimodality, S its filled categories, weighted by its share.
 *
 * @param counts Of each category in order, at least three categories; counts ≥ 0.
 * @returns −1…1; null with fewer than two answers, since one person always agrees.
 * @see C. van der Eijk, "Measuring agreement in ordered rating scales", Quality & Quantity 35 (2001), 325–341
 */
export function agreement(counts: readonly number[]): number | null {
  let total = 0;
  for (let index = 0; index < counts.length; index += 1) total += counts[index] as number;
  if (total < 2) return null;
  let whole = 0;
  let floor = 0;
  for (;;) {
    let next = Number.POSITIVE_INFINITY;
    let filled = 0;
    let pattern = 1;
    for (let index = 0; index < counts.length; index += 1) {
      const count = counts[index] as number;
      pattern *= 2;
      if (!(count > floor)) continue;
      pattern += 1;
      filled += 1;
      if (count < next) next = count;
    }
    if (filled === 0) return whole;
    whole += (((next - floor) * filled) / total) * (known(pattern) ?? patternAgreement(counts, floor, pattern));
    floor = next;
  }
}

/**
 * `agreement` of five categories, which every statement of every round asks for.
 *
 * @returns NaN with fewer than two answers.
 */
export function agreementOfFive(one: number, two: number, three: number, four: number, five: number): number {
  const total = one + two + three + four + five;
  if (total < 2) return Number.NaN;
  if (total >= SORTED_BELOW) return agreement([one, two, three, four, five]) ?? Number.NaN;
  // Each count with the bit of its category, the smallest first. A layer between two that are equal has no height and adds nothing.
  insert(insert(insert(insert(insert(0, one, 16), two, 8), three, 4), four, 2), five, 1);
  let filled = 31;
  let floor = 0;
  let whole = 0;
  for (let at = 0; at < 5; at += 1) {
    const entry = layers[at] as number;
    whole += ((((entry >> 5) - floor) * (5 - at)) / total) * (ofFive[filled] as number);
    floor = entry >> 5;
    filled -= entry & 31;
  }
  return whole;
}

const layers = new Int32Array(5);

/** Puts a count with its category's bit in its place among those that are there, and returns how many there are then. */
function insert(there: number, count: number, bit: number): number {
  const entry = (count << 5) | bit;
  let at = there;
  for (; at > 0 && (layers[at - 1] as number) > entry; at -= 1) layers[at] = layers[at - 1] as number;
  layers[at] = entry;
  return there + 1;
}

/** Below this a count and five bits fit in a whole number of 31 bits. */
const SORTED_BELOW = 1 << 24;

/** A of every pattern of up to nine categories met so far. A pattern is a 1, then a bit per category. */
const patterns = new Float64Array(1024).fill(Number.NaN);

function known(pattern: number): number | null {
  if (pattern >= patterns.length) return null;
  const found = patterns[pattern] as number;
  return Number.isNaN(found) ? null : found;
}

/** A of the layer above a floor. */
function patternAgreement(counts: readonly number[], floor: number, pattern: number): number {
  const filled = counts.map((count) => count > floor);
  const found = unimodality(filled) * (1 - (filled.filter(Boolean).length - 1) / (counts.length - 1));
  if (pattern < patterns.length) patterns[pattern] = found;
  return found;
}

/** A of every pattern of five categories, by its bits. */
const ofFive = Float64Array.from({ length: 32 }, (_, bits) =>
  bits === 0
    ? 0
    : patternAgreement(
        [16, 8, 4, 2, 1].map((bit) => (bits & bit) / bit),
        0,
        32 + bits,
      ),
);

/** Over all triples i < j < k: 110 and 011 speak for one peak, 101 against. 1 where no triple speaks. */
function unimodality(pattern: readonly boolean[]): number {
  const categories = pattern.length;
  const kinds = triples(categories).map(([i, j, k]) => tripleKind(pattern[i], pattern[j], pattern[k]));
  const unimodal = kinds.filter((kind) => kind === "unimodal").length;
  const split = kinds.filter((kind) => kind === "split").length;
  if (unimodal + split === 0) return 1;
  return ((categories - 2) * unimodal - (categories - 1) * split) / ((categories - 2) * (unimodal + split));
}

function tripleKind(first = false, middle = false, last = false): "unimodal" | "split" | "silent" {
  if (first && !middle && last) return "split";
  return middle && first !== last ? "unimodal" : "silent";
}

function triples(categories: number): readonly (readonly [number, number, number])[] {
  const all: (readonly [number, number, number])[] = [];
  for (let i = 0; i < categories; i += 1) {
    for (let j = i + 1; j < categories; j += 1) {
      for (let k = j + 1; k < categories; k += 1) all.push([i, j, k]);
    }
  }
  return all;
}

/**
 * How far apart two distributions over the same ordered categories lie: Wasserstein-1 distance as a share of the
 * greatest possible, which sees a difference in spread that the difference of the means does not.
 *
 * @param first Shares that sum to 1, as `second`; at least two categories each.
 * @returns 0 (the same) to 1 (all at one end, all at the other).
 * @throws RangeError if the lengths differ or are below two.
 * @see docs/method.md#gap — for ordered categories one step apart, W1 = Σ |F1(k) − F2(k)|
 */
export function wassersteinShare(first: readonly number[], second: readonly number[]): number {
  if (first.length !== second.length || first.length < 2)
    throw new RangeError(`distributions must have the same length, at least 2: ${first.length}, ${second.length}`);
  let difference = 0;
  const steps: number[] = [];
  for (let k = 0; k < first.length - 1; k += 1) {
    difference += (first[k] ?? 0) - (second[k] ?? 0);
    steps.push(Math.abs(difference));
  }
  return Math.min(1, sum(steps) / (first.length - 1));
}
