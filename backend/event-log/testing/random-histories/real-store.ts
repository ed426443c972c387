import {
  ANY,
  BACKWARDS,
  END,
  ErrorType,
  EventStoreDBClient,
  eventTypeFilter,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  streamNameFilter,
  type AllStreamRecordedEvent,
  type Position,
  type StreamMetadata,
} from '@eventstore/db-client';
import { createHash } from 'node:crypto';
import { closeClient } from '../../eventstoredb/client-doors.js';
import { typeOfId, type Expected, type Operation, type Retention } from './operation.js';
import { END as LAST, retentionWords, wordsOf, wrong, type Answer, type ModelEvent } from './store-model.js';

const CREDENTIALS = { username: 'admin', password: 'changeit' };
const EXPECTED = { any: ANY, 'no-stream': NO_STREAM, 'stream-exists': STREAM_EXISTS } as const;

/** A way to a store that stays the same over its restarts. */
export class StoreDoor {
  client: EventStoreDBClient;

  constructor(
    private readonly connectionString: string,
    private readonly restartStore: () => Promise<void>,
  ) {
    this.client = EventStoreDBClient.connectionString(connectionString);
  }

  async restart(): Promise<void> {
    await this.close();
    await this.restartStore();
    this.client = EventStoreDBClient.connectionString(this.connectionString);
  }

  close(): Promise<void> {
    return closeClient(this.client);
  }
}

/** Asks a store through the client what a history asks, in streams and with ids that no other history has. */
export class RealStore {
  private begin: Position | undefined;

  private constructor(
    private readonly door: StoreDoor,
    /** Short and unlike that of any other history. */
    private readonly name: string,
  ) {}

  static async open(door: StoreDoor, name: string): Promise<RealStore> {
    const store = new RealStore(door, name);
    const begun = jsonEvent({ type: `begin-${name}`, data: {} });
    store.begin = (await store.client.appendToStream(`begin-${name}`, begun)).position;
    return store;
  }

  /** The answer in the model's words, '' to a restart; what no store should answer is told as it came. */
  async answer(operation: Operation): Promise<Answer> {
    try {
      return await this.ask(operation);
    } catch (error) {
      const { type, actualVersion } = error as { type?: unknown; actualVersion?: unknown };
      if (type === ErrorType.STREAM_DELETED) return 'deleted';
      if (type === ErrorType.STREAM_NOT_FOUND) return 'not found';
      if (type === ErrorType.UNKNOWN && operation.kind === 'read') return 'refused';
      if (type !== ErrorType.WRONG_EXPECTED_VERSION) return `failed: ${String(error)}`;
      return wrong(actualVersion === 'no_stream' ? -1 : Number(actualVersion));
    }
  }

  private get client(): EventStoreDBClient {
    return this.door.client;
  }

  private async ask(operation: Operation): Promise<Answer> {
    if (operation.kind === 'restart') {
      await this.door.restart();
      return '';
    }
    if (operation.kind === 'append') return this.append(operation);
    if (operation.kind === 'read-all') return this.readAll(operation.backwards);
    if (operation.kind === 'catch-up') return this.catchUp(operation.of);
    const stream = this.streamName(operation.stream);
    if (operation.kind === 'get-metadata') {
      const { metadata } = await this.client.getStreamMetadata(stream);
      return metadata === undefined ? 'none' : retentionWords(metadata as Retention);
    }
    if (operation.kind === 'set-metadata') {
      const { nextExpectedRevision } = await this.client.setStreamMetadata(stream, {
        ...operation.retention,
      } as StreamMetadata);
      return `appended ${nextExpectedRevision}`;
    }
    if (operation.kind === 'read') return this.read(stream, operation);
    const expectedRevision = revisionOf(operation.expected);
    const doing = operation.kind === 'tombstone' ? 'tombstoneStream' : 'deleteStream';
    await this.client[doing](stream, { expectedRevision });
    return 'done';
  }

  private async append({ stream, expected, ids, road }: Extract<Operation, { kind: 'append' }>) {
    const events = ids.map((id) =>
      jsonEvent({ id: this.uuid(id), type: this.typeName(typeOfId(id)), data: { id } }),
    );
    const { nextExpectedRevision } = await this.client.appendToStream(this.streamName(stream), events, {
      expectedRevision: revisionOf(expected),
      ...(road === 'unary' ? { credentials: CREDENTIALS } : {}),
    });
    return `appended ${nextExpectedRevision}`;
  }

  private async read(
    stream: string,
    { from, backwards, atMost }: Extract<Operation, { kind: 'read' }>,
  ): Promise<Answer> {
    const fromRevision = from === 'first' ? START : from === 'last' ? END : BigInt(from);
    const direction = backwards ? BACKWARDS : FORWARDS;
    const words: string[] = [];
    for await (const { event } of this.client.readStream(stream, {
      direction,
      fromRevision,
      maxCount: atMost,
    }))
      if (event) words.push(`${event.revision}:${(event.data as { id: number }).id}`);
    return words.join(' ');
  }

  private async readAll(backwards: boolean): Promise<Answer> {
    const { begin } = this;
    const options = backwards
      ? ({ direction: BACKWARDS, fromPosition: END } as const)
      : ({ direction: FORWARDS, fromPosition: begin ?? START } as const);
    const events: ModelEvent[] = [];
    for await (const { event } of this.client.readAll(options)) {
      if (!event || event.position.commit <= (begin?.commit ?? 0n)) continue;
      events.push(...this.mine(event));
    }
    return wordsOf(events);
  }

  private async catchUp(of: Extract<Operation, { kind: 'catch-up' }>['of']): Promise<Answer> {
    const filter =
      'stream' in of
        ? streamNameFilter({ prefixes: [this.streamName(of.stream)] })
        : eventTypeFilter({ regex: `^${this.typeName(of.type)}$` });
    const subscription = this.client.subscribeToAll({ fromPosition: this.begin ?? START, filter });
    const events: ModelEvent[] = [];
    await new Promise<void>((resolve, reject) => {
      subscription.on('data', ({ event }) => {
        if (event) events.push(...this.mine(event));
      });
      subscription.once('caughtUp', () => resolve());
      subscription.once('error', reject);
    });
    await subscription.unsubscribe();
    return wordsOf(events);
  }

  /** The event in the model's words; none of another history. */
  private mine({ streamId, type, revision, data }: AllStreamRecordedEvent): ModelEvent[] {
    const [, metadata, history, stream] = /^(\$\$)?h-(.*)-(\d+)$/.exec(streamId) ?? [];
    if (history !== this.name) return [];
    const at = { stream: Number(stream), revision: Number(revision) };
    if (metadata) return [{ ...at, kind: 'metadata' }];
    if (type === '$streamDeleted') return [{ ...at, kind: 'tombstone', revision: LAST }];
    return [{ ...at, kind: 'event', id: (data as { id: number }).id }];
  }

  private streamName(stream: number): string {
    return `h-${this.name}-${stream}`;
  }
  private typeName(type: number): string {
    return `type-${type}-of-${this.name}`;
  }
  private uuid(id: number): string {
    const hex = createHash('sha256').update(`${this.name} ${id}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}

function revisionOf<E extends Expected>(
  expected: E,
): bigint | (typeof EXPECTED)[Extract<E, keyof typeof EXPECTED>] {
  return typeof expected === 'number'
    ? BigInt(expected)
    : EXPECTED[expected as Extract<E, keyof typeof EXPECTED>];
}
