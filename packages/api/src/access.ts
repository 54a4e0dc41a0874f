import { isAdmin, membershipOf, type Transaction } from "@hp/db";
import type { Actor, PlaceAction, PlaceScope, PlatformAction, PlatformScope } from "@hp/domain/access";
import { issuePlaceScope, issuePlatformScope } from "@hp/domain/access/issue";
import { AppError } from "./errors.ts";

/**
 * Lets `actor` into a place for `action`, from the membership as it stands now.
 *
 * @throws AppError `not_found` for someone who is not a member, and for a place that does not exist: an outsider cannot
 *   tell the two apart. `forbidden` for a member whose role lacks the action.
 */
export async function enterPlace<A extends PlaceAction>(
  transaction: Transaction,
  actor: Actor,
  placeId: string,
  action: A,
): Promise<PlaceScope<A | "place.read">> {
  const scope = issuePlaceScope(actor, await membershipOf(transaction, actor.userId, placeId), action);
  if (scope === "not_a_member") throw new AppError("not_found", { reason: "place" });
  if (scope === "role_lacks_action") throw new AppError("forbidden");
  return scope;
}

/**
 * Lets `actor` at the content that all places share.
 *
 * @throws AppError `forbidden` for anyone who is not an admin at this moment.
 */
export async function enterPlatform<A extends PlatformAction>(
  transaction: Transaction,
  actor: Actor,
  action: A,
): Promise<PlatformScope<A | "content.read">> {
  const scope = issuePlatformScope(actor, await isAdmin(transaction, actor.userId), action);
  if (scope === null) throw new AppError("forbidden");
  return scope;
}
