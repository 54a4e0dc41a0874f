import { type FileProblem, fileLimits, type ReadFile } from "./file-item.ts";
import { readWorkbook } from "./workbook.ts";
import { readYaml } from "./yaml-file.ts";

const whole = (problem: FileProblem["problem"]): ReadFile => ({ problems: [{ row: "", field: "", problem }] });
const isZip = (file: Uint8Array) => file[0] === 0x50 && file[1] === 0x4b;

/**
 * Reads a file of content, whatever its name says: a workbook by its first bytes, anything else as YAML in UTF-8.
 *
 * @returns Its items, or every problem found with row and field. Total: a hostile file is a list of problems.
 */
export async function readContentFile(file: Uint8Array): Promise<ReadFile> {
  if (file.length === 0) return whole("nothing");
  if (file.length > fileLimits.packed) return whole("too_large");
  if (isZip(file)) return readWorkbook(file);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return whole("not_utf8");
  }
  if (text.includes("\0")) return whole("not_utf8");
  return readYaml(text);
}
