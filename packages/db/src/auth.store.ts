import type { Prisma } from "./generated/client.ts";

/** A person as sign-in knows them. */
export interface AuthUser {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly locale: string;
  readonly emailVerifiedAt: Date | null;
  /** Looks after the content that all places share. */
  readonly isAdmin: boolean;
}

/** A session that is still good. */
export interface AuthSession {
  readonly user: AuthUser;
  /** Slides with use, never past `endsAt`. */
  readonly expiresAt: Date;
  readonly endsAt: Date;
}

/** A mail as it waits in, or has left, the outbox. */
export interface OutboxMail {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly locale: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

type Run = <T>(work: (client: Prisma.TransactionClient) => Promise<T>) => Promise<T>;
const user = { id: true, email: true, name: true, locale: true, emailVerifiedAt: true, isAdmin: true } satisfies Prisma.UserSelect;
const mail = {
  id: true,
  kind: true,
  to: true,
  locale: true,
  subject: true,
  body: true,
  createdAt: true,
  sentAt: true,
} satisfies Prisma.MailMessageSelect;

/**
 * Users, sessions, mailed tokens and the outbox: what exists before anyone is somebody. Each call is a transaction of its
 * own that opens these tables and no tenant's. Tokens are stored as SHA-256, so the database cannot be used to sign in.
 */
export const authStore = (run: Run) => ({
  userByEmail: (email: string): Promise<AuthUser | null> => run((db) => db.user.findUnique({ where: { email }, select: user })),
  userById: (id: string): Promise<AuthUser | null> => run((db) => db.user.findUnique({ where: { id }, select: user })),
  createUser: (data: { email: string; locale: string }): Promise<AuthUser> =>
    run((db) => db.user.upsert({ where: { email: data.email }, create: data, update: {}, select: user })),
  markVerified: (id: string): Promise<AuthUser> =>
    run((db) => db.user.update({ where: { id }, data: { emailVerifiedAt: new Date() }, select: user })),

  createSession: (data: { userId: string; tokenHash: string; expiresAt: Date; endsAt: Date }): Promise<void> =>
    run(async (db) => {
      await db.session.deleteMany({ where: { userId: data.userId, expiresAt: { lt: new Date() } } });
      await db.session.create({ data });
    }),
  sessionWithUser: (tokenHash: string): Promise<AuthSession | null> =>
    run((db) => db.session.findUnique({ where: { tokenHash }, select: { expiresAt: true, endsAt: true, user: { select: user } } })),
  touchSession: (tokenHash: string, expiresAt: Date): Promise<void> =>
    run(async (db) => {
      await db.session.updateMany({ where: { tokenHash }, data: { expiresAt } });
    }),
  deleteSession: (tokenHash: string): Promise<void> =>
    run(async (db) => {
      await db.session.deleteMany({ where: { tokenHash } });
    }),

  createVerificationToken: (data: { identifier: string; tokenHash: string; expiresAt: Date }): Promise<void> =>
    run(async (db) => {
      await db.verificationToken.deleteMany({ where: { identifier: data.identifier, expiresAt: { lt: new Date() } } });
      await db.verificationToken.create({ data });
    }),
  /** Spends a token: the first caller gets it, later ones null. */
  useVerificationToken: (key: { identifier: string; tokenHash: string }): Promise<{ expiresAt: Date } | null> =>
    run(async (db) => {
      const rows = await db.$queryRaw<{ expiresAt: Date }[]>`
        DELETE FROM "VerificationToken" WHERE "identifier" = ${key.identifier} AND "tokenHash" = ${key.tokenHash} RETURNING "expiresAt"`;
      return rows[0] ?? null;
    }),

  queueMail: (data: { kind: string; to: string; locale: string; subject: string; body: string }): Promise<void> =>
    run(async (db) => {
      await db.mailMessage.create({ data });
    }),
  recentMails: (limit: number): Promise<OutboxMail[]> =>
    run((db) => db.mailMessage.findMany({ orderBy: { createdAt: "desc" }, take: limit, select: mail })),
  countMails: (filter: { to: string; kind: string; since: Date }): Promise<number> =>
    run((db) => db.mailMessage.count({ where: { to: filter.to, kind: filter.kind, createdAt: { gte: filter.since } } })),
  /** Mails that have not left, oldest first; those that failed five times are left for a person. */
  pendingMails: (limit: number): Promise<OutboxMail[]> =>
    run((db) =>
      db.mailMessage.findMany({ where: { sentAt: null, attempts: { lt: 5 } }, orderBy: { createdAt: "asc" }, take: limit, select: mail }),
    ),
  /** Notes that a mail has left, and forgets what it said: its link is a key. */
  markMailSent: (id: string): Promise<void> =>
    run(async (db) => {
      await db.mailMessage.update({ where: { id }, data: { sentAt: new Date(), attempts: { increment: 1 }, lastError: null, body: "" } });
    }),
  markMailFailed: (id: string, error: string): Promise<void> =>
    run(async (db) => {
      await db.mailMessage.update({ where: { id }, data: { attempts: { increment: 1 }, lastError: error.slice(0, 500) } });
    }),
});
export type AuthStore = ReturnType<typeof authStore>;
