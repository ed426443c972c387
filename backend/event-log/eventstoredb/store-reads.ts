import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import type { StoredEvent } from '../codec/stored-event.js';
import { EventLogUnavailable } from '../errors.js';
import { asUnavailable, isAbsentStream, isNoSuchPosition } from './store-errors.js';
import type { StoreConnection } from './store-connection.js';

/** Events of a stream from a revision on, nothing where there is no stream. */
export async function* readStoredStream(
  connection: StoreConnection,
  stream: string,
  from: number,
): AsyncGenerator<StoredEvent, void, undefined> {
  const start = (client: EventStoreDBClient) =>
    client.readStream(stream, { direction: FORWARDS, fromRevision: BigInt(from) });
  try {
    for await (const resolved of whole(connection, `reading ${stream}`, start)) {
      const stored = storedEvent(resolved);
      if (stored) yield stored;
    }
  } catch (error) {
    if (!(error instanceof EventLogUnavailable && isAbsentStream(error.cause))) throw error;
  }
}

/** Events of `$all`, the store's own among them. A place to start from is included forwards, excluded backwards. */
export async function* readStoredAll(
  connection: StoreConnection,
  options: { from?: bigint; backwards?: boolean; maxCount?: number; deadlineMs?: number },
): AsyncGenerator<StoredEvent, void, undefined> {
  const { from, backwards = false, maxCount } = options;
  const edge = backwards ? END : START;
  const start = (client: EventStoreDBClient) =>
    client.readAll({
      direction: backwards ? BACKWARDS : FORWARDS,
      fromPosition: from === undefined ? edge : { commit: from, prepare: from },
      ...(maxCount === undefined ? {} : { maxCount }),
    });
  try {
    for await (const resolved of whole(connection, 'reading the log', start)) {
      const stored = storedEvent(resolved);
      if (stored) yield stored;
    }
  } catch (error) {
    if (error instanceof EventLogUnavailable && isNoSuchPosition(error.cause))
      throw new RangeError(`no event stands at position ${from}`, { cause: error });
    throw error;
  }
}

/** Everything that a read gives, or an error: never a silently shortened one. Leaving the loop ends the call. */
async function* whole<E>(
  connection: StoreConnection,
  doing: string,
  start: (client: EventStoreDBClient) => StreamingRead<E>,
): AsyncGenerator<E, void, undefined> {
  const line = connection.line();
  const read = start(line.client);
  // The client emits errors on it even after the loop below has left, where no other listener stands.
  read.on('error', () => undefined);
  try {
    for await (const item of read) yield item;
  } catch (cause) {
    const error = asUnavailable(doing, cause);
    if (isConnectionLoss(cause)) connection.retire(line, error);
    throw error;
  } finally {
    void read.cancel().catch(() => undefined); // it fails only where the call never began
  }
  if (line.retired) throw new EventLogUnavailable(`the connection was lost while ${doing}`);
}

/** UNAVAILABLE or cancelled by the server, as the client and gRPC report them. */
export function isConnectionLoss(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 14 || error.code === 1);
}

export function storedEvent({ event }: AllStreamResolvedEvent | ResolvedEvent): StoredEvent | undefined {
  if (!event) return undefined; // a link to an event that was deleted
  const recorded = event as AllStreamRecordedEvent;
  return {
    id: recorded.id,
    type: recorded.type,
    stream: recorded.streamId,
    revision: Number(recorded.revision),
    position: recorded.position.commit,
    data: recorded.data,
    metadata: recorded.metadata,
  };
}
