/** Where in a document something stands: keys, and for an entry of a keyed list the entry's own key. */
export type Path = readonly string[];

/** One place where two documents differ. `order`: the keys of a list, where they are the same entries in another order. */
export interface Leaf {
  readonly code: "changed" | "order";
  readonly path: Path;
  /** Undefined where there is none. */
  readonly before: unknown;
  readonly after: unknown;
}

/** How documents of a kind are taken apart. Paths are written with dots and without the keys of list entries. */
export interface Shape {
  /** Lists whose entries are told apart by a key: path to the name of that key. All other lists are one value. */
  readonly keyed: Readonly<Record<string, string>>;
  /** Objects that are one value. */
  readonly whole: ReadonlySet<string>;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two values are the same as JSON: the order of keys does not count, and an undefined member is as an absent one. */
export function isSame(first: unknown, second: unknown): boolean {
  if (Object.is(first, second)) return true;
  if (Array.isArray(first) && Array.isArray(second))
    return first.length === second.length && first.every((entry, index) => isSame(entry, second[index]));
  if (!isObject(first) || !isObject(second)) return false;
  return keysOf(first, second).every((key) => isSame(own(first, key), own(second, key)));
}

const own = (value: Json, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);
const keysOf = (first: Json, second: Json): readonly string[] => [...new Set([...Object.keys(first), ...Object.keys(second)])];

/** The order a list has when what is gone is taken out and what is new put last. */
export function impliedOrder(before: readonly string[], after: readonly string[]): readonly string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [...before.filter((key) => is.has(key)), ...after.filter((key) => !was.has(key))];
}

/**
 * Every place where two documents differ, in the order of the first's keys: applied one after the other (`withLeaf`) to the
 * first they give the second.
 */
export function leavesOf(before: unknown, after: unknown, shape: Shape, path: Path = [], pattern = ""): readonly Leaf[] {
  if (isSame(before, after)) return [];
  const leaf: Leaf = { code: "changed", path, before, after };
  if (Array.isArray(before) && Array.isArray(after)) {
    const key = Object.hasOwn(shape.keyed, pattern) ? shape.keyed[pattern] : undefined;
    return key === undefined ? [leaf] : (entryLeaves(before, after, key, shape, path, pattern) ?? [leaf]);
  }
  if (!isObject(before) || !isObject(after) || shape.whole.has(pattern)) return [leaf];
  return keysOf(before, after).flatMap((key) =>
    leavesOf(own(before, key), own(after, key), shape, [...path, key], pattern === "" ? key : `${pattern}.${key}`),
  );
}

/** Null where keys are missing or stand twice: then the list is one value. */
function entryLeaves(
  before: readonly unknown[],
  after: readonly unknown[],
  key: string,
  shape: Shape,
  path: Path,
  pattern: string,
): readonly Leaf[] | null {
  const [was, is] = [byKey(before, key), byKey(after, key)];
  if (was === null || is === null) return null;
  const [wasKeys, isKeys] = [[...was.keys()], [...is.keys()]];
  const gone = wasKeys
    .filter((one) => !is.has(one))
    .map((one): Leaf => ({ code: "changed", path: [...path, one], before: was.get(one), after: undefined }));
  const kept = wasKeys.filter((one) => is.has(one)).flatMap((one) => leavesOf(was.get(one), is.get(one), shape, [...path, one], pattern));
  const come = isKeys
    .filter((one) => !was.has(one))
    .map((one): Leaf => ({ code: "changed", path: [...path, one], before: undefined, after: is.get(one) }));
  const order: readonly Leaf[] = isSame(impliedOrder(wasKeys, isKeys), isKeys)
    ? []
    : [{ code: "order", path, before: wasKeys, after: isKeys }];
  return [...gone, ...kept, ...come, ...order];
}

function byKey(list: readonly unknown[], key: string): ReadonlyMap<string, unknown> | null {
  const found = new Map<string, unknown>();
  for (const entry of list) {
    const name = isObject(entry) ? own(entry, key) : undefined;
    if ((typeof name !== "string" && typeof name !== "number") || found.has(String(name))) return null;
    found.set(String(name), entry);
  }
  return found;
}

/**
 * The document with one difference made: the value at the path is `after`, or is gone where `after` is undefined; an entry
 * that is new stands last in its list. The document given is left as it was.
 */
export function withLeaf(document: unknown, { code, path, after }: Omit<Leaf, "before">, shape: Shape, pattern = ""): unknown {
  const [step, ...rest] = path;
  if (Array.isArray(document)) return withEntry(document, { code, path, after }, shape, pattern);
  if (step === undefined) return after;
  const value = isObject(document) ? document : {};
  const inside = withLeaf(own(value, step), { code, path: rest, after }, shape, pattern === "" ? step : `${pattern}.${step}`);
  if (inside !== undefined) return { ...value, [step]: inside };
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== step));
}

function withEntry(list: readonly unknown[], { code, path, after }: Omit<Leaf, "before">, shape: Shape, pattern: string): unknown {
  const [step, ...rest] = path;
  const key = Object.hasOwn(shape.keyed, pattern) ? shape.keyed[pattern] : undefined;
  const found = key === undefined ? null : byKey(list, key);
  if (found === null) return after;
  if (step === undefined) return code === "order" ? ordered(found, after as readonly string[]) : after;
  const entries = new Map(found);
  const entry = withLeaf(entries.get(step), { code, path: rest, after }, shape, pattern);
  if (entry === undefined) entries.delete(step);
  else entries.set(step, entry);
  return [...entries.values()];
}

const ordered = (entries: ReadonlyMap<string, unknown>, keys: readonly string[]): readonly unknown[] =>
  keys.filter((key) => entries.has(key)).map((key) => entries.get(key));
