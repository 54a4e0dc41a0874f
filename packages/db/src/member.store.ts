import type { PlaceScope } from "@hp/domain/access";
import type { Prisma, RoleGroup } from "./generated/client.ts";
import { connectionOf, setUser, type Transaction } from "./transaction.ts";

const invitation = {
  id: true,
  email: true,
  role: true,
  organisationId: true,
  roleGroup: true,
  createdAt: true,
  expiresAt: true,
} satisfies Prisma.InvitationSelect;

/** Everyone in a place, its organisations, and invitations that nobody has answered or withdrawn. */
export async function membersOf(transaction: Transaction, scope: PlaceScope<"place.read">) {
  const db = connectionOf(transaction);
  const { placeId } = scope;
  const organisations = await db.placeOrganisation.findMany({
    where: { placeId },
    select: { party: true, organisation: { select: { id: true, kind: true, name: true } } },
    orderBy: { createdAt: "asc" },
  });
  const members = await db.membership.findMany({
    where: { placeId },
    select: { userId: true, role: true, organisationId: true, roleGroup: true, user: { select: { name: true, email: true } } },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
  });
  const invitations = await db.invitation.findMany({
    where: { placeId, acceptedAt: null, revokedAt: null },
    select: invitation,
    orderBy: { createdAt: "asc" },
  });
  return { organisations: organisations.map((row) => ({ ...row.organisation, party: row.party })), members, invitations };
}

/** A new invitation. */
export interface InvitationWrite {
  readonly email: string;
  readonly role: "municipality_editor" | "company_editor" | "viewer";
  readonly organisationId: string;
  readonly roleGroup: RoleGroup | null;
  readonly tokenHash: string;
  readonly expiresAt: Date;
}
/** A mail to be queued. */
export interface MailWrite {
  readonly kind: string;
  readonly to: string;
  readonly locale: string;
  readonly subject: string;
  readonly body: string;
}

const queueMail = (db: Prisma.TransactionClient, mail: MailWrite) =>
  // createMany asks for no row back: mails are read by the outbox only, never by who wrote them.
  db.mailMessage.createMany({ data: [mail] });

