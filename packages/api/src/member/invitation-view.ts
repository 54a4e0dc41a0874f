import type { MembersView } from "@hp/contracts";

/** An invitation that waits, as those who may see it do. */
export type InvitationView = MembersView["invitations"][number];

/** A stored invitation as a view; past its last day it is `expired`. */
export const toInvitationView = (row: {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly organisationId: string;
  readonly roleGroup: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}): InvitationView =>
  ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    state: row.expiresAt > new Date() ? "pending" : "expired",
  }) as InvitationView;
