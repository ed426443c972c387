import type { ProjectionSql } from '../projection.js';
import type { Build } from '../builds/builds.js';

/** Rows of each table that both builds have. */
export type Comparison = Readonly<Record<string, { readonly live: number; readonly built: number }>>;

export async function compareBuilds(sql: ProjectionSql, live: Build, built: Build): Promise<Comparison> {
  const tables = await sql.run<{ name: string }>(
    `select a.table_name as name from information_schema.tables a
       join information_schema.tables b on b.table_name = a.table_name and b.table_schema = $2
      where a.table_schema = $1 order by 1`,
    [live.schemaName, built.schemaName],
  );
  const comparison: Record<string, { live: number; built: number }> = {};
  for (const { name } of tables)
    comparison[name] = {
      live: await countRows(sql, live.schemaName, name),
      built: await countRows(sql, built.schemaName, name),
    };
  return comparison;
}

/** Names the first table in which the new build has fewer rows than the one that answers now. */
export function poorerTable(comparison: Comparison): string | undefined {
  const poorer = Object.entries(comparison).find(([, rows]) => rows.built < rows.live);
  return (
    poorer && `table ${poorer[0]} has ${poorer[1].built} rows where the live build has ${poorer[1].live}`
  );
}

async function countRows(sql: ProjectionSql, schema: string, table: string): Promise<number> {
  const [row] = await sql.run<{ count: string }>(
    `select count(*) from "${schema}"."${table.replaceAll('"', '""')}"`,
  );
  return Number(row?.count ?? 0);
}
