import { formatNumber, joinWords } from "@hp/domain";
import type { ReaderLocale } from "./kit.ts";

const zone = "Europe/Stockholm";
const tag = { sv: "sv-SE", en: "en-GB" } as const;

/** Instants and days as `YYYY-MM-DD` alike: a day has no time of day to shift. */
const dated = (value: string) => (value.length === 10 ? { date: new Date(`${value}T00:00:00Z`), timeZone: "UTC" } : { date: new Date(value), timeZone: zone });

/** How numbers, money, days and times are written for the reader. */
export function readerFormat(locale: ReaderLocale) {
  const part = (value: string, options: Intl.DateTimeFormatOptions) => {
    const { date, timeZone } = dated(value);
    return new Intl.DateTimeFormat(tag[locale], { ...options, timeZone }).format(date).replace(/ (?=\d)/g, "\u00a0");
  };
  const number = (value: number, maxDecimals = 1) => formatNumber(value, locale, maxDecimals);
  const time = (instant: string) => {
    const text = part(instant, { hour: "2-digit", minute: "2-digit", hour12: false });
    return locale === "sv" ? text.replace(":", ".") : text;
  };
  const day = (value: string) => part(value, { day: "numeric", month: "short", year: "numeric" });
  return {
    number,
    /** With exactly these decimals. */
    fixed: (value: number, decimals: number) => {
      const text = Math.abs(value).toFixed(decimals);
      const [whole = "0", fraction] = text.split(".");
      const sign = value < 0 && Number(text) !== 0 ? "\u2212" : "";
      return `${sign}${formatNumber(Number(whole), locale, 0)}${fraction === undefined ? "" : `${locale === "sv" ? "," : "."}${fraction}`}`;
    },
    interval: (low: number, high: number) => `${number(low, 0)}–${number(high, 0)}`,
    kronor: (value: number) => (locale === "sv" ? `${number(value, 0)}\u00a0kr` : `SEK\u00a0${number(value, 0)}`),
    /** 24 nov. 2026 */
    day,
    /** 24 nov. */
    shortDay: (value: string) => part(value, { day: "numeric", month: "short" }),
    /** nov. 2026 */
    month: (value: string) => part(value, { month: "short", year: "numeric" }),
    /** 14.02 */
    time,
    /** 24 nov. 2026 kl. 14.02 */
    moment: (instant: string) => (locale === "sv" ? `${day(instant)} kl.\u00a0${time(instant)}` : `${day(instant)}, ${time(instant)}`),
    list: (words: readonly string[]) => joinWords(words, locale, "and"),
    lower: (text: string) => text.charAt(0).toLocaleLowerCase(tag[locale]) + text.slice(1),
    upper: (text: string) => text.charAt(0).toLocaleUpperCase(tag[locale]) + text.slice(1),
  };
}
export type ReaderFormat = ReturnType<typeof readerFormat>;
