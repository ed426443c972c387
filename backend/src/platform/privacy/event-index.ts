import { catalogue, type DataOf, type EventType } from '../../../contracts/events/catalogue.js';
import type { AnyRecordedEvent } from '../../../event-log/event-log.js';
import type { Projection, ProjectionSql } from '../../../following/projection.js';

export const EVENT_INDEX = 'audit';

/** What people and their programs do. Looks at public pages are nobody's. */
const CONTEXTS = /^(account|workspace|tracking|research|subscription|alert)\./;
const SINGLE: readonly EventType[] = [
  'collection.CrawlRequested.v1',
  'observation.MetricsReported.v1',
  'observation.Retracted.v1',
];
const INDEXED = (Object.keys(catalogue) as EventType[]).filter(
  (type) => CONTEXTS.test(type) || SINGLE.includes(type),
);

/**
 * Which events concern whom: where in the log to look for what a person did, and for what was done about them. Holds ids and sealed
 * texts only; what an event says is read from the log. The audit lists by it, a person's export and erasure are found by it.
 */
export const eventIndexProjection: Projection = {
  name: EVENT_INDEX,
  version: 1,
  eventTypes: INDEXED,
  tables: `
    create table events (
      position bigint primary key,
      stream text not null,
      revision bigint not null,
      type text not null,
      workspace text,
      actor text not null,
      about uuid,
      recorded_at timestamptz(3) not null
    );
    create table people (
      workspace text not null,
      account_id uuid not null,
      since bigint not null,
      until bigint,
      primary key (workspace, account_id, since)
    );
    create table actor_names (
      actor text primary key,
      name text not null,
      position bigint not null
    );
    create table invited (
      invitation_id uuid primary key,
      workspace text not null,
      email_hash text not null,
      account_id uuid
    );
  `,
  indexes: `
    create index if not exists events_of_workspace on events (workspace, position desc);
    create index if not exists events_of_actor on events (actor, position desc);
    create index if not exists events_about on events (about, position desc) where about is not null;
    create index if not exists events_of_stream on events (stream, position desc);
    create index if not exists workspaces_of on people (account_id);
    create index if not exists invited_address on invited (email_hash);
    create index if not exists invited_account on invited (account_id);
  `,
  async apply(events, sql) {
    await sql.run(
      `insert into events (position, stream, revision, type, workspace, actor, about, recorded_at)
       select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::timestamptz[])
       on conflict (position) do nothing`,
      [
        events.map(({ position }) => String(position)),
        events.map(({ stream }) => stream),
        events.map(({ revision }) => revision),
        events.map(({ type }) => type),
        events.map(({ metadata }) => metadata.workspace ?? null),
        events.map(({ metadata }) => metadata.actor),
        events.map(aboutWhom),
        events.map(({ metadata }) => metadata.recordedAt),
      ],
    );
    for (const event of events) await rememberPeople(event, sql);
    return [];
  },
};

/** The account that an event is about, beside whoever did it. */
function aboutWhom({ data }: AnyRecordedEvent): string | null {
  if ('accountId' in data) return data.accountId;
  return 'ownerId' in data ? data.ownerId : null;
}

async function rememberPeople({ type, data, position }: AnyRecordedEvent, sql: ProjectionSql): Promise<void> {
  const at = String(position);
  const named = (actor: string, name: string) =>
    sql.run(
      `insert into actor_names (actor, name, position) values ($1, $2, $3)
       on conflict (actor) do update set name = excluded.name, position = excluded.position
        where actor_names.position < excluded.position`,
      [actor, name, at],
    );
  const joined = (workspace: string, accountId: string) =>
    sql.run('insert into people (workspace, account_id, since) values ($1, $2, $3) on conflict do nothing', [
      workspace,
      accountId,
      at,
    ]);
  if (type === 'account.Registered.v1' || type === 'account.NameChanged.v1')
    await named(data.accountId, data.name);
  else if (type === 'workspace.ApiKeyIssued.v1') await named(`api-key-${data.keyId}`, data.name);
  else if (type === 'workspace.Created.v1') await joined(data.workspaceId, data.ownerId);
  else if (type === 'workspace.MemberInvited.v1') await invited(data, sql);
  else if (type === 'workspace.MemberJoined.v1') {
    await joined(data.workspaceId, data.accountId);
    await sql.run('update invited set account_id = $2 where invitation_id = $1', [
      data.invitationId,
      data.accountId,
    ]);
  } else if (type === 'workspace.MemberRemoved.v1')
    await sql.run(
      'update people set until = $3 where workspace = $1 and account_id = $2 and until is null and since < $3::bigint',
      [data.workspaceId, data.accountId, at],
    );
}

const invited = (data: DataOf<'workspace.MemberInvited.v1'>, sql: ProjectionSql) =>
  sql.run(
    'insert into invited (invitation_id, workspace, email_hash) values ($1, $2, $3) on conflict do nothing',
    [data.invitationId, data.workspaceId, data.emailHash],
  );
