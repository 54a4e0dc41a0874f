import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { AuthStore, AuthUser } from "@hp/db";
import { cookies, headers } from "next/headers";
import { database } from "./db.ts";
import { isHttps } from "./env.ts";

const dayMs = 86_400_000;
/** A session ends seven days after it was last used, and thirty after it began. */
export const sessionLimits = { slidingMs: 7 * dayMs, absoluteMs: 30 * dayMs, touchAfterMs: 3_600_000 } as const;

/** The stored form of a session's token: the database cannot be used to sign in. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** A fresh token: 32 random bytes, base64url. */
export const newToken = (): string => randomBytes(32).toString("base64url");

const earlier = (a: number, b: number) => new Date(Math.min(a, b));

/** Begins a session for a user; the token goes into the cookie and nowhere else. */
export async function beginSession(auth: AuthStore, userId: string, token: string, now = Date.now()): Promise<{ readonly endsAt: Date }> {
  const endsAt = new Date(now + sessionLimits.absoluteMs);
  await auth.createSession({
    userId,
    tokenHash: tokenHash(token),
    expiresAt: earlier(now + sessionLimits.slidingMs, endsAt.getTime()),
    endsAt,
  });
  return { endsAt };
}

/**
 * Who a token belongs to, if its session lives. A living session is moved forward at most once an hour, never past its end;
 * a dead one is taken away.
 */
export async function readSession(
  auth: AuthStore,
  token: string,
  now = Date.now(),
): Promise<{ readonly user: AuthUser; readonly endsAt: Date } | null> {
  const hash = tokenHash(token);
  const session = await auth.sessionWithUser(hash);
  if (session === null) return null;
  const { user, expiresAt, endsAt } = session;
  if (Math.min(expiresAt.getTime(), endsAt.getTime()) <= now) {
    await auth.deleteSession(hash);
    return null;
  }
  const next = earlier(now + sessionLimits.slidingMs, endsAt.getTime());
  if (next.getTime() - expiresAt.getTime() >= sessionLimits.touchAfterMs) await auth.touchSession(hash, next);
  return { user, endsAt };
}

/** Name of the session's cookie. The prefix makes a browser refuse it over plain http. */
export const sessionCookieName = (): string => (isHttps() ? "__Secure-next-auth.session-token" : "next-auth.session-token");

/** How the session's cookie is kept: out of reach of scripts, and of requests that other sites start. */
export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() }) as const;

/** The visitor's token, if the cookie has the shape of one. */
export async function sessionToken(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookieName())?.value;
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}

// By the request's own headers object: React's cache remembers in pages only, and handlers ask several times, too.
const asking = new WeakMap<object, Promise<AuthUser | null>>();

const findUser = async (): Promise<AuthUser | null> => {
  const token = await sessionToken();
  return token === null ? null : ((await readSession(database().auth, token))?.user ?? null);
};

/** Who is asking: read once per request, null for someone who is not signed in. */
export async function currentUser(): Promise<AuthUser | null> {
  const request = await headers();
  const known = asking.get(request);
  if (known !== undefined) return known;
  const user = findUser();
  asking.set(request, user);
  return user;
}
