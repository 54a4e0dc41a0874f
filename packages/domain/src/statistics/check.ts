/** Largest size of a number on a free scale: its square and the sum of many squares are still finite. */
export const MAX_MAGNITUDE = 1e100;

/** @throws RangeError unless the value is finite and at most `MAX_MAGNITUDE` in size. */
export function checkNumber(value: number, name: string): void {
  if (!(Math.abs(value) <= MAX_MAGNITUDE)) throw new RangeError(`${name} must be finite and at most 1e100 in size: ${value}`);
}

/** @throws RangeError unless the value is finite, above 0 and at most `MAX_MAGNITUDE`. */
export function checkPositive(value: number, name: string): void {
  if (!(value > 0 && value <= MAX_MAGNITUDE)) throw new RangeError(`${name} must be above 0 and at most 1e100: ${value}`);
}

/** @throws RangeError unless the value is a whole number of at least `least`. */
export function checkWhole(value: number, name: string, least = 0): void {
  if (!(Number.isSafeInteger(value) && value >= least)) throw new RangeError(`${name} must be a whole number from ${least}: ${value}`);
}

/** @throws RangeError unless the value lies strictly between 0 and 1. */
export function checkShare(value: number, name: string): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} must be above 0 and below 1: ${value}`);
}

/** @throws RangeError unless there are at least `least` counts, each a whole number from 0. */
export function checkCounts(counts: readonly number[], name: string, least: number): void {
  checkLength(counts, name, least);
  for (const [index, count] of counts.entries()) checkWhole(count, `${name}[${index}]`);
}

/** @throws RangeError unless the list has at least `least` entries. */
export function checkLength(list: readonly unknown[], name: string, least: number): void {
  if (!(Array.isArray(list) && list.length >= least)) throw new RangeError(`${name} must have at least ${least} entries`);
}

/** @throws RangeError unless the numbers are at least two, on a free scale, and rise strictly. */
export function checkRising(values: readonly number[], name: string): void {
  checkLength(values, name, 2);
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, value] of values.entries()) {
    checkNumber(value, `${name}[${index}]`);
    if (!(value > last)) throw new RangeError(`${name}[${index}] must be above the one before: ${value}`);
    last = value;
  }
}
