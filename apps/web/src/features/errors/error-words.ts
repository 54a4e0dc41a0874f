import "server-only";
import { getTranslations } from "next-intl/server";

/** What the page for a fault says. */
export interface ErrorWords {
  readonly title: string;
  readonly lead: string;
  readonly number: string;
  readonly again: string;
  readonly toStart: string;
}

/** The words for a fault in the reader's language, for the browser: a fault cannot ask the server for its words. */
export async function errorWords(): Promise<ErrorWords> {
  const t = await getTranslations("errors.page");
  return { title: t("faultTitle"), lead: t("faultLead"), number: t("number"), again: t("again"), toStart: t("toStart") };
}
