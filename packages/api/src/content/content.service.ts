import { loadCatalogue, loadInstrument } from "@hp/content";
import { catalogueDocument, instrumentDocument, newestVersions, placeContent, type Transaction } from "@hp/db";
import type { Catalogue, Instrument } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { AppError } from "../errors.ts";

// Published versions never change, so what was read once stays true for the life of the process.
const instruments = new Map<string, Instrument>();
const catalogues = new Map<string, Catalogue>();

/**
 * The instrument of one published version.
 *
 * @throws Error when a place pins a version that this database does not hold: a fault, not an outcome.
 */
export async function instrumentOf(transaction: Transaction, version: string): Promise<Instrument> {
  const known = instruments.get(version);
  if (known) return known;
  const row = await instrumentDocument(transaction, version);
  if (row === null) throw new Error(`instrument ${version} is not published in this database`);
  // The shipped one is the same content, validated and frozen already.
  const instrument = loadInstrument().version === version ? loadInstrument() : (row.document as unknown as Instrument);
  instruments.set(version, instrument);
  return instrument;
}

/** The catalogue of one published version. Faults as for instruments. */
export async function catalogueOf(transaction: Transaction, version: string): Promise<Catalogue> {
  const known = catalogues.get(version);
  if (known) return known;
  const row = await catalogueDocument(transaction, version);
  if (row === null) throw new Error(`catalogue ${version} is not published in this database`);
  const catalogue = loadCatalogue().version === version ? loadCatalogue() : (row.document as unknown as Catalogue);
  catalogues.set(version, catalogue);
  return catalogue;
}

/**
 * The newest published instrument and catalogue: what a place begins with, and what a draft is made from.
 *
 * @throws AppError `not_ready` where nothing is published yet.
 */
export async function currentContent(transaction: Transaction): Promise<{ instrument: Instrument; catalogue: Catalogue }> {
  const { instrument, catalogue } = await newestVersions(transaction);
  if (instrument === null || catalogue === null) throw new AppError("not_ready", { reason: "nothing_published" });
  return { instrument: await instrumentOf(transaction, instrument), catalogue: await catalogueOf(transaction, catalogue) };
}

/**
 * The content that a place works with: what it has pinned, and the newest where it has not begun. Publishing moves no
 * place; only an upgrade does.
 */
export async function contentOfPlace(
  transaction: Transaction,
  scope: PlaceScope<"place.read">,
): Promise<{ instrument: Instrument; catalogue: Catalogue }> {
  const { instrumentVersion, catalogueVersion } = await placeContent(transaction, scope);
  if (instrumentVersion !== null && catalogueVersion !== null)
    return { instrument: await instrumentOf(transaction, instrumentVersion), catalogue: await catalogueOf(transaction, catalogueVersion) };
  const newest = await currentContent(transaction);
  return {
    instrument: instrumentVersion === null ? newest.instrument : await instrumentOf(transaction, instrumentVersion),
    catalogue: catalogueVersion === null ? newest.catalogue : await catalogueOf(transaction, catalogueVersion),
  };
}
