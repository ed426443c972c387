import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Role } from '../../../contracts/values/role.js';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { Cursors } from '../../platform/http/cursors.js';
import { Sealing } from '../../platform/privacy/sealing.js';
import { isoOf, pageOf, placeOf, type PageWanted } from './keyset-page.js';
import { MEMBERS_MODEL } from './members.projection.js';
import type { WorkspacePage } from './workspaces.dto.js';

/** Those that somebody belongs to, the first joined first. */
export class ListWorkspaces extends Query<WorkspacePage> {
  constructor(
    readonly accountId: string,
    readonly current: string,
    readonly page: PageWanted,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly joinedAt: string;
}

@QueryHandler(ListWorkspaces)
export class ListWorkspacesHandler implements IQueryHandler<ListWorkspaces> {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
    private readonly cursors: Cursors,
    private readonly sealing: Sealing,
  ) {}

  async execute({ accountId, current, page }: ListWorkspaces): Promise<WorkspacePage> {
    const list = `workspaces of ${accountId}`;
    const place = placeOf(this.cursors, list, page.cursor);
    const freshness = await this.fresh.waitFor(MEMBERS_MODEL, page.minPosition);
    const found = await this.tables.read<Row>(
      MEMBERS_MODEL,
      (schema) => `
        select workspace.id, workspace.name, member.role, ${isoOf('member.joined_at')} as "joinedAt"
          from ${schema}.members member join ${schema}.workspaces workspace on workspace.id = member.workspace_id
         where member.account_id = $1
           and ($2::timestamptz is null or (member.joined_at, member.workspace_id) > ($2::timestamptz, $3))
         order by member.joined_at, member.workspace_id
         limit $4`,
      [accountId, ...place, page.limit + 1],
    );
    const { rows, nextCursor } = pageOf(this.cursors, list, page.limit, found, ({ joinedAt, id }) => [
      joinedAt,
      id,
    ]);
    const items = rows.map((row) => ({
      ...row,
      name: this.sealing.openOrErased(row.name),
      isCurrent: row.id === current,
    }));
    return { items, nextCursor, ...freshness };
  }
}
