import { describe, expect, it } from '@jest/globals';
import type { AnyRecordedEvent } from '../event-log.js';
import { deciderSpec, type Decider, type ToldEvent } from './decider-spec.js';
import { trackedKeyword } from './sample-events.js';

class AlreadyTracked extends Error {}

const tracked = trackedKeyword('7c7a4c0e-2a7b-4c43-9d0c-3c1f4c7a8f10');
const told: ToldEvent = { type: tracked.type, data: tracked.data };

/** Tracks once; refuses a second time; does nothing for `leave`. */
const trackOnce: Decider<{ tracked: boolean }, 'track' | 'leave'> = {
  initial: { tracked: false },
  evolve: (state, event: AnyRecordedEvent) =>
    event.type === 'tracking.KeywordTracked.v1' ? { tracked: true } : state,
  decide: (state, command) => {
    if (command === 'leave') return [];
    if (state.tracked) throw new AlreadyTracked('tracked already');
    return [tracked];
  },
};
const { given } = deciderSpec(trackOnce);

describe('the words given, when, then', () => {
  it('pass where the command leads to these events', () => {
    given().when('track').then([told]);
    given()
      .when('track')
      .then([{ ...told, id: tracked.id, metadata: { actor: 'spec' } }]);
    given(told).when('leave').then([]);
  });

  it('pass where the command is refused', () => {
    given(told).when('track').then(AlreadyTracked);
    given(told)
      .when('track')
      .then(/tracked already/);
  });

  it.each<[string, () => void]>([
    ['an event is missing', () => given().when('leave').then([told])],
    ['an event is too much', () => given().when('track').then([])],
    [
      'its data differ',
      () =>
        given()
          .when('track')
          .then([{ ...tracked, data: { ...tracked.data, country: 'DE' } }]),
    ],
    [
      'its metadata differ',
      () =>
        given()
          .when('track')
          .then([{ ...told, metadata: { actor: 'another' } }]),
    ],
    [
      'its id differs',
      () =>
        given()
          .when('track')
          .then([{ ...told, id: 'another' }]),
    ],
    ['no error comes', () => given().when('track').then(AlreadyTracked)],
    [
      'another error comes',
      () =>
        given(told)
          .when('track')
          .then(/not this/),
    ],
    ['an error comes for events', () => given(told).when('track').then([told])],
  ])('fail where %s', (_what, check) => {
    expect(check).toThrow();
  });
});
