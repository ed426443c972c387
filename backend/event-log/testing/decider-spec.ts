import { expect } from '@jest/globals';
import type { AnyNewEvent, AnyRecordedEvent } from '../event-log.js';

/** The pure half of a feature: what is so, and what a command makes of it. */
export interface Decider<State, Command> {
  readonly initial: State;
  evolve(state: State, event: AnyRecordedEvent): State;
  /** Gives the events to append, none where nothing changes; throws where the command may not be. */
  decide(state: State, command: Command): readonly AnyNewEvent[];
}

/** An event as a spec tells it: what it says, and of its metadata no more than matters. */
export type ToldEvent = {
  readonly [T in AnyNewEvent['type']]: {
    readonly type: T;
    readonly data: Extract<AnyNewEvent, { type: T }>['data'];
    readonly metadata?: Partial<AnyNewEvent['metadata']>;
    readonly id?: string;
  };
}[AnyNewEvent['type']];

/** What is expected in place of events: an error of this class, or whose message matches. */
export type ExpectedError = RegExp | (new (...args: never[]) => Error);

/**
 * `given(events).when(command).then(events | error)`: given what has happened, a command leads to exactly these events
 * (their data equal, of the metadata what is told), or to the error. `then([])` says that nothing happens.
 */
export function deciderSpec<State, Command>(decider: Decider<State, Command>) {
  return {
    given: (...past: readonly ToldEvent[]) => ({
      when: (command: Command) => ({
        then: (expected: readonly ToldEvent[] | ExpectedError): void => {
          const state = past
            .map(asRecorded)
            .reduce((before, event) => decider.evolve(before, event), decider.initial);
          if (!isList(expected)) {
            expect(() => decider.decide(state, command)).toThrow(expected);
            return;
          }
          const decided = decider.decide(state, command);
          expect(decided.map(({ type, data }) => ({ type, data }))).toEqual(
            expected.map(({ type, data }) => ({ type, data })),
          );
          for (const [index, { metadata = {}, id }] of expected.entries()) {
            expect(decided[index]?.metadata).toMatchObject(metadata);
            if (id !== undefined) expect(decided[index]?.id).toBe(id);
          }
        },
      }),
    }),
  };
}

const isList = (expected: readonly ToldEvent[] | ExpectedError): expected is readonly ToldEvent[] =>
  Array.isArray(expected);

const MOMENT = '2026-03-14T09:30:00.000Z';

function asRecorded(told: ToldEvent, revision: number): AnyRecordedEvent {
  const metadata = {
    correlationId: 'spec',
    causationId: 'spec',
    occurredAt: MOMENT,
    recordedAt: MOMENT,
    actor: 'spec',
    producer: 'spec/1',
    ...told.metadata,
  };
  const id = told.id ?? `00000000-0000-4000-8000-${String(revision).padStart(12, '0')}`;
  const event = { ...told, id, metadata, stream: 'spec-1', revision, position: BigInt(revision) };
  return event;
}
