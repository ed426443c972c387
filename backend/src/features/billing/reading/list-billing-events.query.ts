import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Cursors } from '../../../platform/http/cursors.js';
import type { BillingEvents, BillingEventsQuery } from '../billing.dto.js';
import { SubscriptionTables } from './subscription-tables.js';

/** Every fact behind a subscription, the newest first: why something was charged, and why something is refused. */
export class ListBillingEvents extends Query<BillingEvents> {
  constructor(
    readonly workspace: string,
    readonly page: BillingEventsQuery,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly type: string;
  readonly occurred_ms: number;
  readonly recorded_ms: number;
  readonly actor: string;
  readonly position: string;
  readonly data: Record<string, unknown>;
}

@QueryHandler(ListBillingEvents)
export class ListBillingEventsHandler implements IQueryHandler<ListBillingEvents> {
  constructor(
    private readonly tables: SubscriptionTables,
    private readonly cursors: Cursors,
  ) {}

  async execute({
    workspace,
    page: { limit, cursor, asOf, minPosition },
  }: ListBillingEvents): Promise<BillingEvents> {
    const list = JSON.stringify(['billing events', workspace, asOf]);
    const [before] = cursor === undefined ? [] : this.cursors.read(list, cursor);
    const freshness = await this.tables.freshness(minPosition);
    const rows = await this.tables.read<Row>(
      (schema) => `
        select event_id as id, type, (extract(epoch from occurred_at) * 1000)::float8 as occurred_ms,
               (extract(epoch from recorded_at) * 1000)::float8 as recorded_ms, actor, position::text, data
          from ${schema}.subscription_fact f
         where workspace = $1 and ($2::bigint is null or f.position < $2)
           and ($4::timestamptz is null or recorded_at <= $4)
         order by f.position desc limit $3`,
      [workspace, before ?? null, limit + 1, asOf ?? null],
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ occurred_ms, recorded_ms, ...row }) => ({
        ...row,
        occurredAt: new Date(occurred_ms).toISOString(),
        recordedAt: new Date(recorded_ms).toISOString(),
      })),
      nextCursor: last ? this.cursors.issue(list, [last.position]) : null,
      ...freshness,
    };
  }
}
