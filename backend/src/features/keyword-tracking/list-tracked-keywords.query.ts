import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { Cursors } from '../../platform/http/cursors.js';
import type { TrackedKeyword, TrackedKeywordPage } from './tracked-keywords.dto.js';
import { TRACKED_KEYWORDS } from './tracked-keywords.projection.js';

/** The newest first. */
export class ListTrackedKeywords extends Query<TrackedKeywordPage> {
  constructor(
    readonly workspace: string,
    readonly limit: number,
    readonly cursor?: string,
    readonly minPosition?: string,
  ) {
    super();
  }
}

@QueryHandler(ListTrackedKeywords)
export class ListTrackedKeywordsHandler implements IQueryHandler<ListTrackedKeywords> {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
    private readonly cursors: Cursors,
  ) {}

  async execute(query: ListTrackedKeywords): Promise<TrackedKeywordPage> {
    const list = `tracked-keywords of ${query.workspace}`;
    const [trackedAt, id] = query.cursor === undefined ? [null, null] : this.cursors.read(list, query.cursor);
    const freshness = await this.fresh.waitFor(TRACKED_KEYWORDS, query.minPosition);
    const found = await this.tables.read<TrackedKeyword>(
      TRACKED_KEYWORDS,
      (schema) => `
        select id, keyword, marketplace, country, keyword_id as "keywordId",
               to_char(tracked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "trackedAt"
          from ${schema}.tracked_keywords
         where workspace = $1
           and ($2::timestamptz is null or (tracked_at, id) < ($2::timestamptz, $3::uuid))
         order by tracked_at desc, id desc
         limit $4`,
      [query.workspace, trackedAt, id, query.limit + 1],
    );
    const items = found.slice(0, query.limit);
    const last = items.at(-1);
    const nextCursor =
      found.length > items.length && last ? this.cursors.issue(list, [last.trackedAt, last.id]) : null;
    return { items, nextCursor, ...freshness };
  }
}
