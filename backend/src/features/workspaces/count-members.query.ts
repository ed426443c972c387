import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { Quotas } from '../../platform/quotas/quotas.js';
import { CLOCK, type Clock } from '../../platform/tokens.js';
import { MEMBERS_MODEL } from './members.projection.js';

/**
 * Says to the quotas who takes a place in a workspace: its members, and whoever may still become one by an invitation. So the meter is
 * full exactly where nobody more can be invited.
 */
@Injectable()
export class CountMembers implements OnModuleInit {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly quotas: Quotas,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.quotas.countBy('members', (workspace) => this.idsOf(workspace));
  }

  private async idsOf(workspace: string): Promise<string[]> {
    const taken = await this.tables.read<{ id: string }>(
      MEMBERS_MODEL,
      (schema) => `
        select account_id::text as id from ${schema}.members where workspace_id = $1
        union all
        select id::text from ${schema}.invitations
         where workspace_id = $1 and accepted_by is null and expires_at > $2::timestamptz`,
      [workspace, new Date(this.clock()).toISOString()],
    );
    return taken.map(({ id }) => id);
  }
}
