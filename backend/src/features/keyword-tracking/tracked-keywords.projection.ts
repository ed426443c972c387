import { keywordId } from '../../../contracts/values/keyword.js';
import type { Projection } from '../../../following/projection.js';

export const TRACKED_KEYWORDS = 'tracked-keywords';

/** What each workspace tracks right now. */
export const trackedKeywordsProjection: Projection = {
  name: TRACKED_KEYWORDS,
  version: 1,
  eventTypes: ['tracking.KeywordTracked.v1', 'tracking.KeywordUntracked.v1'],
  tables: `
    create table tracked_keywords (
      id uuid primary key,
      workspace text not null,
      keyword text not null,
      marketplace text not null,
      country text not null,
      keyword_id uuid not null,
      tracked_at timestamptz(3) not null
    );
    create index on tracked_keywords (workspace, tracked_at desc, id desc);
  `,
  keysOf: ({ data }) => ('trackedKeywordId' in data ? [data.trackedKeywordId] : []),
  async apply(events, sql) {
    const moved = new Set<string>();
    for (const { type, data, metadata } of events) {
      if (type === 'tracking.KeywordUntracked.v1') {
        await sql.run('delete from tracked_keywords where id = $1', [data.trackedKeywordId]);
      } else if (type === 'tracking.KeywordTracked.v1') {
        await sql.run(
          `insert into tracked_keywords (id, workspace, keyword, marketplace, country, keyword_id, tracked_at)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (id) do update set keyword = excluded.keyword, tracked_at = excluded.tracked_at`,
          [
            data.trackedKeywordId,
            data.workspace,
            data.keyword,
            data.marketplace,
            data.country,
            keywordId(data.marketplace, data.country, data.keyword),
            metadata.occurredAt,
          ],
        );
      } else continue;
      moved.add(data.trackedKeywordId);
    }
    return [...moved];
  },
};
