import { EventLogUnavailable, StreamDeleted, WrongExpectedRevision } from '../../errors.js';
import type { AnyNewEvent, AnyRecordedEvent, EventLog, ExpectedRevision } from '../../event-log.js';
import { connectEventLog, type EventLogOptions } from '../../eventstoredb/connect-event-log.js';
import { reportedFigures } from '../sample-events.js';
import { canonicalJson } from './canonical-json.js';
import { ClientDoor } from './client-door.js';
import type {
  AppendOutcome,
  Delivery,
  ReadOutcome,
  ReadRange,
  RemoveOutcome,
  SeenEvent,
  SentEvent,
  SubscriptionEnd,
  Unknown,
  Wanted,
} from './history.js';
import type { OpenSubscription, StoreDoor } from './store-door.js';

const APPEND_DEADLINE_MS = 5_000;

/** A store through the product's own event log, and through the client for what the product never does. */
export class LogDoor implements StoreDoor {
  readonly #log: EventLog;
  readonly #client: ClientDoor;

  /** @param clientAt where the client finds the store, if not where the log does */
  constructor(connectionString: string, options: EventLogOptions = {}, clientAt: string = connectionString) {
    this.#log = connectEventLog(connectionString, { appendDeadlineMs: APPEND_DEADLINE_MS, ...options });
    this.#client = new ClientDoor(clientAt);
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly SentEvent[],
  ): Promise<AppendOutcome> {
    try {
      return { kind: 'stored', ...(await this.#log.append(stream, expected, events.map(newEvent))) };
    } catch (error) {
      if (error instanceof StreamDeleted) return { kind: 'refused', reason: 'stream-deleted' };
      if (!(error instanceof WrongExpectedRevision)) return unknownIn(error);
      const actual = error.actual === 'no-stream' ? error.actual : Number(error.actual);
      return { kind: 'refused', reason: 'wrong-revision', actual };
    }
  }

  remove(
    stream: string,
    how: 'soft-delete' | 'tombstone',
    expected: ExpectedRevision,
  ): Promise<RemoveOutcome> {
    return this.#client.remove(stream, how, expected);
  }

  async read(range: ReadRange): Promise<ReadOutcome> {
    const { backwards, limit } = range;
    if (range.of === 'stream' && (backwards || limit !== undefined)) return this.#client.read(range);
    const reading =
      range.of === 'stream' ? this.#log.readStream(range.stream, range.from) : this.#log.readAll(range);
    try {
      const events: SeenEvent[] = [];
      for await (const event of reading) events.push(seenEvent(event));
      return range.of === 'stream' && events.length === 0 ? { kind: 'nothing' } : { kind: 'read', events };
    } catch (error) {
      return unknownIn(error);
    }
  }

  subscribe(wanted: Wanted, deliver: (delivery: Delivery) => void): OpenSubscription {
    if (wanted.of === 'stream') return this.#client.subscribe(wanted, deliver);
    const stopping = new AbortController();
    const ended = this.#follow(wanted, deliver, stopping.signal);
    return { stop: () => stopping.abort(), ended };
  }

  async close(): Promise<void> {
    await Promise.all([this.#log.close(), this.#client.close()]);
  }

  async #follow(
    wanted: Wanted & { of: '$all' },
    deliver: (delivery: Delivery) => void,
    signal: AbortSignal,
  ): Promise<SubscriptionEnd> {
    const { after, typePrefixes = ['observation.'] } = wanted;
    for await (const followed of this.#log.follow({ after, typePrefixes, signal }))
      if (!signal.aborted)
        deliver(followed.kind === 'event' ? { kind: 'event', event: seenEvent(followed.event) } : followed);
    return signal.aborted ? 'stopped' : 'broken';
  }
}

/** Only an unavailable log leaves it open what was done; any other error is one of ours. */
function unknownIn(error: unknown): Unknown {
  if (!(error instanceof EventLogUnavailable)) throw error;
  return { kind: 'unknown' };
}

function newEvent({ id, body }: SentEvent): AnyNewEvent {
  const sample = reportedFigures('', id);
  return { ...sample, data: JSON.parse(body) as typeof sample.data };
}

function seenEvent({ id, type, data, stream, revision, position }: AnyRecordedEvent): SeenEvent {
  return { id, type, body: canonicalJson(data), stream, revision, position };
}