/** Writes that the action `members.invite` opens. */
export const inviteWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => ({
  organisation: (organisationId: string) =>
    db.placeOrganisation.findUnique({
      where: { placeId_organisationId: { placeId, organisationId } },
      select: { party: true, organisation: { select: { id: true, kind: true, name: true } } },
    }),
  addOrganisation: async (input: { kind: "municipality" | "company"; name: string; municipalityCode: string | null }): Promise<string> => {
    const { id } = await db.organisation.create({ data: { ...input, createdById: userId }, select: { id: true } });
    await db.placeOrganisation.create({
      data: { placeId, organisationId: id, party: input.kind === "municipality" ? "municipality" : "industry" },
    });
    return id;
  },
  isMember: async (email: string): Promise<boolean> => (await db.membership.count({ where: { placeId, user: { email } } })) > 0,
  pendingFor: (email: string) =>
    db.invitation.findFirst({
      where: { placeId, email, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      select: invitation,
    }),
  invite: (write: InvitationWrite) => db.invitation.create({ data: { ...write, placeId, invitedById: userId }, select: invitation }),
  byId: (id: string) =>
    db.invitation.findUnique({ where: { placeId_id: { placeId, id } }, select: { ...invitation, acceptedAt: true, revokedAt: true } }),
  revoke: async (id: string): Promise<number> =>
    (await db.invitation.updateMany({ where: { placeId, id, acceptedAt: null, revokedAt: null }, data: { revokedAt: new Date() } })).count,
  mail: (mail: MailWrite) => queueMail(db, mail),
});

/** Writes that the action `members.manage` opens. */
export const manageWrites = (db: Prisma.TransactionClient, placeId: string, _userId: string) => ({
  member: (userId: string) =>
    db.membership.findUnique({
      where: { placeId_userId: { placeId, userId } },
      select: { role: true, organisationId: true, roleGroup: true },
    }),
  coordinators: () => db.membership.count({ where: { placeId, role: "coordinator" } }),
  remove: async (userId: string): Promise<number> => (await db.membership.deleteMany({ where: { placeId, userId } })).count,
});

/** Writes that the action `member.self` opens: what a member says of themselves. */
export const selfWrites = (db: Prisma.TransactionClient, placeId: string, userId: string) => ({
  setRoleGroup: async (roleGroup: RoleGroup): Promise<number> =>
    (await db.membership.updateMany({ where: { placeId, userId }, data: { roleGroup } })).count,
});

/** The one invitation whose mailed token has this hash; null if there is none. Opens that invitation, and no other, to its holder. */
export async function invitationByToken(transaction: Transaction, tokenHash: string) {
  const db = connectionOf(transaction);
  await db.$executeRaw`SELECT set_config('app.invitation', ${tokenHash}, true)`;
  const row = await db.invitation.findUnique({
    where: { tokenHash },
    select: {
      ...invitation,
      placeId: true,
      invitedById: true,
      acceptedAt: true,
      acceptedById: true,
      revokedAt: true,
      organisation: { select: { name: true, kind: true } },
    },
  });
  if (row === null) return null;
  const place = await db.place.findUnique({ where: { id: row.placeId }, select: { name: true } });
  return { ...row, placeName: place?.name ?? "" };
}
export type InvitationByToken = NonNullable<Awaited<ReturnType<typeof invitationByToken>>>;

/** The names of two people by sign-in's own door: the inviter, and the invited if known. Opens nothing else. */
export async function invitationPeople(transaction: Transaction, row: { readonly invitedById: string; readonly email: string }) {
  const db = connectionOf(transaction);
  await db.$executeRaw`SELECT set_config('app.system', 'auth', true)`;
  const inviter = await db.user.findUnique({ where: { id: row.invitedById }, select: { name: true } });
  const invited = await db.user.findUnique({ where: { email: row.email }, select: { id: true, name: true } });
  await db.$executeRaw`SELECT set_config('app.system', '', true)`;
  return { inviterName: inviter?.name ?? null, invited };
}

/**
 * Makes the invited person a member: the account if it is new, the membership, the spent invitation and the record, all
 * at once. Two clicks at the same time: the first wins, the second gets `false`.
 */
export async function acceptInvitation(
  transaction: Transaction,
  row: InvitationByToken,
  answer: { readonly name: string; readonly roleGroup: RoleGroup | null; readonly locale: "sv" | "en" },
): Promise<{ readonly userId: string } | null> {
  const db = connectionOf(transaction);
  await db.$executeRaw`SELECT set_config('app.system', 'auth', true)`;
  const now = new Date();
  const user = await db.user.upsert({
    where: { email: row.email },
    create: { email: row.email, name: answer.name, locale: answer.locale, emailVerifiedAt: now },
    update: { name: answer.name, emailVerifiedAt: now },
    select: { id: true },
  });
  await db.$executeRaw`SELECT set_config('app.system', '', true)`;
  await setUser(db, user.id);
  const membership = {
    placeId: row.placeId,
    userId: user.id,
    role: row.role,
    organisationId: row.organisationId,
    roleGroup: answer.roleGroup ?? row.roleGroup,
  };
  await db.membership.createMany({ data: [membership], skipDuplicates: true });
  const spent = await db.invitation.updateMany({
    where: { id: row.id, placeId: row.placeId, acceptedAt: null, revokedAt: null },
    data: { acceptedAt: now, acceptedById: user.id },
  });
  if (spent.count === 0) return null;
  await db.auditEvent.create({
    data: {
      placeId: row.placeId,
      actorId: user.id,
      requestId: transaction.requestId,
      action: "members.accept",
      target: row.id,
      after: { role: row.role, organisationId: row.organisationId },
    },
  });
  return { userId: user.id };
}

/** The signed-in person's own account. */
export function me(transaction: Transaction, userId: string) {
  return connectionOf(transaction).user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, email: true, name: true, locale: true, isAdmin: true },
  });
}

/** Changes the signed-in person's own name and language, and records it. */
export async function updateMe(transaction: Transaction, userId: string, data: { readonly name: string; readonly locale: "sv" | "en" }) {
  const db = connectionOf(transaction);
  const before = await me(transaction, userId);
  const after = await db.user.update({
    where: { id: userId },
    data,
    select: { id: true, email: true, name: true, locale: true, isAdmin: true },
  });
  await db.auditEvent.create({
    data: {
      actorId: userId,
      requestId: transaction.requestId,
      action: "member.account",
      target: userId,
      before: { locale: before.locale },
      after: { locale: after.locale },
    },
  });
  return after;
}
