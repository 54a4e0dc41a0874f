import { type Document, isPair, isScalar, Lexer, parseDocument, stringify, visit } from "yaml";
import { type FileItem, type FileProblem, fileLimits, isForbidden, type ReadFile } from "./file-item.ts";

const format = "hallbara-platser-innehall-1";
const parts = { measures: "measure", dimensions: "dimension", preconditions: "precondition" } as const;
const whole = (problem: FileProblem["problem"], field = "", row = ""): { readonly problems: readonly FileProblem[] } => ({
  problems: [{ row, field, problem }],
});

/** A draft as one YAML file, in the order given. */
export function writeYaml(items: readonly Omit<FileItem, "row">[]): string {
  const of = (kind: FileItem["kind"]) =>
    Object.fromEntries(items.filter((one) => one.kind === kind).map(({ key, document }) => [key, document]));
  const content = Object.fromEntries(Object.entries(parts).map(([name, kind]) => [name, of(kind)]));
  return stringify({ format, ...content }, { lineWidth: 140, aliasDuplicateObjects: false });
}

/** Maps as objects, without a way to what no content should reach. */
function plain(value: unknown, path: string, problems: FileProblem[], row: string): unknown {
  if (Array.isArray(value)) return value.map((inner, index) => plain(inner, `${path}.${index}`, problems, row));
  if (!(value instanceof Map)) return value;
  const entries: [string, unknown][] = [];
  for (const [key, inner] of value) {
    if (typeof key === "string" && !isForbidden(key))
      entries.push([key, plain(inner, path === "" ? key : `${path}.${key}`, problems, row)]);
    else problems.push({ row, field: `${path}.${String(key)}`, problem: "forbidden_key" });
  }
  return Object.fromEntries(entries);
}

/** Whether a text has more tokens than content can have: each takes room of its own once it is parsed. */
function isTooMuch(text: string): boolean {
  let tokens = 0;
  for (const _ of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > fileLimits.tokens) return true;
  }
  return false;
}

/** The key of an entry as text; null where it is not a plain one. */
const keyOf = (pair: unknown) => (isPair(pair) && isScalar(pair.key) ? `${pair.key.value}` : null);

/** Where an entry of a map stands, from what it stands in: its item, and the field within. */
function placed(ancestors: readonly unknown[], key: string): { readonly row: string; readonly field: string } {
  const keys = [...ancestors.flatMap((one) => keyOf(one) ?? []), key];
  return { row: keys.slice(0, 2).join("."), field: keys.slice(2).join(".") };
}

/** The first thing that a parsed file is refused for; null where it may be read on. */
function refusal(parsed: Document.Parsed): ReturnType<typeof whole> | null {
  const [fault] = parsed.errors;
  if (fault !== undefined) return whole("not_yaml", "", fault.linePos === undefined ? "" : `rad ${fault.linePos[0].line}`);
  let refused: ReturnType<typeof whole> | null = null;
  visit(parsed, {
    Alias: (_, node, ancestors) => {
      const { row, field } = placed(ancestors, `*${node.source}`);
      refused = whole("aliases", field, row);
      return visit.BREAK;
    },
    // The parser's own search for keys that occur twice takes the square of their number.
    Map: (_, node, ancestors) => {
      const seen = new Set<string>();
      for (const pair of node.items) {
        const key = keyOf(pair);
        if (key !== null && seen.has(key)) {
          const { row, field } = placed(ancestors, key);
          refused = whole("twice", field, row);
          return visit.BREAK;
        }
        if (key !== null) seen.add(key);
      }
      return undefined;
    },
  });
  return refused;
}

/** The items of one part of a file; what no content may be called goes to `problems`. */
function itemsIn(part: Map<unknown, unknown>, name: string, kind: FileItem["kind"], problems: FileProblem[]): FileItem[] {
  return [...part].flatMap(([key, document]) => {
    const row = `${name}.${String(key)}`;
    if (typeof key === "string" && !isForbidden(key)) return [{ kind, key, row, document: plain(document, "", problems, row) }];
    problems.push({ row, field: "", problem: "forbidden_key" });
    return [];
  });
}

/** Reads a YAML file of ours. Aliases are refused: a few lines of them can grow beyond any memory. */
export function readYaml(text: string): ReadFile {
  if (isTooMuch(text)) return whole("too_large");
  const parsed = parseDocument(text, { uniqueKeys: false, prettyErrors: true, merge: false });
  const refused = refusal(parsed);
  if (refused !== null) return refused;
  const root: unknown = parsed.toJS({ mapAsMap: true, maxAliasCount: 0 });
  if (!(root instanceof Map) || root.get("format") !== format) return whole("unknown_format", "format");
  const problems: FileProblem[] = [];
  const items: FileItem[] = [];
  for (const [name, kind] of Object.entries(parts)) {
    const part: unknown = root.get(name) ?? new Map();
    if (!(part instanceof Map)) return whole("unknown_format", name);
    items.push(...itemsIn(part, name, kind, problems));
  }
  if (problems.length > 0) return { problems };
  return items.length === 0 ? whole("nothing") : { items };
}
