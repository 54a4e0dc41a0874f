import { isLocale } from "../../i18n/locales.ts";
import { callerFor } from "../../server/caller.ts";
import { localeCookieLine } from "../../server/cookies.ts";
import { formPost, seeOther } from "../../server/form-post.ts";
import { safePath } from "../../server/origin.ts";
import { currentUser } from "../../server/session.ts";

/** The page that the form stood on. */
function pageBefore(request: Request): string {
  const address = request.headers.get("referer") ?? "";
  if (!URL.canParse(address)) return "/";
  const { pathname, search } = new URL(address);
  return safePath(pathname + search, "/");
}

/** Changes the language: of this browser, and of the account for someone who has one. Open to anyone: it is their own page. */
export const POST = formPost(async ({ form, request }) => {
  const locale = form.get("locale");
  if (!isLocale(locale)) return seeOther("/");
  const user = await currentUser();
  if (user !== null && user.name !== null) {
    const api = await callerFor(user.id);
    await api.member.updateMe({ name: user.name, locale });
  }
  return seeOther(pageBefore(request), [localeCookieLine(locale)]);
});
