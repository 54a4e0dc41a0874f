import { loadCatalogue, loadInstrument } from "@hp/content";
import { digestOf } from "./digest.ts";

/** What ships, ready to be published in a database: the instrument and the catalogue with their versions and digests. */
export function shippedContent() {
  const publication = (document: { readonly version: string }) => ({ version: document.version, document, digest: digestOf(document) });
  return { instrument: publication(loadInstrument()), catalogue: publication(loadCatalogue()) };
}
