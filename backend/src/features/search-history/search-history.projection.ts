import type { RecordedEvent } from '../../../event-log/event-log.js';
import type { Projection, ProjectionSql } from '../../../following/projection.js';

export const SEARCH_HISTORY = 'search-history';

type Searched = RecordedEvent<'research.KeywordsSearched.v1'>;

/**
 * What each person searched for. Texts stay sealed as they are in the log. `refusals` are people of whom nothing is kept: they withdrew
 * their consent, or were erased, after which a search that was under way must not come back either.
 */
export const searchHistoryProjection: Projection = {
  name: SEARCH_HISTORY,
  version: 1,
  eventTypes: [
    'research.KeywordsSearched.v1',
    'research.SearchDeleted.v1',
    'research.SearchHistoryCleared.v1',
    'research.SearchesExpired.v1',
    'account.ConsentGiven.v1',
    'account.ConsentWithdrawn.v1',
    'account.Erased.v1',
  ],
  tables: `
    create table searches (
      id uuid primary key,
      account_id uuid not null,
      workspace_id uuid not null,
      query text not null,
      filters text not null,
      as_of timestamptz(3),
      result_count integer not null,
      match text not null,
      top text not null,
      searched_at timestamptz(3) not null
    );
    create index on searches (account_id, searched_at desc, id desc);
    create index on searches (searched_at);
    create table refusals (account_id uuid primary key);
  `,
  keysOf: ({ data }) => ('accountId' in data ? [data.accountId] : []),
  async apply(events, sql) {
    let searched = new Map<string, Searched>();
    const insertSearched = async () => {
      await insert([...searched.values()], sql);
      searched = new Map();
    };
    for (const event of events) {
      if (event.type === 'research.KeywordsSearched.v1') {
        // The last of an id counts: the same search, typed further.
        searched.set(event.data.searchId, event);
        continue;
      }
      await insertSearched();
      const run = (text: string, ...values: unknown[]) => sql.run(text, values);
      const { type, data } = event;
      if (type === 'research.SearchDeleted.v1')
        await run('delete from searches where id = $1 and account_id = $2', data.searchId, data.accountId);
      else if (type === 'research.SearchHistoryCleared.v1')
        await run('delete from searches where account_id = $1', data.accountId);
      else if (type === 'research.SearchesExpired.v1')
        await run(
          'delete from searches where account_id = $1 and searched_at < $2',
          data.accountId,
          data.before,
        );
      else if (type === 'account.ConsentGiven.v1' && data.purpose === 'search-history')
        await run('delete from refusals where account_id = $1', data.accountId);
      else if (type === 'account.ConsentWithdrawn.v1' && data.purpose === 'search-history')
        await run('insert into refusals values ($1) on conflict do nothing', data.accountId);
      else if (type === 'account.Erased.v1') {
        await run('delete from searches where account_id = $1', data.accountId);
        await run('insert into refusals values ($1) on conflict do nothing', data.accountId);
      }
    }
    await insertSearched();
    // Open pages of everybody hear of keys that moved; who searched is no one else's business.
    return [];
  },
};

async function insert(searched: readonly Searched[], sql: ProjectionSql): Promise<void> {
  if (searched.length === 0) return;
  const column = (value: (event: Searched) => string | number | null) => searched.map(value);
  await sql.run(
    `insert into searches (id, account_id, workspace_id, query, filters, as_of, result_count, match, top, searched_at)
     select n.* from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::int[], $8::text[],
                            $9::text[], $10::timestamptz[])
              as n (id, account_id, workspace_id, query, filters, as_of, result_count, match, top, searched_at)
      where not exists (select from refusals r where r.account_id = n.account_id)
         on conflict (id) do update
        set query = excluded.query, result_count = excluded.result_count, match = excluded.match, top = excluded.top,
            searched_at = excluded.searched_at
      where searches.account_id = excluded.account_id`,
    [
      column(({ data }) => data.searchId),
      column(({ data }) => data.accountId),
      column(({ data }) => data.workspaceId),
      column(({ data }) => data.query),
      column(({ data }) => JSON.stringify(data.filters)),
      column(({ data }) => data.asOf ?? null),
      column(({ data }) => data.resultCount),
      column(({ data }) => data.match),
      column(({ data }) => data.top),
      column(({ metadata }) => metadata.occurredAt),
    ],
  );
}
