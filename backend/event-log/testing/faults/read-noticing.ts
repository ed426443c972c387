import type { Noticing } from './noticing-shape.js';

/** What the faults in reading and deleting are noticed by. */
export const readNoticing: Readonly<Record<string, Noticing>> = {
  'loses the last event of each read': {
    noticed: ['revisions go on without a gap over several appends'],
    unharmed: 'expecting a later revision is refused',
  },
  'gives each event of a read twice': {
    noticed: ['a stream reads from its start, oldest first'],
    unharmed: 'expecting a later revision is refused',
  },
  'ignores where a read of a stream begins': {
    noticed: [
      'a read backwards from a revision that a truncation hides gives nothing',
      'the event log reads a stream from a revision on',
      'a stream reads from a revision on, that one included',
      'a read backwards from a revision includes it',
      'a read backwards from the start gives the first event alone',
      'a read from beyond the end gives nothing',
      'a read forwards from the end is an error',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'ignores how many events a read asks for': {
    noticed: [
      '$all reads from its start, with no more events than asked for, and positions that rise',
      'a read from a revision that a greatest count hides begins with what is left, and still gives as many as asked for',
      'a read backwards gives the newest where fewer are asked for',
      'a read backwards from beyond the end gives the last events',
      'a read gives at most as many events as asked for',
      'a read of at most no events is an error',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'reads in the other direction': {
    noticed: [
      'a stream reads from its start, oldest first',
      'a stream reads backwards from its end, newest first',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'reads a stream that never was as an empty one': {
    noticed: [
      'an append of no events makes no stream',
      'a soft-deleted stream may be soft-deleted again, and tombstoned',
      'metadata may come before the first event, which is still expected to find no stream',
      "a stream's name may hold upper and lower case told apart",
      'a soft delete that expects the last revision succeeds',
      'a stream that never was is not found, in either direction',
      'a soft-deleted stream is not found, in either direction',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'fails where a stream is not found': {
    noticed: [
      'a stream without metadata says that it has none',
      'an absent, a soft-deleted and a tombstoned stream read as nothing in the event log',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'ends a call that failed as if it had not': {
    noticed: [
      'the whole log refuses a position at which no event stands',
      '$all from a position at which no event stands is an error',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'loses what is not ASCII': {
    noticed: ['JSON data comes back equal, Unicode, depth and null included'],
    unharmed: 'expecting a later revision is refused',
  },
  'loses metadata': {
    noticed: [
      'the event log gives back what was appended, with revisions, positions and the time of writing',
      'a follower that stops and follows on from its last place misses nothing and gets nothing twice',
      'an append through the event log that is repeated with no-stream answers alike and is stored once',
      'an append through the event log that is repeated with its exact revision is stored once',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'makes up metadata': {
    noticed: [
      'one append may hold JSON and binary data, with and without metadata',
      'metadata comes back equal, and is absent where none was given',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'calls all data JSON': {
    noticed: [
      '1,000 kB of binary data come back as the same bytes',
      'binary data comes back as the same bytes',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'says that everything was written in the year 1': {
    noticed: ['an event carries the time at which it was written'],
    unharmed: 'expecting a later revision is refused',
  },
  'lower-cases the names of streams and types': {
    noticed: [
      "an event's type may hold a blank",
      "an event's type may hold a dollar sign in front",
      "an event's type may hold any script",
      "an event's type may hold 1,000 characters",
      'a follower gets the types that it asked for alone',
      'no checkpoint overtakes an event that its follower waits for',
      'an event keeps its id, type and stream',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'changes what is unusual in a name': {
    noticed: [
      "a stream's name may hold 10,000 characters",
      "a stream's name may hold every control character",
      "a stream's name may hold a dollar sign in front",
      "a stream's name may hold blanks",
      "a stream's name may hold slashes",
      "a stream's name may hold any script",
      "a stream's name may hold a new line",
      "a stream's name may hold a NUL",
      "a stream's name may hold 2,000 characters",
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'knows a prepare position of its own': {
    noticed: ['commit and prepare position of an event are equal'],
    unharmed: 'expecting a later revision is refused',
  },
  'knows other positions in $all than in a stream': {
    noticed: [
      'the whole log reads on after a position, without the event that stands there',
      'the whole log reads backwards, newest first, as far as a position',
      'an event has the same position in its stream and in $all',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'ignores where a read of $all begins': {
    noticed: [
      '$all reads backwards from a position no more events than asked for',
      '$all read forwards from its end, or for no events, is an error',
      'the whole log refuses a position at which no event stands',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'leaves out the event at which a read begins': {
    noticed: ['JSON data comes back equal, Unicode, depth and null included'],
    unharmed: 'expecting a later revision is refused',
  },
  'is not there for reads of $all': {
    noticed: [
      'the whole log reads no more events than asked for',
      'the head of the log is not before the newest append',
      '$all holds the events of all streams in the order of writing',
      '$all reads backwards from its end, newest first',
      '$all from a position far beyond its end gives nothing',
      'the event log answers a ping',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'tombstones for a soft delete': {
    noticed: [
      'a soft-deleted stream goes on from its last revision, expecting anything',
      'a soft-deleted stream goes on from its last revision, expecting no stream',
      'a soft-deleted stream goes on from its last revision, expecting its last revision',
      'a stream may be soft-deleted and go on again and again',
      'the old events of a soft-deleted stream stay in $all',
      'the next append after a soft delete moves the truncation to itself',
      'a soft delete says in the metadata that nothing before the end of time is left',
      'a soft delete of a stream that never was is refused',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'soft-deletes for a tombstone': {
    noticed: [
      'an append to a stream that is tombstoned is answered as its expectation asks, whichever it is',
      'an append in a call of its own to a stream that is tombstoned is answered as its expectation asks, whichever it is',
      'a tombstone that expects the last revision, or of an absent stream that expects none, succeeds',
      'a tombstoned stream refuses every append, whatever it expects',
      'a stream that never was can be tombstoned',
      'an append through the event log to a tombstoned stream says that it is deleted',
      'a tombstoned stream refuses to be read, in either direction',
      'a tombstoned stream refuses to be deleted again and hides its metadata',
      'a subscription to a tombstoned stream is refused',
      'a subscription ends with an error when its stream is tombstoned',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'deletes whatever is expected': {
    noticed: [
      'a tombstone that expects a revision is refused where there is no stream',
      'a delete that expects no stream is refused where there is one, with the revision that stands there',
      'a soft delete that expects another revision is refused and changes nothing',
      'a tombstone that expects another revision is refused and changes nothing',
    ],
    unharmed: 'expecting a later revision is refused',
  },
};
