import { cookieLine } from "../../server/cookies.ts";
import { database } from "../../server/db.ts";
import { formPost, seeOther } from "../../server/form-post.ts";
import { sessionCookieName, sessionToken, tokenHash } from "../../server/session.ts";

/** Ends the session: its row and its cookie. Open to anyone: without a session there is nothing to end. */
export const POST = formPost(async () => {
  const token = await sessionToken();
  if (token !== null) await database().auth.deleteSession(tokenHash(token));
  return seeOther("/", [cookieLine({ name: sessionCookieName(), value: "", maxAgeSeconds: 0 })]);
});
