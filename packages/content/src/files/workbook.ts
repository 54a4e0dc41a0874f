import readWorkbookSheets from "read-excel-file/node";
import writeSheets from "write-excel-file/node";
import { type CellValue, fromCells, toCells } from "./cells.ts";
import { inOrder } from "./column-order.ts";
import { type FileItem, type FileProblem, fileLimits, type ReadFile } from "./file-item.ts";
import { readMe } from "./read-me.ts";
import { guardWorkbook } from "./workbook-guard.ts";

type Item = Omit<FileItem, "row">;
interface Row {
  readonly key: string;
  readonly cells: Map<string, CellValue>;
}
const sheets = { measure: "Åtgärder", dimension: "Områden", statement: "Påståenden", precondition: "Förutsättningar" } as const;
type SheetKind = keyof typeof sheets;
/** The column that says which item a row is. */
const keyColumn = "nyckel";
const dimensionColumn = "område";
/** A condition is one cell, and so are the lists around it. */
const isWhole = (path: string) => /^rule\.(exclude|require|inPlace|boost|damp|synergies|prerequisites|conflicts)$/.test(path);

interface Dimension {
  readonly id: string;
  readonly items: readonly { readonly id: string }[];
}

function rowsOf(items: readonly Item[], kind: SheetKind): Row[] {
  if (kind !== "statement") {
    return items
      .filter((one) => one.kind === kind)
      .map(({ key, document }) => {
        const { items: _items, ...rest } = document as Dimension;
        return { key, cells: toCells(kind === "dimension" ? rest : (document as object), isWhole) };
      });
  }
  return items
    .filter((one) => one.kind === "dimension")
    .flatMap(({ key, document }) =>
      (document as Dimension).items.map((statement) => {
        const cells = toCells(statement, isWhole);
        return { key: statement.id, cells: new Map<string, CellValue>([[dimensionColumn, key], ...cells]) };
      }),
    );
}

const unit = (one: string) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
const taken = /_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|\ufffd/gu;
/**
 * As Excel writes what the writer would leave out, and what would be taken for that. A text that every object has as a name loses
 * its way in the writer's table of texts, and is written so that it has not.
 */
function escaped(text: string): string {
  const written = text.replace(taken, (one) => one.split("").map(unit).join(""));
  return written in Object.prototype ? unit(written) + written.slice(1) : written;
}

const cell = (value: CellValue) => {
  if (value === null) return null;
  if (typeof value === "string") return { value: escaped(value), type: String };
  return { value, type: typeof value === "number" ? Number : Boolean };
};

interface Filled {
  readonly kind: SheetKind;
  readonly rows: readonly Row[];
  /** The columns after the key's. */
  readonly paths: readonly string[];
}

function filled(items: readonly Item[], kind: SheetKind): Filled {
  const rows = rowsOf(items, kind);
  return { kind, rows, paths: inOrder(rows.map(({ cells }) => [...cells.keys()])) };
}

function sheetOf({ kind, rows, paths }: Filled) {
  const head = [keyColumn, ...paths].map((value) => ({ value: escaped(value), type: String, fontWeight: "bold" as const }));
  const data = [head, ...rows.map(({ key, cells }) => [cell(key), ...paths.map((path) => cell(cells.get(path) ?? null))])];
  return { data, sheet: sheets[kind], stickyRowsCount: 1, stickyColumnsCount: 1, columns: head.map(() => ({ width: 24 })) };
}

/** What stands in a sheet, as the last sheet tells it. */
const toldOf = ({ kind, rows, paths }: Filled) => ({
  kind,
  sheet: sheets[kind],
  columns: paths.map((path) => ({
    path,
    example: rows.map(({ cells }) => cells.get(path) ?? null).find((value) => value !== null) ?? null,
  })),
});

/**
 * A draft as an Excel workbook: measures, dimensions, their statements in order, preconditions; a row an item, a column a field.
 * A last sheet, which is not read back, says how to work in it and what every column means.
 */
export async function writeWorkbook(items: readonly Item[]): Promise<Uint8Array> {
  const kinds = Object.keys(sheets) as SheetKind[];
  const all = kinds.map((kind) => filled(items, kind));
  const words = readMe(all.map(toldOf)).map((row) => row.map((value) => cell(value)));
  const last = { data: words, sheet: "Läs mig", columns: [{ width: 18 }, { width: 36 }, { width: 60 }, { width: 60 }] };
  return new Uint8Array(await writeSheets([...all.map(sheetOf), last] as never).toBuffer());
}

interface ReadRow {
  readonly key: string;
  readonly row: string;
  readonly dimension: string;
  readonly document: unknown;
}

