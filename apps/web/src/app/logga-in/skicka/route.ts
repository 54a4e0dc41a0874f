import { after } from "next/server";
import { requestLocale } from "../../../i18n/request.ts";
import { mailSignInLink } from "../../../server/auth.ts";
import { cookieLine } from "../../../server/cookies.ts";
import { offeredAccounts } from "../../../server/demo.ts";
import { formPost, seeOther } from "../../../server/form-post.ts";
import { logger } from "../../../server/log.ts";
import { deliverPending } from "../../../server/mail/deliver.ts";
import { mailedAddress, sentToCookie } from "../../../server/mailed-address.ts";
import { safePath } from "../../../server/origin.ts";
import { mayMailLink } from "../../../server/sign-in-limits.ts";

/**
 * Mails a link to an address. Open to anyone: it is the way in. The answer is the same whether the address is known, new or
 * has had its share of links.
 */
export const POST = formPost(async ({ form, request }) => {
  const email = mailedAddress(form.get("email"));
  const callbackUrl = safePath(form.get("callbackUrl"), "/mina-platser");
  if (email === null) return seeOther(`/logga-in?${new URLSearchParams({ fel: "adress", callbackUrl })}`);
  if (await mayMailLink(email, request.headers)) await mailSignInLink({ locale: await requestLocale() }, email, callbackUrl);
  else logger().warn({ kind: "sign_in", outcome: "too_many" }, "link not mailed");
  after(() => deliverPending().catch((error: unknown) => logger().error({ err: error }, "outbox")));
  const isDemo = form.get("demo") === "1" && offeredAccounts().some((account) => account.email === email);
  return seeOther(isDemo ? "/utkorg" : "/logga-in/skickad", [cookieLine({ name: sentToCookie, value: email, maxAgeSeconds: 600 })]);
});
