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

const load = {
  sv: () => import("../../messages/sv.json"),
  en: () => import("../../messages/en.json"),
} as const;

export default getRequestConfig(async () => {
  const locale = await requestLocale();
  return { locale, messages: (await load[locale]()).default, timeZone: "Europe/Stockholm" };
});
