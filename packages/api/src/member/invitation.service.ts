import type { InvitationOffer } from "@hp/contracts";
import { acceptInvitation, type InvitationByToken, invitationByToken, invitationPeople } from "@hp/db";
import { roleGroupsOf } from "@hp/domain/access";
import { secretHash } from "../digest.ts";
import { AppError, invalidField } from "../errors.ts";
import type { Kit } from "../services.ts";

const stateOf = (row: InvitationByToken): InvitationOffer["state"] =>
  row.acceptedAt !== null ? "accepted" : row.expiresAt <= new Date() ? "expired" : "pending";

/** Invitations, seen from the invited person's side: the mailed token is what lets them in. */
export const invitationService = ({ transaction }: Kit) => {
  const find = async (token: string): Promise<InvitationByToken> => {
    const row = await invitationByToken(transaction, secretHash(token));
    // Withdrawn and never sent look the same.
    if (row === null || row.revokedAt !== null) throw new AppError("not_found", { reason: "invitation" });
    return row;
  };
  return {
    /** What the invitation offers, and whether it can still be accepted. */
    show: async (token: string): Promise<InvitationOffer> => {
      const row = await find(token);
      const { inviterName, invited } = await invitationPeople(transaction, row);
      return {
        placeName: row.placeName,
        organisationName: row.organisation.name,
        organisationKind: row.organisation.kind,
        role: row.role,
        roleGroup: row.roleGroup,
        email: row.email,
        invitedByName: inviterName,
        name: invited?.name ?? null,
        state: stateOf(row),
      };
    },
    /** Accepts once: the account if it is new, the membership and the record, together. */
    accept: async (input: { token: string; name: string; roleGroup: InvitationOffer["roleGroup"]; locale: "sv" | "en" }) => {
      const row = await find(input.token);
      if (stateOf(row) !== "pending") throw new AppError("closed", { reason: `invitation_${stateOf(row)}` });
      const groups = roleGroupsOf[row.organisation.kind] as readonly string[];
      if (input.roleGroup !== null && !groups.includes(input.roleGroup)) throw invalidField("roleGroup", "role_group_does_not_fit");
      if (input.roleGroup === null && row.roleGroup === null && row.role !== "viewer") throw invalidField("roleGroup", "missing");
      const accepted = await acceptInvitation(transaction, row, input);
      if (accepted === null) throw new AppError("closed", { reason: "invitation_accepted" });
      return { placeId: row.placeId, userId: accepted.userId } as { placeId: never; userId: never };
    },
  };
};
