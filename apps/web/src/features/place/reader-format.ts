import { formatNumber } from "@hp/domain";
import { createFormat } from "../../format.ts";
import type { ReaderLocale } from "./kit.ts";

const zone = "Europe/Stockholm";
const tag = { sv: "sv-SE", en: "en-GB" } as const;
const hardSpace = "\u00a0";

const words = {
  sv: ["", "", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton"],
  en: [
    "",
    "",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
  ],
} as const;

/** What the pages of a place write besides {@link createFormat}: fixed decimals, intervals, months, and a letter's case. */
export function readerFormat(locale: ReaderLocale) {
  const format = createFormat(locale);
  const part = (value: string, options: Intl.DateTimeFormatOptions) => {
    const isDay = value.length === 10;
    const date = new Date(isDay ? `${value}T00:00:00Z` : value);
    return new Intl.DateTimeFormat(tag[locale], { ...options, timeZone: isDay ? "UTC" : zone }).format(date).replaceAll(" ", hardSpace);
  };
  return {
    ...format,
    /** 75,0: with exactly these decimals. */
    fixed: (value: number, decimals: number) => {
      const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
      const isNought = Number(`${whole}.${fraction ?? 0}`) === 0;
      const text =
        fraction === undefined
          ? format.number(Number(whole), 0)
          : `${formatNumber(Number(whole), locale, 0)}${locale === "sv" ? "," : "."}${fraction}`;
      return value < 0 && !isNought ? `\u2212${text}` : text;
    },
    /** A count in running text: in words from two to fifteen; one and none depend on what is counted, and stay figures. */
    count: (value: number) => words[locale][value] || format.number(value, 0),
    /** 54–70 */
    interval: (low: number, high: number) => `${format.number(low, 0)}–${format.number(high, 0)}`,
    /** 24 nov. */
    shortDay: (value: string) => part(value, { day: "numeric", month: "short" }),
    /** nov. 2026 */
    month: (value: string) => part(value, { month: "short", year: "numeric" }),
    /** For the middle of a sentence. */
    lower: (text: string) => text.charAt(0).toLocaleLowerCase(tag[locale]) + text.slice(1),
    /** For the beginning of one. */
    upper: (text: string) => text.charAt(0).toLocaleUpperCase(tag[locale]) + text.slice(1),
  };
}
/** What {@link readerFormat} gives. */
export type ReaderFormat = ReturnType<typeof readerFormat>;

/** A difference with its sign: +4,2. */
export const signed = (value: number, format: ReaderFormat): string => `${value > 0 ? "+" : ""}${format.fixed(value, 1)}`;
