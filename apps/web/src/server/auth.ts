import "server-only";
import type { AuthStore, AuthUser } from "@hp/db";
import NextAuth, { type NextAuthOptions } from "next-auth";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import EmailProvider from "next-auth/providers/email";
import type { Locale } from "../i18n/locales.ts";
import { database } from "./db.ts";
import { env, isHttps } from "./env.ts";
import { logger } from "./log.ts";
import { queueSignInMail } from "./mail/sign-in-mail.ts";
import { beginSession, newToken, readSession, sessionCookieName, sessionCookieOptions, tokenHash } from "./session.ts";

/** How long a mailed link can be used, in seconds. */
export const linkLifeSeconds = 24 * 3600;

const toAdapterUser = (user: AuthUser): AdapterUser => ({ id: user.id, email: user.email, emailVerified: user.emailVerifiedAt });
const unused = (what: string) => async (): Promise<never> => {
  throw new Error(`${what} is not used: people sign in by a mailed link only`);
};

/** next-auth's view of our tables. Its `expires` is the session's end, for the cookie; sliding is between us and the table. */
export function createAdapter(auth: AuthStore, locale: Locale): Adapter {
  const byId = async (id: string) => {
    const user = await auth.userById(id);
    return user === null ? null : toAdapterUser(user);
  };
  return {
    createUser: async ({ email }: { email: string }) => {
      const user = await auth.createUser({ email, locale });
      return toAdapterUser(await auth.markVerified(user.id));
    },
    getUser: byId,
    getUserByEmail: async (email) => {
      const user = await auth.userByEmail(email);
      return user === null ? null : toAdapterUser(user);
    },
    updateUser: async ({ id }) => toAdapterUser(await auth.markVerified(id)),
    createSession: async ({ sessionToken, userId }) => {
      const { endsAt } = await beginSession(auth, userId, sessionToken);
      return { sessionToken, userId, expires: endsAt };
    },
    getSessionAndUser: async (sessionToken) => {
      const found = await readSession(auth, sessionToken);
      return found === null
        ? null
        : { session: { sessionToken, userId: found.user.id, expires: found.endsAt }, user: toAdapterUser(found.user) };
    },
    updateSession: async () => null,
    deleteSession: async (sessionToken) => auth.deleteSession(tokenHash(sessionToken)),
    createVerificationToken: async ({ identifier, token, expires }) => {
      // next-auth has hashed the token with its secret before it comes here.
      await auth.createVerificationToken({ identifier, tokenHash: token, expiresAt: expires });
      return { identifier, token, expires };
    },
    useVerificationToken: async ({ identifier, token }) => {
      const spent = await auth.useVerificationToken({ identifier, tokenHash: token });
      return spent === null ? null : { identifier, token, expires: spent.expiresAt };
    },
    getUserByAccount: unused("getUserByAccount"),
    linkAccount: unused("linkAccount"),
  };
}

/** What the visitor's request gives to next-auth's options. */
export interface SignInRequest {
  /** The visitor's language: of the mail to a new address, and of the account if one is made. */
  readonly locale: Locale;
}

function options({ locale }: SignInRequest): NextAuthOptions {
  const cookieOptions = sessionCookieOptions();
  return {
    secret: env().NEXTAUTH_SECRET,
    adapter: createAdapter(database().auth, locale),
    session: { strategy: "database", generateSessionToken: newToken },
    useSecureCookies: isHttps(),
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions } },
    providers: [
      EmailProvider({
        maxAge: linkLifeSeconds,
        generateVerificationToken: newToken,
        sendVerificationRequest: ({ identifier, url, token }) =>
          queueSignInMail({ to: identifier, token, callbackUrl: new URL(url).searchParams.get("callbackUrl"), locale }),
      }),
    ],
    logger: {
      // Metadata may hold addresses and tokens: only the code is kept.
      error: (code) => logger().error({ code, kind: "sign_in" }, "next-auth"),
      warn: (code) => logger().warn({ code, kind: "sign_in" }, "next-auth"),
      debug: () => {},
    },
  };
}

interface Asked {
  readonly action: "csrf" | "signin" | "callback";
  readonly method: "GET" | "POST";
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
}
interface Answered {
  readonly location: string | null;
  readonly setCookies: readonly string[];
  readonly body: unknown;
}

/**
 * Asks next-auth in this process, by its documented `NextAuth(req, res, options)`. The app has no /api/auth address at
 * all: no GET can spend a mailed token, and all that comes in has passed our own check of where it came from.
 */
async function askNextAuth(request: SignInRequest, asked: Asked): Promise<Answered> {
  const headers = new Map<string, unknown>();
  let body: unknown;
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    json: (value: unknown) => {
      body = value;
    },
    send: (value: unknown) => {
      body = value;
    },
    end: () => {},
  };
  const nextauth = asked.action === "csrf" ? ["csrf"] : [asked.action, "email"];
  const incoming = {
    method: asked.method,
    query: { ...asked.query, nextauth },
    body: asked.body ?? {},
    cookies: asked.cookies ?? {},
    headers: {},
  };
  await NextAuth(incoming as never, response as never, options(request));
  const location = headers.get("location");
  return {
    location: typeof location === "string" ? location : null,
    setCookies: (headers.get("set-cookie") as string[] | undefined) ?? [],
    body,
  };
}

const errorOf = (location: string | null) => (location === null ? "none" : new URL(location, env().NEXTAUTH_URL).searchParams.get("error"));

/**
 * Mails a link to an address, by next-auth's e-mail provider. Its form token is fetched and sent back here: the form's own
 * protection is the check of origin before this.
 *
 * @param callbackUrl A path of ours, where the link leads in the end.
 * @throws when the link could not be made; the cause is in the log.
 */
export async function mailSignInLink(request: SignInRequest, email: string, callbackUrl: string): Promise<void> {
  const csrf = await askNextAuth(request, { action: "csrf", method: "GET" });
  const { csrfToken } = csrf.body as { csrfToken: string };
  const cookies = Object.fromEntries(
    csrf.setCookies.map((line) => {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }),
  );
  const body = { email, csrfToken, callbackUrl };
  const answer = await askNextAuth(request, { action: "signin", method: "POST", body, cookies });
  const fault = errorOf(answer.location);
  if (fault !== null) throw new Error(`no sign-in link was made: ${fault}`);
}

/**
 * Spends a mailed token and begins a session.
 *
 * @param token,email As they stood in the link.
 * @param oldToken The browser's session until now: one browser is one person, so it ends. next-auth itself leaves it when the new person is new here.
 * @returns The session's cookie as a Set-Cookie line; null for a link that is wrong, old or used.
 */
export async function spendSignInLink(
  request: SignInRequest,
  { token, email, oldToken }: { readonly token: string; readonly email: string; readonly oldToken: string | null },
): Promise<string | null> {
  const answer = await askNextAuth(request, { action: "callback", method: "POST", query: { token, email, callbackUrl: "/" } });
  if (errorOf(answer.location) !== null) return null;
  if (oldToken !== null) await database().auth.deleteSession(tokenHash(oldToken));
  return answer.setCookies.find((line) => line.startsWith(`${sessionCookieName()}=`)) ?? null;
}
