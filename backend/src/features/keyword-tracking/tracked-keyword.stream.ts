import { WrongExpectedRevision } from '../../../event-log/errors.js';
import type { AnyNewEvent, EventLog } from '../../../event-log/event-log.js';
import {
  evolve,
  trackedKeywordStream,
  untouched,
  type TrackedKeywordState,
} from './tracked-keyword.decider.js';

const TRIES = 5;

export interface Decided {
  readonly before: TrackedKeywordState;
  /** Of the newest event of the tracked keyword, undefined where nothing was ever recorded. */
  readonly position: bigint | undefined;
}

/** Loads, decides, appends at the revision that the decision stands on; where somebody was faster, decides again. */
export async function decideOn(
  log: EventLog,
  id: string,
  decide: (state: TrackedKeywordState) => readonly AnyNewEvent[],
): Promise<Decided> {
  const stream = trackedKeywordStream(id);
  for (let attempt = 1; ; attempt++) {
    let state = untouched;
    for await (const event of log.readStream(stream)) state = evolve(state, event);
    const events = decide(state);
    if (events.length === 0) return { before: state, position: state.last?.position };
    try {
      const { position } = await log.append(stream, state.last?.revision ?? 'no-stream', events);
      return { before: state, position };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || attempt === TRIES) throw error;
    }
  }
}
