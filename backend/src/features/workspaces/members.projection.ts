import type { Projection } from '../../../following/projection.js';

export const MEMBERS_MODEL = 'members';

/**
 * Who belongs to which workspace, and who was invited. Names and addresses stay sealed. An invitation that was accepted stays, without
 * its address, as long as it is why somebody is a member: its link, opened once more, still says so.
 */
export const membersProjection: Projection = {
  name: MEMBERS_MODEL,
  version: 2,
  eventTypes: [
    'workspace.Created.v1',
    'workspace.Renamed.v1',
    'workspace.MemberInvited.v1',
    'workspace.InvitationRevoked.v1',
    'workspace.MemberJoined.v1',
    'workspace.MemberRoleChanged.v1',
    'workspace.MemberRemoved.v1',
  ],
  tables: `
    create table workspaces (
      id text primary key,
      name text not null,
      made_at timestamptz(3) not null
    );
    create table members (
      workspace_id text not null,
      account_id uuid not null,
      role text not null,
      joined_at timestamptz(3) not null,
      primary key (workspace_id, account_id)
    );
    create index on members (account_id, joined_at);
    create table invitations (
      id uuid primary key,
      workspace_id text not null,
      email text not null,
      role text not null,
      invited_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      accepted_by uuid
    );
    create index on invitations (workspace_id, invited_at) where accepted_by is null;
    create index on invitations (workspace_id, accepted_by);
  `,
  async apply(events, sql) {
    const moved = new Set<string>();
    for (const { type, data, metadata } of events) {
      if (!('workspaceId' in data)) continue;
      const { workspaceId } = data;
      const at = metadata.occurredAt;
      const join = (accountId: string, role: string) =>
        sql.run(
          `insert into members (workspace_id, account_id, role, joined_at) values ($1, $2, $3, $4)
           on conflict (workspace_id, account_id) do update set role = excluded.role`,
          [workspaceId, accountId, role, at],
        );
      const uninvite = (id: string) => sql.run('delete from invitations where id = $1', [id]);
      if (type === 'workspace.Created.v1') {
        await sql.run(
          'insert into workspaces (id, name, made_at) values ($1, $2, $3) on conflict (id) do nothing',
          [workspaceId, data.name, at],
        );
        await join(data.ownerId, 'owner');
      } else if (type === 'workspace.Renamed.v1')
        await sql.run('update workspaces set name = $2 where id = $1', [workspaceId, data.name]);
      else if (type === 'workspace.MemberInvited.v1')
        await sql.run(
          `insert into invitations (id, workspace_id, email, role, invited_at, expires_at) values ($1, $2, $3, $4, $5, $6)
           on conflict (id) do nothing`,
          [data.invitationId, workspaceId, data.email, data.role, at, data.expiresAt],
        );
      else if (type === 'workspace.InvitationRevoked.v1') await uninvite(data.invitationId);
      else if (type === 'workspace.MemberJoined.v1') {
        await sql.run("update invitations set accepted_by = $2, email = '' where id = $1", [
          data.invitationId,
          data.accountId,
        ]);
        await join(data.accountId, data.role);
      } else if (type === 'workspace.MemberRoleChanged.v1')
        await sql.run('update members set role = $3 where workspace_id = $1 and account_id = $2', [
          workspaceId,
          data.accountId,
          data.role,
        ]);
      else if (type === 'workspace.MemberRemoved.v1') {
        const member = [workspaceId, data.accountId];
        await sql.run('delete from members where workspace_id = $1 and account_id = $2', member);
        await sql.run('delete from invitations where workspace_id = $1 and accepted_by = $2', member);
      } else continue;
      moved.add(workspaceId);
    }
    return [...moved];
  },
};
