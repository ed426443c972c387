import type { AnyRecordedEvent, RecordedEvent } from '../../../event-log/event-log.js';
import type { Projection, ProjectionSql } from '../../../following/projection.js';

export const CRAWLS = 'crawls';

type LookEvent = RecordedEvent<
  'observation.KeywordObserved.v1' | 'observation.SuggestionsObserved.v1' | 'observation.Failed.v1'
>;
type EndEvent = RecordedEvent<'collection.CrawlFinished.v1' | 'collection.CrawlFailed.v1'>;

/** How crawls go: each look's last word, tied to the crawl by the correlationId of the look's events. */
export const crawlsProjection: Projection = {
  name: CRAWLS,
  version: 1,
  eventTypes: [
    'collection.CrawlRequested.v1',
    'collection.CrawlFinished.v1',
    'collection.CrawlFailed.v1',
    'observation.KeywordObserved.v1',
    'observation.SuggestionsObserved.v1',
    'observation.Failed.v1',
  ],
  tables: `
    create table crawls (
      id text primary key,
      workspace text not null,
      keyword text not null,
      country text not null,
      marketplaces text[] not null,
      requested_at timestamptz(3) not null,
      ended text check (ended in ('finished', 'failed'))
    );
    create table crawl_looks (
      crawl_id text not null references crawls on delete cascade,
      marketplace text not null,
      look text not null,
      recorded boolean not null,
      reason text,
      detail text,
      will_retry boolean not null,
      position bigint not null,
      primary key (crawl_id, marketplace, look)
    );
  `,
  keysOf: ({ data, metadata }) => ['crawlId' in data ? data.crawlId : metadata.correlationId],
  async apply(events, sql) {
    const moved = new Set<string>();
    // Nearly all looks belong to no crawl: one question tells which do.
    const known = await crawlsNamedBy(events, sql);
    for (const event of events) {
      if (event.type === 'collection.CrawlRequested.v1') {
        await addCrawl(event, sql);
        known.add(event.data.crawlId);
        moved.add(event.data.crawlId);
      } else if (isEnd(event)) {
        await endCrawl(event, sql);
        moved.add(event.data.crawlId);
      } else if (isLook(event) && known.has(event.metadata.correlationId)) {
        await noteLook(event, sql);
        moved.add(event.metadata.correlationId);
      }
    }
    return [...moved];
  },
};

const isEnd = (event: AnyRecordedEvent): event is AnyRecordedEvent & EndEvent =>
  event.type === 'collection.CrawlFinished.v1' || event.type === 'collection.CrawlFailed.v1';
const isLook = (event: AnyRecordedEvent): event is AnyRecordedEvent & LookEvent =>
  event.type === 'observation.KeywordObserved.v1' ||
  event.type === 'observation.SuggestionsObserved.v1' ||
  event.type === 'observation.Failed.v1';

async function crawlsNamedBy(events: readonly AnyRecordedEvent[], sql: ProjectionSql): Promise<Set<string>> {
  const named = [...new Set(events.filter(isLook).map((event) => event.metadata.correlationId))];
  if (named.length === 0) return new Set();
  const found = await sql.run<{ id: string }>('select id from crawls where id = any($1::text[])', [named]);
  return new Set(found.map(({ id }) => id));
}

async function addCrawl(
  event: RecordedEvent<'collection.CrawlRequested.v1'>,
  sql: ProjectionSql,
): Promise<void> {
  const { crawlId, workspace, keyword, country, marketplaces } = event.data;
  await sql.run(
    `insert into crawls (id, workspace, keyword, country, marketplaces, requested_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
    [crawlId, workspace, keyword, country, marketplaces, event.metadata.occurredAt],
  );
}

async function endCrawl(event: EndEvent, sql: ProjectionSql): Promise<void> {
  const ended = event.type === 'collection.CrawlFinished.v1' ? 'finished' : 'failed';
  await sql.run('update crawls set ended = coalesce(ended, $2) where id = $1', [event.data.crawlId, ended]);
}

/** The newest word about a look counts, and a recorded look stays recorded. */
async function noteLook(event: LookEvent, sql: ProjectionSql): Promise<void> {
  const failed =
    event.type === 'observation.Failed.v1'
      ? (event.data as RecordedEvent<'observation.Failed.v1'>['data'])
      : undefined;
  const look = failed?.look ?? (event.type === 'observation.KeywordObserved.v1' ? 'search' : 'suggestions');
  await sql.run(
    `insert into crawl_looks as l (crawl_id, marketplace, look, recorded, reason, detail, will_retry, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (crawl_id, marketplace, look) do update
       set recorded = excluded.recorded, reason = excluded.reason, detail = excluded.detail,
           will_retry = excluded.will_retry, position = excluded.position
     where not l.recorded and excluded.position > l.position`,
    [
      event.metadata.correlationId,
      event.data.marketplace,
      look,
      !failed,
      failed?.reason ?? null,
      failed?.detail ?? null,
      failed?.willRetry ?? false,
      String(event.position),
    ],
  );
}
