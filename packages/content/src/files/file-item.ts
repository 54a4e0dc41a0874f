/** One item of a draft in a file: a measure with its rule, a dimension, or a precondition. Nothing about its document is checked yet. */
export interface FileItem {
  readonly kind: "measure" | "dimension" | "precondition";
  readonly key: string;
  readonly document: unknown;
  /** Where it stands, for whoever mends the file: `Åtgärder rad 14`, `measures.BO06`. */
  readonly row: string;
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

/** Bytes that a file may have, packed and unpacked. */
export const fileLimits = { packed: 4_000_000, unpacked: 40_000_000, rows: 5000, columns: 1500 } as const;

const forbidden = new Set(["__proto__", "constructor", "prototype"]);
/** Whether a key could reach what no content should. */
export const isForbidden = (key: string): boolean => forbidden.has(key);
