import { type Unzipped, unzipSync, zipSync } from "fflate";
import { type FileProblemCode, fileLimits } from "./file-item.ts";

const decoder = new TextDecoder();
const isSheet = (name: string) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name);

/** Column number of a cell's name, from 1: `A1` is 1, `AA7` is 27. */
function columnOf(name: string): number {
  let column = 0;
  for (const letter of name.replace(/\d+$/, "")) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column;
}

function sheetProblem(xml: string): FileProblemCode | null {
  if (/<f[\s>/]/.test(xml)) return "formula";
  let rows = 0;
  for (const [, number] of xml.matchAll(/<row\b[^>]*?\br="(\d+)"/g)) {
    rows += 1;
    if (rows > fileLimits.rows || Number(number) > fileLimits.rows) return "too_many_rows";
  }
  if ((xml.match(/<row\b/g)?.length ?? 0) > fileLimits.rows) return "too_many_rows";
  for (const [, name = ""] of xml.matchAll(/<c\b[^>]*?\br="([A-Z]{1,4}\d{1,8})"/g)) {
    if (columnOf(name) > fileLimits.columns) return "too_many_columns";
    if (Number(name.replace(/^[A-Z]+/, "")) > fileLimits.rows) return "too_many_rows";
  }
  return null;
}

function partProblem(name: string, bytes: Uint8Array): FileProblemCode | null {
  if (/vbaProject\.bin$/i.test(name)) return "macros";
  if (/externalLinks\//i.test(name)) return "external_links";
  if (!/\.(xml|rels)$/i.test(name)) return null;
  const xml = decoder.decode(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return "entities";
  return isSheet(name) ? sheetProblem(xml) : null;
}

/**
 * Opens a workbook under guard: never unpacks more than the limit, and refuses formulas, macros, links out, entities, and
 * sheets with more rows or columns than content can have.
 *
 * @returns The same workbook packed anew, so that whoever reads it unpacks only what was looked at here.
 */
export function guardWorkbook(
  file: Uint8Array,
): { readonly workbook: Uint8Array } | { readonly problem: FileProblemCode; readonly part: string } {
  if (file.length > fileLimits.packed) return { problem: "too_large", part: "" };
  let total = 0;
  let parts: Unzipped;
  try {
    parts = unzipSync(file, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > fileLimits.unpacked) throw new RangeError("too large");
        return true;
      },
    });
  } catch (error) {
    return { problem: error instanceof RangeError && total > fileLimits.unpacked ? "too_large" : "not_a_workbook", part: "" };
  }
  if (!Object.hasOwn(parts, "xl/workbook.xml")) return { problem: "not_a_workbook", part: "" };
  for (const [part, bytes] of Object.entries(parts)) {
    const problem = partProblem(part, bytes);
    if (problem !== null) return { problem, part };
  }
  return { workbook: zipSync(parts, { level: 0 }) };
}
