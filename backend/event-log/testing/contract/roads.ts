import {
  EventStoreDBClient,
  type AppendExpectedRevision,
  type AppendResult,
  type Credentials,
} from '@eventstore/db-client';
import { closeClient } from '../../eventstoredb/client-doors.js';
import type { Happened, StoreUnderTest } from './contract-case.js';

/** The client appends through one BatchAppend stream, but through a call of its own when it is given credentials with it. */
export const appendUnary = (
  store: StoreUnderTest,
  stream: string,
  events: Happened[],
  expectedRevision: AppendExpectedRevision,
  deadline?: number,
): Promise<AppendResult> =>
  store.client.appendToStream(stream, events, {
    expectedRevision,
    credentials: credentialsOf(store),
    ...(deadline === undefined ? {} : { deadline }),
  });

/** Those of the connection string; a store without passwords does not look at them. */
function credentialsOf({ connectionString }: StoreUnderTest): Credentials {
  const { username, password } = new URL(connectionString.replace(/^[^:]+:/, 'http:'));
  return username === ''
    ? { username: 'admin', password: 'changeit' }
    : { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/**
 * Lends clients with a connection each: channels with equal settings would share one. They must not append in batches:
 * closing one would reject the waiting appends of every client in the process, which share one list of them.
 */
export async function withClients<T>(
  { connectionString }: StoreUnderTest,
  count: number,
  body: (clients: readonly EventStoreDBClient[]) => Promise<T>,
): Promise<T> {
  const joint = connectionString.includes('?') ? '&' : '?';
  const clients = Array.from({ length: count }, (_unused, n) =>
    EventStoreDBClient.connectionString(`${connectionString}${joint}keepAliveInterval=${20_000 + n}`),
  );
  try {
    return await body(clients);
  } finally {
    await Promise.all(clients.map(closeClient));
  }
}
