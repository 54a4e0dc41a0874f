import { localeCookie } from "../i18n/locales.ts";
import { isHttps } from "./env.ts";
import { sessionCookieName } from "./session.ts";

interface CookieLine {
  readonly name: string;
  readonly value: string;
  /** When it ends; 0 takes it away. */
  readonly maxAgeSeconds: number;
  readonly httpOnly?: boolean;
}

/** A Set-Cookie line for this site only, out of reach of scripts and of requests that other sites start. */
export function cookieLine({ name, value, maxAgeSeconds, httpOnly = true }: CookieLine): string {
  return [
    `${name}=${encodeURIComponent(value)}`,
    "Path=/",
    `Max-Age=${maxAgeSeconds}`,
    ...(httpOnly ? ["HttpOnly"] : []),
    "SameSite=Lax",
    ...(isHttps() ? ["Secure"] : []),
  ].join("; ");
}

/** Keeps the choice of language for a year. */
export const localeCookieLine = (locale: string): string => cookieLine({ name: localeCookie, value: locale, maxAgeSeconds: 365 * 86_400 });

/** Keeps someone signed in until the session's end; the session itself may end sooner. */
export const sessionCookieLine = (token: string, endsAt: Date): string =>
  cookieLine({ name: sessionCookieName(), value: token, maxAgeSeconds: Math.floor((endsAt.getTime() - Date.now()) / 1000) });
