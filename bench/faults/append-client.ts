import { setTimeout as pause } from 'node:timers/promises';
import { EventLogUnavailable, WrongExpectedRevision } from '../../backend/event-log/errors.js';
import type { AppendResult, EventLog } from '../../backend/event-log/event-log.js';
import type { ClientPlan, Writing } from './append-plan.js';

/** What the log said is stored. */
export interface Acknowledged extends AppendResult {
  readonly writing: Writing;
}

const PAUSE_MS = 10;

/** Writes its plan as the product writes: what is not answered is repeated with the same ids until it is. */
export async function writeAll(
  log: EventLog,
  plan: ClientPlan,
  onAcknowledged: (acknowledged: Acknowledged) => void,
): Promise<void> {
  for (const writing of plan) {
    for (;;) {
      try {
        onAcknowledged({ ...(await write(log, writing)), writing });
        break;
      } catch (error) {
        if (!(error instanceof EventLogUnavailable)) throw error;
        await pause(PAUSE_MS);
      }
    }
  }
}

async function write(log: EventLog, writing: Writing): Promise<AppendResult> {
  const { stream, events } = writing;
  for (;;) {
    const standing = writing.expected === 'decided' ? await standsAlready(log, writing) : undefined;
    if (standing && 'position' in standing) return standing;
    const expected = writing.expected === 'decided' ? (standing?.last ?? 'no-stream') : writing.expected;
    try {
      return await log.append(stream, expected, events);
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || writing.expected !== 'decided') throw error;
      // Somebody else wrote first: read and decide again.
    }
  }
}

/** A decision is taken on what stands: our own event among it means that an earlier try was stored. */
async function standsAlready(
  log: EventLog,
  { stream, events }: Writing,
): Promise<AppendResult | { readonly last: number } | undefined> {
  let last: number | undefined;
  for await (const event of log.readStream(stream)) {
    if (event.id === events[0]?.id) return { revision: event.revision, position: event.position };
    last = event.revision;
  }
  return last === undefined ? undefined : { last };
}
