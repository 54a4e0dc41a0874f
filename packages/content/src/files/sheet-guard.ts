import { type FileProblem, fileLimits } from "./file-item.ts";
import { openingTags, type XmlTag } from "./xml-tags.ts";

type Found = Pick<FileProblem, "problem"> & { readonly cell: string };
/** What was seen of a part: how many tags and how large a table, or why it is refused. */
export type Seen = { readonly tags: number; readonly area: number } | Found;

/** Column number of a cell's letters, from 1: `A` is 1, `AA` is 27. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column;
}

interface Table {
  /** Rows so far; a row need not say its number. */
  rows: number;
  row: number;
  column: number;
  cell: string;
}

/** The values of an attribute whatever its prefix: a reader may take any of them. */
const valuesOf = (tag: XmlTag, name: string) => tag.attributes.filter((one) => one.name === name).map(({ value }) => value);
const found = (problem: FileProblem["problem"], cell: string): Found => ({ problem, cell });

function rowProblem(tag: XmlTag, table: Table): Found | null {
  table.rows += 1;
  if (table.rows > fileLimits.rows) return found("too_many_rows", "");
  for (const row of valuesOf(tag, "r")) {
    if (!/^\d{1,9}$/.test(row)) return found("not_a_workbook", "");
    if (Number(row) > fileLimits.rows) return found("too_many_rows", row);
  }
  return null;
}

function cellProblem(tag: XmlTag, table: Table): Found | null {
  const addresses = valuesOf(tag, "r");
  if (addresses.length === 0 || tag.attributes.some(({ value }) => value.includes("&"))) return found("not_a_workbook", "");
  for (const address of addresses) {
    const [, letters = "", row = ""] = /^([A-Z]{1,3})(\d{1,9})$/.exec(address) ?? [];
    if (letters === "") return found("not_a_workbook", "");
    if (Number(row) > fileLimits.rows) return found("too_many_rows", address);
    if (columnOf(letters) > fileLimits.columns) return found("too_many_columns", address);
    table.row = Math.max(table.row, Number(row));
    table.column = Math.max(table.column, columnOf(letters));
    table.cell = address;
  }
  // What stands in such a cell is what a formula could not give.
  return valuesOf(tag, "t").includes("e") ? found("formula", table.cell) : null;
}

/**
 * Looks through one part of a workbook, whatever it is called: a table is where `sheetData` is. Refuses formulas and their errors,
 * cells without an address, and rows and columns past the limits.
 *
 * @param most Tags that the part may have.
 * @throws XmlError where the part is not written as workbooks are.
 */
export function lookThrough(xml: string, most: number): Seen {
  const table: Table = { rows: 0, row: 0, column: 0, cell: "" };
  let tags = 0;
  let isTable = false;
  for (const tag of openingTags(xml)) {
    tags += 1;
    if (tags > most) return found("too_large", "");
    if (tag.name === "sheetData") isTable = true;
    if (!isTable) continue;
    const problem = inTable(tag, table);
    if (problem !== null) return problem;
  }
  return { tags, area: Math.max(table.rows, table.row) * table.column };
}

function inTable(tag: XmlTag, table: Table): Found | null {
  switch (tag.name) {
    case "row":
      return rowProblem(tag, table);
    case "c":
      return cellProblem(tag, table);
    case "f":
      return found("formula", table.cell);
    default:
      return null;
  }
}
