// What the house's scripts put into a database, from the packages that own it.
import { shippedContent } from "../packages/api/src/publication.ts";
import { publishContent } from "../packages/db/src/index.ts";

export { seedDemo } from "../packages/demo/src/index.ts";

/** Publishes the instrument and the catalogue that this code ships, where they are not published yet. */
export const publishShipped = (ownerUrl: string) => publishContent(ownerUrl, shippedContent());
