import { Injectable } from '@nestjs/common';
import type { Asker } from '../../../contracts/events/asked.js';
import type { Role } from '../../../contracts/values/role.js';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { Sealing } from '../../platform/privacy/sealing.js';
import type { Members } from '../../platform/security/caller.js';
import { MEMBERS_MODEL } from './members.projection.js';
import { homeOf, workspaceEvent } from './workspace.decider.js';
import { Workspaces } from './workspaces.js';

/** What the gate and signing in ask about members. */
@Injectable()
export class Membership implements Members {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly workspaces: Workspaces,
    private readonly sealing: Sealing,
  ) {}

  async roleOf(accountId: string, workspaceId: string): Promise<Role | undefined> {
    const [member] = await this.tables.read<{ role: Role }>(
      MEMBERS_MODEL,
      (schema) => `select role from ${schema}.members where workspace_id = $1 and account_id = $2`,
      [workspaceId, accountId],
    );
    return member?.role;
  }

  async workspacesOf(accountId: string): Promise<readonly string[]> {
    const found = await this.tables.read<{ id: string }>(
      MEMBERS_MODEL,
      (schema) =>
        `select workspace_id as id from ${schema}.members where account_id = $1 order by joined_at, workspace_id`,
      [accountId],
    );
    return found.map(({ id }) => id);
  }

  async welcome(
    accountId: string,
    name: string,
    asked: Asker,
    workspaceId: string = homeOf(accountId),
  ): Promise<void> {
    await this.workspaces.decide(workspaceId, (state) =>
      state
        ? []
        : [
            workspaceEvent(
              'workspace.Created.v1',
              // Called after its person, and sealed for them: erased with them, also where others share it.
              { workspaceId, name: this.sealing.seal(accountId, name), ownerId: accountId },
              asked,
            ),
          ],
    );
  }
}
