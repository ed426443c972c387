/** Longer than any reader takes between two looks; who was away for longer reads everything anew. */
const KEPT = '1 hour';

/**
 * Writes down what a batch moved in the build `live`, and forgets about twice as much of what is old: parts of the statement that
 * commits it. `$4` are the keys, `$5` how many of the old ones may go.
 */
export const KEEPING_MOVED = `
  old as (select ctid from following.moved_keys where moved_at < now() - interval '${KEPT}'
           order by moved_at limit $5 for update skip locked),
  forgotten as (delete from following.moved_keys m using old where m.ctid = old.ctid),
  kept as (insert into following.moved_keys (schema_name, key) select schema_name, unnest($4::text[]) from live)`;