/** The rows of one sheet, put together; what is wrong with them goes to `problems`. */
function readRows(kind: SheetKind, data: readonly (readonly unknown[])[], problems: FileProblem[]): ReadRow[] {
  const [head = [], ...body] = data;
  const paths = head.map((value) => (typeof value === "string" ? value.trim() : ""));
  const keyAt = paths.indexOf(keyColumn);
  if (keyAt < 0) {
    problems.push({ row: sheets[kind], field: keyColumn, problem: "missing_key" });
    return [];
  }
  const seen = new Set<string>();
  const rows: ReadRow[] = [];
  for (const [index, values] of body.entries()) {
    const row = `${sheets[kind]} rad ${index + 2}`;
    if (values.every((value) => value === null || value === "")) continue;
    const key = values[keyAt];
    if (typeof key !== "string" || seen.has(key)) {
      problems.push({ row, field: keyColumn, problem: typeof key === "string" ? "twice" : "missing_key" });
      continue;
    }
    seen.add(key);
    const named = values.map((value, at) => [paths[at] ?? "", value] as const).filter(([path], at) => at !== keyAt && path !== "");
    const of = kind === "statement" ? named.find(([path]) => path === dimensionColumn) : undefined;
    rows.push({
      key,
      row,
      dimension: String(of?.[1] ?? ""),
      document: documentOf(
        named.filter((one) => one !== of),
        row,
        problems,
      ),
    });
  }
  return rows;
}

/** The cells of one row put together. */
function documentOf(named: readonly (readonly [path: string, value: unknown])[], row: string, problems: FileProblem[]): unknown {
  for (const [field, value] of named) if (value instanceof Date) problems.push({ row, field, problem: "date" });
  const made = fromCells(named.filter(([, value]) => !(value instanceof Date)) as (readonly [string, CellValue])[]);
  for (const { path, problem } of made.problems) problems.push({ row, field: path, problem });
  return made.document;
}

/** What the reader of workbooks could not take, with the cell where it says so. */
function unreadable(error: unknown): FileProblem {
  const [, row, column] = /at row (\d+), col (\d+)/.exec(String(error)) ?? [];
  if (row === undefined) return { row: "", field: "", problem: "not_a_workbook" };
  return { row: `rad ${row}`, field: `kolumn ${column}`, problem: "not_a_workbook" };
}

interface Sheet {
  readonly sheet: string;
  readonly data: readonly (readonly unknown[])[];
}

/** Whether all cells together hold more text than content can have: many cells may share one long text. */
function isLonger(found: readonly Sheet[]): boolean {
  let characters = 0;
  for (const { data } of found)
    for (const row of data) {
      for (const value of row) if (typeof value === "string") characters += value.length;
      if (characters > fileLimits.characters) return true;
    }
  return false;
}

/** Where each statement of a dimension stands, by its place in the document and by its id. */
function statementRows(statements: readonly ReadRow[]): ReadonlyMap<string, string> {
  return new Map(
    statements.flatMap(({ key, row }, index) => [
      [`items.${index}`, row],
      [`items.${key}`, row],
    ]),
  );
}

/** Reads a workbook of ours under guard. Nothing of it is trusted; the same key twice, a formula or a date is told with its row. */
export async function readWorkbook(file: Uint8Array): Promise<ReadFile> {
  const guarded = guardWorkbook(file);
  if ("problem" in guarded) return { problems: [guarded.problem] };
  let found: readonly Sheet[];
  try {
    found = (await readWorkbookSheets(Buffer.from(guarded.workbook))) as never;
  } catch (error) {
    return { problems: [unreadable(error)] };
  }
  const [broken] = found.filter(({ data }) => !Array.isArray(data));
  if (broken !== undefined) return { problems: [{ row: broken.sheet, field: "", problem: "not_a_workbook" }] };
  if (isLonger(found)) return { problems: [{ row: "", field: "", problem: "too_large" }] };
  const problems: FileProblem[] = [];
  const rows = (kind: SheetKind): ReadRow[] => {
    const sheet = found.find(({ sheet: name }) => name === sheets[kind]);
    if (sheet === undefined) problems.push({ row: sheets[kind], field: "", problem: "missing_sheet" });
    return sheet === undefined ? [] : readRows(kind, sheet.data, problems);
  };
  const [measures, dimensions, statements, preconditions] = [rows("measure"), rows("dimension"), rows("statement"), rows("precondition")];
  for (const { row, dimension } of statements)
    if (!dimensions.some(({ key }) => key === dimension)) problems.push({ row, field: dimensionColumn, problem: "no_such_dimension" });
  const withStatements = dimensions.map((one) => {
    const own = statements.filter(({ dimension }) => dimension === one.key);
    return { ...one, document: { ...(one.document as object), items: own.map(({ document }) => document) }, parts: statementRows(own) };
  });
  const items = [
    ...measures.map(({ key, row, document }): FileItem => ({ kind: "measure", key, row, document })),
    ...withStatements.map(({ key, row, document, parts }): FileItem => ({ kind: "dimension", key, row, document, parts })),
    ...preconditions.map(({ key, row, document }): FileItem => ({ kind: "precondition", key, row, document })),
  ];
  if (problems.length > 0) return { problems };
  return items.length === 0 ? { problems: [{ row: "", field: "", problem: "nothing" }] } : { items };
}
