/**
 * Refuses a caller's mistake.
 *
 * @throws RangeError `${field} ${demand}` unless the condition holds.
 */
export function requireThat(holds: boolean, field: string, demand: string): asserts holds {
  if (!holds) throw new RangeError(`${field} ${demand}`);
}

/**
 * A value by its own key: what `Object.prototype` offers is not content.
 *
 * @throws RangeError naming the field where the key is not there.
 */
export function own<Value>(record: Readonly<Record<string, Value>>, key: string, field: string): Value {
  requireThat(typeof record === "object" && record !== null && Object.hasOwn(record, key), field, `has no ${JSON.stringify(key)}`);
  return record[key] as Value;
}

/** Whether a value has fields by name: an object that is no list. */
export function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Refuses what is not a list of objects.
 *
 * @throws RangeError naming the list or the entry.
 */
export function checkRecords(list: readonly unknown[], field: string): void {
  requireThat(Array.isArray(list), field, "must be a list");
  list.forEach((entry, index) => {
    requireThat(isRecord(entry), `${field}[${index}]`, "must be an object with its fields");
  });
}

/** Whether a value is a number from 0 to 1, both included. */
export function isFraction(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

/** Whether a value is a whole number from 0 to the limit, both included. */
export function isCount(value: unknown, limit: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= limit;
}

/**
 * Refuses what is not a list of texts without doubles.
 *
 * @throws RangeError naming the field.
 */
export function checkIds(ids: readonly string[], field: string): void {
  requireThat(Array.isArray(ids), field, "must be a list");
  requireThat(
    ids.every((id) => typeof id === "string" && id !== ""),
    field,
    "must hold texts that are not empty",
  );
  requireThat(new Set(ids).size === ids.length, field, "must not name anything twice");
}

/** Orders texts by code unit, the same in every language and on every machine. */
export function byCodeUnit(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
