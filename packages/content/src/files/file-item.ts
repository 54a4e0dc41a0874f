/** One item of a draft in a file: a measure with its rule, a dimension, or a precondition. Nothing about its document is checked yet. */
export interface FileItem {
  readonly kind: "measure" | "dimension" | "precondition";
  readonly key: string;
  readonly document: unknown;
  /** Where it stands, for whoever mends the file: `Åtgärder rad 14`, `measures.BO06`. */
  readonly row: string;
  /** Parts of the document that stand elsewhere, by where they are in it: `items.2` in `Påståenden rad 17`. Absent where none do. */
  readonly parts?: ReadonlyMap<string, string>;
}

/**
 * Where a field of an item's document stands in its file.
 *
 * @param path In the document: `measure.costSek.min`, `items.2.sv`.
 * @returns The row, and the field within it.
 */
export function placeInFile(
  { row, parts }: Pick<FileItem, "row" | "parts">,
  path: string,
): { readonly row: string; readonly field: string } {
  for (const [part, partRow] of parts ?? [])
    if (path === part || path.startsWith(`${part}.`)) return { row: partRow, field: path.slice(part.length + 1) };
  return { row, field: path };
}

/** What is wrong with a file, where. */
export interface FileProblem {
  readonly row: string;
  readonly field: string;
  readonly problem: FileProblemCode;
}

/** What can be wrong with a file as a file. */
export const fileProblemCodes = [
  "too_large",
  "not_utf8",
  "not_yaml",
  "aliases",
  "not_a_workbook",
  "macros",
  "external_links",
  "entities",
  "formula",
  "too_many_rows",
  "too_many_columns",
  "missing_sheet",
  "missing_key",
  "twice",
  "forbidden_key",
  "not_json",
  "date",
  "no_such_dimension",
  "unknown_format",
  "nothing",
] as const;
/** One of them. */
export type FileProblemCode = (typeof fileProblemCodes)[number];

/** A file that was read: its items, or what is wrong with it. */
export type ReadFile = { readonly items: readonly FileItem[] } | { readonly problems: readonly FileProblem[] };

/**
 * What a file may have at most, several times what all content has. Bytes packed and unpacked; parts of a zip; tags of all its parts;
 * rows and columns of a sheet; cells of all sheets, empty ones between others too; characters of all cells; tokens of a YAML file;
 * levels of a field.
 */
export const fileLimits = {
  packed: 4_000_000,
  unpacked: 40_000_000,
  parts: 500,
  tags: 500_000,
  rows: 5000,
  columns: 1500,
  cells: 2_000_000,
  characters: 10_000_000,
  tokens: 400_000,
  levels: 12,
} as const;

const forbidden = new Set(["__proto__", "constructor", "prototype"]);
/** Whether a key could reach what no content should. */
export const isForbidden = (key: string): boolean => forbidden.has(key);
