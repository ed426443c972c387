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
      'a subscription to $all from its start gives the oldest events first',
      'two filtered subscriptions of one client get their own events each',
      'a subscriber who does not read for a while gets every event once, in order, when he goes on',
      'a subscriber who does not read holds up neither another nor a writer',
      'a thousand subscriptions at once each get what is theirs',
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
      'a subscription to a stream that breaks off and goes on after its last event, again and again, misses and repeats nothing',
      'a subscription to $all that breaks off and goes on after its last event, again and again, misses and repeats nothing',
      'a subscription to $all without a filter gives every event, those of metadata too',
      'a subscription to $all goes on after a position, without the event that stands there',
      'a subscription from a revision starts after it',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'begins a subscription at the start of all': {
    noticed: [
      'a subscription from beyond the end waits, and the events before that place do not come',
      'a stream that many watch from its end gives each of them the new events alone',
      'a subscription from the end gives new events alone',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'ignores the filter of a subscription': {
    noticed: [
      'a subscription to $all without system events leaves out those of metadata',
      'a subscription to $all with a filter by a regular expression on the stream gives what passes, old and live, and nothing else',
      'a subscription to $all with a filter by a regular expression on the type gives what passes, old and live, and nothing else',
      'a subscription to $all with a filter by prefixes of the stream gives what passes, old and live, and nothing else',
      'a subscription to $all with a filter by prefixes of the type gives what passes, old and live, and nothing else',
      'a follower to whom nothing matters hears where it is, so that a restart does not begin anew',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'gives checkpoints as often as it likes': {
    noticed: ['a longer interval between checkpoints gives fewer of them, old and live'],
    unharmed: 'expecting a later revision is refused',
  },
};
