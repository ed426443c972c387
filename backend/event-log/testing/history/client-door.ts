import {
  ANY,
  BACKWARDS,
  END,
  ErrorType,
  EventStoreDBClient,
  eventTypeFilter,
  FORWARDS,
  isCommandError,
  jsonEvent,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  type AllStreamRecordedEvent,
  type AllStreamSubscription,
  type AppendExpectedRevision,
  type StreamSubscription,
} from '@eventstore/db-client';
import type { ExpectedRevision } from '../../event-log.js';
import { closeClient } from '../../eventstoredb/client-doors.js';
import type {
  AppendOutcome,
  Delivery,
  ReadOutcome,
  ReadRange,
  Refused,
  RemoveOutcome,
  SeenEvent,
  SentEvent,
  SubscriptionEnd,
  Unknown,
  Wanted,
} from './history.js';
import { canonicalJson } from './canonical-json.js';
import type { OpenSubscription, StoreDoor } from './store-door.js';

const UNKNOWN: Unknown = { kind: 'unknown' };

/** A store through the client that everybody uses. Bodies are JSON, in its canonical form. */
export class ClientDoor implements StoreDoor {
  readonly #client: EventStoreDBClient;

  constructor(connectionString: string) {
    this.#client = EventStoreDBClient.connectionString(connectionString);
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly SentEvent[],
  ): Promise<AppendOutcome> {
    const proposed = events.map(({ id, type, body }) => jsonEvent({ id, type, data: jsonOf(body) }));
    try {
      const expectedRevision = expectationOf(expected);
      const result = await this.#client.appendToStream(stream, proposed, { expectedRevision });
      const position = result.position?.commit ?? -1n;
      return { kind: 'stored', revision: Number(result.nextExpectedRevision), position };
    } catch (error) {
      return refusalIn(error);
    }
  }

  async remove(
    stream: string,
    how: 'soft-delete' | 'tombstone',
    expected: ExpectedRevision,
  ): Promise<RemoveOutcome> {
    if (expected === 'stream-exists') throw new RangeError('the client cannot say this of a delete');
    const expectedRevision = expectationOf(expected) as bigint | typeof ANY | typeof NO_STREAM;
    const options = { expectedRevision };
    try {
      const result = await (how === 'tombstone'
        ? this.#client.tombstoneStream(stream, options)
        : this.#client.deleteStream(stream, options));
      return { kind: 'removed', position: result.position?.commit ?? -1n };
    } catch (error) {
      return refusalIn(error);
    }
  }

  async read(range: ReadRange): Promise<ReadOutcome> {
    const events: SeenEvent[] = [];
    const { limit = Infinity } = range;
    try {
      for await (const { event } of this.#reading(range)) {
        if (!event) continue;
        const seen = seenEvent(event as AllStreamRecordedEvent);
        if (range.of === '$all' && seen.position <= (range.after ?? -1n)) continue;
        events.push(seen);
        if (events.length >= limit) break;
      }
      return { kind: 'read', events };
    } catch (error) {
      if (!(error instanceof Error && isCommandError(error))) return UNKNOWN;
      if (error.type === ErrorType.STREAM_NOT_FOUND) return { kind: 'absent' };
      return error.type === ErrorType.STREAM_DELETED ? { kind: 'deleted' } : UNKNOWN;
    }
  }

  subscribe(wanted: Wanted, deliver: (delivery: Delivery) => void): OpenSubscription {
    const subscription = this.#subscription(wanted);
    subscription.on('data', ({ event }: { event?: AllStreamRecordedEvent }) => {
      if (event) deliver({ kind: 'event', event: seenEvent(event) });
    });
    subscription.on('caughtUp', () => deliver({ kind: 'caught-up' }));
    let isStopped = false;
    const ended = new Promise<SubscriptionEnd>((resolve) => {
      subscription.on('end', () => resolve(isStopped ? 'stopped' : 'broken'));
      subscription.on('error', (error) => {
        const isDeleted = isCommandError(error) && error.type === ErrorType.STREAM_DELETED;
        resolve(isDeleted ? 'stream-deleted' : isStopped ? 'stopped' : 'broken');
      });
    });
    const stop = () => {
      isStopped = true;
      void subscription.unsubscribe();
    };
    return { stop, ended };
  }

  close(): Promise<void> {
    return closeClient(this.#client);
  }

  #reading(range: ReadRange) {
    const { backwards = false, limit } = range;
    const direction = backwards ? BACKWARDS : FORWARDS;
    const edge = backwards ? END : START;
    if (range.of === 'stream') {
      const fromRevision = range.from === undefined ? edge : BigInt(range.from);
      const maxCount = limit === undefined ? {} : { maxCount: limit };
      return this.#client.readStream(range.stream, { direction, fromRevision, ...maxCount });
    }
    const { after } = range;
    const fromPosition = after === undefined ? edge : { commit: after, prepare: after };
    // A read from a place includes it, so that it needs one more.
    const maxCount = limit === undefined ? {} : { maxCount: limit + 1 };
    return this.#client.readAll({ direction, fromPosition, ...maxCount });
  }

  #subscription(wanted: Wanted): StreamSubscription & AllStreamSubscription {
    const { after } = wanted;
    if (wanted.of === 'stream') {
      const fromRevision = after === undefined ? START : BigInt(after);
      return this.#client.subscribeToStream(wanted.stream, { fromRevision }) as never;
    }
    const { typePrefixes } = wanted;
    const place = wanted.after === undefined ? START : { commit: wanted.after, prepare: wanted.after };
    const filter =
      typePrefixes === undefined ? {} : { filter: eventTypeFilter({ prefixes: [...typePrefixes] }) };
    return this.#client.subscribeToAll({ fromPosition: place, ...filter });
  }
}

const jsonOf = (body: string): Record<string, unknown> => JSON.parse(body) as Record<string, unknown>;

function seenEvent(event: AllStreamRecordedEvent): SeenEvent {
  const { id, type, streamId, revision, position, data } = event;
  const body = data instanceof Uint8Array ? Buffer.from(data).toString('utf8') : canonicalJson(data);
  return { id, type, stream: streamId, revision: Number(revision), position: position.commit, body };
}

function expectationOf(expected: ExpectedRevision): AppendExpectedRevision {
  switch (expected) {
    case 'any':
      return ANY;
    case 'no-stream':
      return NO_STREAM;
    case 'stream-exists':
      return STREAM_EXISTS;
    default:
      return BigInt(expected);
  }
}

function refusalIn(error: unknown): Refused | Unknown {
  if (!(error instanceof Error && isCommandError(error))) return UNKNOWN;
  if (error.type === ErrorType.STREAM_DELETED) return { kind: 'refused', reason: 'stream-deleted' };
  if (error.type !== ErrorType.WRONG_EXPECTED_VERSION) return UNKNOWN;
  const { actualVersion } = error as unknown as { actualVersion?: bigint | number | 'no_stream' };
  const isThere = actualVersion !== undefined && actualVersion !== 'no_stream' && Number(actualVersion) >= 0;
  return {
    kind: 'refused',
    reason: 'wrong-revision',
    actual: isThere ? Number(actualVersion) : 'no-stream',
  };
}
