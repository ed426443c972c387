import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { Cursors } from '../../../platform/http/cursors.js';
import { EVENT_INDEX } from '../../../platform/privacy/event-index.js';
import type { Caller } from '../../../platform/security/caller.js';
import type { AuditPage, AuditQuery } from './audit-events.dto.js';
import { AuditedRows } from './audited-rows.js';
import { RecordedDetails } from './recorded-details.js';

/** Who did what, the newest first. */
export class ListAuditEvents extends Query<AuditPage> {
  constructor(
    readonly caller: Caller,
    readonly wanted: AuditQuery,
  ) {
    super();
  }
}

@QueryHandler(ListAuditEvents)
export class ListAuditEventsHandler implements IQueryHandler<ListAuditEvents> {
  constructor(
    private readonly rows: AuditedRows,
    private readonly details: RecordedDetails,
    private readonly fresh: FreshReads,
    private readonly cursors: Cursors,
  ) {}

  async execute({ caller, wanted }: ListAuditEvents): Promise<AuditPage> {
    const { stream, type, actor, from, to, cursor, limit, minPosition } = wanted;
    const { workspaceId, accountId, isOperator: seesAll } = caller;
    const list = JSON.stringify(['audit', workspaceId, accountId, seesAll, stream, type, actor, from, to]);
    const [place] = cursor === undefined ? [] : this.cursors.read(list, cursor);
    const freshness = await this.fresh.waitFor(EVENT_INDEX, minPosition);
    const found = await this.rows.find({
      workspaceId,
      accountId,
      seesAll,
      stream,
      type,
      actor,
      from,
      to,
      before: place === undefined ? undefined : String(place),
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = found.length > page.length && last ? this.cursors.issue(list, [last.position]) : null;
    return { items: await this.details.of(page), nextCursor, ...freshness };
  }
}
