export { type PlatformAction, PlatformScope, platformActions } from "./platform.ts";
export * from "./roles.ts";
export * from "./rows.ts";
export type { Actor, MembershipFact, PlaceScope } from "./scope.ts";
