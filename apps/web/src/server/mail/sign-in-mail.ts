import "server-only";
import { createTranslator } from "next-intl";
import en from "../../../messages/en.json" with { type: "json" };
import sv from "../../../messages/sv.json" with { type: "json" };
import { isLocale, type Locale } from "../../i18n/locales.ts";
import { database } from "../db.ts";
import { safePath } from "../origin.ts";
import { siteAddress } from "./text.ts";

/** Path of the page with the one button that spends a mailed link. A mail scanner that opens it spends nothing. */
export function confirmPath({
  token,
  email,
  callbackUrl,
}: {
  readonly token: string;
  readonly email: string;
  readonly callbackUrl: string;
}): string {
  return `/logga-in/bekrafta?${new URLSearchParams({ token, email, callbackUrl })}`;
}

interface SignInMail {
  readonly to: string;
  readonly token: string;
  /** Where the link leads in the end, as next-auth knows it: a whole address of ours. */
  readonly callbackUrl: string | null;
  /** The visitor's language: the account's own counts more. */
  readonly locale: Locale;
}

/** Puts the mail with the link into the outbox. */
export async function queueSignInMail({ to, token, callbackUrl, locale }: SignInMail): Promise<void> {
  const { auth } = database();
  const account = (await auth.userByEmail(to))?.locale;
  const language = isLocale(account) ? account : locale;
  const t = createTranslator({ locale: language, messages: { sv, en }[language], namespace: "mail.signIn" });
  const { pathname, search } = callbackUrl !== null && URL.canParse(callbackUrl) ? new URL(callbackUrl) : new URL("http://here.invalid/");
  const path = confirmPath({ token, email: to, callbackUrl: safePath(`${pathname}${search}`, "/") });
  await auth.queueMail({
    kind: "sign_in",
    to,
    locale: language,
    subject: t("subject"),
    body: t("body", { link: `${siteAddress}${path}` }),
  });
}
