import { newestRound, newestRun, placeContent, roundDigest, type Transaction } from "@hp/db";
import type { PlaceScope } from "@hp/domain/access";
import { digestOf } from "../digest.ts";

/** What an upgrade may move in a place, and what stands for it: the same digest means that all of it is the same. */
export interface ContentState {
  readonly instrumentVersion: string | null;
  readonly catalogueVersion: string | null;
  /** The round under way: its instrument, and a digest of everybody's answers. Null when none is. */
  readonly round: { readonly id: string; readonly instrumentVersion: string; readonly answers: string } | null;
  /** Digest of the newest run of advice. Null before the first. */
  readonly run: string | null;
}

/** The state of a place's content with its digest. No answer is in it, only what stands for them all. */
export async function contentState(
  transaction: Transaction,
  scope: PlaceScope<"place.read">,
): Promise<{ readonly state: ContentState; readonly digest: string }> {
  const pins = await placeContent(transaction, scope);
  const round = await newestRound(transaction, scope);
  const run = await newestRun(transaction, scope);
  const state: ContentState = {
    ...pins,
    round:
      round === null || round.openedAt !== null
        ? null
        : { id: round.id, instrumentVersion: round.instrumentVersion, answers: await roundDigest(transaction, scope, round.id) },
    run: run?.digest ?? null,
  };
  return { state, digest: digestOf(state) };
}
