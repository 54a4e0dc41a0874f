import { isLocale } from "../../../i18n/locales.ts";
import { callerFor, refusalOf } from "../../../server/caller.ts";
import { localeCookieLine } from "../../../server/cookies.ts";
import { formPost, seeOther } from "../../../server/form-post.ts";
import { safePath } from "../../../server/origin.ts";
import { currentUser } from "../../../server/session.ts";

/** Saves one's own name and language, by `member.updateMe` and its policy. */
export const POST = formPost(async ({ form }) => {
  const user = await currentUser();
  if (user === null) return seeOther("/logga-in?callbackUrl=%2Fkonto");
  const next = form.get("next");
  const back = (query: Record<string, string>) => `/konto?${new URLSearchParams(next === null ? query : { ...query, next })}`;
  const locale = form.get("locale");
  const api = await callerFor(user.id);
  try {
    const me = await api.member.updateMe({ name: form.get("name") ?? "", locale: isLocale(locale) ? locale : "sv" });
    return seeOther(next === null ? back({ sparat: "1" }) : safePath(next, "/mina-platser"), [localeCookieLine(me.locale)]);
  } catch (error) {
    if (refusalOf(error)?.code !== "invalid") throw error;
    return seeOther(back({ fel: "name" }));
  }
});
