import { createProductCodec } from '../codec/event-codec.js';
import type { EncodedEvent } from '../codec/stored-event.js';
import { EventLogUnavailable } from '../errors.js';
import type {
  AnyNewEvent,
  AnyRecordedEvent,
  AppendResult,
  EventLog,
  ExpectedRevision,
  Followed,
  FollowOptions,
} from '../event-log.js';
import { checkedAppend } from './checked-append.js';
import { followStore } from './follow-store.js';
import { StoreConnection } from './store-connection.js';
import { readStoredAll, readStoredStream } from './store-reads.js';

export interface EventLogOptions {
  /** An append that is not answered within this time fails with EventLogUnavailable (default 10,000). */
  readonly appendDeadlineMs?: number;
  /**
   * A read that waits so long for its next event fails with EventLogUnavailable, and a follower to whom the store
   * says so long nothing of what stands in the log subscribes anew (default 10,000).
   */
  readonly silenceMs?: number;
  /** Stored types that readers pass over; every other type outside the catalogue stops them. */
  readonly ignoredTypes?: readonly string[];
  /** Hears of connections that failed and were replaced; for the operator's log. */
  readonly onTrouble?: (error: Error) => void;
}

/**
 * The event log in an EventStoreDB, KurrentDB or embedded store.
 * @param connectionString `esdb://host:port?tls=false`; may hold credentials, so it is never logged.
 * @throws Error when the connection string cannot be read or the event catalogue has a gap.
 */
export function connectEventLog(connectionString: string, options: EventLogOptions = {}): EventLog {
  const { appendDeadlineMs = 10_000, silenceMs = 10_000 } = options;
  const { ignoredTypes = [], onTrouble = () => undefined } = options;
  const codec = createProductCodec({ ignoredTypes });
  const connection = new StoreConnection(connectionString, appendDeadlineMs, silenceMs, onTrouble);
  const closing = new AbortController();

  async function append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly AnyNewEvent[],
  ): Promise<AppendResult> {
    const recordedAt = new Date().toISOString();
    const encoded: EncodedEvent[] = events.map((event) => codec.encode(event, recordedAt));
    const result = await connection.line().road.append(checkedAppend(stream, expected, encoded));
    connection.appendAnswered();
    return result;
  }

  async function* readStream(stream: string, from = 0): AsyncGenerator<AnyRecordedEvent, void, undefined> {
    if (!Number.isSafeInteger(from) || from < 0) throw new RangeError(`a revision is 0 or more, not ${from}`);
    for await (const stored of readStoredStream(connection, stream, from)) {
      const event = codec.decode(stored);
      if (event) yield event;
    }
  }

  async function* readAll(
    read: { after?: bigint; backwards?: boolean; limit?: number } = {},
  ): AsyncGenerator<AnyRecordedEvent, void, undefined> {
    const { after, backwards = false, limit = Infinity } = read;
    if (limit <= 0) return;
    let given = 0;
    const from = backwards ? undefined : after;
    for await (const stored of readStoredAll(connection, {
      backwards,
      ...(from === undefined ? {} : { from }),
    })) {
      if (after !== undefined && stored.position <= after) {
        if (backwards) return;
        continue;
      }
      const event = codec.decode(stored);
      if (!event) continue;
      yield event;
      if (++given >= limit) return;
    }
  }

  function follow(follow: FollowOptions): AsyncGenerator<Followed, void, undefined> {
    const signal = AbortSignal.any([follow.signal, closing.signal]);
    return followStore(connection, {
      ...follow,
      signal,
      onTrouble,
      decode: (stored) => codec.decode(stored),
    });
  }

  async function head(): Promise<bigint | undefined> {
    // A read without an end is cancelled at its first event, after the store has sent many; a server may take many
    // cancelled calls for an attack.
    for (const newest of [{ maxCount: NEWEST_EVENTS }, {}])
      for await (const stored of readStoredAll(connection, { backwards: true, ...newest }))
        if (!stored.type.startsWith('$')) return stored.position;
    return undefined;
  }

  async function ping(timeoutMs: number): Promise<void> {
    if (connection.appendsStuck) throw new EventLogUnavailable('the store did not answer an append');
    const line = connection.line();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        const error = new EventLogUnavailable(`the event store did not answer within ${timeoutMs} ms`);
        reject(error);
        connection.retire(line, error);
      }, timeoutMs);
    });
    try {
      await Promise.race([firstOf(readStoredAll(connection, { backwards: true, maxCount: 1 })), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function close(): Promise<void> {
    closing.abort();
    await connection.close();
  }

  return { append, readStream, readAll, follow, head, ping, close };
}

/** Among so many there is nearly always one that is not the store's own. */
const NEWEST_EVENTS = 8;

async function firstOf(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _first of items) return;
}
