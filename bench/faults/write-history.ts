import type { AnyNewEvent, EventLog } from '../../backend/event-log/event-log.js';

/** Events of one append. */
export interface Written {
  readonly stream: string;
  readonly expected: 'no-stream' | number;
  readonly events: readonly AnyNewEvent[];
}

/** Writes it down, one append after another, so that every log of a seed has the same positions. */
export async function writeHistory(log: EventLog, appends: Iterable<Written>): Promise<number> {
  let events = 0;
  for (const append of appends) {
    await log.append(append.stream, append.expected, append.events);
    events += append.events.length;
  }
  return events;
}
