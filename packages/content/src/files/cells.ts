import { type FileProblemCode, fileLimits, isForbidden } from "./file-item.ts";

/** What a cell of a workbook holds. Null is an empty cell: the path is not there. */
export type CellValue = string | number | boolean | null;

const nothing = "(null)";
/** Texts that would be read as something else are written with an apostrophe before. */
const isTaken = (text: string) => text === nothing || /^['[{=+@-]/.test(text);
const isTextList = (value: readonly unknown[]) =>
  value.length > 0 &&
  value.every(
    (one) =>
      typeof one === "object" && one !== null && Object.hasOwn(one, "sv") && Object.hasOwn(one, "en") && Object.keys(one).length === 2,
  );

/**
 * A document as cells by path: `evidence.grade`, `card.steps.0.sv`. Lists of texts are taken apart, all other lists and whatever
 * `whole` names stand in one cell as JSON, so that a condition is one cell.
 */
export function toCells(document: object, whole: (path: string) => boolean): Map<string, CellValue> {
  const cells = new Map<string, CellValue>();
  const cellOf = (path: string, value: unknown) =>
    scalarCell(value) ?? (whole(path) || isOneCell(value as object) ? JSON.stringify(value) : null);
  const inside = (path: string, key: string) => (path === "" ? key : `${path}.${key}`);
  const put = (path: string, value: unknown): void => {
    const cell = value === undefined ? null : cellOf(path, value);
    if (cell !== null) cells.set(path, cell);
    else for (const [key, inner] of Object.entries(value ?? {})) put(inside(path, key), inner);
  };
  put("", document);
  return cells;
}

/** A value that is no list and no object, as a cell; null for those. */
function scalarCell(value: unknown): CellValue {
  if (value === null) return nothing;
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  return isTaken(value) || value === "" ? `'${value}` : value;
}

/** A list that is not of texts, whatever is empty, and what would be put together as something else: keys that are numbers or have dots. */
function isOneCell(value: object): boolean {
  const keys = Object.keys(value);
  if (keys.length === 0) return true;
  if (Array.isArray(value)) return !isTextList(value) || keys.length > 1000;
  return keys.every((key) => isPosition(key)) || keys.some((key) => key === "" || key.includes("."));
}
const isPosition = (key: string) => /^\d{1,3}$/.test(key);

/** A cell that cannot be read. */
export interface CellProblem {
  readonly path: string;
  readonly problem: FileProblemCode;
}

function read(value: CellValue): { readonly value: unknown } | { readonly problem: FileProblemCode } {
  if (typeof value !== "string") return { value };
  if (value === nothing) return { value: null };
  if (value.startsWith("'")) return { value: value.slice(1) };
  if (!/^[[{]/.test(value)) return { value };
  let hasForbidden = false;
  try {
    const json: unknown = JSON.parse(value, (key, inner) => {
      hasForbidden ||= isForbidden(key);
      return inner;
    });
    return hasForbidden ? { problem: "forbidden_key" } : { value: json };
  } catch {
    return { problem: "not_json" };
  }
}

/** Lists that were taken apart become lists again: objects whose keys are 0, 1, 2 … */
function listed(value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  const keys = [...value.keys()];
  if (keys.length > 0 && keys.every(isPosition)) return keys.sort((a, b) => Number(a) - Number(b)).map((key) => listed(value.get(key)));
  return Object.fromEntries([...value].map(([key, inner]) => [key, listed(inner)]));
}

/** Puts cells together again. Empty cells are not there. What cannot be read is told, and the rest is put together all the same. */
export function fromCells(cells: Iterable<readonly [string, CellValue]>): {
  readonly document: unknown;
  readonly problems: readonly CellProblem[];
} {
  const root = new Map<string, unknown>();
  const problems: CellProblem[] = [];
  for (const [path, cell] of cells) {
    if (cell === null) continue;
    const keys = path.split(".");
    const value = read(cell);
    if ("problem" in value) problems.push({ path, problem: value.problem });
    else if (keys.length > fileLimits.levels || keys.some(isForbidden)) problems.push({ path, problem: "forbidden_key" });
    else if (!place(root, keys, value.value)) problems.push({ path, problem: "twice" });
  }
  return { document: listed(root), problems };
}

function place(root: Map<string, unknown>, keys: readonly string[], value: unknown): boolean {
  let node = root;
  for (const key of keys.slice(0, -1)) {
    const next = node.get(key) ?? new Map<string, unknown>();
    if (!(next instanceof Map)) return false;
    node.set(key, next);
    node = next;
  }
  const last = keys.at(-1) ?? "";
  if (node.has(last)) return false;
  node.set(last, value);
  return true;
}
