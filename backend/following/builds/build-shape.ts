import type { ProjectionSql } from '../projection.js';

/** Refuses rows that do not come from the projector, with a message that tells what to do instead. */
export async function guardTables(sql: ProjectionSql, schemaName: string): Promise<void> {
  const tables = await sql.run<{ name: string }>(
    'select quote_ident(tablename) as name from pg_tables where schemaname = $1',
    [schemaName],
  );
  const guards = tables.map(
    ({ name }) => `create trigger only_the_projector before insert or update or delete or truncate on ${name}
      for each statement execute function following.only_the_projector()`,
  );
  await sql.run(guards.join(';'));
}

/** Columns, constraints and guards of the current build's tables, one a line and sorted. Indexes may come and go. */
export async function shapeOf(sql: ProjectionSql, schemaName: string): Promise<string> {
  const lines = await sql.run<{ line: string }>(
    `with tables as (select oid, relname from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p'))
     select format('column %s.%s %s%s%s', relname, attname, format_type(atttypid, atttypmod),
                   case when attnotnull then ' not null' end, ' default ' || pg_get_expr(adbin, adrelid)) as line
       from tables join pg_attribute on attrelid = oid left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attnum > 0 and not attisdropped
     union all
     select format('constraint of %s: %s', relname, pg_get_constraintdef(c.oid))
       from tables join pg_constraint c on conrelid = tables.oid where contype in ('p', 'u', 'c', 'f')
     union all
     select format('guard of %s', relname)
       from tables join pg_trigger on tgrelid = tables.oid where tgname = 'only_the_projector' and tgenabled = 'O'
     order by 1`,
    [`"${schemaName}"`],
  );
  return lines.map(({ line }) => line).join('\n');
}
