import type { Prisma } from "./generated/client.ts";

/** One part of the content to be published. */
export interface VersionWrite {
  readonly version: string;
  readonly document: Prisma.InputJsonObject;
  readonly digest: string;
  readonly basedOn: string;
  readonly changeNote: string;
}

/** Writes that the action `content.publish` opens. A published version never changes; it can be retired, once. */
export const publicationWrites = (db: Prisma.TransactionClient, userId: string) => ({
  publishInstrument: (write: VersionWrite) =>
    db.instrumentVersion.create({ data: { ...write, publishedById: userId }, select: { version: true } }),
  publishCatalogue: (write: VersionWrite) =>
    db.catalogueVersion.create({ data: { ...write, publishedById: userId }, select: { version: true } }),
  /** Closes the draft that was published, still at `version`. Returns how many rows changed: 0 or 1. */
  closeDraft: async (id: string, version: number, published: { instrument: string | null; catalogue: string | null }): Promise<number> =>
    (
      await db.contentDraft.updateMany({
        where: { id, version, status: { in: ["draft", "review"] } },
        data: {
          status: "published",
          publishedInstrument: published.instrument,
          publishedCatalogue: published.catalogue,
          version: { increment: 1 },
          updatedAt: new Date(),
        },
      })
    ).count,
  retireInstrument: async (version: string): Promise<number> =>
    (await db.instrumentVersion.updateMany({ where: { version, retiredAt: null }, data: { retiredAt: new Date() } })).count,
  retireCatalogue: async (version: string): Promise<number> =>
    (await db.catalogueVersion.updateMany({ where: { version, retiredAt: null }, data: { retiredAt: new Date() } })).count,
});
