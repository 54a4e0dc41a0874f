import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { cache } from "react";
import { currentUser } from "../server/session.ts";
import { acceptedLocale, isLocale, type Locale, localeCookie } from "./locales.ts";

/**
 * The reader's language: what their account says, else the cookie of the switch in the footer, else what the browser
 * asks for, else Swedish. An account without a name has not been filled in yet, so it says nothing about language either.
 */
export const requestLocale = cache(async (): Promise<Locale> => {
  const user = await currentUser();
  if (user !== null && user.name !== null && isLocale(user.locale)) return user.locale;
  const chosen = (await cookies()).get(localeCookie)?.value;
  return isLocale(chosen) ? chosen : (acceptedLocale((await headers()).get("accept-language")) ?? "sv");
});

// What every page needs, the pages of a place, those of the shared content, and its grid and questions.
const load = {
  sv: async () => ({
    ...(await import("../../messages/sv.json")).default,
    ...(await import("../../messages/places.sv.json")).default,
    ...(await import("../../messages/content.sv.json")).default,
    ...(await import("../../messages/editor-more.sv.json")).default,
  }),
  en: async () => ({
    ...(await import("../../messages/en.json")).default,
    ...(await import("../../messages/places.en.json")).default,
    ...(await import("../../messages/content.en.json")).default,
    ...(await import("../../messages/editor-more.en.json")).default,
  }),
} as const;

export default getRequestConfig(async () => {
  const locale = await requestLocale();
  return { locale, messages: await load[locale](), timeZone: "Europe/Stockholm" };
});
