export * from "./roles.ts";
export * from "./rows.ts";
export type { Actor, MembershipFact, PlaceScope } from "./scope.ts";
