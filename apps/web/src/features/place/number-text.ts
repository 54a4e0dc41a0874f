export type NumberLocale = "sv" | "en";

/**
 * Reads a number as people write it: spaces of any kind between thousands, decimal comma or point, a real minus sign.
 * In English a comma is a thousands sign.
 *
 * @returns null for an empty text; NaN for what is not a number.
 */
export function readNumber(text: string, locale: NumberLocale): number | null {
  const bare = text.replace(/[\s\u00a0\u202f']/g, "").replace(/[\u2212\u2013]/g, "-");
  if (bare === "") return null;
  const plain = locale === "en" ? bare.replace(/,(?=\d{3}(\D|$))/g, "").replace(",", ".") : bare.replace(",", ".");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

/** Writes a number for a field: thousands apart, at most four decimals. Empty for null. */
export function writeNumber(value: number | null, locale: NumberLocale): string {
  if (value === null) return "";
  const [whole = "0", fraction] = String(Math.round(Math.abs(value) * 10_000) / 10_000).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === "sv" ? "\u00a0" : ",");
  const text = fraction === undefined ? grouped : `${grouped}${locale === "sv" ? "," : "."}${fraction}`;
  return value < 0 ? `\u2212${text}` : text;
}
