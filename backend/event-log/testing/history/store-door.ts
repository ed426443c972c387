import type { ExpectedRevision } from '../../event-log.js';
import type {
  AppendOutcome,
  Delivery,
  ReadOutcome,
  ReadRange,
  RemoveOutcome,
  SentEvent,
  SubscriptionEnd,
  Wanted,
} from './history.js';

/** One client's way to a store. Nothing rejects: what failed without a definite refusal is `unknown`. */
export interface StoreDoor {
  append(stream: string, expected: ExpectedRevision, events: readonly SentEvent[]): Promise<AppendOutcome>;
  remove(
    stream: string,
    how: 'soft-delete' | 'tombstone',
    expected: ExpectedRevision,
  ): Promise<RemoveOutcome>;
  read(range: ReadRange): Promise<ReadOutcome>;
  subscribe(wanted: Wanted, deliver: (delivery: Delivery) => void): OpenSubscription;
  close(): Promise<void>;
}

export interface OpenSubscription {
  stop(): void;
  readonly ended: Promise<SubscriptionEnd>;
}
