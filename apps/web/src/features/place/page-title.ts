import "server-only";
import type { Metadata } from "next";
import { currentUser } from "../../server/session.ts";
import { placeHeadOf, say } from "./kit.ts";

/** The title of a page of a place: what the page is, and which place. Says nothing about a place that is not the reader's. */
export async function placeTitle(params: Promise<{ placeId: string }>, namespace: string | null, key = "title"): Promise<Metadata> {
  const { placeId } = await params;
  if ((await currentUser()) === null) return {};
  const { place } = await placeHeadOf(placeId);
  return { title: namespace === null ? place.name : `${(await say(namespace))(key)} – ${place.name}` };
}
