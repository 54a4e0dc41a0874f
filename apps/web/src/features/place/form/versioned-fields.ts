import { type NumberLocale, readNumber, writeNumber } from "../number-text.ts";

/** A field of a form that two may edit at once. `value` is what was saved when the form was opened, as text. */
export interface VersionedField {
  readonly name: string;
  readonly kind: "line" | "text" | "day" | "number" | "choice";
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
}

/** A saved value as the text of its field. */
export function fieldText(kind: VersionedField["kind"], value: unknown, locale: NumberLocale): string {
  if (value === null || value === undefined) return "";
  return kind === "number" ? writeNumber(Number(value), locale) : String(value);
}

/** A field's text as a reader sees it in a comparison; empty is said in words. */
export function shownText(field: VersionedField, text: string, locale: NumberLocale, empty: string): string {
  if (text === "") return empty;
  if (field.kind === "choice") return field.options?.find((option) => option.value === text)?.label ?? text;
  if (field.kind === "day")
    return new Intl.DateTimeFormat(locale === "sv" ? "sv-SE" : "en-GB", {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    }).format(new Date(`${text}T00:00:00Z`));
  return field.unit === undefined ? text : `${text} ${field.unit}`;
}

/** Whether two texts of a field mean the same. */
export function sameText(field: VersionedField, a: string, b: string, locale: NumberLocale): boolean {
  if (field.kind === "number") return Object.is(readNumber(a, locale), readNumber(b, locale)) && !Number.isNaN(readNumber(a, locale));
  return a.trim().replace(/\r\n/g, "\n") === b.trim().replace(/\r\n/g, "\n");
}
