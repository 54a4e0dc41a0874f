import type { InvitationOffer } from "@hp/contracts";
import { requestLocale } from "../../../../i18n/request.ts";
import { callerFor, refusalOf } from "../../../../server/caller.ts";
import { localeCookieLine, sessionCookieLine } from "../../../../server/cookies.ts";
import { database } from "../../../../server/db.ts";
import { formPost, seeOther } from "../../../../server/form-post.ts";
import { beginSession, newToken, sessionToken, tokenHash } from "../../../../server/session.ts";

/**
 * Accepts an invitation by `invitation.accept` and its policy, and signs the person in: the mailed token proves the address
 * as a mailed sign-in link does.
 */
export const POST = formPost<{ token: string }>(async ({ form, params: { token } }) => {
  const api = await callerFor(null);
  const locale = await requestLocale();
  const roleGroup = form.get("roleGroup") as InvitationOffer["roleGroup"];
  try {
    const accepted = await api.invitation.accept({ token, name: form.get("name") ?? "", roleGroup, locale });
    const { auth } = database();
    // One browser, one person: who was signed in before is not any more.
    const before = await sessionToken();
    if (before !== null) await auth.deleteSession(tokenHash(before));
    const fresh = newToken();
    const { endsAt } = await beginSession(auth, accepted.userId, fresh);
    const user = await auth.userById(accepted.userId);
    return seeOther(`/plats/${accepted.placeId}`, [sessionCookieLine(fresh, endsAt), localeCookieLine(user?.locale ?? locale)]);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    // The page itself says why: accepted already, expired, none, or which field.
    const page = `/inbjudan/${encodeURIComponent(token)}`;
    const fields = refusal.fields.filter((field) => field === "name" || field === "roleGroup");
    return seeOther(refusal.code === "invalid" && fields.length > 0 ? `${page}?fel=${fields.join(",")}` : page);
  }
});
