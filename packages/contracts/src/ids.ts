import { z } from "zod";

/** Ids are UUIDs; each noun has its own brand, so that two cannot be swapped. */
export const placeId = z.uuid().brand<"PlaceId">();
export type PlaceId = z.infer<typeof placeId>;
/** Id of a person. */
export const userId = z.uuid().brand<"UserId">();
export type UserId = z.infer<typeof userId>;
/** Id of an organisation. */
export const organisationId = z.uuid().brand<"OrganisationId">();
export type OrganisationId = z.infer<typeof organisationId>;
/** Id of an invitation. */
export const invitationId = z.uuid().brand<"InvitationId">();
export type InvitationId = z.infer<typeof invitationId>;
/** Id of a round. */
export const roundId = z.uuid().brand<"RoundId">();
export type RoundId = z.infer<typeof roundId>;
/** Id of a run of advice. */
export const runId = z.uuid().brand<"RunId">();
export type RunId = z.infer<typeof runId>;
/** Id of an action in a plan. */
export const planActionId = z.uuid().brand<"PlanActionId">();
export type PlanActionId = z.infer<typeof planActionId>;
/** Id of a proposal for a package. */
export const proposalId = z.uuid().brand<"ProposalId">();
export type ProposalId = z.infer<typeof proposalId>;

/** Sent with every submission that must not happen twice; made by the browser, a new one per intention. */
export const idempotencyKey = z.uuid();

/** Stable content ids: `BO06`, `boende-1`, `boende`, `skiftandel`. */
export const measureId = z.string().regex(/^[A-Z]{2}\d{2}$/);
/** Id of a statement: `boende-1`. */
export const statementId = z.string().regex(/^[a-z]{2,20}-\d{1,2}$/);
/** Id of a dimension: `boende`. */
export const dimensionId = z.string().regex(/^[a-z]{2,20}$/);
/** Key of a precondition: `skiftandel`. */
export const preconditionKey = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
