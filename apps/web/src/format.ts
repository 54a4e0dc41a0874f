import { formatNumber, joinWords } from "@hp/domain";
import { isLocale, type Locale } from "./i18n/locales.ts";

const zone = "Europe/Stockholm";
const tag = { sv: "sv-SE", en: "en-GB" } as const;
const hardSpace = "\u00a0";

/** A day has no time to shift: it is written as it stands. An instant is written in Swedish time. */
const dated = (value: string) =>
  value.length === 10 ? { date: new Date(`${value}T00:00:00Z`), timeZone: "UTC" } : { date: new Date(value), timeZone: zone };

/** The reader's language out of what next-intl says. */
export const localeOf = (text: string): Locale => (isLocale(text) ? text : "sv");

/** How numbers, money, days and times are written for the reader: 12 345,6 and −2,2 % in Swedish, 12,345.6 and −2.2% in English. */
export function createFormat(locale: Locale) {
  const part = (value: string, options: Intl.DateTimeFormatOptions) => {
    const { date, timeZone } = dated(value);
    // Day, month and year stay on one line.
    return new Intl.DateTimeFormat(tag[locale], { ...options, timeZone }).format(date).replaceAll(" ", hardSpace);
  };
  const number = (value: number, maxDecimals = 1) => formatNumber(value, locale, maxDecimals);
  const day = (value: string) => part(value, { day: "numeric", month: "short", year: "numeric" });
  const time = (instant: string) => {
    const text = part(instant, { hour: "2-digit", minute: "2-digit", hour12: false });
    return locale === "sv" ? text.replace(":", ".") : text;
  };
  return {
    /** 12 345,6: at most `maxDecimals`, none that say nothing. */
    number,
    /** 1 975 000 kr. @param value Whole kronor. */
    kronor: (value: number) => (locale === "sv" ? `${number(value, 0)}${hardSpace}kr` : `SEK${hardSpace}${number(value, 0)}`),
    /** −2,2 %. @param share 0–1, or below 0 for a change. */
    percent: (share: number, maxDecimals = 0) => `${number(share * 100, maxDecimals)}${locale === "sv" ? `${hardSpace}%` : "%"}`,
    /** 24 nov. 2026. @param value An instant, or a day `YYYY-MM-DD`. */
    day,
    /** 14.02 */
    time,
    /** 24 nov. 2026 kl. 14.02 */
    moment: (instant: string) =>
      locale === "sv" ? `${day(instant)} kl.${hardSpace}${time(instant)}` : `${day(instant)} at${hardSpace}${time(instant)}`,
    /** a, b och c */
    list: (words: readonly string[]) => joinWords(words, locale, "and"),
  };
}
/** What {@link createFormat} gives. */
export type Format = ReturnType<typeof createFormat>;
