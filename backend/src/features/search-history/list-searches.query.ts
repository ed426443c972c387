import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { Cursors } from '../../platform/http/cursors.js';
import { Sealing } from '../../platform/privacy/sealing.js';
import type { Found, TopKeyword } from './found-in-answer.js';
import { addressOf } from './noticed-search.js';
import { Retention } from './retention.js';
import { SEARCH_HISTORY } from './search-history.projection.js';
import type { Search, SearchPage } from './searches.dto.js';
import type { Filters } from './typed-searches.js';

/** The newest first; what the plan does not keep any more is hidden, whether or not it was deleted already. */
export class ListSearches extends Query<SearchPage> {
  constructor(
    readonly accountId: string,
    readonly limit: number,
    readonly cursor?: string,
    readonly minPosition?: string,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly workspaceId: string;
  readonly query: string;
  readonly filters: string;
  readonly asOf: string | null;
  readonly resultCount: number;
  readonly match: Found['match'];
  readonly top: string;
  readonly searchedAt: string;
}

@QueryHandler(ListSearches)
export class ListSearchesHandler implements IQueryHandler<ListSearches> {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
    private readonly cursors: Cursors,
    private readonly sealing: Sealing,
    private readonly retention: Retention,
  ) {}

  async execute({ accountId, limit, cursor, minPosition }: ListSearches): Promise<SearchPage> {
    const list = `searches of ${accountId}`;
    const [searchedAt, id] = cursor === undefined ? [null, null] : this.cursors.read(list, cursor);
    const freshness = await this.fresh.waitFor(SEARCH_HISTORY, minPosition);
    const found = await this.tables.read<Row>(
      SEARCH_HISTORY,
      (schema) => `
        select id, workspace_id as "workspaceId", query, filters, ${iso('as_of')} as "asOf", result_count as "resultCount",
               match, top, ${iso('searched_at')} as "searchedAt"
          from ${schema}.searches
         where account_id = $1 and searched_at >= $2
           and ($3::timestamptz is null or (searched_at, id) < ($3::timestamptz, $4::uuid))
         order by searched_at desc, id desc
         limit $5`,
      [accountId, await this.retention.keptSinceOf(accountId), searchedAt, id, limit + 1],
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const nextCursor =
      found.length > limit && last ? this.cursors.issue(list, [last.searchedAt, last.id]) : null;
    return { items: shown.map((row) => this.opened(row)), nextCursor, ...freshness };
  }

  private opened({ query: sealedQuery, filters: given, asOf, top, ...row }: Row): Search {
    const query = this.sealing.openOrErased(sealedQuery);
    const filters = JSON.parse(given) as Filters;
    const opened = this.sealing.open(top);
    return {
      ...row,
      query,
      filters,
      ...(asOf === null ? {} : { asOf }),
      top: opened === undefined ? [] : (JSON.parse(opened) as TopKeyword[]),
      again: addressOf(query, filters, asOf ?? undefined),
      // Who asked about the past saw the past: its answer does not change.
      then: addressOf(query, filters, asOf ?? row.searchedAt),
    };
  }
}

const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
