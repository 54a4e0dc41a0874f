import type pg from "pg";

/** One thing that exists in a database: where it belongs, and what it is. */
export type Fact = { readonly section: string; readonly line: string };

/** What schema.prisma can say: columns, keys, indexes, enums. */
export async function declaredFacts(client: pg.Client): Promise<Fact[]> {
  return facts(client, [columns, constraints("p", "u", "f", "x"), indexes, enums]);
}

/** What only SQL can say: row-level security, policies, checks, triggers, functions, views, extensions, and who may do what. */
export async function handWrittenFacts(client: pg.Client, roles: Readonly<Record<string, string>>): Promise<Fact[]> {
  const found = await facts(client, [
    rowSecurity,
    policies,
    constraints("c", "n"),
    triggers,
    functions,
    views,
    extensions,
    grants,
    columnGrants,
    functionGrants,
  ]);
  return found.map(({ section, line }) => ({
    section,
    line: Object.entries(roles).reduce((text, [name, short]) => text.replaceAll(name, short), line),
  }));
}

async function facts(client: pg.Client, queries: readonly string[]): Promise<Fact[]> {
  const all: Fact[] = [];
  for (const query of queries) {
    const { rows } = await client.query<Fact>(query);
    all.push(...rows.map(({ section, line }) => ({ section, line: line.replace(/\s+/g, " ").trim() })));
  }
  return all;
}

const ours = "n.nspname = 'public' AND c.relname <> '_prisma_migrations'";
const fromTables = "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace";
// Not what an extension brought along.
const ownWork = (oid: string) => `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = ${oid} AND d.deptype = 'e')`;

const columns = `
  SELECT 'table ' || c.relname AS section,
    concat_ws(' ', 'column', a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END,
      CASE WHEN a.attgenerated <> '' THEN 'generated' END, CASE WHEN a.attidentity <> '' THEN 'identity' END,
      'default ' || pg_get_expr(def.adbin, def.adrelid)) AS line
  ${fromTables} JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef def ON def.adrelid = c.oid AND def.adnum = a.attnum
  WHERE ${ours} AND c.relkind IN ('r', 'p')`;

// PostgreSQL 18 keeps NOT NULL as a constraint ("n"); a column's own line says it, so only those that columns do not show are listed.
const constraints = (...kinds: string[]) => `
  SELECT coalesce('table ' || c.relname, 'type ' || t.typname) AS section, concat_ws(' ', 'constraint', k.conname, pg_get_constraintdef(k.oid)) AS line
  FROM pg_constraint k LEFT JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_type t ON t.oid = k.contypid
  WHERE k.connamespace = 'public'::regnamespace AND c.relname IS DISTINCT FROM '_prisma_migrations'
    AND k.contype IN (${kinds.map((kind) => `'${kind}'`).join(", ")})
    AND NOT (k.contype = 'n' AND k.convalidated)`;

const indexes = `
  SELECT 'table ' || tablename AS section, 'index ' || indexdef AS line FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;

const enums = `
  SELECT 'enum ' || t.typname AS section, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) AS line
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`;

const rowSecurity = `
  SELECT 'table ' || c.relname AS section,
    'row-level security ' || CASE WHEN NOT c.relrowsecurity THEN 'OFF' WHEN c.relforcerowsecurity THEN 'on, forced' ELSE 'on' END AS line
  ${fromTables} WHERE ${ours} AND c.relkind IN ('r', 'p')`;

const policies = `
  SELECT 'table ' || tablename AS section, concat_ws(' ', 'policy', policyname, permissive, 'for', cmd, 'to', array_to_string(roles, ', '),
    'using (' || qual || ')', 'with check (' || with_check || ')') AS line
  FROM pg_policies WHERE schemaname = 'public'`;

const triggers = `
  SELECT 'table ' || c.relname AS section, pg_get_triggerdef(t.oid) || CASE WHEN t.tgenabled <> 'O' THEN ' (' || t.tgenabled::text || ')' ELSE '' END AS line
  ${fromTables} JOIN pg_trigger t ON t.tgrelid = c.oid WHERE ${ours} AND NOT t.tgisinternal`;

const functions = `
  SELECT 'function ' || p.oid::regprocedure AS section, concat_ws(' ', 'returns', pg_get_function_result(p.oid), l.lanname,
    CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END,
    CASE WHEN p.prosecdef THEN 'SECURITY DEFINER' END, array_to_string(p.proconfig, ', '), 'body', md5(pg_get_functiondef(p.oid))) AS line
  FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p') AND ${ownWork("p.oid")}`;

const views = `
  SELECT 'view ' || c.relname AS section, concat_ws(' ', array_to_string(c.reloptions, ', '), pg_get_viewdef(c.oid)) AS line
  ${fromTables} WHERE ${ours} AND c.relkind IN ('v', 'm') AND ${ownWork("c.oid")}`;

const extensions = `SELECT 'extensions' AS section, extname::text AS line FROM pg_extension WHERE extname <> 'plpgsql'`;

const grantee = "CASE WHEN acl.grantee = 0 THEN 'everyone' ELSE acl.grantee::regrole::text END";

const grants = `
  SELECT CASE c.relkind WHEN 'S' THEN 'sequence ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'view ' ELSE 'table ' END || c.relname AS section,
    concat('grant to ', ${grantee}, ': ', string_agg(acl.privilege_type, ', ' ORDER BY acl.privilege_type)) AS line
  ${fromTables} CROSS JOIN aclexplode(c.relacl) acl
  WHERE n.nspname = 'public' AND acl.grantee <> c.relowner GROUP BY 1, acl.grantee`;

const columnGrants = `
  SELECT 'table ' || c.relname AS section,
    concat('grant to ', ${grantee}, ': ', acl.privilege_type, ' (', string_agg(a.attname, ', ' ORDER BY a.attnum), ')') AS line
  ${fromTables} JOIN pg_attribute a ON a.attrelid = c.oid CROSS JOIN aclexplode(a.attacl) acl
  WHERE n.nspname = 'public' AND acl.grantee <> c.relowner GROUP BY 1, acl.grantee, acl.privilege_type`;

const functionGrants = `
  SELECT 'function ' || p.oid::regprocedure AS section, concat('grant to ', ${grantee}, ': ', acl.privilege_type) AS line
  FROM pg_proc p CROSS JOIN aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
  WHERE p.pronamespace = 'public'::regnamespace AND acl.grantee <> p.proowner AND ${ownWork("p.oid")}`;
