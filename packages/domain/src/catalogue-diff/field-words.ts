import { formatNumber, joinWords, quote } from "../text/format.ts";
import type { Locale, Text } from "../text/text.ts";

/** What a value's words are taken from. */
export interface ValueContext {
  /** Names by id or key: dimensions, measures by their id. */
  readonly dimension: (id: string, locale: Locale) => string;
}

/** A value in words; null where there is nothing to show (a long text, a table). */
export type ValueText = (value: unknown, locale: Locale, context: ValueContext) => string | null;

/** Characters of a text shown in a sentence at most. */
const SHOWN = 160;

/** A number, with as many decimals as it has up to six. */
export const numberText: ValueText = (value, locale) =>
  typeof value === "number" && Number.isFinite(value) ? formatNumber(value, locale, 6) : null;

/** A number with a unit: "40 timmar". */
export const numberWith =
  (many: Text, one: Text = many): ValueText =>
  (value, locale, context) => {
    const text = numberText(value, locale, context);
    return text === null ? null : `${text}\u00a0${(value === 1 ? one : many)[locale]}`;
  };

/** A share 0–1 as per cent with at most one decimal. */
export const shareText: ValueText = (value, locale) =>
  typeof value === "number" && Number.isFinite(value)
    ? `${formatNumber(100 * value, locale, 1)}\u00a0${locale === "sv" ? "procent" : "per cent"}`
    : null;

/** A range { min, max } with its unit. */
export const rangeText =
  (unit: Text): ValueText =>
  (value, locale, context) => {
    const { min, max } = (value ?? {}) as { readonly min?: unknown; readonly max?: unknown };
    const [low, high] = [numberText(min, locale, context), numberText(max, locale, context)];
    return low === null || high === null ? null : `${low}–${high}\u00a0${unit[locale]}`;
  };

/** A text in quotation marks, cut where it is long. */
export const wordsText: ValueText = (value, locale) => {
  if (typeof value === "object" && value !== null && "sv" in value)
    return wordsText((value as Text)[locale], locale, { dimension: String });
  if (typeof value !== "string") return null;
  return quote(value.length > SHOWN ? `${value.slice(0, SHOWN).trimEnd()} …` : value, locale);
};

/** One of a closed list of words. */
export const choiceText =
  (words: Readonly<Record<string, Text>>): ValueText =>
  (value, locale) =>
    typeof value === "string" && Object.hasOwn(words, value)
      ? (words[value]?.[locale] ?? null)
      : typeof value === "string"
        ? quote(value, locale)
        : null;

/** A list, each entry in words. */
export const listText =
  (entry: ValueText): ValueText =>
  (value, locale, context) => {
    if (!Array.isArray(value)) return null;
    const texts = value.map((one) => entry(one, locale, context));
    return texts.includes(null) || texts.length === 0 ? null : joinWords(texts as readonly string[], locale, "and");
  };

/** An id or a month as it stands. */
export const plainText: ValueText = (value) => (typeof value === "string" || typeof value === "number" ? String(value) : null);
/** A dimension by its name. */
export const dimensionText: ValueText = (value, locale, { dimension }) =>
  typeof value === "string" ? quote(dimension(value, locale), locale) : null;
/** Yes or no. */
export const yesText: ValueText = (value, locale) =>
  typeof value === "boolean" ? { sv: value ? "ja" : "nej", en: value ? "yes" : "no" }[locale] : null;
