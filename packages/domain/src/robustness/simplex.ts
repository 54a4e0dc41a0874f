import { checkLength, checkWhole } from "../statistics/check.ts";
import type { Random } from "../statistics/random.ts";
import { sortPlaces } from "./order.ts";

/** The least and greatest weight of a criterion, 0 ≤ least ≤ most ≤ 1. */
export interface WeightBounds {
  readonly least: number;
  readonly most: number;
}

/** What is known of the weights of some criteria. Nothing known: every set of weights that sums to 1 is as likely. */
export interface WeightKnowledge {
  /** Importance class of each criterion, 1 for the most important: a criterion never weighs less than one of a higher class. Within a class no order. */
  readonly order?: readonly number[] | undefined;
  /** By criterion. */
  readonly bounds?: readonly WeightBounds[] | undefined;
}

/** Of this many tries at least one must be within the bounds. */
const TRIES_PER_DRAW = 1000;
/** Tries before that is judged. */
const FEWEST_TRIES = 20_000;

/**
 * Sets of weights that sum to 1, drawn evenly from all that agree with what is known.
 *
 * Exponentials divided by their sum lie evenly on the simplex. An order cuts it into parts that mirror each other, so that
 * sorting a draw into the order keeps it even. Least weights are room taken beforehand: w = least + (1 − Σ least)·u; with an
 * order only what is the same for all can be. The rest of the bounds: what does not agree is drawn again.
 *
 * @param criteria At least 1.
 * @param draws At least 1.
 * @returns One draw after the other, `criteria` weights each.
 * @throws RangeError naming `order` or `bounds` if they are malformed, contradict each other, or leave so little that not one
 *   draw in a thousand agrees: then give samples instead.
 * @see T. Tervonen and R. Lahdelma, "Implementing stochastic multicriteria acceptability analysis", EJOR 178 (2007), 500–513
 */
export function simplexWeights(criteria: number, knowledge: WeightKnowledge, draws: number, random: Random): Float64Array {
  checkWhole(criteria, "criteria", 1);
  checkWhole(draws, "draws", 1);
  const { order, bounds } = knowledge;
  if (order !== undefined) checkOrder(order, criteria);
  if (bounds !== undefined) checkBounds(bounds, order, criteria);
  const base = baseOf(criteria, knowledge);
  const room = 1 - base.reduce((total, least) => total + least, 0);
  const sort = order === undefined ? null : sorterFor(order);
  const weights = new Float64Array(draws * criteria);
  let drawn = 0;
  for (let tries = 1; drawn < draws; tries += 1) {
    const one = weights.subarray(drawn * criteria, (drawn + 1) * criteria);
    drawEvenly(one, random);
    sort?.(one);
    for (let at = 0; at < criteria; at += 1) one[at] = (base[at] as number) + room * (one[at] as number);
    if (bounds === undefined || isWithin(one, bounds)) drawn += 1;
    else if (tries >= FEWEST_TRIES && drawn * TRIES_PER_DRAW < tries) {
      throw new RangeError(`bounds leave too little to draw from: ${drawn} of ${tries} draws agree`);
    }
  }
  return weights;
}

function drawEvenly(into: Float64Array, random: Random): void {
  let total = 0;
  for (let at = 0; at < into.length; at += 1) {
    const size = random.exponential();
    into[at] = size;
    total += size;
  }
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] as number) / total;
}

/** Gives the greatest numbers to the most important class, and within a class to whom they fell. */
function sorterFor(order: readonly number[]): (weights: Float64Array) => void {
  const classes = [...new Set(order)].sort((one, other) => one - other);
  const members = classes.map((its) => Int32Array.from(order.flatMap((of, at) => (of === its ? [at] : []))));
  const own = Float64Array.from(order, () => 0);
  const ranked = Int32Array.from(order, (_, at) => at);
  return (weights) => {
    own.set(weights);
    sortPlaces(own, ranked);
    let next = 0;
    for (const those of members) {
      sortPlaces(own, those);
      for (const at of those) {
        weights[at] = own[ranked[next] as number] as number;
        next += 1;
      }
    }
  };
}

function baseOf(criteria: number, { order, bounds }: WeightKnowledge): Float64Array {
  const least = bounds?.map((its) => its.least) ?? [];
  const common = least.reduce((lowest, its) => Math.min(lowest, its), least[0] ?? 0);
  return Float64Array.from({ length: criteria }, (_, at) => (order === undefined ? (least[at] ?? 0) : common));
}

function isWithin(weights: Float64Array, bounds: readonly WeightBounds[]): boolean {
  for (let at = 0; at < weights.length; at += 1) {
    const { least, most } = bounds[at] as WeightBounds;
    const weight = weights[at] as number;
    if (weight < least || weight > most) return false;
  }
  return true;
}

function checkOrder(order: readonly number[], criteria: number): void {
  checkLength(order, "order", criteria);
  if (order.length !== criteria) throw new RangeError(`order must have ${criteria} entries: ${order.length}`);
  for (const [at, its] of order.entries()) checkWhole(its, `order[${at}]`, 1);
}

/** Slack for sums of decimals such as 0.1 · 10. */
const SLACK = 1e-12;

function checkBounds(bounds: readonly WeightBounds[], order: readonly number[] | undefined, criteria: number): void {
  checkLength(bounds, "bounds", criteria);
  if (bounds.length !== criteria) throw new RangeError(`bounds must have ${criteria} entries: ${bounds.length}`);
  for (const [at, its] of bounds.entries()) {
    if (!(its?.least >= 0 && its.least <= its.most && its.most <= 1))
      throw new RangeError(`bounds[${at}] must be 0 ≤ least ≤ most ≤ 1: ${its?.least}–${its?.most}`);
  }
  const tight = order === undefined ? bounds : tightened(bounds, order);
  const least = tight.reduce((total, its) => total + its.least, 0);
  const most = tight.reduce((total, its) => total + its.most, 0);
  if (least > 1 + SLACK || most < 1 - SLACK || tight.some((its) => its.least > its.most + SLACK)) {
    throw new RangeError(
      `bounds leave no weights that sum to 1${order === undefined ? "" : " in the given order"}: from ${least} to ${most} in all`,
    );
  }
}

/** The bounds that the order implies: nothing weighs less than what is less important must, nor more than what is more important may. */
function tightened(bounds: readonly WeightBounds[], order: readonly number[]): readonly WeightBounds[] {
  return order.map((its, at) => {
    const own = bounds[at] as WeightBounds;
    const below = bounds.filter((_, other) => (order[other] as number) > its);
    const above = bounds.filter((_, other) => (order[other] as number) < its);
    return { least: Math.max(own.least, ...below.map((one) => one.least)), most: Math.min(own.most, ...above.map((one) => one.most)) };
  });
}
