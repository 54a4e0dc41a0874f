/** The languages of the product, the first one when nothing else is known. */
export const locales = ["sv", "en"] as const;
/** A language of the product. */
export type Locale = (typeof locales)[number];

/** Name of the cookie that keeps a visitor's choice of language. */
export const localeCookie = "locale";

/** Whether a text names a language of the product. */
export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text);

/**
 * The language that a browser asks for, by weight and then by order.
 *
 * @param header Accept-Language, such as "en-GB,en;q=0.8,sv;q=0.5". Anything that cannot be read is left out.
 * @returns null when none of ours is asked for.
 */
export function acceptedLocale(header: string | null): Locale | null {
  const wishes = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith("q="));
      return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wishes) if (isLocale(language)) return language;
  return null;
}
