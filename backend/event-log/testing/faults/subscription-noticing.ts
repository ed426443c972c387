import type { Noticing } from './noticing-shape.js';

/** What the faults in subscriptions are noticed by. */
export const subscriptionNoticing: Readonly<Record<string, Noticing>> = {
  'never says that a subscription caught up': {
    noticed: ['a subscription to $all from its end gives new events alone'],
    unharmed: 'expecting a later revision is refused',
  },
  'never confirms a subscription': {
    noticed: [
      'a subscription to a stream gives the old events, says that it caught up, and gives the new ones',
      'a subscription to a stream that is not there yet waits for its first event',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'gives no checkpoints': {
    noticed: ['checkpoints come between events that pass the filter, too'],
    unharmed: 'expecting a later revision is refused',
  },
  'gives checkpoints before the events that they follow': {
    noticed: ['a follower gets old and new events once each, in order, with caught-up between them'],
    unharmed: 'expecting a later revision is refused',
  },
  'gives the first event of a subscription twice': {
    noticed: [
      'a subscription that was given up gives nothing more and ends without an error',
      'a subscription to a soft-deleted stream that goes on gives what is left of it',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'gives every second event of a subscription twice': {
    noticed: ['a subscription that joins while a stream is being written gives each event once, in order'],
    unharmed: 'expecting a later revision is refused',
  },
  'loses every third event of a subscription': {
    noticed: [],
    unharmed: 'expecting a later revision is refused',
  },
  'ends a subscription for lag after three events': {
    noticed: ['a subscription that joins while a stream is being written gives each event once, in order'],
    unharmed: 'expecting a later revision is refused',
  },
  'begins a subscription with the event at the place given': {
    noticed: [
      'a subscription to $all goes on after a position, without the event that stands there',
      'a subscription from a revision starts after it',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'begins a subscription at the start of all': {
    noticed: ['a subscription from the end gives new events alone'],
    unharmed: 'expecting a later revision is refused',
  },
  'ignores the filter of a subscription': {
    noticed: [
      'a subscription to $all with a filter by a regular expression on the stream gives what passes, old and live, and nothing else',
      'a subscription to $all with a filter by a regular expression on the type gives what passes, old and live, and nothing else',
      'a subscription to $all with a filter by prefixes of the stream gives what passes, old and live, and nothing else',
      'a subscription to $all with a filter by prefixes of the type gives what passes, old and live, and nothing else',
      'a follower to whom nothing matters hears where it is, so that a restart does not begin anew',
    ],
    unharmed: 'expecting a later revision is refused',
  },
};
