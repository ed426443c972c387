import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredEvent } from '../codec/stored-event.js';
import { EventLogUnavailable } from '../errors.js';
import { openRead, type ReadCall } from './client-doors.js';
import { allReadMessage, streamReadMessage } from './read-messages.js';
import { SilenceTimer } from './silence-timer.js';
import { asUnavailable, isConnectionLoss, isDeletedStream, isNoSuchPosition } from './store-errors.js';
import type { StoreConnection } from './store-connection.js';
import { deliveryOf } from './subscription-answers.js';

/** Events of a stream from a revision on, nothing where there is no stream. */
export async function* readStoredStream(
  connection: StoreConnection,
  stream: string,
  from: number,
): AsyncGenerator<StoredEvent, void, undefined> {
  try {
    yield* whole(connection, `reading ${stream}`, streamReadMessage(stream, from));
  } catch (error) {
    if (!(error instanceof EventLogUnavailable && isDeletedStream(error.cause))) throw error;
  }
}

/** Events of `$all`, the store's own among them. A place to start from is included forwards, excluded backwards. */
export async function* readStoredAll(
  connection: StoreConnection,
  options: { from?: bigint; backwards?: boolean; maxCount?: number },
): AsyncGenerator<StoredEvent, void, undefined> {
  const { from, backwards = false, maxCount } = options;
  try {
    yield* whole(connection, 'reading the log', allReadMessage(from, backwards, maxCount));
  } catch (error) {
    if (error instanceof EventLogUnavailable && isNoSuchPosition(error.cause))
      throw new RangeError(`no event stands at position ${from}`, { cause: error });
    throw error;
  }
}

/**
 * Everything that a read gives, or an error: never a silently shortened one. Leaving the loop ends the call.
 *
 * The client's own reads have no deadline, whatever is asked for, and end without an error when their call is
 * cancelled, as it is when another call of the same client fails.
 */
async function* whole(
  connection: StoreConnection,
  doing: string,
  request: ReadReq,
): AsyncGenerator<StoredEvent, void, undefined> {
  const line = connection.line();
  const timer = new SilenceTimer(connection.silenceMs, doing);
  const opening = openRead(line.client, request);
  try {
    const call = await timer.during(opening);
    timer.onLate((error) => call.destroy(error));
    for await (const message of call as AsyncIterable<Buffer>) {
      const delivery = deliveryOf(message);
      if (delivery?.kind !== 'event') continue;
      timer.pause(); // the reader may take its time
      yield withoutJson(delivery.event);
      timer.goOn();
    }
  } catch (cause) {
    const error = asUnavailable(doing, cause);
    if (timer.isLate || isConnectionLoss(cause)) connection.retire(line, error);
    throw error;
  } finally {
    timer.stop();
    opening.then(cancel, () => undefined); // it never began
  }
}

// The bytes are for followers, who read on and on; kept events would keep whole answers in memory.
function withoutJson({ dataJson: _dataJson, ...event }: StoredEvent): StoredEvent {
  return event;
}

function cancel(call: ReadCall): void {
  // Comes after the loop has left, where nobody else listens.
  call.on('error', () => undefined);
  call.cancel();
}
