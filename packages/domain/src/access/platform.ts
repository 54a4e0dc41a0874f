import type { Actor } from "./scope.ts";

/** What admins may do with the content that all places share. */
export const platformActions = ["content.read", "content.edit", "content.publish"] as const;
export type PlatformAction = (typeof platformActions)[number];

declare const proof: unique symbol;
let mint: <A extends PlatformAction>(actor: Actor) => PlatformScope<A>;

/** Proof that `actor` may take the actions `A` on the shared content. As for `PlaceScope`, it cannot be built elsewhere. */
export class PlatformScope<in A extends PlatformAction = PlatformAction> {
  declare readonly [proof]: { readonly [K in A]: true };
  readonly #nominal = true;
  readonly actor: Actor;
  static {
    mint = (actor) => new PlatformScope(actor);
  }
  private constructor(actor: Actor) {
    this.actor = actor;
  }
  /** True for every scope; keeps the class nominal. */
  static isScope(value: unknown): value is PlatformScope<never> {
    return typeof value === "object" && value !== null && #nominal in value;
  }
}

/**
 * Issues the proof to an admin. All admins may do the same; the action is named so that the proof says what it is for.
 *
 * @param isAdmin As the database says at this moment.
 * @returns Null for anyone else.
 */
export function issuePlatformScope<A extends PlatformAction>(
  actor: Actor,
  isAdmin: boolean,
  _action: A,
): PlatformScope<A | "content.read"> | null {
  return isAdmin ? mint(actor) : null;
}
