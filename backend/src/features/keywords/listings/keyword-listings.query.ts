import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { DataOf } from '../../../../contracts/events/catalogue.js';
import { KeywordTables } from '../reading/keyword-tables.js';
import type { AsOfQuery } from '../keyword/as-of.dto.js';
import type { KeywordListingsDto } from './keyword-listings.dto.js';

export class GetKeywordListings extends Query<KeywordListingsDto> {
  constructor(
    readonly id: string,
    readonly workspace: string,
    readonly wanted: AsOfQuery,
  ) {
    super();
  }
}

const NOTHING_SEEN: KeywordListingsDto = {
  observedAt: null,
  source: null,
  origin: null,
  url: null,
  observationId: null,
  resultCount: null,
  items: [],
};

@QueryHandler(GetKeywordListings)
export class GetKeywordListingsHandler implements IQueryHandler<GetKeywordListings> {
  constructor(private readonly tables: KeywordTables) {}

  async execute({
    id,
    workspace,
    wanted: { asOf, minPosition },
  }: GetKeywordListings): Promise<KeywordListingsDto> {
    const { freshness } = await this.tables.known(id, workspace, minPosition);
    const [row] = await this.tables.read<{ event_id: string; occurred_ms: number; data: string }>(
      (schema) => `select event_id, (extract(epoch from occurred_at) * 1000)::float8 as occurred_ms, data
         from ${schema}.observation
        where keyword_id = $1::uuid and first_page and metrics is not null
          and ($2::timestamptz is null or recorded_at <= $2)
          and (retracted_at is null or retracted_at > $2)
        order by occurred_at desc, position desc
        limit 1`,
      [id, asOf ?? null],
    );
    const look = row ? seen(row) : NOTHING_SEEN;
    return { ...look, ...(asOf === undefined ? {} : { asOf }), ...freshness };
  }
}

function seen(row: { event_id: string; occurred_ms: number; data: string }): KeywordListingsDto {
  const look = JSON.parse(row.data) as DataOf<'observation.KeywordObserved.v1'>;
  return {
    observedAt: new Date(row.occurred_ms).toISOString(),
    source: look.source,
    origin: look.origin,
    url: look.url,
    observationId: row.event_id,
    resultCount: look.resultCount,
    items: look.listings.toSorted((a, b) => a.place - b.place),
  };
}
