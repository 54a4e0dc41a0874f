import "server-only";
import type { PlaceHead } from "@hp/contracts";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { getCaller, requireUser } from "../../server/caller.ts";

/** Texts of one namespace: keys may be put together, which a test of the messages follows. */
export interface Say {
  (key: string, values?: Record<string, string | number>): string;
  readonly has: (key: string) => boolean;
  /** The text as it stands, for the browser to fill in. */
  readonly raw: (key: string) => string;
}

/** The texts of a namespace in the reader's language. */
export async function say(namespace: string): Promise<Say> {
  return (await getTranslations(namespace as never)) as unknown as Say;
}

export type ReaderLocale = "sv" | "en";

/** The reader's language. */
export const readerLocale = async (): Promise<ReaderLocale> => ((await getLocale()) === "en" ? "en" : "sv");

const httpCode = (error: unknown) => (error as { code?: unknown } | null)?.code;

/** The answer of a query; no such place, and no place of the reader's, is the page that says that there is none. */
export async function found<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (httpCode(error) === "NOT_FOUND" || httpCode(error) === "BAD_REQUEST") notFound();
    throw error;
  }
}

const loadHead = cache(async (placeId: string): Promise<PlaceHead> => {
  const api = await getCaller();
  return found(api.place.head({ placeId }));
});

/** What a page of a place begins with: someone who is signed in and a member, and the head. */
export async function enterPlacePage(params: Promise<{ placeId: string }>) {
  const { placeId } = await params;
  await requireUser();
  const [api, head] = await Promise.all([getCaller(), loadHead(placeId)]);
  return { placeId, api, head, may: (action: string) => head.me.actions.includes(action) };
}

/** The head of a place, asked for once per request. */
export const placeHeadOf = loadHead;
