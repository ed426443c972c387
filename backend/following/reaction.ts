import type { EventType } from '../contracts/events/catalogue.js';
import type { AnyRecordedEvent } from '../event-log/event-log.js';

/**
 * Follower kind 2: one event becomes one side effect that may safely happen twice.
 * It is never part of a rebuild. `react` throws to be called again later; the checkpoint moves after it.
 */
export interface Reaction {
  readonly name: string;
  readonly eventTypes: readonly EventType[];
  react(event: AnyRecordedEvent): Promise<void>;
}
