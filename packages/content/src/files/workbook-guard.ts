import { zipSync } from "fflate";
import { type FileProblem, fileLimits } from "./file-item.ts";
import { lookThrough, type Seen } from "./sheet-guard.ts";
import { openingTags, XmlError } from "./xml-tags.ts";
import { TooLarge, unzipParts } from "./zip-parts.ts";

const isXml = (name: string) => /\.(xml|rels)$/i.test(name);
/** What a part is refused for by its name alone. */
function namedProblem(name: string): FileProblem["problem"] | null {
  if (/vbaProject\.bin$/i.test(name)) return "macros";
  return /externalLinks\//i.test(name) ? "external_links" : null;
}

/** The name of the sheet that each part is, by the part's name; empty where the workbook does not say. */
function sheetNames(text: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const value = (tag: { readonly attributes: readonly { name: string; value: string }[] }, name: string) =>
    tag.attributes.find((one) => one.name === name)?.value ?? "";
  const tags = (part: string, name: string) => [...openingTags(text.get(part) ?? "")].filter((tag) => tag.name === name);
  const byId = new Map(tags("xl/workbook.xml", "sheet").map((tag) => [value(tag, "id"), value(tag, "name")]));
  const pathOf = (target: string) => (target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  return new Map(
    tags("xl/_rels/workbook.xml.rels", "Relationship").map((tag) => [pathOf(value(tag, "Target")), byId.get(value(tag, "Id")) ?? ""]),
  );
}

/** Where a cell of a part is, as people see it. */
function placed(problem: FileProblem["problem"], part: string, cell: string, text: ReadonlyMap<string, string>): FileProblem {
  const sheet = sheetNames(text).get(part) ?? "";
  const row = cell.replace(/^[A-Z]+/, "");
  if (sheet === "") return { row: part, field: cell, problem };
  return { row: row === "" ? sheet : `${sheet} rad ${row}`, field: cell, problem };
}

/** The text of every part, or the part that is not UTF-8. */
function texts(parts: ReadonlyMap<string, Uint8Array>): { readonly text: ReadonlyMap<string, string> } | { readonly part: string } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const text = new Map<string, string>();
  for (const [part, bytes] of parts) {
    try {
      text.set(part, decoder.decode(bytes));
    } catch {
      return { part };
    }
  }
  return { text };
}

/** The first thing that the parts are refused for; null where there is nothing. */
function refusal(text: ReadonlyMap<string, string>): FileProblem | null {
  let tags = 0;
  let area = 0;
  for (const [part, xml] of text) {
    let seen: Seen;
    try {
      seen = lookThrough(xml, fileLimits.tags - tags);
    } catch (error) {
      return { row: part, field: "", problem: error instanceof XmlError && error.hasEntities ? "entities" : "not_a_workbook" };
    }
    if ("problem" in seen) return placed(seen.problem, part, seen.cell, text);
    tags += seen.tags;
    area += seen.area;
    if (area > fileLimits.cells) return placed("too_many_rows", part, "", text);
  }
  return null;
}

const whole = (problem: FileProblem["problem"], row = ""): { readonly problem: FileProblem } => ({ problem: { row, field: "", problem } });

/**
 * Opens a workbook under guard: never unpacks more than the limits, and refuses formulas, macros, links out, entities, XML that
 * could be read in two ways, and tables larger than content can be. Every part is looked through, wherever it lies.
 *
 * @returns The XML of the workbook packed anew, so that whoever reads it reads only what was looked at here.
 */
export function guardWorkbook(file: Uint8Array): { readonly workbook: Uint8Array } | { readonly problem: FileProblem } {
  if (file.length > fileLimits.packed) return whole("too_large");
  let unzipped: ReturnType<typeof unzipParts>;
  try {
    unzipped = unzipParts(file, isXml);
  } catch (error) {
    return whole(error instanceof TooLarge ? "too_large" : "not_a_workbook");
  }
  const { names, parts } = unzipped;
  if (!parts.has("xl/workbook.xml")) return whole("not_a_workbook");
  for (const part of names) {
    const problem = namedProblem(part);
    if (problem !== null) return whole(problem, part);
  }
  const decoded = texts(parts);
  if ("part" in decoded) return whole("not_utf8", decoded.part);
  const problem = refusal(decoded.text);
  return problem === null ? { workbook: zipSync(Object.fromEntries(parts), { level: 0 }) } : { problem };
}
