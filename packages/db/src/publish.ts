import pg from "pg";

/** One document to publish: its version, its content and the SHA-256 of the content's canonical JSON. */
export interface Publication {
  readonly version: string;
  readonly document: object;
  readonly digest: string;
}

/**
 * Publishes the instrument and the catalogue that the product ships, as the owner. A version that is there already stays
 * as it is.
 *
 * @throws Error in one sentence when the same version is published with other content: published versions never change.
 */
export async function publishContent(
  ownerUrl: string,
  content: { readonly instrument: Publication; readonly catalogue: Publication },
): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const [table, item] of [
      ["InstrumentVersion", content.instrument],
      ["CatalogueVersion", content.catalogue],
    ] as const) {
      await client.query(
        `INSERT INTO "${table}" ("version", "document", "digest") VALUES ($1, $2, $3) ON CONFLICT ("version") DO NOTHING`,
        [item.version, JSON.stringify(item.document), item.digest],
      );
      const { rows } = await client.query<{ digest: string }>(`SELECT "digest" FROM "${table}" WHERE "version" = $1`, [item.version]);
      if (rows[0]?.digest !== item.digest)
        throw new Error(`${table} ${item.version} is already published with other content; give the changed content a new version.`);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    await client.end();
  }
}
