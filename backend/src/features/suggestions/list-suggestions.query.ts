import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Country } from '../../../contracts/values/country.js';
import { normalizeKeyword } from '../../../contracts/values/keyword.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import type { Origin } from '../../../contracts/events/observation/look.js';
import type { SuggestionList } from './suggestions.dto.js';
import { SUGGESTIONS } from './suggestions.projection.js';
import type { Completed } from './type-ahead/type-ahead.js';
import { TypeAheadIndex } from './type-ahead/type-ahead-index.js';

export interface Completion {
  readonly workspace: string;
  readonly prefix: string;
  readonly marketplace?: Marketplace;
  readonly country?: Country;
  readonly limit: number;
  readonly minPosition?: string;
}

/** What begins with the prefix: what search boxes suggested first, by their order, then known keywords, most searched first. */
export class ListSuggestions extends Query<SuggestionList> {
  constructor(readonly asked: Completion) {
    super();
  }
}

/** So many in the order of the alphabet are looked at: a type-ahead must answer at once for one letter too. */
const MOST_CANDIDATES = 1_000;

@QueryHandler(ListSuggestions)
export class ListSuggestionsHandler implements IQueryHandler<ListSuggestions> {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
    private readonly typeAhead: TypeAheadIndex,
  ) {}

  async execute({ asked }: ListSuggestions): Promise<SuggestionList> {
    const freshness = await this.fresh.waitFor(SUGGESTIONS, asked.minPosition);
    const prefix = normalizeKeyword(asked.prefix);
    const { workspace, marketplace, country, limit } = asked;
    const completed = await this.typeAhead.complete(
      { prefix, workspace, marketplace, country, limit },
      asked.minPosition !== undefined,
    );
    return { items: completed?.map(shown) ?? (await this.read(asked, prefix)), ...freshness };
  }

  /** While the rows are not in memory yet; without knowing how much is searched for what. */
  private async read(asked: Completion, prefix: string): Promise<SuggestionList['items']> {
    const pattern = `${prefix.replace(/[\\%_]/g, '\\$&')}%`;
    return this.tables.read<SuggestionList['items'][number]>(
      SUGGESTIONS,
      (schema) => `
        select distinct on (place is null, place, length(normal), normal, marketplace, country)
               keyword, keyword_id as "keywordId", marketplace, country, place, source, origin,
               to_char(observed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "observedAt"
          from (select * from ${schema}.suggestions
                 where normal like $1 and workspace in ('', $2)
                   ${asked.marketplace === undefined ? '' : 'and marketplace = $4'}
                   ${asked.country === undefined ? '' : `and country = $${asked.marketplace === undefined ? 4 : 5}`}
                 order by normal using ~<~
                 limit ${MOST_CANDIDATES}) as candidates
         order by place is null, place, length(normal), normal, marketplace, country
         limit $3`,
      [
        pattern,
        asked.workspace,
        asked.limit,
        ...[asked.marketplace, asked.country].filter((value) => value !== undefined),
      ],
    );
  }
}

function shown({ keyword, keywordId, marketplace, country, place, source, origin, observedAtMs }: Completed) {
  // What was stored was checked before.
  return {
    keyword,
    keywordId,
    marketplace: marketplace as Marketplace,
    country: country as Country,
    place,
    source,
    origin: origin as Origin,
    observedAt: new Date(observedAtMs).toISOString(),
  };
}
