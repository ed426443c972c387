import { randomUUID } from 'node:crypto';
import type { Asker } from '../../contracts/events/asked.js';
import type { AnyNewEvent, AnyRecordedEvent, EventLog } from '../../event-log/event-log.js';
import { emailSchema } from '../../contracts/values/email.js';
import { connectEventLog } from '../../event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../../following/database/connect-orm.js';
import { LiveBuilds } from '../../following/waiting/live-builds.js';
import { Notices } from '../../following/waiting/notices.js';
import { Accounts } from '../features/accounts/accounts.js';
import { ACCOUNTS } from '../features/accounts/accounts.projection.js';
import { EndSessions, EndSessionsHandler } from '../features/accounts/sessions/end-sessions.command.js';
import { SessionStore } from '../features/accounts/sessions/session-store.js';
import { ProjectionTables } from '../platform/database/projection-tables.js';
import { decideOn, told } from '../platform/event-log/decide-on.js';
import { Sealing } from '../platform/privacy/sealing.js';
import { openRing, ringPlace } from './opened-ring.js';
import { serverAddress } from './servers.js';
import { UsageError } from './usage.js';

const ACTOR = 'operator-cli';

/** `users list | make-operator EMAIL | end-operator EMAIL | end-sessions EMAIL`. */
export async function usersCommand([action = 'list', email]: string[]): Promise<void> {
  if (!['list', 'make-operator', 'end-operator', 'end-sessions'].includes(action))
    throw new UsageError(`users ${action} is not known`);
  const ring = openRing(ringPlace());
  const sealing = new Sealing(ring);
  try {
    if (action === 'list') await listUsers(sealing);
    else if (action === 'end-sessions') await endSessions(sealing, addressOf(email));
    else await changeOperator(sealing, action === 'make-operator', addressOf(email));
  } finally {
    ring.close();
  }
}

function addressOf(text: string | undefined): string {
  const read = emailSchema.safeParse(text);
  if (!read.success) throw new UsageError('EMAIL of the account is missing, or is no address');
  return read.data;
}

interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly isOperator: boolean;
  readonly isVerified: boolean;
  readonly isClosed: boolean;
}

async function listUsers(sealing: Sealing): Promise<void> {
  const orm = await connectOrm(serverAddress('DATABASE_URL'), { poolSize: 2 });
  try {
    const notices = await Notices.connect(orm);
    const tables = new ProjectionTables(orm, await LiveBuilds.listen(orm, notices));
    const found = await tables.read<UserRow>(
      ACCOUNTS,
      (schema) => `
        select id, email, name, is_operator as "isOperator", is_verified as "isVerified", is_closed as "isClosed"
          from ${schema}.accounts order by registered_at, id`,
    );
    for (const { id, email, name, isOperator, isVerified, isClosed } of found) {
      const notes = [isOperator && 'operator', !isVerified && 'address not proved', isClosed && 'closed'];
      const columns = [
        id,
        sealing.openOrErased(email),
        sealing.openOrErased(name),
        notes.filter(Boolean).join(', '),
      ];
      process.stdout.write(`${columns.join('  ').trimEnd()}\n`);
    }
    await notices.close();
  } finally {
    await orm.close();
  }
}

async function changeOperator(sealing: Sealing, shouldOperate: boolean, email: string): Promise<void> {
  const log = connectEventLog(serverAddress('EVENTSTORE_URL'));
  try {
    const accountId = await accountOf(log, sealing, email);
    const id = randomUUID();
    const metadata = {
      correlationId: id,
      causationId: id,
      occurredAt: new Date().toISOString(),
      actor: ACTOR,
      producer: 'cli/1',
    };
    const changed: AnyNewEvent = shouldOperate
      ? { id, type: 'account.OperatorAppointed.v1', data: { accountId }, metadata }
      : { id, type: 'account.OperatorDismissed.v1', data: { accountId }, metadata };
    await decideOn(log, `account-${accountId}`, false, evolveOperator, ({ state }) =>
      state === shouldOperate ? [] : [changed],
    );
    process.stdout.write(shouldOperate ? 'they run the platform now\n' : 'they run the platform no more\n');
  } finally {
    await log.close();
  }
}

/** Signs every device of a person out, as the person could; the API hears of it within a second. */
async function endSessions(sealing: Sealing, email: string): Promise<void> {
  const log = connectEventLog(serverAddress('EVENTSTORE_URL'));
  const orm = await connectOrm(serverAddress('DATABASE_URL'), { poolSize: 1 });
  try {
    const accountId = await accountOf(log, sealing, email);
    const ending = new EndSessionsHandler(new SessionStore(orm), new Accounts(log, sealing));
    const asked: Asker = { requestId: randomUUID(), actor: ACTOR, at: new Date().toISOString() };
    const count = await ending.execute(new EndSessions(accountId, {}, 'ended-by-operator', asked));
    process.stdout.write(`${count} ${count === 1 ? 'device is' : 'devices are'} signed out\n`);
  } finally {
    await Promise.all([log.close(), orm.close()]);
  }
}

/** @throws Error in words where nobody has it */
async function accountOf(log: EventLog, sealing: Sealing, email: string): Promise<string> {
  const { state } = await told<string | undefined>(
    log,
    `emailAddress-${sealing.fingerprint('e-mail addresses', email)}`,
    undefined,
    (holder, { type, data }) => {
      if (type === 'account.EmailReserved.v1') return data.accountId;
      return type === 'account.EmailReleased.v1' ? undefined : holder;
    },
  );
  if (state === undefined) throw new Error('nobody has an account with this address');
  return state;
}

function evolveOperator(state: boolean, { type }: AnyRecordedEvent): boolean {
  if (type === 'account.OperatorAppointed.v1') return true;
  return type === 'account.OperatorDismissed.v1' ? false : state;
}
