import { WrongExpectedRevision } from '../../../event-log/errors.js';
import type { AnyNewEvent, AnyRecordedEvent, EventLog, Revision } from '../../../event-log/event-log.js';

const TRIES = 5;

/** What a stream says, and where its newest event is; undefined before there is one. */
export interface Told<State> {
  readonly state: State;
  readonly last: { readonly revision: Revision; readonly position: bigint } | undefined;
}

export async function told<State>(
  log: EventLog,
  stream: string,
  initial: State,
  evolve: (state: State, event: AnyRecordedEvent) => State,
): Promise<Told<State>> {
  let state = initial;
  let last: Told<State>['last'];
  for await (const event of log.readStream(stream)) {
    state = evolve(state, event);
    last = { revision: event.revision, position: event.position };
  }
  return { state, last };
}

/**
 * Loads, decides, appends at the revision that the decision stands on; where somebody was faster, decides again.
 * @param decide gives the events, and throws where what is asked may not be
 * @returns what the stream said before, and the position of its newest event after
 */
export async function decideOn<State>(
  log: EventLog,
  stream: string,
  initial: State,
  evolve: (state: State, event: AnyRecordedEvent) => State,
  decide: (told: Told<State>) => readonly AnyNewEvent[],
): Promise<{ readonly before: State; readonly position: bigint | undefined }> {
  for (let attempt = 1; ; attempt++) {
    const before = await told(log, stream, initial, evolve);
    const events = decide(before);
    if (events.length === 0) return { before: before.state, position: before.last?.position };
    try {
      const { position } = await log.append(stream, before.last?.revision ?? 'no-stream', events);
      return { before: before.state, position };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || attempt === TRIES) throw error;
    }
  }
}
