import type { AnyRecordedEvent } from '../../../event-log/event-log.js';
import type { Origin } from '../../../contracts/events/observation/look.js';
import { keywordTextSchema, keywordId, normalizeKeyword } from '../../../contracts/values/keyword.js';
import type { Country } from '../../../contracts/values/country.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';
import type { Projection } from '../../../following/projection.js';

export const SUGGESTIONS = 'suggestions';

interface Row {
  readonly keywordId: string;
  /** Empty where all workspaces share it. */
  readonly workspace: string;
  readonly normal: string;
  readonly keyword: string;
  readonly marketplace: Marketplace;
  readonly country: Country;
  /** Place below the search box, null for a keyword that is merely known. */
  readonly place: number | null;
  readonly source: string;
  readonly origin: Origin;
  readonly observedAt: string;
}

/** What may complete a prefix: what search boxes suggested, and the keywords that are known. */
export const suggestionsProjection: Projection = {
  name: SUGGESTIONS,
  version: 1,
  eventTypes: [
    'observation.SuggestionsObserved.v1',
    'observation.KeywordObserved.v1',
    'observation.MetricsReported.v1',
  ],
  tables: `
    create table suggestions (
      keyword_id uuid not null,
      workspace text not null,
      normal text not null,
      keyword text not null,
      marketplace text not null,
      country text not null,
      place integer,
      source text not null,
      origin text not null,
      observed_at timestamptz(3) not null,
      primary key (keyword_id, workspace)
    );
    create index on suggestions (normal text_pattern_ops);
    create index on suggestions (marketplace, country, normal text_pattern_ops);
  `,
  keysOf: (event) => rowsOf(event).map((row) => row.keywordId),
  async apply(events, sql, context) {
    // Within one batch the last word on a keyword counts, a search box's before that of a mere look.
    const rows = new Map<string, Row>();
    for (const row of events.flatMap(rowsOf)) {
      if (!context.owns(row.keywordId)) continue;
      const key = `${row.keywordId}|${row.workspace}`;
      const before = rows.get(key);
      if (before && !isNews(before, row)) continue;
      rows.set(key, row);
    }
    if (rows.size === 0) return [];
    const all = [...rows.values()];
    await sql.run(
      `insert into suggestions as s
         (keyword_id, workspace, normal, keyword, marketplace, country, place, source, origin, observed_at)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[],
                            $8::text[], $9::text[], $10::timestamptz[])
       on conflict (keyword_id, workspace) do update
         set place = excluded.place, keyword = excluded.keyword, source = excluded.source, origin = excluded.origin,
             observed_at = excluded.observed_at
       where (excluded.place is not null or s.place is null)
         and (excluded.observed_at >= s.observed_at or (excluded.place is not null and s.place is null))`,
      [
        all.map((row) => row.keywordId),
        all.map((row) => row.workspace),
        all.map((row) => row.normal),
        all.map((row) => row.keyword),
        all.map((row) => row.marketplace),
        all.map((row) => row.country),
        all.map((row) => row.place),
        all.map((row) => row.source),
        all.map((row) => row.origin),
        all.map((row) => row.observedAt),
      ],
    );
    return [...new Set(all.map((row) => row.keywordId))];
  },
};

/** The rule of the `on conflict` above, for two rows of one batch. */
function isNews(before: Row, row: Row): boolean {
  if (row.place === null && before.place !== null) return false;
  if (row.place !== null && before.place === null) return true;
  return row.observedAt >= before.observedAt;
}

function rowsOf(event: AnyRecordedEvent): Row[] {
  const { type, data, metadata } = event;
  const row = (keyword: string, place: number | null, workspace: string): Row[] => {
    if (type === 'collection.DemoSeeded.v1' || !('source' in data)) return [];
    const { marketplace, country, source, origin } = data;
    return [
      {
        keywordId: keywordId(marketplace, country, keyword),
        workspace,
        normal: normalizeKeyword(keyword),
        keyword,
        marketplace,
        country,
        place,
        source,
        origin,
        observedAt: metadata.occurredAt,
      },
    ];
  };
  if (type === 'observation.SuggestionsObserved.v1')
    return data.suggestions.flatMap((suggestion) => {
      const keyword = keywordTextSchema.safeParse(suggestion.text);
      // A box may suggest what nobody could track: longer than a keyword may be.
      return keyword.success ? row(keyword.data, suggestion.place, '') : [];
    });
  if (type === 'observation.KeywordObserved.v1') return row(data.keyword, null, '');
  if (type === 'observation.MetricsReported.v1') return row(data.keyword, null, metadata.workspace ?? '');
  return [];
}
