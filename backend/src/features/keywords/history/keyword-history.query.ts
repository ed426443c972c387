import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Origin } from '../../../../contracts/events/observation/look.js';
import { Cursors } from '../../../platform/http/cursors.js';
import { KeywordTables } from '../reading/keyword-tables.js';
import type { HistoryEventDto, KeywordHistoryDto, KeywordHistoryQuery } from './keyword-history.dto.js';

export class GetKeywordHistory extends Query<KeywordHistoryDto> {
  constructor(
    readonly id: string,
    readonly workspace: string,
    readonly wanted: KeywordHistoryQuery,
  ) {
    super();
  }
}

interface HistoryRow {
  readonly event_id: string;
  readonly type: string;
  readonly occurred_ms: number;
  readonly recorded_ms: number;
  readonly source: string;
  readonly origin: Origin | null;
  readonly data: string;
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
  readonly retracted: boolean;
}

@QueryHandler(GetKeywordHistory)
export class GetKeywordHistoryHandler implements IQueryHandler<GetKeywordHistory> {
  constructor(
    private readonly tables: KeywordTables,
    private readonly cursors: Cursors,
  ) {}

  async execute({ id, workspace, wanted }: GetKeywordHistory): Promise<KeywordHistoryDto> {
    const { limit, cursor, asOf, minPosition } = wanted;
    const list = JSON.stringify(['history', id, asOf]);
    const [before] = cursor === undefined ? [] : this.cursors.read(list, cursor);
    const { freshness } = await this.tables.known(id, workspace, minPosition);
    const rows = await this.tables.read<HistoryRow>(
      (schema) => `select event_id, type, (extract(epoch from occurred_at) * 1000)::float8 as occurred_ms,
              (extract(epoch from recorded_at) * 1000)::float8 as recorded_ms, source, origin, data, stream,
              revision::text, position::text,
              retracted_at is not null and ($2::timestamptz is null or retracted_at <= $2) as retracted
         from ${schema}.observation
        where keyword_id = $1::uuid
          and ($2::timestamptz is null or recorded_at <= $2)
          and ($3::bigint is null or position < $3)
          and (workspace is null or workspace = $5)
        order by position desc
        limit $4`,
      [id, asOf ?? null, before ?? null, limit + 1, workspace],
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(itemOf),
      nextCursor: last ? this.cursors.issue(list, [last.position]) : null,
      ...freshness,
    };
  }
}

const itemOf = (row: HistoryRow): HistoryEventDto => ({
  eventId: row.event_id,
  type: row.type,
  occurredAt: new Date(row.occurred_ms).toISOString(),
  recordedAt: new Date(row.recorded_ms).toISOString(),
  source: row.source === '' ? null : row.source,
  origin: row.origin,
  data: JSON.parse(row.data) as Record<string, unknown>,
  stream: row.stream,
  revision: Number(row.revision),
  position: row.position,
  retracted: row.retracted,
});
