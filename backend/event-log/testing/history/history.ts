import type { ExpectedRevision } from '../../event-log.js';

/** An event as its writer sent it; `body` is all of its content as text, to be found again letter by letter. */
export interface SentEvent {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** An event as a reader got it. Types that begin with `$` are the store's own. */
export interface SeenEvent extends SentEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
}

/** A definite no: the store says that it stored nothing. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: 'wrong-revision' | 'stream-deleted';
  /** The revision that the store says it found; undefined where it does not say. */
  readonly actual?: number | 'no-stream';
}
/** No answer, or one that may come before or after the deed. */
export interface Unknown {
  readonly kind: 'unknown';
}
export type AppendOutcome =
  { readonly kind: 'stored'; readonly revision: number; readonly position: bigint } | Refused | Unknown;
export type RemoveOutcome = { readonly kind: 'removed'; readonly position: bigint } | Refused | Unknown;
export type ReadOutcome =
  | { readonly kind: 'read'; readonly events: readonly SeenEvent[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'deleted' }
  /** No event, for a reason that this reader is not told. */
  | { readonly kind: 'nothing' }
  | Unknown;

export interface StreamRange {
  readonly of: 'stream';
  readonly stream: string;
  /** Default: the first revision, backwards the last. Included. */
  readonly from?: number;
  readonly backwards?: boolean;
  readonly limit?: number;
}
export interface AllRange {
  readonly of: '$all';
  /** Excluded; only forwards. */
  readonly after?: bigint;
  readonly backwards?: boolean;
  readonly limit?: number;
}
export type ReadRange = StreamRange | AllRange;

export type Wanted =
  | { readonly of: 'stream'; readonly stream: string; readonly after: number | undefined }
  | { readonly of: '$all'; readonly after: bigint | undefined; readonly typePrefixes?: readonly string[] };

export type Delivery =
  | { readonly kind: 'event'; readonly event: SeenEvent }
  | { readonly kind: 'checkpoint'; readonly position: bigint }
  | { readonly kind: 'caught-up' };
/** broken: with the connection or the store. */
export type SubscriptionEnd = 'stopped' | 'broken' | 'stream-deleted';

/**
 * Moments are ticks of one clock in the process that records: `invoked` is taken before the call goes out,
 * `completed` after its answer is in, so that the store did its part between the two. Infinity: nothing was heard.
 */
interface Timed {
  readonly client: number;
  readonly invoked: number;
  completed: number;
}
export interface AppendOperation extends Timed {
  readonly kind: 'append';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly SentEvent[];
  outcome: AppendOutcome;
}
export interface RemoveOperation extends Timed {
  readonly kind: 'remove';
  readonly how: 'soft-delete' | 'tombstone';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  outcome: RemoveOutcome;
}
export interface ReadOperation extends Timed {
  readonly kind: 'read';
  readonly range: ReadRange;
  outcome: ReadOutcome;
}
export interface SubscriptionOperation extends Timed {
  readonly kind: 'subscription';
  readonly wanted: Wanted;
  readonly deliveries: (Delivery & { readonly at: number })[];
  /** stopped: by its reader, once everything had had its time to arrive. */
  end: SubscriptionEnd | undefined;
}
export type Operation = AppendOperation | RemoveOperation | ReadOperation | SubscriptionOperation;

/** What many clients did to one store and saw of it. */
export interface History {
  readonly operations: readonly Operation[];
  /** All of `$all`, the store's own events among them, read when everything had ended. */
  readonly log: readonly SeenEvent[];
}

export type ViolationName =
  // the log as it stands at the end
  | 'positions do not rise'
  | 'gap in a stream'
  | '$all against the order of a stream'
  | 'event of nobody'
  | 'altered event'
  | 'stored twice'
  | 'torn append'
  | 'reordered append'
  | 'refused yet stored'
  // what writers were told
  | 'lost append'
  | 'lost delete'
  | 'wrong revision told'
  | 'wrong position told'
  | 'stale expectation accepted'
  | 'refused without cause'
  | 'out of real-time order'
  // what readers saw
  | 'stale read'
  | 'torn read'
  | 'read with a hole'
  | 'read out of order'
  | 'read beyond its range'
  | 'event seen and gone'
  | 'event moved'
  // what subscribers got
  | 'subscription skipped an event'
  | 'subscription doubled an event'
  | 'subscription out of order'
  | 'subscription beyond what it asked for'
  | 'subscription ended short'
  | 'checkpoint before its events'
  | 'caught up too early';

export interface Violation {
  readonly name: ViolationName;
  /** Names events, places and clients. */
  readonly detail: string;
}

export const isOfTheStore = ({ type }: { readonly type: string }): boolean => type.startsWith('$');
