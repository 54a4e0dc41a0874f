import { membershipOf, type Transaction } from "@hp/db";
import type { Actor, PlaceAction, PlaceScope } from "@hp/domain/access";
import { issuePlaceScope } from "@hp/domain/access/issue";
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
