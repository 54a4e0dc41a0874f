import type { Locale } from "../text/text.ts";
import { instrumentFields } from "./instrument-fields.ts";
import { type FieldWords, measureFields } from "./measure-fields.ts";
import type { ContentSubjectKind } from "./types.ts";

/** A field, and the way to what was looked for inside it. */
export interface Found {
  readonly words: FieldWords;
  /** What of the path lies inside the field. */
  readonly rest: readonly string[];
}

const unknownField: FieldWords = { kind: "advice", label: { sv: "en uppgift", en: "an item" } };

/** The field that a path leads to: the longest of the table that it begins with, list keys left out. */
export function fieldAt(kind: ContentSubjectKind, path: readonly string[]): Found {
  const table = kind === "measure" ? measureFields : (instrumentFields[kind] ?? {});
  const [head = "", , ...inside] = path;
  const without = [head, ...inside].join(".");
  // An entry of a list: the key stands second, and the field may have words of its own without it.
  if (kind !== "measure" && inside.length > 0 && Object.hasOwn(table, without))
    return { words: table[without] ?? unknownField, rest: path.slice(1, 2) };
  for (let length = path.length; length > 0; length -= 1) {
    const key = path.slice(0, length).join(".");
    const words = Object.hasOwn(table, key) ? table[key] : undefined;
    // A whole measure or rule says nothing of a member that has no words of its own.
    if (words !== undefined && (kind !== "measure" || length > 1 || path.length === 1)) return { words, rest: path.slice(length) };
  }
  return { words: unknownField, rest: [] };
}

const inside = {
  sv: { sv: "på svenska", en: "på engelska", min: "lägst", max: "högst", what: "vad", why: "varför", example: "exempel" },
  en: { sv: "in Swedish", en: "in English", min: "at least", max: "at most", what: "what", why: "why", example: "example" },
} as const satisfies Record<Locale, Record<string, string>>;

/**
 * What a field of content is called, for whoever meets it by its path alone: `measure.card.steps.0.sv` is "stegen i kortet,
 * 1, på svenska".
 *
 * @returns Null for a path that leads to no field, as that of an item's own key.
 */
export function contentFieldLabel(kind: ContentSubjectKind, path: string, locale: Locale): string | null {
  const { words, rest } = fieldAt(kind, path.split("."));
  if (words === unknownField) return null;
  const names: Readonly<Record<string, string>> = inside[locale];
  const more = rest.map((name) => (/^\d+$/.test(name) ? String(Number(name) + 1) : Object.hasOwn(names, name) ? names[name] : name));
  return [words.label[locale].replace(/,$/, ""), ...more].join(", ");
}
