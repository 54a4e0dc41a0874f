import { isLocale } from "../../../i18n/locales.ts";
import { requestLocale } from "../../../i18n/request.ts";
import { spendSignInLink } from "../../../server/auth.ts";
import { cookieLine, localeCookieLine } from "../../../server/cookies.ts";
import { database } from "../../../server/db.ts";
import { formPost, seeOther } from "../../../server/form-post.ts";
import { mailedAddress, sentToCookie } from "../../../server/mailed-address.ts";
import { safePath } from "../../../server/origin.ts";
import { sessionToken } from "../../../server/session.ts";

/** Spends a mailed link and begins the session. Open to anyone: the token is the proof, 256 random bits, used once. */
export const POST = formPost(async ({ form }) => {
  const token = form.get("token") ?? "";
  const email = mailedAddress(form.get("email"));
  const wrong = () => seeOther("/logga-in/lanken-galler-inte");
  if (email === null || !/^[\w-]{43}$/.test(token)) return wrong();
  const session = await spendSignInLink({ locale: await requestLocale() }, { token, email, oldToken: await sessionToken() });
  if (session === null) return wrong();
  const next = safePath(form.get("callbackUrl"), "/mina-platser");
  const user = await database().auth.userByEmail(email);
  const cookies = [session, cookieLine({ name: sentToCookie, value: "", maxAgeSeconds: 0 })];
  // A new person says who they are first.
  if (user?.name == null) return seeOther(`/konto?${new URLSearchParams({ next })}`, cookies);
  return seeOther(next, isLocale(user.locale) ? [...cookies, localeCookieLine(user.locale)] : cookies);
});
