import type { ProjectionSql } from '../projection.js';

/** Longer than any reader takes between two looks; who was away for longer reads everything anew. */
const KEPT = '1 hour';

/** Writes down what a batch moved, and forgets about twice as much of what is old. The transaction is the batch's own. */
export async function keepMoved(sql: ProjectionSql, schema: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql.run(
    `with old as (
       select ctid from following.moved_keys where moved_at < now() - interval '${KEPT}'
        order by moved_at limit $3 for update skip locked),
     forgotten as (delete from following.moved_keys m using old where m.ctid = old.ctid)
     insert into following.moved_keys (schema_name, key) select $1, unnest($2::text[])`,
    [schema, keys, keys.length * 2],
  );
}
