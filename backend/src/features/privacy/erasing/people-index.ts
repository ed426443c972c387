import type { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { EVENT_INDEX } from '../../../platform/privacy/event-index.js';

/** Where traces of a person are, by the index of events. */
export class PeopleIndex {
  constructor(private readonly tables: ProjectionTables) {}

  /** Every workspace that they were ever a member of. */
  async workspacesEver(accountId: string): Promise<readonly string[]> {
    const found = await this.tables.read<{ id: string }>(
      EVENT_INDEX,
      (schema) => `select distinct workspace as id from ${schema}.people where account_id = $1 order by 1`,
      [accountId],
    );
    return found.map(({ id }) => id);
  }

  /** Streams of the API keys that they made. */
  keysOfPerson(accountId: string): Promise<readonly string[]> {
    return this.keyStreams('about = $1::uuid', accountId);
  }

  keysOfWorkspace(workspaceId: string): Promise<readonly string[]> {
    return this.keyStreams('workspace = $1', workspaceId);
  }

  /** Invitations that were sent to the address, or through which they came: each has a key of its own. */
  invitationsOf(accountId: string, emailHash: string): Promise<readonly { id: string; workspace: string }[]> {
    return this.tables.read<{ id: string; workspace: string }>(
      EVENT_INDEX,
      (schema) => `
        select invitation_id as id, workspace from ${schema}.invited where account_id = $1
        union
        select invitation_id, workspace from ${schema}.invited where email_hash = $2`,
      [accountId, emailHash],
    );
  }

  async invitationsTo(workspaceId: string): Promise<readonly string[]> {
    const found = await this.tables.read<{ id: string }>(
      EVENT_INDEX,
      (schema) => `select invitation_id as id from ${schema}.invited where workspace = $1`,
      [workspaceId],
    );
    return found.map(({ id }) => id);
  }

  private async keyStreams(which: string, value: string): Promise<readonly string[]> {
    const found = await this.tables.read<{ stream: string }>(
      EVENT_INDEX,
      (schema) =>
        `select stream from ${schema}.events where ${which} and type = 'workspace.ApiKeyIssued.v1' order by position`,
      [value],
    );
    return found.map(({ stream }) => stream);
  }
}
