import type { MikroORM } from '@mikro-orm/postgresql';
import type { AnyRecordedEvent } from '../../event-log/event-log.js';
import type { Projection } from '../projection.js';
import { rows } from '../database/database.js';

export interface KeywordCountsOptions {
  readonly version?: number;
  readonly name?: string;
  /** Its keywords are keys, so several processes can share the work. */
  readonly shared?: boolean;
  /** Late indexes; default: none. */
  readonly indexes?: string;
  /** Called with each batch before anything is written; may throw or wait. */
  readonly before?: (events: readonly AnyRecordedEvent[]) => Promise<void> | void;
}

/**
 * A small projection whose sums show at once when an event is lost or counted twice: one row per event, one count per
 * keyword, one grand total; four statements per batch.
 */
export function keywordCounts(options: KeywordCountsOptions = {}): Projection {
  return {
    name: options.name ?? 'keyword-counts',
    version: options.version ?? 1,
    eventTypes: ['tracking.KeywordTracked.v1'],
    tables: `
      create table tracked (event_id uuid primary key, keyword text not null);
      create table counts (keyword text primary key, times integer not null);
      create table total (only_row boolean primary key default true check (only_row), times integer not null);
      insert into total (times) values (0);`,
    ...(options.indexes === undefined ? {} : { indexes: options.indexes }),
    ...(options.shared ? { keysOf: (event) => [keywordOf(event)] } : {}),
    async apply(batch, sql, context) {
      const events = batch.filter((event) => context.owns(keywordOf(event)));
      await options.before?.(events);
      const keywords = events.map(keywordOf);
      const fresh = await sql.run<{ keyword: string }>(
        `insert into tracked select * from unnest($1::uuid[], $2::text[]) on conflict do nothing returning keyword`,
        [events.map((event) => event.id), keywords],
      );
      const counted = fresh.map((row) => row.keyword);
      await sql.run(
        `insert into counts select keyword, count(*) from unnest($1::text[]) keyword group by keyword
         on conflict (keyword) do update set times = counts.times + excluded.times`,
        [counted],
      );
      await sql.run('update total set times = times + $1', [counted.length]);
      await sql.run('select count(*) from tracked');
      return keywords;
    },
  };
}

function keywordOf(event: AnyRecordedEvent): string {
  return 'keyword' in event.data ? event.data.keyword : '';
}

export interface Counted {
  readonly events: number;
  readonly sum: number;
  readonly total: number;
}

/** What the live build (or the given schema) says; the three numbers are equal unless something went wrong. */
export async function counted(orm: MikroORM, schema?: string, name = 'keyword-counts'): Promise<Counted> {
  const at = schema ?? (await liveSchema(orm, name));
  const [row] = await rows<Counted>(
    orm,
    `select (select count(*)::integer from "${at}".tracked) as events,
            (select coalesce(sum(times), 0)::integer from "${at}".counts) as sum,
            (select times from "${at}".total) as total`,
  );
  if (!row) throw new Error('no answer');
  return row;
}

export async function liveSchema(orm: MikroORM, name = 'keyword-counts'): Promise<string> {
  const [row] = await rows<{ schema: string }>(
    orm,
    `select schema_name as schema from following.builds where projection = $1 and status = 'live'`,
    [name],
  );
  if (!row) throw new Error(`${name} has no live build`);
  return row.schema;
}

export interface CheckpointRow {
  readonly build: number;
  readonly position: string | null;
  readonly events: number;
}

export async function checkpoints(orm: MikroORM, name = 'keyword-counts'): Promise<CheckpointRow[]> {
  return rows<CheckpointRow>(
    orm,
    `select build, position, events_counted::integer as events from following.checkpoints
      where projection = $1 order by build`,
    [name],
  );
}

/** How many partitions of the live build each process owns, fewest first; those of nobody are not counted. */
export async function shares(orm: MikroORM, name = 'keyword-counts'): Promise<number[]> {
  const found = await rows<{ owned: number }>(
    orm,
    `select count(*)::integer as owned from following.checkpoints join following.builds using (projection, build)
      where projection = $1 and status = 'live' and owner is not null group by owner order by 1`,
    [name],
  );
  return found.map(({ owned }) => owned);
}
