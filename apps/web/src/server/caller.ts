import "server-only";
import { AppError, type Caller, type CallRecord, createCaller } from "@hp/api";
import type { ErrorCode } from "@hp/contracts";
import type { AuthUser } from "@hp/db";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { requestLocale } from "../i18n/request.ts";
import { database } from "./db.ts";
import { logger } from "./log.ts";
import { pathHeader, requestIdFrom, requestIdHeader } from "./request-id.ts";
import { currentUser } from "./session.ts";

/** The id of the request that is being answered. */
export const requestId = cache(async (): Promise<string> => requestIdFrom((await headers()).get(requestIdHeader)));

/** Writes a call into the log: which procedure, how long, how it went. */
export function recordCall({ path, type, requestId: id, durationMs, outcome, cause }: CallRecord): void {
  const line = { requestId: id, path, type, durationMs: Math.round(durationMs), outcome };
  if (outcome === "fault") logger().error({ ...line, err: cause }, "call");
  else logger().info(line, "call");
}

/** Calls procedures as `userId`; for handlers that have just signed someone in, or out. */
export async function callerFor(userId: string | null): Promise<Caller> {
  const id = await requestId();
  return createCaller(
    { userId, locale: await requestLocale(), requestId: id, database: database(), record: recordCall },
    {
      // Next shows an error's digest and keeps one that is there: the reader sees the id that the log has. It also prints the
      // error as it is, so the cause, which may hold what a row held, goes no further than the log.
      onError: ({ error }) => {
        if (error.code === "INTERNAL_SERVER_ERROR") Object.assign(error, { digest: id, cause: undefined });
      },
    },
  );
}

/** Calls procedures as the reader of this page: the same one all through a request. */
export const getCaller = cache(async (): Promise<Caller> => callerFor((await currentUser())?.id ?? null));

/** The reader, who has to be signed in: anyone else is sent to sign in, and comes back here. */
export async function requireUser(): Promise<AuthUser> {
  const user = await currentUser();
  if (user !== null) return user;
  const path = (await headers()).get(pathHeader) ?? "/mina-platser";
  redirect(`/logga-in?callbackUrl=${encodeURIComponent(path)}`);
}

/** How a procedure refused, as an outcome that a user can act on; null for a fault. */
export function refusalOf(
  error: unknown,
): { readonly code: ErrorCode; readonly reason: string | null; readonly fields: readonly string[] } | null {
  const { code, cause } = error as { code?: string; cause?: unknown };
  if (cause instanceof AppError)
    return { code: cause.code, reason: cause.detail.reason ?? null, fields: (cause.detail.fields ?? []).map(({ path }) => path) };
  // What the contract refused: a field of the form.
  const issues = (cause as { issues?: readonly { readonly path: readonly PropertyKey[] }[] } | undefined)?.issues;
  if (code === "BAD_REQUEST") return { code: "invalid", reason: null, fields: (issues ?? []).map(({ path }) => path.join(".")) };
  return null;
}
