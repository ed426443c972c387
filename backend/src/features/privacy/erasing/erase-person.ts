import type { MikroORM } from '@mikro-orm/postgresql';
import type { Redis } from 'ioredis';
import type { AnyNewEvent, EventLog } from '../../../../event-log/event-log.js';
import { rows } from '../../../../following/database/database.js';
import type { FreshReads } from '../../../platform/database/fresh-reads.js';
import type { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { decideOn, told } from '../../../platform/event-log/decide-on.js';
import { EVENT_INDEX } from '../../../platform/privacy/event-index.js';
import type { KeyRing } from '../../../platform/privacy/key-ring.js';
import {
  accountStream,
  emailAddressStream,
  erasureEvent,
  evolveHolder,
  evolvePerson,
  externalIdentityStream,
  type Holder,
  type Person,
  type PersonState,
} from '../person.js';
import { forgetInRedis } from './forget-in-redis.js';
import { PeopleIndex } from './people-index.js';
import {
  evolveIsRevoked,
  evolveShared,
  takeOut,
  workspaceStream,
  type SharedWorkspaceState,
} from './shared-workspace.decider.js';

export interface ErasureParts {
  readonly eventLog: EventLog;
  readonly orm: MikroORM;
  readonly tables: ProjectionTables;
  readonly fresh: FreshReads;
  readonly ring: KeyRing;
  readonly redis: Redis;
}

const INDEX_WAIT_MS = 5_000;

/**
 * Erases a person whose account is closed. Each step may be repeated, and all of them are after a crash: what a later step needs to
 * know is forgotten after it. The destroyed key is the erasure; the rest takes away what would only be in the way.
 * @throws Error where something is away or the index lags: to be called again
 */
export async function erasePerson(parts: ErasureParts, accountId: string): Promise<void> {
  const { eventLog, ring } = parts;
  const { state: person } = await told<PersonState>(
    eventLog,
    accountStream(accountId),
    undefined,
    evolvePerson,
  );
  if (!person?.closed) return;
  const sessions = await endSessions(parts, person);
  await releaseNames(eventLog, person);
  // Before this the index does not know of every workspace, key and invitation.
  if (!(await parts.fresh.isAt(EVENT_INDEX, person.closed.position, INDEX_WAIT_MS)))
    throw new Error('the index of events does not know yet where the person was');
  const index = new PeopleIndex(parts.tables);
  const keys = await index.keysOfPerson(accountId);
  for (const stream of keys) await revokeKey(eventLog, person, stream);
  const workspaces = await index.workspacesEver(accountId);
  for (const workspaceId of workspaces) await leaveWorkspace(parts, index, person, workspaceId);
  await forgetInvitations(parts, index, person);
  ring.destroy(accountId);
  await appendAfter(eventLog, person, (state) =>
    state.isErased ? [] : [erasureEvent(person, { type: 'account.Erased.v1', data: { accountId } })],
  );
  await forgetInRedis(parts.redis, {
    names: [
      accountId,
      person.emailHash,
      ...person.identities.map(({ subjectHash }) => subjectHash),
      ...sessions,
      ...workspaces.map((id) => `idempotency:${id}:`),
    ],
    apiKeys: keys.map(idOf),
  });
  for (const table of ['sessions', 'used_codes'])
    await rows(parts.orm, `delete from security.${table} where account_id = $1`, [accountId]);
}

/** @returns every session of which something is known */
async function endSessions({ eventLog, orm }: ErasureParts, person: Person): Promise<readonly string[]> {
  const found = await rows<{ id: string; isOpen: boolean }>(
    orm,
    'select id, ended_at is null as "isOpen" from security.sessions where account_id = $1',
    [person.id],
  );
  const open = found.filter(({ isOpen }) => isOpen).map(({ id }) => id);
  await appendAfter(eventLog, person, ({ endedSessions }) =>
    open
      .filter((id) => !endedSessions.has(id))
      .map((sessionId) =>
        erasureEvent(
          person,
          { type: 'account.SessionEnded.v1', data: { accountId: person.id, sessionId, why: 'closed' } },
          { which: sessionId },
        ),
      ),
  );
  await rows(
    orm,
    'update security.sessions set ended_at = now() where account_id = $1 and ended_at is null',
    [person.id],
  );
  return found.map(({ id }) => id);
}

/** Before the key is destroyed: whoever comes next with the address or identity must get an account with a key of its own. */
async function releaseNames(eventLog: EventLog, person: Person): Promise<void> {
  const { id: accountId, emailHash, identities } = person;
  const free = (stream: string, released: AnyNewEvent) =>
    decideOn<Holder>(eventLog, stream, undefined, evolveHolder, ({ state }) =>
      state === accountId ? [released] : [],
    );
  const address = erasureEvent(person, { type: 'account.EmailReleased.v1', data: { accountId, emailHash } });
  await free(emailAddressStream(emailHash), address);
  for (const { provider, subjectHash } of identities) {
    const data = { accountId, provider, subjectHash };
    const identity = erasureEvent(
      person,
      { type: 'account.IdentityReleased.v1', data },
      { which: subjectHash },
    );
    await free(externalIdentityStream(subjectHash), identity);
  }
}

async function revokeKey(eventLog: EventLog, person: Person, stream: string): Promise<void> {
  for await (const { type, data } of eventLog.readStream(stream)) {
    if (type !== 'workspace.ApiKeyIssued.v1') return;
    const { workspaceId, keyId } = data;
    const revoked = erasureEvent(
      person,
      { type: 'workspace.ApiKeyRevoked.v1', data: { workspaceId, keyId } },
      { workspace: workspaceId, which: keyId },
    );
    await decideOn<boolean | undefined>(eventLog, stream, undefined, evolveIsRevoked, ({ state }) =>
      state === false ? [revoked] : [],
    );
    return;
  }
}

async function leaveWorkspace(
  { eventLog, ring }: ErasureParts,
  index: PeopleIndex,
  person: Person,
  workspaceId: string,
): Promise<void> {
  const stream = workspaceStream(workspaceId);
  await decideOn<SharedWorkspaceState>(eventLog, stream, undefined, evolveShared, ({ state }) =>
    takeOut(state, person),
  );
  const { state } = await told<SharedWorkspaceState>(eventLog, stream, undefined, evolveShared);
  if (!state || state.members.size > 0) return;
  for (const key of await index.keysOfWorkspace(workspaceId)) await revokeKey(eventLog, person, key);
  for (const invitation of await index.invitationsTo(workspaceId)) ring.destroy(invitation);
  ring.destroy(workspaceId);
}

/** The address that an invitation went to is sealed with a key of the invitation. */
async function forgetInvitations(
  { eventLog, ring }: ErasureParts,
  index: PeopleIndex,
  person: Person,
): Promise<void> {
  for (const { id: invitationId, workspace } of await index.invitationsOf(person.id, person.emailHash)) {
    const revoked = erasureEvent(
      person,
      { type: 'workspace.InvitationRevoked.v1', data: { workspaceId: workspace, invitationId } },
      { workspace, which: invitationId },
    );
    await decideOn<SharedWorkspaceState>(
      eventLog,
      workspaceStream(workspace),
      undefined,
      evolveShared,
      ({ state }) => (state?.openInvitations.has(invitationId) ? [revoked] : []),
    );
    ring.destroy(invitationId);
  }
}

async function appendAfter(
  eventLog: EventLog,
  { id }: Person,
  decide: (person: Person) => readonly AnyNewEvent[],
): Promise<void> {
  await decideOn<PersonState>(eventLog, accountStream(id), undefined, evolvePerson, ({ state }) =>
    state ? decide(state) : [],
  );
}

const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
