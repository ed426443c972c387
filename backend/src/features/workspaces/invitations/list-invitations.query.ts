import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Role } from '../../../../contracts/values/role.js';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { Cursors } from '../../../platform/http/cursors.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { isoOf, pageOf, placeOf, type PageWanted } from '../keyset-page.js';
import { MEMBERS_MODEL } from '../members.projection.js';
import type { InvitationPage } from '../workspaces.dto.js';

/** Those that were neither accepted nor taken back, the expired too: the newest first. */
export class ListInvitations extends Query<InvitationPage> {
  constructor(
    readonly workspaceId: string,
    readonly page: PageWanted,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedAt: string;
  readonly expiresAt: string;
}

@QueryHandler(ListInvitations)
export class ListInvitationsHandler implements IQueryHandler<ListInvitations> {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
    private readonly cursors: Cursors,
    private readonly sealing: Sealing,
  ) {}

  async execute({ workspaceId, page }: ListInvitations): Promise<InvitationPage> {
    const list = `invitations of ${workspaceId}`;
    const place = placeOf(this.cursors, list, page.cursor);
    const freshness = await this.fresh.waitFor(MEMBERS_MODEL, page.minPosition);
    const found = await this.tables.read<Row>(
      MEMBERS_MODEL,
      (schema) => `
        select id, email, role, ${isoOf('invited_at')} as "invitedAt", ${isoOf('expires_at')} as "expiresAt"
          from ${schema}.invitations
         where workspace_id = $1 and accepted_by is null
           and ($2::timestamptz is null or (invited_at, id) < ($2::timestamptz, $3::uuid))
         order by invited_at desc, id desc
         limit $4`,
      [workspaceId, ...place, page.limit + 1],
    );
    const { rows, nextCursor } = pageOf(this.cursors, list, page.limit, found, ({ invitedAt, id }) => [
      invitedAt,
      id,
    ]);
    const items = rows.map((row) => ({ ...row, email: this.sealing.openOrErased(row.email) }));
    return { items, nextCursor, ...freshness };
  }
}
