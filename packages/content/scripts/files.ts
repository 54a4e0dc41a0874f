import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * The folder with the gathered originals, given on the command line: the product itself never reads it.
 *
 * @throws Error if no folder is given.
 */
export function sourceFolder(): string {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error("Say which folder holds content/ and data/: node scripts/<script>.ts <folder>");
  return folder;
}

/** Reads a text file of the originals as UTF-8. */
export function readSource(path: string): string {
  return readFileSync(join(sourceFolder(), path), "utf8");
}

/** Writes a file of this package and says its size. */
export function writeShipped(path: string, content: string): void {
  const target = join(packageFolder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  console.log(`${path}  ${Math.round(Buffer.byteLength(content) / 1000)} kB`);
}

/**
 * Rows of a CSV with a header, by column name. Quotes may hold commas and doubled quotes; no line breaks inside a field.
 *
 * @throws Error if a row has another number of fields than the header.
 */
export function parseCsv(content: string): Record<string, string>[] {
  const [header = [], ...rows] = content.trimEnd().split(/\r?\n/).map(splitLine);
  return rows.map((row, index) => {
    if (row.length !== header.length) throw new Error(`Row ${index + 2} has ${row.length} fields, not ${header.length}`);
    return Object.fromEntries(header.map((name, column) => [name, row[column] ?? ""]));
  });
}

function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
}

/** A number, or null for an empty field. @throws Error for anything else. */
export function numberOrNull(field: string | undefined): number | null {
  if (field === undefined || field === "") return null;
  const value = Number(field);
  if (!Number.isFinite(value)) throw new Error(`Not a number: ${field}`);
  return value;
}

/** JSON of a table: its column names, then one row on each line. */
export function jsonTable(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return `{"columns":${JSON.stringify(columns)},\n"rows":[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]}\n`;
}
