import type { PlatformScope } from "@hp/domain/access";
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

const inUse = { retiredAt: null };

/** The newest published versions that are not retired; null where nothing is published. */
export async function newestVersions(transaction: Transaction): Promise<{ instrument: string | null; catalogue: string | null }> {
  const db = connectionOf(transaction);
  const instrument = await db.instrumentVersion.findFirst({ where: inUse, orderBy: { publishedAt: "desc" }, select: { version: true } });
  const catalogue = await db.catalogueVersion.findFirst({ where: inUse, orderBy: { publishedAt: "desc" }, select: { version: true } });
  return { instrument: instrument?.version ?? null, catalogue: catalogue?.version ?? null };
}

const version = {
  version: true,
  digest: true,
  publishedAt: true,
  publishedById: true,
  basedOn: true,
  changeNote: true,
  retiredAt: true,
} as const;

/** Every published version without its document, the newest first, and how many places have each. */
export async function publishedVersions(transaction: Transaction, _scope: PlatformScope<"content.read">) {
  const db = connectionOf(transaction);
  const instruments = await db.instrumentVersion.findMany({ select: version, orderBy: { publishedAt: "desc" } });
  const catalogues = await db.catalogueVersion.findMany({ select: version, orderBy: { publishedAt: "desc" } });
  const places = await db.$queryRaw<
    { instrumentVersion: string | null; catalogueVersion: string | null; places: number }[]
  >`SELECT * FROM content_places()`;
  return { instruments, catalogues, places };
}

/** What was said of the versions after one, up to another, oldest first. */
export async function changeNotes(transaction: Transaction, kind: "instrument" | "catalogue", to: string): Promise<string[]> {
  const db = connectionOf(transaction);
  const select = { changeNote: true };
  const row =
    kind === "instrument"
      ? await db.instrumentVersion.findUnique({ where: { version: to }, select })
      : await db.catalogueVersion.findUnique({ where: { version: to }, select });
  return row === null || row.changeNote === "" ? [] : [row.changeNote];
}

/** How often measures are advised, chosen, done and declined over all places: counts, for admins. */
export function measureUsage(transaction: Transaction, _scope: PlatformScope<"content.read">) {
  return connectionOf(transaction).$queryRaw<
    { measureId: string; advised: number; chosen: number; under_way: number; done: number; declined: number }[]
  >`SELECT * FROM measure_usage()`;
}

/** Answers per statement position of one instrument, where there are five or more. */
export function statementUsage(transaction: Transaction, _scope: PlatformScope<"content.read">, instrument: string) {
  return connectionOf(transaction).$queryRaw<
    { position: number; answered: number; cannotJudge: number }[]
  >`SELECT * FROM statement_usage(${instrument})`;
}

/** What was noted on measures that a place took out of its plan or stopped: the words, not whose. Newest first. */
export function declinedReasons(transaction: Transaction, _scope: PlatformScope<"content.read">) {
  return connectionOf(transaction).$queryRaw<{ measureId: string; note: string }[]>`SELECT * FROM declined_reasons()`;
}

/** Ids of measures that some published version has used: none of them may come to mean something else. */
export async function publishedIds(transaction: Transaction): Promise<string[]> {
  const rows = await connectionOf(transaction).$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m ->> 'id' AS id FROM "CatalogueVersion" c, jsonb_array_elements(c."document" -> 'measures') m ORDER BY 1`;
  return rows.map(({ id }) => id);
}

/** Ids of the dimensions, statements and preconditions of every published instrument: none of them may come to mean another. */
export async function publishedParts(
  transaction: Transaction,
): Promise<{ readonly kind: "dimension" | "statement" | "precondition"; readonly id: string }[]> {
  return connectionOf(transaction).$queryRaw`
    SELECT 'dimension' AS kind, d ->> 'id' AS id FROM "InstrumentVersion" v, jsonb_array_elements(v."document" -> 'dimensions') d
    UNION SELECT 'statement', s ->> 'id' FROM "InstrumentVersion" v, jsonb_array_elements(v."document" -> 'dimensions') d, jsonb_array_elements(d -> 'items') s
    UNION SELECT 'precondition', p ->> 'key' FROM "InstrumentVersion" v, jsonb_array_elements(v."document" -> 'preconditions') p
    ORDER BY 1, 2`;
}
