import type pg from "pg";

/**
 * A digest of everything that the product stores, read past the walls. Equal before and after means that nothing changed.
 * Documents of published versions and runs are left out: they are large, and a trigger keeps them as they are.
 */
export async function fingerprint(owner: pg.Client): Promise<string> {
  const { rows: tables } = await owner.query<{ table_name: string; columns: string }>(
    `SELECT table_name, string_agg(format('%I', column_name), ', ' ORDER BY ordinal_position) AS columns
       FROM information_schema.columns WHERE table_schema = 'public' AND column_name <> 'document' GROUP BY 1 ORDER BY 1`,
  );
  const digests = tables.map(
    ({ table_name, columns }) =>
      `SELECT '${table_name}' AS name, count(*) || ':' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM (SELECT ${columns} FROM "${table_name}") t`,
  );
  const { rows } = await owner.query<{ name: string; digest: string }>(digests.join(" UNION ALL "));
  // PostgreSQL may work on the tables side by side: their order says nothing.
  return rows
    .map(({ name, digest }) => `${name}=${digest}`)
    .sort()
    .join("\n");
}
