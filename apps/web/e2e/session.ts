import { createHash, randomBytes } from "node:crypto";
import type { Stage } from "@hp/demo";
import type { BrowserContext } from "@playwright/test";

const hourMs = 3_600_000;

/** Signs a person in without a mail: a session's row, and its cookie. The way in by mail has a journey of its own. */
export async function signInAs({ database }: Pick<Stage, "database">, context: BrowserContext, email: string): Promise<void> {
  const user = await database.auth.userByEmail(email);
  if (user === null) throw new Error(`nobody has the address ${email}`);
  const token = randomBytes(32).toString("base64url");
  const ends = new Date(Date.now() + 8 * hourMs);
  const tokenHash = createHash("sha256").update(token).digest("hex");
  await database.auth.createSession({ userId: user.id, tokenHash, expiresAt: ends, endsAt: ends });
  const url = process.env.HP_BASE_URL ?? "http://localhost:3000";
  const name = url.startsWith("https:") ? "__Secure-next-auth.session-token" : "next-auth.session-token";
  await context.addCookies([{ name, value: token, url, httpOnly: true, sameSite: "Lax" }]);
}
