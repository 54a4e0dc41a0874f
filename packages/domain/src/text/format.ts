import type { Locale } from "./text.ts";

const style = {
  sv: { decimal: ",", group: "\u00a0", and: "och", or: "eller", quotes: ["”", "”"] },
  en: { decimal: ".", group: ",", and: "and", or: "or", quotes: ["“", "”"] },
} as const;

/**
 * A number as it is written in running text: decimal comma and non-breaking space in Swedish, point and comma in English,
 * a true minus sign (U+2212) in both, no trailing zeros and never "−0". Written by hand rather than by Intl, so that the
 * same number gives the same bytes everywhere.
 *
 * @param value Finite.
 * @param maxDecimals Decimals kept at most, 0–6; rounded half away from zero as the binary number allows.
 * @throws RangeError if `value` is not finite: an unknown number has no text.
 */
export function formatNumber(value: number, locale: Locale, maxDecimals = 1): string {
  if (!Number.isFinite(value)) throw new RangeError(`number to format must be finite: ${value}`);
  const [whole = "0", fraction = ""] = Math.abs(value).toFixed(maxDecimals).split(".");
  const decimals = fraction.replace(/0+$/, "");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style[locale].group);
  const text = decimals === "" ? grouped : `${grouped}${style[locale].decimal}${decimals}`;
  return value < 0 && /[1-9]/.test(text) ? `\u2212${text}` : text;
}

/** Words in a row: "a", "a och b", "a, b och c". Empty for none. */
export function joinWords(words: readonly string[], locale: Locale, by: "and" | "or"): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${style[locale][by]} ${words.at(-1)}`;
}

/** The text in quotation marks of the language. */
export function quote(text: string, locale: Locale): string {
  const [open, close] = style[locale].quotes;
  return `${open}${text}${close}`;
}

/** The text with its first letter as a capital: a sentence made from parts. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Two written numbers as a span; one of them where they are the same. */
export const span = (from: string, to: string): string => (from === to ? from : `${from}–${to}`);
