import type { Noticing } from './noticing-shape.js';

/** What the faults in calls are noticed by. */
export const callNoticing: Readonly<Record<string, Noticing>> = {
  'answers revisions one too high to an append in a call of its own': {
    noticed: [
      'an append in a call of its own to a stream that never was is answered as its expectation asks, whichever it is',
      'an append in a call of its own to a stream that is there is answered as its expectation asks, whichever it is',
      'an append in a call of its own to a stream that is soft-deleted is answered as its expectation asks, whichever it is',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'answers no place to an append in a call of its own': {
    noticed: [
      'an append in a call of its own keeps the order of its events and answers the place of the last',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'loses all but the first event of an append in a call of its own': {
    noticed: [
      'an append in a call of its own that is repeated answers alike and is stored once',
      'an append is known again whichever way it came first',
      'an append of more than 1 MiB in a call of its own is refused with the limit, and nothing is stored',
      'what one client appended is there for another as soon as it is answered',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'takes every append in a call of its own, whatever it expects': {
    noticed: [
      'an append in a call of its own to a stream that never was is answered as its expectation asks, whichever it is',
      'an append in a call of its own to a stream that is there is answered as its expectation asks, whichever it is',
      'an append in a call of its own to a stream that is soft-deleted is answered as its expectation asks, whichever it is',
      'an append of no events in a call of its own succeeds where its expectation holds',
      'of the appends of two clients that expect the same revision, one is stored',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'knows no id of an append in a call of its own again': {
    noticed: [
      'an append in a call of its own that is repeated answers alike and is stored once',
      'an append is known again whichever way it came first',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'does not say why it refuses a call': {
    noticed: [
      'an append in a call of its own to a stream that is soft-deleted is answered as its expectation asks, whichever it is',
      'an append in a call of its own to a stream that is tombstoned is answered as its expectation asks, whichever it is',
      'an append of more than 1 MiB in a call of its own is refused with the limit, and nothing is stored',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'is always too late for an append in a call of its own': {
    noticed: ['an append in a call of its own is stored when its deadline leaves it time'],
    unharmed: 'expecting a later revision is refused',
  },
  'fails at what it does not offer': {
    noticed: [
      'persistent subscriptions are served, or refused as unimplemented, and the connection serves on',
      'projections are served, or refused as unimplemented, and the connection serves on',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'takes the first piece of an append alone': {
    noticed: ['an append that is sent in many pieces is stored whole and in order'],
    unharmed: 'expecting a later revision is refused',
  },
  'answers no place to a delete': {
    noticed: ['a delete answers a position in $all behind the events of the stream'],
    unharmed: 'expecting a later revision is refused',
  },
  'breaks an answer off behind its first megabyte': {
    noticed: ['a read of a large stream waits for its reader and gives every event when he goes on'],
    unharmed: 'expecting a later revision is refused',
  },
};
