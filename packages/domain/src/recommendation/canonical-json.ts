/**
 * A value as JSON with one spelling only: object keys sorted by code unit, no white space, numbers as JavaScript prints
 * them (ECMA-262 Number::toString, as in RFC 8785), −0 as 0. Two equal values give the same bytes, so their digests
 * can be compared. Keys whose value is undefined are left out.
 *
 * @throws RangeError on NaN, an infinity, or anything JSON has no word for (undefined in a list, a function, a Map, a
 *   Date, a bigint): a document that silently lost a value could not be replayed.
 * @see RFC 8785, JSON Canonicalization Scheme
 */
export function canonicalJson(value: unknown): string {
  return write(value, "$");
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return writeNumber(value, path);
  if (Array.isArray(value)) return `[${Array.from(value, (entry, index) => write(entry, `${path}[${index}]`)).join(",")}]`;
  if (typeof value === "object" && isPlain(value)) return writeObject(value as Record<string, unknown>, path);
  throw new RangeError(`${path} cannot be written as JSON: ${typeof value}`);
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new RangeError(`${path} must be a finite number: ${value}`);
  return JSON.stringify(value + 0);
}

function writeObject(value: Record<string, unknown>, path: string): string {
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${write(value[key], `${path}.${key}`)}`).join(",")}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Where two values first differ as canonical JSON, as a path such as `$.measures[3].score`; null if nowhere.
 * Compares what `canonicalJson` would write, so 0 and −0 are equal, as are an absent and an undefined key.
 */
export function firstDifference(first: unknown, second: unknown, path = "$"): string | null {
  if (first === second) return null;
  if (Array.isArray(first) && Array.isArray(second)) return firstInLists(first, second, path);
  if (isObject(first) && isObject(second)) return firstInObjects(first, second, path);
  return path;
}

function firstInLists(first: readonly unknown[], second: readonly unknown[], path: string): string | null {
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const at = `${path}[${index}]`;
    if (index >= first.length || index >= second.length) return at;
    const found = firstDifference(first[index], second[index], at);
    if (found !== null) return found;
  }
  return null;
}

function firstInObjects(first: Record<string, unknown>, second: Record<string, unknown>, path: string): string | null {
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])].sort();
  for (const key of keys) {
    const found = firstDifference(first[key], second[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
