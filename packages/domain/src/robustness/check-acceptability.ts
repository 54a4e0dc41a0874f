import { checkLength, checkNumber, checkWhole, MAX_MAGNITUDE } from "../statistics/check.ts";
import type { AcceptabilityRequest } from "./acceptability.ts";

/** How far from 1 the caller's weights may sum. */
const DUST = 1e-9;

/** @throws RangeError naming the field that is out of range, or of another length than the rest says. */
export function checkRequest({ alternatives, criteria, values, weights, draws, seed, rankWorth }: AcceptabilityRequest): void {
  checkIds(alternatives, "alternatives");
  checkIds(criteria, "criteria");
  checkWhole(draws, "draws", 1);
  if (typeof seed !== "string") throw new RangeError(`seed must be a text: ${seed}`);
  checkNumbers(values, "values", alternatives.length * criteria.length, draws);
  if (weights?.kind !== "uniform" && weights?.kind !== "samples") throw new RangeError("weights must be uniform or samples");
  if (weights.kind === "samples") checkSamples(weights.weights, criteria.length, draws);
  if (rankWorth !== undefined) checkWorth(rankWorth, alternatives.length);
}

function checkIds(ids: readonly string[], name: string): void {
  checkLength(ids, name, 1);
  if (ids.some((id) => typeof id !== "string" || id === "")) throw new RangeError(`${name} must be texts that are not empty`);
  if (new Set(ids).size !== ids.length) throw new RangeError(`${name} has an id twice`);
}

function checkNumbers(numbers: ArrayLike<number>, name: string, once: number, draws: number): void {
  const length = numbers?.length;
  if (length !== once && length !== once * draws)
    throw new RangeError(`${name} must have ${once} numbers, or ${once * draws} for the draws: ${length}`);
  // The name is put together only where it is needed: there may be millions of numbers.
  for (let at = 0; at < length; at += 1) {
    const number = numbers[at] as number;
    if (!(Math.abs(number) <= MAX_MAGNITUDE)) checkNumber(number, `${name}[${at}]`);
  }
}

function checkSamples(samples: ArrayLike<number>, criteria: number, draws: number): void {
  checkNumbers(samples, "weights", criteria, draws);
  for (let from = 0; from < samples.length; from += criteria) {
    let total = 0;
    for (let at = from; at < from + criteria; at += 1) {
      const weight = samples[at] as number;
      if (weight < 0) throw new RangeError(`weights[${at}] must be at least 0: ${weight}`);
      total += weight;
    }
    if (Math.abs(total - 1) > DUST) throw new RangeError(`weights[${from}] and those after it must sum to 1: ${total}`);
  }
}

function checkWorth(worth: readonly number[], alternatives: number): void {
  checkLength(worth, "rankWorth", alternatives);
  if (worth.length !== alternatives) throw new RangeError(`rankWorth must have ${alternatives} entries: ${worth.length}`);
  let last = 1;
  for (const [rank, one] of worth.entries()) {
    if (!(one >= 0 && one <= last)) throw new RangeError(`rankWorth[${rank}] must be 0–1 and at most the one before: ${one}`);
    last = one;
  }
}
