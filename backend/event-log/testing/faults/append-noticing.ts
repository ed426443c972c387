import type { Noticing } from './noticing-shape.js';

/** What the faults in appending are noticed by. */
export const appendNoticing: Readonly<Record<string, Noticing>> = {
  'answers revisions one too high': {
    noticed: [
      'the first append to a stream answers revision 0',
      'expecting the last revision is accepted',
      'a hundred appends in flight to one stream are each stored once, with revisions of their own',
      'one append may hold the same id twice',
      'an append with an exact revision, repeated after it succeeded, succeeds again and is stored once',
      'a repeat is known after 200 other events in its stream',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'answers the same position to every append': {
    noticed: [
      'a repeat answers the position at which its last event stands',
      'a hundred appends through the event log at once are all stored',
      'each event of one append has a position of its own, and the append answers that of the last',
      'positions rise strictly from one append to the next',
      '$all reads backwards from a position without the event that stands there',
      '$all reads forwards from a position with the event that stands there',
      'a filtered subscription tells where it is while nothing passes, rising, old and live',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'stores the events of an append in reverse': {
    noticed: [
      'an append that is sent ten times at once, expecting no stream, is stored once and answers alike',
      'JSON data may be a number, a text, a list, a truth, an empty object or null',
      'an append of several events keeps their order and answers the revision of the last',
      'the same events again, expecting anything, answer as the first time and are stored once',
      'the same events again, expecting no stream, answer as the first time and are stored once',
      'the same events again, expecting a stream, answer as the first time and are stored once',
      'the first of several events again, expecting anything, answers its own revision',
      'the first events again, expecting no stream, succeed; later ones are refused',
      'known events with the current revision are appended again',
      'known events with an exact revision that they do not follow are refused',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'takes every append, whatever it expects': {
    noticed: [
      'a refused append of several events stores none of them',
      'of ten appends that expect the same revision at once, exactly one is stored',
    ],
    unharmed: 'the event log answers a ping',
  },
  'takes the expectation of a stream for that of none': {
    noticed: [
      'an append to a stream that never was is answered as its expectation asks, whichever it is',
      'an append to a stream that is there is answered as its expectation asks, whichever it is',
      'an append to a stream that is soft-deleted is answered as its expectation asks, whichever it is',
      'events from the middle of a stream again, expecting anything, answer the revision of the last of them',
      'expecting a stream is accepted where there is one',
      'expecting a stream is refused where there is none',
      'an append of no events succeeds where its expectation holds, and stores nothing',
      'an append to a soft-deleted stream is refused, expecting a stream',
      'the event log says no-stream where a revision was expected of a stream that is not there',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'counts expected revisions from one': {
    noticed: [
      'an append with an exact revision, repeated after others wrote, still succeeds and is stored once',
      'expecting the last revision is accepted',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'refuses to tell which revision it found': {
    noticed: [
      'a new and then a known event are refused, whether anything or a stream is expected, and nothing is stored',
      'the last known and a new event are refused, whether anything or a stream is expected, and nothing is stored',
      'known events that are no neighbours are refused, whether anything or a stream is expected, and nothing is stored',
      'expecting a revision is refused where there is no stream',
      'expecting no stream is refused where there is one, with the revision that stands there',
      'expecting an earlier revision is refused, with both revisions in the error',
      'expecting a later revision is refused',
      'an append to a soft-deleted stream is refused, expecting an earlier revision',
      'the event log says which revision it found in place of the expected one',
    ],
    unharmed: 'the event log answers a ping',
  },
  'stores at most 1,000 events of an append': {
    noticed: [
      'a read that is given up in the middle disturbs no other',
      'an append of 3,000 small events is stored whole',
      'a stream of 2,000 events reads whole, in either direction',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'stores each event of an append twice': {
    noticed: ['the first append to a stream answers revision 0'],
    unharmed: 'the event log answers a ping',
  },
  'knows no id again': {
    noticed: [
      "a stream's name may hold dashes at either end",
      'the same id may stand in two streams',
      'a repeat answers a position that a follower reaches',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'loses what is long': {
    noticed: [
      'events that are less than 1 MiB together are stored together',
      'after an append that was too large the next one is stored',
      'an event of 1,000 kB comes back whole',
      'events that are more than 1 MiB together are refused together',
      'an event of more than 1 MiB is refused with the limit, and nothing is stored',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'calls every refusal unknown': {
    noticed: [
      'known events and a new one are refused, expecting no stream or an earlier revision',
      'a known and a new event together are refused',
    ],
    unharmed: 'the event log answers a ping',
  },
};
