import { connectionOf, type Transaction } from "./transaction.ts";

/** The instrument of one published version; null if it was never published here. */
export function instrumentDocument(transaction: Transaction, version: string) {
  return connectionOf(transaction).instrumentVersion.findUnique({
    where: { version },
    select: { version: true, document: true, digest: true },
  });
}

/** The catalogue of one published version; null if it was never published here. */
export function catalogueDocument(transaction: Transaction, version: string) {
  return connectionOf(transaction).catalogueVersion.findUnique({
    where: { version },
    select: { version: true, document: true, digest: true },
  });
}

/** The newest published versions; null where nothing is published. */
export async function newestVersions(transaction: Transaction): Promise<{ instrument: string | null; catalogue: string | null }> {
  const db = connectionOf(transaction);
  const instrument = await db.instrumentVersion.findFirst({ orderBy: { publishedAt: "desc" }, select: { version: true } });
  const catalogue = await db.catalogueVersion.findFirst({ orderBy: { publishedAt: "desc" }, select: { version: true } });
  return { instrument: instrument?.version ?? null, catalogue: catalogue?.version ?? null };
}
