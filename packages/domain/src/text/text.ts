/** The languages the product speaks. Swedish is the first; English is complete. */
export const locales = ["sv", "en"] as const;
export type Locale = (typeof locales)[number];

/** One text in every language of the product. Neither is ever empty in published content. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}
