import type pg from "pg";

/**
 * A digest of everything that the product stores, read past the walls. Equal before and after means that nothing changed.
 *
 * @param but Tables to leave out.
 */
export async function fingerprint(owner: pg.Client, but: readonly string[] = []): Promise<string> {
  const { rows: tables } = await owner.query<{ tablename: string }>(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`);
  const parts: string[] = [];
  for (const { tablename } of tables) {
    if (but.includes(tablename)) continue;
    const { rows } = await owner.query<{ digest: string }>(`SELECT count(*) || ':' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM "${tablename}" t`);
    parts.push(`${tablename}=${rows[0]?.digest}`);
  }
  return parts.join("\n");
}
