import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Role } from '../../../../contracts/values/role.js';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { Cursors } from '../../../platform/http/cursors.js';
import { ERASED } from '../../../platform/privacy/sealing.js';
import { isoOf, pageOf, placeOf, type PageWanted } from '../keyset-page.js';
import { MEMBERS_MODEL } from '../members.projection.js';
import { People } from '../people.query.js';
import type { MemberPage } from '../workspaces.dto.js';

/** Who belongs to a workspace, the first joined first. */
export class ListMembers extends Query<MemberPage> {
  constructor(
    readonly workspaceId: string,
    readonly accountId: string,
    readonly page: PageWanted,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly role: Role;
  readonly joinedAt: string;
}

@QueryHandler(ListMembers)
export class ListMembersHandler implements IQueryHandler<ListMembers> {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
    private readonly cursors: Cursors,
    private readonly people: People,
  ) {}

  async execute({ workspaceId, accountId, page }: ListMembers): Promise<MemberPage> {
    const list = `members of ${workspaceId}`;
    const place = placeOf(this.cursors, list, page.cursor);
    const freshness = await this.fresh.waitFor(MEMBERS_MODEL, page.minPosition);
    const found = await this.tables.read<Row>(
      MEMBERS_MODEL,
      (schema) => `
        select account_id as id, role, ${isoOf('joined_at')} as "joinedAt"
          from ${schema}.members
         where workspace_id = $1
           and ($2::timestamptz is null or (joined_at, account_id) > ($2::timestamptz, $3::uuid))
         order by joined_at, account_id
         limit $4`,
      [workspaceId, ...place, page.limit + 1],
    );
    const { rows, nextCursor } = pageOf(this.cursors, list, page.limit, found, ({ joinedAt, id }) => [
      joinedAt,
      id,
    ]);
    const people = await this.people.named(rows.map(({ id }) => id));
    const items = rows.map(({ id, role, joinedAt }) => {
      const { name, email } = people.get(id) ?? { name: ERASED, email: ERASED };
      return { id, name, email, role, joinedAt, isYou: id === accountId };
    });
    return { items, nextCursor, ...freshness };
  }
}
