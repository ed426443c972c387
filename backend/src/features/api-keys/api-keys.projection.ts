import type { Projection } from '../../../following/projection.js';

export const API_KEYS_MODEL = 'api-keys';

/**
 * Keys that open something. Those of a member who was removed are gone with them, and do not come back if they do. When a key was used
 * last is not an event, and is kept elsewhere.
 */
export const apiKeysProjection: Projection = {
  name: API_KEYS_MODEL,
  version: 1,
  eventTypes: ['workspace.ApiKeyIssued.v1', 'workspace.ApiKeyRevoked.v1', 'workspace.MemberRemoved.v1'],
  tables: `
    create table api_keys (
      id uuid primary key,
      workspace_id text not null,
      account_id uuid not null,
      name text not null,
      secret_hash text not null,
      scope text not null,
      issued_at timestamptz(3) not null,
      expires_at timestamptz(3)
    );
    create index on api_keys (workspace_id, issued_at desc, id desc);
  `,
  async apply(events, sql) {
    const moved: string[] = [];
    for (const { type, data, metadata } of events) {
      if (type === 'workspace.ApiKeyIssued.v1')
        await sql.run(
          `insert into api_keys (id, workspace_id, account_id, name, secret_hash, scope, issued_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
          [
            data.keyId,
            data.workspaceId,
            data.accountId,
            data.name,
            data.secretHash,
            data.scope,
            metadata.occurredAt,
            data.expiresAt,
          ],
        );
      else if (type === 'workspace.ApiKeyRevoked.v1')
        await sql.run('delete from api_keys where id = $1', [data.keyId]);
      else if (type === 'workspace.MemberRemoved.v1') {
        const gone = await sql.run<{ id: string }>(
          'delete from api_keys where workspace_id = $1 and account_id = $2 returning id',
          [data.workspaceId, data.accountId],
        );
        moved.push(...gone.map(({ id }) => id));
        continue;
      } else continue;
      moved.push(data.keyId);
    }
    return moved;
  },
};
