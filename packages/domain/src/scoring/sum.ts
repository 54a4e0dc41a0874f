/**
 * The sum of the values by Neumaier's compensated summation, so that the order of the values changes the result by one
 * ulp at most.
 *
 * @param values Finite.
 * @returns 0 for no values.
 * @see A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974)
 */
export function sum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** `sum` of what each entry of a list has, without a list of that. */
export function sumOf<T>(list: readonly T[], numberOf: (entry: T) => number): number {
  let total = 0;
  let lost = 0;
  for (let index = 0; index < list.length; index += 1) {
    const value = numberOf(list[index] as T);
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** The arithmetic mean, or null for no values: nothing has no mean. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** The value kept within the limits, both included. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/**
 * The value to a billionth: what is 20 on paper and 19.999999999999996 in binary meets a limit of 20. For comparing a
 * computed value with a limit, never for what is computed further.
 */
export function withoutDust(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
