/** Content that does not hold what it must: says the file, the id of the entry and the field, so that it can be mended. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  /** One line per fault: `rules.json · BO06 · require.value: …`. */
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

/** What a schema of @hp/contracts/content offers; only this much of zod is needed here. */
interface Schema<T> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
      };
}

/** An entry's own name for itself, where it has one; an atom's field is not its name, a drawn field's is. */
function nameOf(entry: unknown): { readonly name: string; readonly isId: boolean } | null {
  if (typeof entry !== "object" || entry === null) return null;
  const { id, key, field, draw } = entry as Readonly<Record<string, unknown>>;
  const name = [id, key, draw === undefined ? undefined : field].find(
    (candidate) => typeof candidate === "string" || typeof candidate === "number",
  );
  return name === undefined ? null : { name: String(name), isId: name === id };
}

const measureKey = /^[A-Z]{2}\d{2}$/;

/** Follows a path to the entry it is about, by the entry's own id; positions of named entries become their names, the rest is the field. */
function describe(file: string, content: unknown, path: readonly PropertyKey[], message: string): string {
  let at = content;
  let id: string | null = null;
  let field: string[] = [];
  for (const step of path) {
    at = typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined;
    const own = typeof step === "number" ? nameOf(at) : measureKey.test(String(step)) ? { name: String(step), isId: true } : null;
    if (own !== null && (id === null || own.isId)) {
      id = own.name;
      field = [];
    } else {
      field.push(own?.name ?? String(step));
    }
  }
  const where = [file, id, field.join(".")].filter((part) => part !== null && part !== "");
  return `${where.join(" · ")}: ${message}`;
}

/**
 * Checks a content file and gives it as the schema's type, frozen throughout.
 *
 * @throws ContentError with every fault found.
 */
export function parseContent<T>(file: string, schema: Schema<T>, content: unknown): T {
  const result = schema.safeParse(content);
  if (result.success) return deepFreeze(result.data);
  throw new ContentError(result.error.issues.map((issue) => describe(file, content, issue.path, issue.message)));
}

/** Freezes a value and everything in it; returns the same value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}

/** Runs `make` at the first call and gives the same value ever after. */
export function once<T extends object>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
