import type { DataOf, EventType } from '../contracts/events/catalogue.js';
import type { EventMetadata } from '../contracts/events/metadata.js';

/** Place in a stream: 0 for its first event. */
export type Revision = number;
export type ExpectedRevision = 'any' | 'no-stream' | 'stream-exists' | Revision;

export interface NewEvent<T extends EventType = EventType> {
  readonly id: string;
  readonly type: T;
  readonly data: DataOf<T>;
  /** recordedAt is set by the log at the moment of writing unless the event is marked `simulated`. */
  readonly metadata: Omit<EventMetadata, 'recordedAt'> & { readonly recordedAt?: string };
}
export type AnyNewEvent = { [T in EventType]: NewEvent<T> }[EventType];

/** An event as it stands in the log, upcast to the newest version of its type. */
export interface RecordedEvent<T extends EventType = EventType> {
  readonly id: string;
  readonly type: T;
  readonly data: DataOf<T>;
  readonly metadata: EventMetadata;
  readonly stream: string;
  readonly revision: Revision;
  /** Place in `$all`. */
  readonly position: bigint;
  /**
   * `data` as the log keeps it, JSON in UTF-8, where reading changed nothing: whoever passes it on need not print it
   * anew. Only a follower has it.
   */
  readonly dataJson?: Buffer;
}
export type AnyRecordedEvent = { [T in EventType]: RecordedEvent<T> }[EventType];

export interface AppendResult {
  readonly revision: Revision;
  readonly position: bigint;
}

export interface FollowOptions {
  /** Follow what comes after this place; undefined: from the first event. */
  readonly after: bigint | undefined;
  /** Stored types begin with one of these, e.g. `observation.` or a whole type; filtered by the server. */
  readonly typePrefixes: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * checkpoint: all matching events up to here were delivered, though this place itself may not match;
 * caught-up: everything that was in the log when we joined has been delivered, what follows is live.
 */
export type Followed =
  | { readonly kind: 'event'; readonly event: AnyRecordedEvent }
  | { readonly kind: 'checkpoint'; readonly position: bigint }
  | { readonly kind: 'caught-up' };

/** The store's contract, on one screen. Errors: see `errors.ts`. */
export interface EventLog {
  /** All or none. What may be repeated is appended with `no-stream` or an exact revision, never with `any`. */
  append(stream: string, expected: ExpectedRevision, events: readonly AnyNewEvent[]): Promise<AppendResult>;
  /** Oldest first, from `from` (default 0). An absent or deleted stream gives nothing. */
  readStream(stream: string, from?: Revision): AsyncIterable<AnyRecordedEvent>;
  /** The whole log, oldest first, after `after`; backwards: newest first. */
  readAll(options?: { after?: bigint; backwards?: boolean; limit?: number }): AsyncIterable<AnyRecordedEvent>;
  /** Never ends but by its signal: reconnects from its own place, without a gap or a repeat. */
  follow(options: FollowOptions): AsyncIterable<Followed>;
  /** Place of the newest event, undefined in an empty log. */
  head(): Promise<bigint | undefined>;
  /** Throws EventLogUnavailable unless the store answers within the time. */
  ping(timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}
