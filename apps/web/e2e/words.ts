import { createTranslator } from "next-intl";
import contentEn from "../messages/content.en.json" with { type: "json" };
import contentSv from "../messages/content.sv.json" with { type: "json" };
import editorMoreEn from "../messages/editor-more.en.json" with { type: "json" };
import editorMoreSv from "../messages/editor-more.sv.json" with { type: "json" };
import en from "../messages/en.json" with { type: "json" };
import placesEn from "../messages/places.en.json" with { type: "json" };
import placesSv from "../messages/places.sv.json" with { type: "json" };
import sv from "../messages/sv.json" with { type: "json" };

/** The languages of the product. */
export type Locale = "sv" | "en";
/** A text of the product by its key, as its readers see it. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const messages = { sv: { ...sv, ...placesSv, ...contentSv, ...editorMoreSv }, en: { ...en, ...placesEn, ...contentEn, ...editorMoreEn } };

/**
 * The product's texts in a language: tests look for what the catalogue says, so that a better word breaks none of them.
 * A key or a value that is missing fails the test.
 */
export function wordsOf(locale: Locale): Words {
  const t = createTranslator({
    locale,
    messages: messages[locale],
    onError: (error) => {
      throw error;
    },
  });
  const plain = (chunks: string) => chunks;
  return (key, values = {}) => t.markup(key as never, { strong: plain, em: plain, mail: plain, ...values } as never);
}

/** What a text begins with, for one that ends with a time or a name: "Sparat 14.02" is found by "Sparat". */
export function beginningOf(text: string): RegExp {
  const [words = ""] = text.split(/['{]/);
  return new RegExp(`^${words.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}
