import { type PlaceAction, type PlaceRole, roleMay } from "./roles.ts";

/** The person behind a request. */
export interface Actor {
  readonly userId: string;
}

/** What the database says, at this moment, of one person in one place. */
export interface MembershipFact {
  readonly placeId: string;
  readonly role: PlaceRole;
  readonly organisationId: string;
  /** Null for the coordinator and for viewers of its organisation. */
  readonly party: "municipality" | "industry" | null;
  readonly roleGroup: string | null;
}

declare const proof: unique symbol;
let mint: <A extends PlaceAction>(actor: Actor, membership: MembershipFact) => PlaceScope<A>;

/**
 * Proof that `actor` may take the actions `A` in one place.
 *
 * It cannot be built outside this module: the constructor is private and the proof's key is not exported. Holding one is
 * the permission, so code that needs permission takes one as a parameter instead of checking; forgetting does not compile.
 */
export class PlaceScope<in A extends PlaceAction = PlaceAction> {
  declare readonly [proof]: { readonly [K in A]: true };
  readonly #nominal = true;
  readonly actor: Actor;
  readonly membership: MembershipFact;
  static {
    mint = (actor, membership) => new PlaceScope(actor, membership);
  }
  private constructor(actor: Actor, membership: MembershipFact) {
    this.actor = actor;
    this.membership = membership;
  }
  /** The place that the proof is for: the only place that code holding it can reach. */
  get placeId(): string {
    return this.membership.placeId;
  }
  /** True for every scope; keeps the class nominal. */
  static isScope(value: unknown): value is PlaceScope<never> {
    return typeof value === "object" && value !== null && #nominal in value;
  }
}

/** Why there is no scope. */
export type Refusal = "not_a_member" | "role_lacks_action";

/**
 * Decides, and on yes issues the proof. Pure: the caller loads `membership` afresh for every request.
 *
 * @param membership Null when the person is not a member, or when there is no such place: the two look the same.
 */
export function issuePlaceScope<A extends PlaceAction>(
  actor: Actor,
  membership: MembershipFact | null,
  action: A,
): PlaceScope<A | "place.read"> | Refusal {
  if (membership === null) return "not_a_member";
  if (!roleMay(membership.role, action)) return "role_lacks_action";
  return mint(actor, membership);
}
