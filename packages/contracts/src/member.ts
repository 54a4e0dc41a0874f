import { z } from "zod";
import { email, instant, line, locale, mailedToken, organisationKind, placeRole, roleGroup } from "./common.ts";
import { idempotencyKey, invitationId, organisationId, placeId, userId } from "./ids.ts";
import { organisationView } from "./place.ts";

/** One's own account. */
export const meView = z.object({
  userId,
  name: z.string().nullable(),
  email: z.string(),
  locale,
  /** Looks after the content that all places share. */
  isAdmin: z.boolean(),
});
export type MeView = z.infer<typeof meView>;
/** What one changes of one's own account. */
export const mePatch = z.strictObject({ name: line(80), locale });

/** A person in a place. */
export const memberView = z.object({
  userId,
  name: z.string().nullable(),
  /** Shown to the coordinator and to the person's own organisation; null for others. */
  email: z.string().nullable(),
  role: placeRole,
  organisationId,
  roleGroup: roleGroup.nullable(),
  isMe: z.boolean(),
});
/** An invitation that waits, as those who may see it do. */
export const invitationView = z.object({
  id: invitationId,
  email: z.string(),
  role: placeRole,
  organisationId,
  roleGroup: roleGroup.nullable(),
  createdAt: instant,
  expiresAt: instant,
  state: z.enum(["pending", "expired"]),
});
/** Everyone in a place; invitations are listed for the coordinator and the inviter's own organisation. */
export const membersView = z.object({
  organisations: z.array(organisationView),
  members: z.array(memberView),
  invitations: z.array(invitationView),
});
export type MembersView = z.infer<typeof membersView>;

/** Invites one person by mail. */
export const memberInvite = z.strictObject({
  email,
  /** An organisation already in the place, or a new one. */
  organisation: z.union([
    z.strictObject({ id: organisationId }),
    z.strictObject({ kind: organisationKind.extract(["municipality", "company"]), name: line(120) }),
  ]),
  role: placeRole.exclude(["coordinator"]),
  roleGroup: roleGroup.nullable(),
  idempotencyKey,
});
export type MemberInvite = z.infer<typeof memberInvite>;

/** Names an invitation of the place. */
export const invitationRef = z.strictObject({ invitationId });
/** Names a person of the place. */
export const memberRef = z.strictObject({ userId });
/** The role group that one answers in. */
export const myRoleGroup = z.strictObject({ roleGroup });

/** The token of a mailed invitation. */
export const invitationToken = z.strictObject({ token: mailedToken });
/** What an invited person sees before saying yes. */
export const invitationOffer = z.object({
  placeName: z.string(),
  organisationName: z.string(),
  organisationKind,
  role: placeRole,
  roleGroup: roleGroup.nullable(),
  email: z.string(),
  invitedByName: z.string().nullable(),
  /** The person's name if already known to the product. */
  name: z.string().nullable(),
  state: z.enum(["pending", "accepted", "expired"]),
});
export type InvitationOffer = z.infer<typeof invitationOffer>;
/** Accepts a mailed invitation. The role group is needed where the invitation names none. */
export const invitationAccept = z.strictObject({ token: mailedToken, name: line(80), roleGroup: roleGroup.nullable(), locale });
/** The place that was joined, and the person who joined. */
export const invitationAccepted = z.object({ placeId, userId });
